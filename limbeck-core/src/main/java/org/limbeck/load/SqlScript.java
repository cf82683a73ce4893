package org.limbeck.load;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.LimbeckException;
import org.limbeck.error.Place;
import org.limbeck.sql.SqlStatement;

/**
 * An SQL script as it applies to one dialect. Statements are read from the file as they are wanted; the checks, one
 * statement each, are held.
 *
 * @param transactional false if each statement must commit by itself
 * @param upgrade the way up on this dialect
 * @param downgrade the way down on this dialect; null if the script has none
 * @param verify checks that run after the way up, in order
 * @param ignores rules of the linter that the script sets aside
 */
public record SqlScript(
        ScriptHeader header,
        boolean transactional,
        SqlSection upgrade,
        @Nullable SqlSection downgrade,
        List<NamedCheck> verify,
        List<IgnoredRule> ignores)
        implements LoadedScript {

    public SqlScript {
        verify = List.copyOf(verify);
        ignores = List.copyOf(ignores);
    }

    /** @throws LimbeckException FILE_PROBLEM if a long one cannot be read */
    @Override
    public String sourceHash() {
        return upgrade.text().sourceHash();
    }

    /**
     * The checks that run after the way up, with parameters replaced.
     *
     * @throws LimbeckException MISSING_PARAMETER and the like, with the place
     */
    public List<SqlStep.Check> checks(Map<String, String> values) {
        ParameterText parameters = new ParameterText(header.parameters(), values, upgrade.dialect());
        return verify.stream().map(check -> check(check, parameters)).toList();
    }

    private SqlStep.Check check(NamedCheck check, ParameterText parameters) {
        Place place = new Place(header.source().name(), check.statement().line());
        return new SqlStep.Check(
                check.name(), parameters.replace(check.statement().text(), place), place);
    }

    /**
     * A query that must give no row.
     *
     * @param statement as written, parameters not yet replaced
     */
    public record NamedCheck(String name, SqlStatement statement) {}

    /**
     * {@code --@ ignore RULE reason}.
     *
     * @param line where it stands
     * @param everywhere true in the header; else it is meant for the statement behind it
     */
    public record IgnoredRule(String rule, String reason, int line, boolean everywhere) {}
}
