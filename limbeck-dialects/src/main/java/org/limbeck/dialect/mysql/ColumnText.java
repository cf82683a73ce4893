package org.limbeck.dialect.mysql;

import java.util.Locale;

import org.limbeck.dialect.Unsupported;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Generation;
import org.limbeck.schema.TypeKind;

/** The definition of a column, as it stands in CREATE TABLE, ADD COLUMN and MODIFY COLUMN: always with everything. */
final class ColumnText {
    private final MySqlDialect dialect;

    ColumnText(MySqlDialect dialect) {
        this.dialect = dialect;
    }

    /** {@code name type ...}; types for other dialects are resolved, the values of enums known. */
    String definition(Column column) {
        DataType type = column.type();
        StringBuilder sql =
                new StringBuilder(dialect.identifier(column.name())).append(' ').append(dialect.type(type));
        if (column.collation() != null && hasCollation(dialect.types().normal(type))) {
            sql.append(" COLLATE ").append(dialect.identifier(column.collation()));
        }
        boolean computed = column.generation() instanceof Generation.Computed;
        sql.append(computed ? computed(column) : plain(column));
        if (column.comment() != null && !column.comment().isEmpty()) {
            sql.append(" COMMENT ")
                    .append(MySqlLiterals.catalogued(column.comment(), "The comment of column " + column.name()));
        }
        DataType known = dialect.types().normal(type);
        return sql.append(ColumnOptions.forType(dialect.option(column.options()), known))
                .toString();
    }

    private String plain(Column column) {
        StringBuilder sql = new StringBuilder();
        Generation generation = column.generation();
        Generation.FromSequence from =
                dialect.isMariaDb() && generation instanceof Generation.FromSequence given ? given : null;
        boolean numbered = generation != null && from == null;
        if (!column.nullable() || numbered) {
            sql.append(" NOT NULL");
        } else if (dialect.types().normal(column.type()).kind() == TypeKind.TIMESTAMP_TZ) {
            // Without the word, old servers and settings make a TIMESTAMP column NOT NULL.
            sql.append(" NULL");
        }
        if (from != null) {
            sql.append(" DEFAULT nextval(")
                    .append(org.limbeck.dialect.Names.qualified(dialect, from.sequence()))
                    .append(")");
        } else if (column.defaultValue() != null) {
            sql.append(" DEFAULT ").append(defaultText(column.defaultValue(), column.type()));
        }
        return sql.append(numbered ? " AUTO_INCREMENT" : "").toString();
    }

    private String computed(Column column) {
        Generation.Computed computed = (Generation.Computed) column.generation();
        if (!column.nullable() && dialect.isMariaDb()) {
            throw Unsupported.on(
                    dialect,
                    "NOT NULL on the computed column " + column.name(),
                    "A computed column cannot be NOT NULL there.",
                    "Leave out notNull(), or add a check that the column IS NOT NULL.");
        }
        String expression = computed == null ? "" : dialect.words(computed.expression());
        return " GENERATED ALWAYS AS (" + expression + ")"
                + (computed != null && computed.stored() ? " STORED" : " VIRTUAL")
                + (column.nullable() ? "" : " NOT NULL");
    }

    /** The value or expression of a default, for after the word DEFAULT. */
    String defaultText(DefaultValue value, DataType given) {
        DataType type = dialect.types().normal(given);
        if (value instanceof DefaultValue.Expression expression) {
            String words = dialect.words(expression.sql());
            if (words.equals(DefaultReader.UNREADABLE)) {
                throw Problem.of(ErrorCode.SCHEMA_CONFLICT, "The default of a column is not known: " + words)
                        .todo("Set it first:  op.setDefaultSql(table, column, \"x'00ff'\")")
                        .exception();
            }
            boolean clock =
                    MySqlTypes.isTemporal(type) && Expressions.normal(words).startsWith("current_timestamp");
            return clock ? clock(type) : "(" + words + ")";
        }
        Object literal = ((DefaultValue.Literal) value).value();
        boolean bytes = literal instanceof byte[] || (literal instanceof java.util.UUID && MySqlTypes.isBinary(type));
        if (literal instanceof String string) {
            MySqlLiterals.catalogued(string, "The default '" + string + "'");
        }
        String text = dialect.literal(literal, type);
        if (bytes) {
            return dialect.isMariaDb() ? "(unhex(" + text.substring(1) + "))" : "(" + text + ")";
        }
        boolean instant = text.startsWith("CONVERT_TZ(");
        if (instant) {
            throw Unsupported.on(
                    dialect,
                    "an instant as the default of a column",
                    "Its timestamp literals have no time zone, so that the session's would decide.",
                    "Give an expression: defaultSqlOn(\"mariadb\", ...)");
        }
        return literal != null && MySqlTypes.isLarge(type) ? "(" + text + ")" : text;
    }

    /** The current time, in the digits that the column has: another number of digits is an error. */
    static String clock(DataType type) {
        int digits = MySqlTypes.digitsOf(type);
        return digits == 0 ? "CURRENT_TIMESTAMP" : "CURRENT_TIMESTAMP(" + digits + ")";
    }

    static boolean hasCollation(DataType type) {
        return switch (type.kind()) {
            case CHAR, VARCHAR, TEXT, LONG_TEXT, ENUM -> true;
            case NATIVE ->
                String.valueOf(type.name())
                        .toLowerCase(Locale.ROOT)
                        .matches("(var)?char\\b.*|(tiny|medium|long)?text\\b.*|(set|enum)\\b.*");
            default -> false;
        };
    }
}
