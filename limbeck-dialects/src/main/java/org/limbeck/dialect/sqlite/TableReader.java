package org.limbeck.dialect.sqlite;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.sqlite.Clause.Kind;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;

/** The table that statements of the catalogue describe. */
final class TableReader {
    private static final Set<String> CONSTANT_WORDS = Set.of("NULL", "TRUE", "FALSE");
    private static final Set<String> CLOCK = Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME");

    private TableReader() {}

    /**
     * @param name the name under which the table was asked for
     * @param indexes its CREATE INDEX statements
     */
    static Table read(QualifiedName name, TableText text, List<String> indexes) {
        List<Column> columns = text.columns().stream().map(c -> column(text, c)).toList();
        List<Constraint> constraints =
                Located.in(text).stream().map(Located::constraint).toList();
        List<Index> read = new ArrayList<>();
        for (String sql : indexes) {
            read.add(IndexText.parse(sql).index(text));
        }
        String options = text.options();
        return new Table(
                name, columns, constraints, read, null, options.isEmpty() ? Map.of() : Map.of("sqlite", options));
    }

    private static Column column(TableText table, ColumnText column) {
        DataType type = type(column);
        return new Column(
                column.name(),
                type,
                !column.has(Kind.NOT_NULL),
                defaultValue(column, type),
                generation(table, column),
                null,
                column.clause(Kind.COLLATE).map(Clause::words).orElse(null));
    }

    private static DataType type(ColumnText column) {
        Optional<Clause> enumerated = EnumCheck.in(column);
        return enumerated.isPresent()
                ? EnumCheck.type(
                        column.name(),
                        EnumCheck.values(column.name(), enumerated.get().words()))
                : SqliteTypes.declared(column.typeName());
    }

    private static @Nullable Generation generation(TableText table, ColumnText column) {
        Optional<Clause> computed = column.clause(Kind.COMPUTED);
        if (computed.isPresent()) {
            return new Generation.Computed(
                    SqlText.of(computed.get().words()), computed.get().flag());
        }
        boolean counted = table.autoincrement() && table.primaryKey().equals(List.of(column.name()));
        return counted ? new Generation.Identity(false, null, null) : null;
    }

    // ---- defaults

    private static @Nullable DefaultValue defaultValue(ColumnText column, DataType type) {
        Optional<Clause> clause = column.clause(Kind.DEFAULT);
        return clause.isEmpty()
                ? null
                : value(clause.get().words(), clause.get().flag(), type);
    }

    /**
     * A default by its words.
     *
     * @param bracketed whether they stood in brackets; a bare word without is a text
     */
    static DefaultValue value(String words, boolean bracketed, DataType type) {
        List<Token> tokens = Token.all(words);
        boolean signed = tokens.size() == 2
                && (tokens.get(0).isSymbol('-') || tokens.get(0).isSymbol('+'));
        if (tokens.size() != 1 && !signed) {
            return expression(words);
        }
        Token token = tokens.get(tokens.size() - 1);
        String upper = token.text().toUpperCase(Locale.ROOT);
        if (token.kind() == Token.Kind.NUMBER) {
            return number(words, token, signed && tokens.get(0).isSymbol('-'), type);
        }
        if (signed) {
            return expression(words);
        }
        if (token.kind() == Token.Kind.STRING) {
            return new DefaultValue.Literal(token.value());
        }
        if (token.kind() == Token.Kind.BLOB) {
            return new DefaultValue.Literal(HexFormat.of()
                    .parseHex(token.text().substring(2, token.text().length() - 1)));
        }
        if (CONSTANT_WORDS.contains(upper) && token.kind() == Token.Kind.WORD) {
            return new DefaultValue.Literal(upper.equals("NULL") ? null : truth(upper.equals("TRUE"), type));
        }
        boolean text = !bracketed && !(token.kind() == Token.Kind.WORD && CLOCK.contains(upper));
        return text ? new DefaultValue.Literal(token.value()) : expression(words);
    }

    private static DefaultValue expression(String words) {
        return new DefaultValue.Expression(SqlText.of(words));
    }

    private static Object truth(boolean value, DataType type) {
        if (type.kind() == TypeKind.BOOLEAN) {
            return value;
        }
        return value ? 1L : 0L;
    }

    private static DefaultValue number(String words, Token token, boolean negative, DataType type) {
        try {
            BigDecimal plain = new BigDecimal(token.text());
            BigDecimal value = negative ? plain.negate() : plain;
            boolean whole = token.text().chars().allMatch(c -> c >= '0' && c <= '9') && value.precision() <= 18;
            if (whole && type.kind() == TypeKind.BOOLEAN && value.abs().intValue() <= 1 && !negative) {
                return new DefaultValue.Literal(value.signum() == 1);
            }
            return new DefaultValue.Literal(whole ? (Object) value.longValueExact() : value);
        } catch (NumberFormatException e) {
            return expression(words);
        }
    }
}
