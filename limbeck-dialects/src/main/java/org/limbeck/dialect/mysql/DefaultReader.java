package org.limbeck.dialect.mysql;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.mysql.Piece.Kind;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.TypeKind;

/** Defaults as the catalogues show them: MySQL the bare value with a remark for expressions, MariaDB an SQL expression. */
final class DefaultReader {
    /**
     * Stands for a literal of bytes, which MySQL's catalogue cuts at a zero byte and MariaDB's shows with question marks.
     * Limbeck itself writes such defaults as expressions, which are shown whole.
     */
    static final String UNREADABLE = "/* a literal of bytes that the catalogue does not show */";

    private final MySqlDialect dialect;

    DefaultReader(MySqlDialect dialect) {
        this.dialect = dialect;
    }

    @Nullable
    DefaultValue read(@Nullable String raw, String extra, DataType type) {
        if (raw == null) {
            return null;
        }
        if (dialect.isMariaDb()) {
            return raw.equals("NULL") ? null : expression(raw, type);
        }
        if (extra.contains("DEFAULT_GENERATED")) {
            return expression(unescaped(raw), type);
        }
        boolean bits = raw.startsWith("b'") && type.kind() == TypeKind.NATIVE;
        return bits ? new DefaultValue.Expression(SqlText.of(raw)) : literal(raw, type);
    }

    private static DefaultValue expression(String sql, DataType type) {
        List<Piece> pieces = Expressions.withoutIntroducers(Piece.solid(sql));
        boolean number = sql.matches("-?[0-9][0-9.eE+-]*");
        boolean text = pieces.size() == 1 && pieces.get(0).kind() == Kind.STRING;
        if (number || text) {
            return literal(number ? sql : pieces.get(0).value(), type);
        }
        return new DefaultValue.Expression(SqlText.of(Expressions.unwrapped(sql)));
    }

    private static DefaultValue literal(String text, DataType type) {
        if (MySqlTypes.isBinary(type)) {
            return new DefaultValue.Expression(SqlText.of(UNREADABLE));
        }
        if (type.kind() == TypeKind.BOOLEAN && (text.equals("0") || text.equals("1"))) {
            return new DefaultValue.Literal(text.equals("1"));
        }
        boolean numeric = MySqlTypes.isNumeric(type) || type.kind() == TypeKind.BOOLEAN;
        return new DefaultValue.Literal(numeric ? number(text) : text);
    }

    private static Object number(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            boolean small = value.scale() <= 0 && value.precision() < 10;
            return small ? (Object) value.intValueExact() : value;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /**
     * An expression as MySQL shows it in its catalogue: quotes and backslashes are escaped once more, and the UTF-8 bytes of
     * literals stand as so many characters of Latin-1 (MySQL 9.7); names are as they should be.
     */
    static String unescaped(String sql) {
        StringBuilder text = new StringBuilder(sql.length());
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            boolean escape =
                    c == '\\' && i + 1 < sql.length() && (sql.charAt(i + 1) == '\'' || sql.charAt(i + 1) == '\\');
            text.append(escape ? sql.charAt(++i) : c);
        }
        return text.chars().allMatch(c -> c < 0x80) ? text.toString() : decoded(text.toString());
    }

    private static String decoded(String sql) {
        return Piece.of(sql).stream()
                .map(piece -> piece.kind() == Kind.STRING ? fromLatin1(piece.text()) : piece.text())
                .collect(Collectors.joining());
    }

    private static String fromLatin1(String literal) {
        if (literal.chars().anyMatch(c -> c > 0xff)) {
            return literal;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(literal.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return literal;
        }
    }
}
