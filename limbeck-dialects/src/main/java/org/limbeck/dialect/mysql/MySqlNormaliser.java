package org.limbeck.dialect.mysql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Feature;
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
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.schema.Unique;

/** Tables in a form that two of them share when the database cannot tell them apart. */
final class MySqlNormaliser {
    private final MySqlDialect dialect;

    MySqlNormaliser(MySqlDialect dialect) {
        this.dialect = dialect;
    }

    Table table(Table table) {
        Map<String, String> options = TableOptions.normal(dialect.option(table.options()), dialect);
        String collation = TableOptions.collation(options, dialect);
        Set<String> key = Set.copyOf(table.primaryKey().map(PrimaryKey::columns).orElse(List.of()));
        List<Column> columns = table.columns().stream()
                .map(c -> column(c, collation))
                .map(c -> key.contains(c.name()) ? c.notNull() : c)
                .toList();
        List<Constraint> constraints = new ArrayList<>();
        table.constraints().forEach(c -> constraints.add(constraint(c, table)));
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            if (Keys.isPlainUnique(index)) {
                constraints.add(Keys.unique(index));
            } else if (!Keys.backsForeignKey(index, table)) {
                indexes.add(index(index));
            }
        }
        constraints.sort(Comparator.comparing((Constraint c) -> c.getClass().getSimpleName())
                .thenComparing(c -> String.valueOf(c.name())));
        indexes.sort(Comparator.comparing(i -> String.valueOf(i.name())));
        return new Table(table.name(), columns, constraints, indexes, empty(table.comment()), options);
    }

    private static @Nullable String empty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    // ---- columns

    private Column column(Column given, @Nullable String tableCollation) {
        DataType type = dialect.types().normal(given.type());
        Generation generation = generation(given.generation());
        boolean identity = generation instanceof Generation.Identity;
        return new Column(
                given.name(),
                type,
                given.nullable() && !identity,
                defaultValue(given.defaultValue(), type),
                generation,
                empty(given.comment()),
                collation(given.collation(), type, tableCollation),
                ColumnOptions.normal(dialect.option(given.options()), type, dialect.name()));
    }

    private static @Nullable String collation(
            @Nullable String collation, DataType type, @Nullable String tableCollation) {
        if (collation == null || !ColumnText.hasCollation(type)) {
            return null;
        }
        String lower = collation.toLowerCase(Locale.ROOT);
        return lower.equals(tableCollation) ? null : lower;
    }

    private @Nullable Generation generation(@Nullable Generation generation) {
        if (generation instanceof Generation.Computed computed) {
            return new Generation.Computed(text(computed.expression()), computed.stored());
        }
        boolean sequence = generation instanceof Generation.FromSequence && dialect.supports(Feature.SEQUENCES);
        return generation == null || sequence ? generation : new Generation.Identity(false, null, null);
    }

    private SqlText text(SqlText sql) {
        return SqlText.of(Expressions.normal(dialect.words(sql)));
    }

    private @Nullable DefaultValue defaultValue(@Nullable DefaultValue value, DataType type) {
        if (value instanceof DefaultValue.Expression expression) {
            return expression(dialect.words(expression.sql()), type);
        }
        if (!(value instanceof DefaultValue.Literal literal) || literal.value() == null) {
            return null;
        }
        if (MySqlTypes.isBits(type) && !(literal.value() instanceof byte[])) {
            return bits(
                    literal.value() instanceof Boolean truth
                            ? (truth ? "1" : "0")
                            : literal.value().toString());
        }
        if (literal.value() instanceof byte[] || MySqlTypes.isBinary(type)) {
            return expression(dialect.literal(literal.value(), type), type);
        }
        String plain = literal.value() instanceof Boolean truth
                ? (truth ? "1" : "0")
                : Expressions.unquoted(dialect.literal(literal.value(), type));
        return new DefaultValue.Literal(plain(plain, type));
    }

    private static @Nullable DefaultValue expression(String words, DataType type) {
        String normal = Expressions.normal(words);
        if (normal.equals("null")) {
            return null;
        }
        if (MySqlTypes.isBits(type) && (normal.matches("\\d+") || normal.equals("true") || normal.equals("false"))) {
            return bits(normal.equals("true") ? "1" : normal.equals("false") ? "0" : normal);
        }
        List<Piece> pieces = Piece.solid(normal);
        boolean value = pieces.size() == 1
                && (pieces.get(0).kind() == Piece.Kind.STRING || isDecimal(normal))
                && !MySqlTypes.isBinary(type);
        if (value) {
            return new DefaultValue.Literal(plain(pieces.get(0).value(), type));
        }
        if (normal.startsWith("unhex('")) {
            normal = "0x" + normal.substring(7, normal.length() - 2);
        }
        boolean hexadecimal = normal.startsWith("0x");
        boolean clock = normal.startsWith("current_timestamp") && MySqlTypes.isTemporal(type);
        return new DefaultValue.Expression(
                SqlText.of(clock ? "current_timestamp" : hexadecimal ? normal.toLowerCase(Locale.ROOT) : normal));
    }

    /** A number as the catalogue shows that of a BIT column: its bytes. */
    private static DefaultValue bits(String number) {
        String hexadecimal = new BigInteger(number).toString(16);
        String even = hexadecimal.length() % 2 == 0 ? hexadecimal : "0" + hexadecimal;
        return new DefaultValue.Expression(SqlText.of("0x" + even));
    }

    private static boolean isDecimal(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?(e[-+]?[0-9]+)?");
    }

    /** A literal's text in one form: numbers without trailing zeros, times without a fraction of zeros. */
    private static String plain(String text, DataType type) {
        if (MySqlTypes.isNumeric(type) && isDecimal(text.toLowerCase(Locale.ROOT))) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        boolean time = MySqlTypes.isTemporal(type) || type.kind() == TypeKind.TIME;
        return time && text.indexOf('.') > 0 ? text.replaceAll("\\.?0+$", "") : text;
    }

    // ---- constraints and indexes

    private Constraint constraint(Constraint constraint, Table table) {
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(null, key.columns(), Deferrability.NOT_DEFERRABLE);
        }
        if (constraint instanceof ForeignKey key) {
            return new ForeignKey(
                    key.name(),
                    key.columns(),
                    key.references(),
                    target(key, table),
                    action(key.onDelete()),
                    action(key.onUpdate()),
                    key.deferrability(),
                    null,
                    key.validated());
        }
        if (constraint instanceof Check check) {
            return new Check(check.name(), text(check.expression()), check.validated());
        }
        return constraint instanceof Unique unique
                ? new Unique(unique.name(), unique.columns(), true, unique.deferrability())
                : constraint;
    }

    /** A key to its own table may leave out the primary key's columns; those of another table are not known here. */
    private static List<String> target(ForeignKey key, Table table) {
        boolean own = key.referencedColumns().isEmpty() && key.references().equals(table.name());
        return own ? table.primaryKey().map(PrimaryKey::columns).orElse(List.of()) : key.referencedColumns();
    }

    /** InnoDB checks at once, so that RESTRICT and NO ACTION are one. */
    private static ReferentialAction action(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    private Index index(Index index) {
        List<IndexMember> members = index.members().stream().map(this::member).toList();
        String words = dialect.option(index.options());
        Map<String, String> options = words == null || words.isBlank()
                ? Map.of()
                : Map.of(dialect.name(), words.strip().toLowerCase(Locale.ROOT));
        return new Index(
                index.name(), members, index.distinct(), true, method(index.method()), null, List.of(), options);
    }

    private static @Nullable String method(@Nullable String method) {
        String lower = method == null ? "btree" : method.toLowerCase(Locale.ROOT);
        return lower.equals("btree") ? null : lower;
    }

    private IndexMember member(IndexMember member) {
        SqlText expression = member.expression();
        return new IndexMember(
                member.column(),
                expression == null ? null : text(expression),
                member.descending(),
                null,
                null,
                null,
                member.prefix());
    }
}
