package org.limbeck.write;

import java.util.ArrayList;
import java.util.List;

import org.limbeck.dialect.Dialect;
import org.limbeck.operation.Irreversible;
import org.limbeck.schema.Schema;
import org.limbeck.state.ReplayedState;

/**
 * Writes a draft as an SQL script: each operation as the statements of a dialect. Reading the script gives exactly these
 * statements. Pure.
 */
public final class SqlWriter {
    private SqlWriter() {}

    /**
     * A kind of database that the script is for.
     *
     * @param before the schema before the upgrade
     */
    public record Target(Dialect dialect, Schema before) {}

    /** A script with nothing in its sections yet. */
    public static String empty(ScriptHead head) {
        return ScriptText.directives(head) + "\n--@ upgrade\n\n--@ downgrade\n";
    }

    /**
     * The whole text of a script for one kind of database.
     *
     * @throws org.limbeck.error.LimbeckException NOT_SUPPORTED_HERE if an operation cannot be said in an SQL script, with
     *     the way out
     */
    public static String write(ScriptHead head, Draft draft, Dialect dialect, Schema before) {
        return write(head, draft, List.of(new Target(dialect, before)));
    }

    /** The same for several kinds of databases, each with sections of its own. */
    public static String write(ScriptHead head, Draft draft, List<Target> targets) {
        if (draft.equals(Draft.EMPTY)) {
            return empty(head);
        }
        boolean named = targets.size() > 1;
        StringBuilder text = new StringBuilder(ScriptText.directives(head));
        List<ReplayedState> after = new ArrayList<>();
        for (Target target : targets) {
            SqlBody up = new SqlBody(target.dialect(), new ReplayedState(target.before()));
            section(text, "upgrade", named, target, up.text(draft.upgrade()));
            after.add(up.state());
        }
        if (irreversible(draft)) {
            draft.downgrade().stream()
                    .flatMap(line -> words(line).lines())
                    .forEach(words -> text.append("\n-- ").append(words).append('\n'));
            return text.toString();
        }
        for (int i = 0; i < targets.size(); i++) {
            SqlBody down = new SqlBody(targets.get(i).dialect(), after.get(i));
            section(text, "downgrade", named, targets.get(i), down.text(draft.downgrade()));
        }
        return text.toString();
    }

    /** A script without a downgrade section has no way down. */
    private static boolean irreversible(Draft draft) {
        return draft.downgrade().stream()
                .anyMatch(line -> line instanceof Draft.Line.Do run && run.operation() instanceof Irreversible);
    }

    private static String words(Draft.Line line) {
        if (line instanceof Draft.Line.Do run) {
            return run.operation().describe();
        }
        return line instanceof Draft.Line.Off off ? off.reason() : ((Draft.Line.Note) line).text();
    }

    private static void section(StringBuilder text, String word, boolean named, Target target, String body) {
        text.append("\n--@ ")
                .append(word)
                .append(named ? " " + target.dialect().name() : "")
                .append('\n')
                .append(body);
    }
}
