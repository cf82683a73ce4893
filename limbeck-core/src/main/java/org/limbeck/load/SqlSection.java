package org.limbeck.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.LimbeckException;

/**
 * A section of an SQL script: where its statements stand. Immutable; thread-safe.
 *
 * @param header of its script
 * @param dialect for which it is read
 * @param text of its script
 * @param line where the section's directive stands
 * @param offset of the end of that line, in UTF-16 units
 */
public record SqlSection(ScriptHeader header, Dialect dialect, ScriptText text, int line, long offset) {

    /**
     * Opens the section for reading its steps one by one.
     *
     * @param values of the declared parameters
     * @throws LimbeckException FILE_PROBLEM if a long script cannot be read, or is no longer what it was
     */
    public SqlSteps open(Map<String, String> values) {
        return text.steps(dialect.syntax(), line, offset, new ParameterText(header.parameters(), values, dialect));
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
}
