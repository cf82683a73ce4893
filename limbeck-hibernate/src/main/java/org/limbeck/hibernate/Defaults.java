package org.limbeck.hibernate;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.TypeKind;

/** Defaults as values where their SQL is a plain value. */
final class Defaults {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern STRING = Pattern.compile("'([^'\\\\]|'')*'");

    private Defaults() {}

    /** Null for none. */
    static @Nullable DefaultValue of(String sql, DataType type) {
        String text = sql.strip();
        if (text.equalsIgnoreCase("null")) {
            return null;
        }
        if (NUMBER.matcher(text).matches()) {
            return new DefaultValue.Literal(number(text, type));
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return new DefaultValue.Literal(Boolean.valueOf(text));
        }
        return STRING.matcher(text).matches()
                ? new DefaultValue.Literal(ColumnDefinition.string(text))
                : new DefaultValue.Expression(SqlText.of(text));
    }

    private static Object number(String text, DataType type) {
        BigDecimal value = new BigDecimal(text);
        if (type.kind() == TypeKind.BOOLEAN && value.scale() == 0) {
            return value.signum() != 0;
        }
        boolean whole = value.scale() == 0 && value.precision() < 19;
        if (!whole) {
            return value;
        }
        long number = value.longValueExact();
        return number == (int) number ? (Object) (int) number : (Object) number;
    }
}
