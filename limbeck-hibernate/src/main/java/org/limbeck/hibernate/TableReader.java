package org.limbeck.hibernate;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.hibernate.boot.Metadata;
import org.hibernate.dialect.identity.IdentityColumnSupport;
import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Feature;
import org.limbeck.hibernate.ColumnDefinition.Condition;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Generation;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.schema.Unique;

/** Reads one table of Hibernate's metadata. */
final class TableReader {
    private final Metadata metadata;
    private final org.hibernate.dialect.Dialect hibernate;
    private final Dialect dialect;
    private final MappedNames names;
    private final EnumTypes enums;
    private final org.hibernate.mapping.Table source;
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<String> uniques = new ArrayList<>();

    TableReader(
            Metadata metadata,
            Dialect dialect,
            MappedNames names,
            EnumTypes enums,
            org.hibernate.mapping.Table source) {
        this.metadata = metadata;
        this.hibernate = metadata.getDatabase().getDialect();
        this.dialect = dialect;
        this.names = names;
        this.enums = enums;
        this.source = source;
    }

    /** The table without foreign keys, which need the names of other tables. */
    Table read() {
        List<Column> columns = new ArrayList<>();
        for (org.hibernate.mapping.Column column : source.getColumns()) {
            columns.add(column(column));
        }
        if (source.getPrimaryKey() != null) {
            List<String> key = names.of(source.getPrimaryKey().getColumns());
            constraints.add(0, PrimaryKey.of(key.toArray(String[]::new)));
            columns.sort(Comparator.comparing(c -> !key.contains(c.name())));
        }
        Keys keys = new Keys(source, names, dialect);
        constraints.addAll(keys.uniques());
        uniques.stream().filter(c -> !hasUnique(List.of(c))).forEach(c -> constraints.add(Unique.of(c)));
        source.getChecks().forEach(c -> constraints.add(check(c.getName(), c.getConstraint())));
        Map<String, String> options =
                Options.of(source).map(words -> Map.of(dialect.name(), words)).orElse(Map.of());
        String comment = source.getComment();
        return new Table(names.of(source), columns, constraints, keys.indexes(), comment, options);
    }

    private boolean hasUnique(List<String> columns) {
        return constraints.stream()
                .anyMatch(c -> c.columns().equals(columns) && (c instanceof Unique || c instanceof PrimaryKey));
    }

    private Check check(@Nullable String name, String expression) {
        Check check = Check.of(ColumnDefinition.inner(expression));
        return name == null || name.isEmpty() ? check : check.named(names.word(name));
    }

    // ---- columns

    private Column column(org.hibernate.mapping.Column column) {
        String name = names.of(column);
        ColumnDefinition definition = ColumnDefinition.parse(definition(column));
        DataType type = type(definition.type, name);
        for (Condition condition : definition.checks) {
            constraints.add(check(condition.name(), condition.expression()));
        }
        column.getCheckConstraints().forEach(c -> constraints.add(check(c.getName(), c.getConstraint())));
        if (definition.unique || column.isUnique()) {
            uniques.add(name);
        }
        String defaultSql = column.getDefaultValue() != null ? column.getDefaultValue() : definition.defaultSql;
        String comment = column.getComment() != null ? column.getComment() : definition.comment;
        String words = words(column, definition);
        return new Column(
                name,
                type,
                column.isNullable() && !definition.notNull,
                defaultSql == null ? null : Defaults.of(defaultSql, type),
                generation(column, definition),
                comment,
                collation(column, definition),
                words.isEmpty() ? Map.of() : Map.of(dialect.name(), words));
    }

    private static String words(org.hibernate.mapping.Column column, ColumnDefinition definition) {
        List<String> words = new ArrayList<>(definition.rest);
        Options.of(column).ifPresent(words::add);
        return String.join(" ", words);
    }

    private @Nullable String collation(org.hibernate.mapping.Column column, ColumnDefinition definition) {
        String collation = column.getCollation() != null ? column.getCollation() : definition.collation;
        return collation == null ? null : MappedNames.unquoted(collation);
    }

    /** What Hibernate itself would write behind the name, as far as the type and the numbers go. */
    private String definition(org.hibernate.mapping.Column column) {
        String type = column.getSqlType(metadata);
        if (!column.isIdentity() || source.getPrimaryKey() == null) {
            return type;
        }
        IdentityColumnSupport identity = hibernate.getIdentityColumnSupport();
        // The method that asks the metadata for the code has another signature in version 7.
        Integer code = column.getSqlTypeCode();
        String words = identity.getIdentityColumnString(code == null ? Types.BIGINT : code);
        return identity.hasDataTypeInIdentityColumn() ? type + " " + words : words;
    }

    private DataType type(String spelling, String column) {
        DataType type = enums.type(dialect.readType(spelling));
        boolean unnamed = type.kind() == TypeKind.ENUM && type.name() == null;
        return unnamed ? DataType.ofEnum(source.getName() + "_" + column, type.values()) : type;
    }

    private @Nullable Generation generation(org.hibernate.mapping.Column column, ColumnDefinition definition) {
        String generated = column.getGeneratedAs();
        if (generated != null) {
            ColumnDefinition words = ColumnDefinition.parse("x " + hibernate.generatedAs(generated));
            String expression = words.computed == null ? generated : words.computed;
            return computed(expression, words.stored);
        }
        if (definition.computed != null) {
            return computed(definition.computed, definition.stored);
        }
        return definition.identity || column.isIdentity()
                ? new Generation.Identity(definition.always, null, null)
                : null;
    }

    /** Where nothing is computed when read, the word that says so may be missing. */
    private Generation computed(String expression, boolean stored) {
        return new Generation.Computed(SqlText.of(expression), stored || !dialect.supports(Feature.VIRTUAL_COMPUTED));
    }
}
