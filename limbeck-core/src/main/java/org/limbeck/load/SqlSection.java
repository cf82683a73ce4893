package org.limbeck.load;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.LimbeckException;
import org.limbeck.load.ScriptSource.TextSource;
import org.limbeck.sql.SqlScanner;

/**
 * A section of an SQL script: where its statements stand. Immutable; thread-safe.
 *
 * @param header of its script
 * @param dialect for which it is read
 * @param stamp of the file when its sections were found
 * @param line where the section's directive stands
 * @param offset of the end of that line, in UTF-16 units
 */
public record SqlSection(ScriptHeader header, Dialect dialect, SourceStamp stamp, int line, long offset) {

    /**
     * Opens the section for reading its steps one by one.
     *
     * @param values of the declared parameters
     * @throws LimbeckException FILE_PROBLEM, or UNREADABLE_SCRIPT if the file is no longer what it was
     */
    public SqlSteps open(Map<String, String> values) {
        TextSource source = (TextSource) header.source();
        if (!stamp.equals(SourceStamp.of(source))) {
            throw source.unreadable(new IOException("It was changed after it was first read."))
                    .exception();
        }
        ParameterText parameters = new ParameterText(header.parameters(), values, dialect);
        Reader reader = reader(source);
        return new SqlSteps(
                new SqlScanner(reader, dialect.syntax(), source.name(), line, offset, true),
                parameters,
                source,
                reader);
    }

    /**
     * All steps of the section, held in memory.
     *
     * @throws LimbeckException as {@link #open} and the steps themselves do
     */
    public List<SqlStep> steps(Map<String, String> values) {
        List<SqlStep> all = new ArrayList<>();
        try (SqlSteps steps = open(values)) {
            steps.forEachRemaining(all::add);
        }
        return all;
    }

    private Reader reader(TextSource source) {
        try {
            Reader reader = strictReader(source);
            reader.skip(offset);
            return reader;
        } catch (IOException e) {
            throw source.unreadable(e).exception(e);
        }
    }

    /** A reader that refuses what is not UTF-8. */
    static Reader strictReader(TextSource source) throws IOException {
        return new InputStreamReader(source.open(), StandardCharsets.UTF_8.newDecoder());
    }
}
