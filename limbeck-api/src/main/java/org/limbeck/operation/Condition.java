package org.limbeck.operation;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SqlText;

/** A question that is asked once, just before the operations that depend on it. */
public sealed interface Condition {

    /** A few words for people and for the journal, such as {@code table orders is missing}. */
    String describe();

    record TableExists(QualifiedName table, boolean present) implements Condition {
        @Override
        public String describe() {
            return "table " + table + (present ? " is present" : " is missing");
        }
    }

    record ColumnExists(QualifiedName table, String column, boolean present) implements Condition {
        @Override
        public String describe() {
            return "column " + table + "." + column + (present ? " is present" : " is missing");
        }
    }

    /** An invalid index counts as missing. */
    record IndexExists(QualifiedName table, String index, boolean present) implements Condition {
        @Override
        public String describe() {
            return "index " + index + " on " + table + (present ? " is present" : " is missing");
        }
    }

    record ConstraintExists(QualifiedName table, String constraint, boolean present) implements Condition {
        @Override
        public String describe() {
            return "constraint " + constraint + " on " + table + (present ? " is present" : " is missing");
        }
    }

    /** The server's version, compared part by part. */
    record ServerAtLeast(int major, int minor) implements Condition {
        @Override
        public String describe() {
            return "server is at least " + major + "." + minor;
        }
    }

    /** A query gives at least one row. */
    record AnyRow(SqlText query) implements Condition {
        @Override
        public String describe() {
            return "any row: " + query.sql();
        }
    }
}
