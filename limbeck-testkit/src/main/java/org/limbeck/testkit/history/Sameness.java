package org.limbeck.testkit.history;

import java.util.List;

import org.limbeck.compare.CompareOptions;
import org.limbeck.compare.Difference;
import org.limbeck.compare.SchemaDiff;
import org.limbeck.dialect.Dialect;
import org.limbeck.schema.Schema;

/** Whether a schema is what it was. */
final class Sameness {
    private Sameness() {}

    /** What differs, one line each; names of constraints count, for later revisions use them. */
    static List<String> differences(Schema now, Schema before, Dialect dialect) {
        return SchemaDiff.between(now, before, dialect, CompareOptions.USUAL.withConstraintNames(true))
                .differences()
                .stream()
                .map(Sameness::line)
                .toList();
    }

    private static String line(Difference difference) {
        return switch (difference.change()) {
            case ADDED -> "missing:  " + difference.object() + detail(difference.after());
            case REMOVED -> "left over:  " + difference.object() + detail(difference.before());
            case CHANGED ->
                "differs:  " + difference.object() + "  was " + difference.after() + ", is " + difference.before();
            case RENAMED ->
                "renamed:  " + difference.object() + "  was " + difference.after() + ", is " + difference.before();
        };
    }

    private static String detail(String text) {
        return text.isEmpty() ? "" : "  " + text;
    }
}
