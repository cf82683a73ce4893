package org.limbeck.dialect.sqlite;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.schema.Unique;

/** One form for all tables that SQLite takes for the same. */
final class SqliteNormal {
    private final SqliteDialect dialect;

    SqliteNormal(SqliteDialect dialect) {
        this.dialect = dialect;
    }

    Table table(Table given) {
        Table table = EnumCheck.folded(given);
        boolean strict = SqliteStatements.isStrict(table);
        List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        List<Column> columns =
                table.columns().stream().map(c -> column(c, key, strict)).toList();
        List<Constraint> constraints = table.constraints().stream()
                .map(this::constraint)
                .sorted(Comparator.comparing((Constraint c) -> c.getClass().getSimpleName())
                        .thenComparing(c -> String.valueOf(c.name()))
                        .thenComparing(Object::toString))
                .toList();
        List<Index> indexes = table.indexes().stream()
                .map(this::index)
                .sorted(Comparator.comparing(i -> String.valueOf(i.name())))
                .toList();
        return new Table(table.name(), columns, constraints, indexes, null, options(table));
    }

    /** An INTEGER primary key numbers its rows with AUTOINCREMENT and without; JSON is text. */
    static Table likened(Table wanted, Table live) {
        List<String> key = live.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        Table likened = wanted;
        for (Column column : live.columns()) {
            likened = likened.mapColumn(column.name(), c -> likened(c, column, key.equals(List.of(column.name()))));
        }
        return likened;
    }

    private static Column likened(Column wanted, Column live, boolean alone) {
        boolean numbered = alone
                && live.type().kind() == TypeKind.INTEGER
                && live.generation() == null
                && wanted.generation() instanceof Generation.Identity;
        boolean json = live.type().kind() == TypeKind.JSON && wanted.type().kind() == TypeKind.TEXT;
        Column likened = numbered ? wanted.withGeneration(null) : wanted;
        return json ? likened.withType(live.type()) : likened;
    }

    private static Map<String, String> options(Table table) {
        String words = table.options().getOrDefault("sqlite", "");
        String normal = new TableText("x", List.of(), List.of(), words).options();
        return normal.isEmpty() ? Map.of() : Map.of("sqlite", normal);
    }

    // ---- columns

    private Column column(Column given, List<String> key, boolean strict) {
        Column column = dialect.resolve(given);
        boolean counted = SqliteStatements.counted(column) && key.equals(List.of(column.name()));
        DataType type = counted ? DataType.of(TypeKind.INTEGER) : type(column, key, strict);
        return new Column(
                column.name(),
                type,
                column.nullable() && !key.contains(column.name()),
                defaultValue(column, type),
                generation(column, counted),
                null,
                collation(column.collation()));
    }

    private DataType type(Column column, List<String> key, boolean strict) {
        DataType type = column.type();
        if (type.kind() == TypeKind.ENUM) {
            return EnumCheck.type(column.name(), type.values());
        }
        DataType normal = SqliteTypes.normal(dialect, type, strict);
        // Only INTEGER, in any case, makes a primary key the number of the row; INT does not.
        boolean other = type.kind() == TypeKind.NATIVE
                && normal.kind() == TypeKind.INTEGER
                && key.equals(List.of(column.name()))
                && !"INTEGER".equalsIgnoreCase(type.name());
        return other ? type : normal;
    }

    private static @Nullable String collation(@Nullable String name) {
        return name == null || name.equalsIgnoreCase("BINARY") ? null : name.toUpperCase(Locale.ROOT);
    }

    private @Nullable Generation generation(Column column, boolean counted) {
        if (column.generation() instanceof Generation.Computed computed) {
            return new Generation.Computed(SqlText.of(expression(computed.expression())), computed.stored());
        }
        return counted ? new Generation.Identity(false, null, null) : null;
    }

    // ---- defaults

    private @Nullable DefaultValue defaultValue(Column column, DataType type) {
        DefaultValue value = column.defaultValue();
        if (value == null) {
            return null;
        }
        DefaultValue read = value instanceof DefaultValue.Expression expression
                ? TableReader.value(unwrapped(dialect.words(expression.sql()).strip()), true, type)
                : TableReader.value(
                        dialect.literal(((DefaultValue.Literal) value).value(), column.type()), false, type);
        if (read instanceof DefaultValue.Expression expression) {
            return new DefaultValue.Expression(SqlText.of(expression(expression.sql())));
        }
        return literal(((DefaultValue.Literal) read).value(), type);
    }

    private static @Nullable DefaultValue literal(@Nullable Object value, DataType type) {
        if (value == null) {
            return null;
        }
        if (value instanceof byte[] bytes) {
            return new DefaultValue.Expression(
                    SqlText.of("x'" + java.util.HexFormat.of().formatHex(bytes) + "'"));
        }
        if (value instanceof Number number) {
            BigDecimal plain = new BigDecimal(number.toString()).stripTrailingZeros();
            if (SqliteTypes.textual(String.valueOf(type.name())) || isText(type)) {
                return new DefaultValue.Literal(number.toString());
            }
            return new DefaultValue.Literal(plain.scale() < 0 ? plain.setScale(0) : plain);
        }
        return new DefaultValue.Literal(value);
    }

    private static boolean isText(DataType type) {
        return switch (type.kind()) {
            case CHAR, VARCHAR, TEXT, LONG_TEXT, ENUM, UUID, JSON -> true;
            default -> false;
        };
    }

    // ---- constraints and indexes

    private Constraint constraint(Constraint given) {
        if (given instanceof Check check) {
            return new Check(check.name(), SqlText.of(expression(check.expression())), true);
        }
        if (given instanceof ForeignKey key) {
            return new ForeignKey(
                    key.name(),
                    key.columns(),
                    key.references(),
                    key.referencedColumns(),
                    key.onDelete(),
                    key.onUpdate(),
                    key.deferrability(),
                    key.match() == null ? null : key.match().toUpperCase(Locale.ROOT),
                    true);
        }
        return given instanceof Unique unique
                ? new Unique(unique.name(), unique.columns(), true, Deferrability.NOT_DEFERRABLE)
                : given;
    }

    private Index index(Index given) {
        List<IndexMember> members = new ArrayList<>();
        for (IndexMember member : given.members()) {
            SqlText expression = member.expression();
            members.add(new IndexMember(
                    member.column(),
                    expression == null ? null : SqlText.of(expression(expression)),
                    member.descending(),
                    null,
                    null,
                    member.collation() == null ? null : member.collation().toUpperCase(Locale.ROOT),
                    null));
        }
        SqlText where = given.where();
        return new Index(
                given.name(),
                members,
                given.distinct(),
                true,
                null,
                where == null ? null : SqlText.of(expression(where)),
                List.of(),
                Map.of());
    }

    // ---- expressions

    /** The tokens of an expression in one spelling, without brackets around the whole. */
    private String expression(SqlText text) {
        try {
            return Token.all(unwrapped(dialect.words(text).strip())).stream()
                    .map(Token::normal)
                    .collect(Collectors.joining(" "));
        } catch (IllegalArgumentException e) {
            return dialect.words(text);
        }
    }

    private static String unwrapped(String words) {
        String inner = words;
        while (inner.startsWith("(") && closes(inner)) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return inner;
    }

    /** Whether the first bracket is closed by the last character. */
    private static boolean closes(String words) {
        int depth = 0;
        for (Token token : Token.all(words)) {
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 0) {
                return token.end() == words.length();
            }
        }
        return false;
    }
}
