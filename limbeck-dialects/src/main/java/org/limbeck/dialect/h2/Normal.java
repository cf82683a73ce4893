package org.limbeck.dialect.h2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;

/** Tables in the form in which two that are the same to H2 are equal. Immutable and thread-safe. */
final class Normal {
    private final Dialect dialect;
    private final Types types;

    Normal(Dialect dialect, Types types) {
        this.dialect = dialect;
        this.types = types;
    }

    Table table(Table table) {
        List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(column(column, key.contains(column.name())));
        }
        List<Constraint> constraints = new ArrayList<>();
        table.constraints().forEach(c -> constraints.add(constraint(table, c)));
        constraints.sort(Comparator.comparing(c -> String.valueOf(c.name())));
        List<Index> indexes = new ArrayList<>();
        table.indexes().forEach(i -> indexes.add(index(i)));
        indexes.sort(Comparator.comparing(i -> String.valueOf(i.name())));
        return new Table(table.name(), columns, constraints, indexes, comment(table.comment()), Map.of());
    }

    private static @Nullable String comment(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private Column column(Column column, boolean inKey) {
        DataType type = types.normal(column.type());
        Generation generation = generation(column.generation());
        boolean filled = inKey || generation instanceof Generation.Identity;
        return new Column(
                column.name(),
                type,
                column.nullable() && !filled,
                Defaults.normal(words(column), type),
                generation,
                comment(column.comment()),
                column.collation(),
                options(column.options()));
    }

    private static Map<String, String> options(Map<String, String> options) {
        String words = options.get(H2Dialect.NAME);
        return words == null ? Map.of() : Map.of(H2Dialect.NAME, Expressions.normal(words));
    }

    private org.limbeck.schema.@Nullable DefaultValue words(Column column) {
        return column.defaultValue() instanceof org.limbeck.schema.DefaultValue.Expression expression
                ? new org.limbeck.schema.DefaultValue.Expression(SqlText.of(dialect.words(expression.sql())))
                : column.defaultValue();
    }

    private @Nullable Generation generation(@Nullable Generation generation) {
        if (generation instanceof Generation.Identity identity) {
            return new Generation.Identity(
                    identity.always(), unlessOne(identity.start()), unlessOne(identity.increment()));
        }
        return generation instanceof Generation.Computed computed
                ? new Generation.Computed(expression(computed.expression()), true)
                : generation;
    }

    private static @Nullable Long unlessOne(@Nullable Long number) {
        return number == null || number == 1 ? null : number;
    }

    private SqlText expression(SqlText text) {
        return SqlText.of(Expressions.normal(dialect.words(text)));
    }

    private Constraint constraint(Table table, Constraint constraint) {
        if (constraint instanceof Check check) {
            return new Check(check.name(), expression(check.expression()), true);
        }
        return constraint instanceof ForeignKey key ? foreignKey(table, key) : constraint;
    }

    /** Without columns a key refers to the primary key, which is known here for a table that refers to itself. */
    private static ForeignKey foreignKey(Table table, ForeignKey key) {
        boolean own = key.referencedColumns().isEmpty() && key.references().equals(table.name());
        List<String> target =
                own ? table.primaryKey().map(PrimaryKey::columns).orElse(List.of()) : key.referencedColumns();
        return new ForeignKey(
                key.name(),
                key.columns(),
                key.references(),
                target,
                key.onDelete(),
                key.onUpdate(),
                Deferrability.NOT_DEFERRABLE,
                null,
                true);
    }

    private static Index index(Index index) {
        List<IndexMember> members = new ArrayList<>();
        for (IndexMember member : index.members()) {
            members.add(member(member));
        }
        return new Index(
                index.name(),
                members,
                index.distinct(),
                !index.distinct() || index.nullsDistinct(),
                "btree".equalsIgnoreCase(index.method()) ? null : index.method(),
                index.where(),
                index.include(),
                Map.of());
    }

    /** NULLs are low unless the database is told otherwise: first upwards, last downwards. */
    private static IndexMember member(IndexMember member) {
        IndexMember.Nulls usual = member.descending() ? IndexMember.Nulls.LAST : IndexMember.Nulls.FIRST;
        return new IndexMember(
                member.column(),
                member.expression(),
                member.descending(),
                member.nulls() == usual ? null : member.nulls(),
                member.operatorClass(),
                member.collation(),
                member.prefix());
    }
}
