package org.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;

/** Tables as the catalogue would give them back. */
final class Normal {
    private static final Pattern NEXTVAL =
            Pattern.compile("nextval\\(\\s*'([^']+)'\\s*(?:::\\s*(?:regclass|text))?\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> SERIALS = Map.of(
            "serial", "integer",
            "serial4", "integer",
            "bigserial", "bigint",
            "serial8", "bigint",
            "smallserial", "smallint",
            "serial2", "smallint");
    private static final Pattern WITH = Pattern.compile("with\\s*\\(([^)]*)\\)", Pattern.CASE_INSENSITIVE);

    private final PostgresqlDialect dialect;

    Normal(PostgresqlDialect dialect) {
        this.dialect = dialect;
    }

    Table table(Table table) {
        Set<String> key =
                new HashSet<>(table.primaryKey().map(PrimaryKey::columns).orElse(List.of()));
        List<Column> columns = table.columns().stream()
                .map(c -> column(key.contains(c.name()) ? c.notNull() : c))
                .toList();
        List<Constraint> constraints = table.constraints().stream()
                .map(c -> constraint(table, c))
                .sorted(Comparator.comparing(c -> c.getClass().getSimpleName() + " " + c.name()))
                .toList();
        List<Index> indexes = table.indexes().stream()
                .map(i -> index(table, i))
                .sorted(Comparator.comparing(i -> String.valueOf(i.name())))
                .toList();
        return new Table(
                table.name(), columns, constraints, indexes, comment(table.comment()), options(table.options()));
    }

    /** An empty comment is none. */
    private static @Nullable String comment(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private Column column(Column given) {
        Column column = sequenced(serial(dialect.resolve(given)));
        DataType type = Types.normal(dialect, column.type());
        Generation generation = generation(column.generation());
        boolean nullable = column.nullable() && !(generation instanceof Generation.Identity);
        DefaultValue value = Defaults.normal(column.defaultValue(), type, dialect);
        String collation = "default".equals(column.collation()) ? null : column.collation();
        Column normal = new Column(
                column.name(),
                type,
                nullable,
                value,
                generation,
                comment(column.comment()),
                collation,
                upper(options(column.options())));
        return normal.equals(given) ? given : normal;
    }

    /** {@code serial} is no type, but an integer with a sequence of its own. */
    private static Column serial(Column column) {
        String name = column.type().name();
        String type =
                name == null ? null : SERIALS.get(name.toLowerCase(Locale.ROOT).strip());
        return type == null
                ? column
                : column.withType(Types.parse(type)).notNull().autoIncrement();
    }

    /** A default of {@code nextval('s')} is a column from a sequence. */
    private Column sequenced(Column column) {
        if (column.generation() != null || !(column.defaultValue() instanceof DefaultValue.Expression expression)) {
            return column;
        }
        Matcher matcher = NEXTVAL.matcher(dialect.words(expression.sql()).strip());
        if (!matcher.matches()) {
            return column;
        }
        String name = matcher.group(1);
        QualifiedName sequence = QualifiedName.parse(name.indexOf('"') >= 0 ? name : name.toLowerCase(Locale.ROOT));
        return column.withDefault(null).withGeneration(new Generation.FromSequence(sequence));
    }

    private @Nullable Generation generation(@Nullable Generation generation) {
        if (generation instanceof Generation.Identity identity) {
            return new Generation.Identity(
                    identity.always(), unless(identity.start(), 1), unless(identity.increment(), 1));
        }
        if (generation instanceof Generation.Computed computed) {
            return new Generation.Computed(expression(computed.expression()), computed.stored());
        }
        return generation;
    }

    private static @Nullable Long unless(@Nullable Long value, long usual) {
        return value == null || value == usual ? null : value;
    }

    private SqlText expression(SqlText text) {
        return SqlText.of(Expressions.normal(dialect.words(text)));
    }

    private @Nullable SqlText maybe(@Nullable SqlText text) {
        return text == null ? null : expression(text);
    }

    private Constraint constraint(Table table, Constraint constraint) {
        if (constraint instanceof Check check) {
            return new Check(check.name(), expression(check.expression()), check.validated());
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(table, key);
        }
        return constraint instanceof Exclusion exclusion ? exclusion(exclusion) : constraint;
    }

    /** The key of another table is not known here: an empty list stays empty. */
    private static ForeignKey foreignKey(Table table, ForeignKey key) {
        boolean own =
                key.references().equals(table.name()) && key.referencedColumns().isEmpty();
        List<String> target =
                own ? table.primaryKey().map(PrimaryKey::columns).orElse(List.of()) : key.referencedColumns();
        String match = key.match() == null || key.match().equalsIgnoreCase("SIMPLE")
                ? null
                : key.match().toUpperCase(Locale.ROOT);
        return new ForeignKey(
                key.name(),
                key.columns(),
                key.references(),
                target,
                key.onDelete(),
                key.onUpdate(),
                key.deferrability(),
                match,
                key.validated());
    }

    private Exclusion exclusion(Exclusion exclusion) {
        List<Exclusion.Element> elements = exclusion.elements().stream()
                .map(e -> new Exclusion.Element(
                        e.column(), maybe(e.expression()), e.operator().strip()))
                .toList();
        return new Exclusion(
                exclusion.name(),
                exclusion.method().toLowerCase(Locale.ROOT),
                elements,
                maybe(exclusion.where()),
                exclusion.deferrability());
    }

    Index index(Table table, Index index) {
        String method = index.method() == null || index.method().equalsIgnoreCase("btree")
                ? null
                : index.method().toLowerCase(Locale.ROOT);
        return new Index(
                index.name(),
                index.members().stream().map(m -> member(table, m)).toList(),
                index.distinct(),
                index.nullsDistinct() || !index.distinct(),
                method,
                maybe(index.where()),
                index.include(),
                options(index.options()));
    }

    private IndexMember member(Table table, IndexMember member) {
        SqlText expression = maybe(member.expression());
        String column = member.column();
        if (expression != null && table.column(expression.sql()).isPresent()) {
            column = expression.sql();
            expression = null;
        }
        IndexMember.Nulls usual = member.descending() ? IndexMember.Nulls.FIRST : IndexMember.Nulls.LAST;
        String operators = member.operatorClass() == null
                ? null
                : member.operatorClass().toLowerCase(Locale.ROOT).strip();
        return new IndexMember(
                column,
                expression,
                member.descending(),
                member.nulls() == usual ? null : member.nulls(),
                operators,
                collation(table, column, member.collation()),
                member.prefix());
    }

    /** The collation of a member, where it is not the column's own. */
    private static @Nullable String collation(Table table, @Nullable String column, @Nullable String collation) {
        boolean same = column != null
                && collation != null
                && table.column(column)
                        .map(Column::collation)
                        .filter(collation::equals)
                        .isPresent();
        return same || "default".equals(collation) ? null : collation;
    }

    private static Map<String, String> options(Map<String, String> options) {
        String words = options.get(PostgresqlDialect.NAME);
        return words == null || words.isBlank() ? Map.of() : Map.of(PostgresqlDialect.NAME, option(words));
    }

    private static Map<String, String> upper(Map<String, String> options) {
        return options.isEmpty()
                ? options
                : Map.of(
                        PostgresqlDialect.NAME,
                        options.values().iterator().next().toUpperCase(Locale.ROOT));
    }

    private static String option(String words) {
        Matcher with = WITH.matcher(words);
        if (!with.find()) {
            return words.strip().replaceAll("\\s+", " ");
        }
        List<String> settings = new ArrayList<>(Arrays.asList(with.group(1).split(",")));
        String sorted = settings.stream()
                .map(s -> s.replace("'", "").replaceAll("\\s+", "").toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
        String rest = (words.substring(0, with.start()) + " " + words.substring(with.end())).strip();
        return ("WITH (" + sorted + ") " + rest.replaceAll("\\s+", " ")).strip();
    }
}
