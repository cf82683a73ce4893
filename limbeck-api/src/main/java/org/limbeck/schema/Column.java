package org.limbeck.schema;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Columns are nullable unless said otherwise.
 *
 * @param name exact, never parsed
 * @param type the type
 * @param nullable whether NULL is allowed
 * @param defaultValue the default, or null for none
 * @param generation how the database fills it, or null
 * @param comment the comment, or null
 * @param collation the collation in the database's spelling, or null for its default
 * @param options further words of the column's definition, by dialect name ({@code ON UPDATE CURRENT_TIMESTAMP})
 */
public record Column(
        String name,
        DataType type,
        boolean nullable,
        @Nullable DefaultValue defaultValue,
        @Nullable Generation generation,
        @Nullable String comment,
        @Nullable String collation,
        Map<String, String> options)
        implements TablePart {

    public Column {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column needs a name");
        }
        Objects.requireNonNull(type, "type");
        options = Copies.of(options);
    }

    /** A column without further words. */
    public Column(
            String name,
            DataType type,
            boolean nullable,
            @Nullable DefaultValue defaultValue,
            @Nullable Generation generation,
            @Nullable String comment,
            @Nullable String collation) {
        this(name, type, nullable, defaultValue, generation, comment, collation, Map.of());
    }

    public static Column of(String name, DataType type) {
        return new Column(name, type, true, null, null, null, null, Map.of());
    }

    public Column notNull() {
        return withNullable(false);
    }

    /** The same column after another one of its table got another name. */
    public Column renameColumn(String from, String to) {
        return generation instanceof Generation.Computed computed
                ? withGeneration(
                        new Generation.Computed(Renaming.in(computed.expression(), from, to), computed.stored()))
                : this;
    }

    public Column withNullable(boolean allowed) {
        return new Column(name, type, allowed, defaultValue, generation, comment, collation, options);
    }

    public Column named(String newName) {
        return new Column(newName, type, nullable, defaultValue, generation, comment, collation, options);
    }

    public Column withType(DataType newType) {
        return new Column(name, newType, nullable, defaultValue, generation, comment, collation, options);
    }

    public Column withDefault(@Nullable DefaultValue value) {
        return new Column(name, type, nullable, value, generation, comment, collation, options);
    }

    public Column withGeneration(@Nullable Generation how) {
        return new Column(name, type, nullable, defaultValue, how, comment, collation, options);
    }

    /** A literal default: the value itself, never SQL; null for an explicit NULL. */
    public Column defaultTo(@Nullable Object value) {
        return withDefault(new DefaultValue.Literal(value));
    }

    /** An expression default: SQL such as {@code now()}. */
    public Column defaultSql(String sql) {
        return withDefault(new DefaultValue.Expression(SqlText.of(sql)));
    }

    /** An expression default with other words for one dialect; {@link #defaultSql} must come first. */
    public Column defaultSqlOn(String dialect, String sql) {
        if (!(defaultValue instanceof DefaultValue.Expression expression)) {
            throw new IllegalStateException("defaultSqlOn needs defaultSql before it, for all other dialects");
        }
        return withDefault(new DefaultValue.Expression(expression.sql().on(dialect, sql)));
    }

    /** Numbers handed out by the database; explicit values are allowed. */
    public Column autoIncrement() {
        return withGeneration(new Generation.Identity(false, null, null));
    }

    /** Numbers handed out by the database; explicit values are refused where the database can. */
    public Column autoIncrementAlways() {
        return withGeneration(new Generation.Identity(true, null, null));
    }

    /** The first number that the database hands out; {@link #autoIncrement} must come first. */
    public Column startingAt(long first) {
        return withGeneration(identity("startingAt").startingAt(first));
    }

    /** The step between the numbers that the database hands out; {@link #autoIncrement} must come first. */
    public Column incrementBy(long step) {
        return withGeneration(identity("incrementBy").incrementBy(step));
    }

    private Generation.Identity identity(String word) {
        if (!(generation instanceof Generation.Identity identity)) {
            throw new IllegalStateException(word + " needs autoIncrement before it");
        }
        return identity;
    }

    /** Numbers from a sequence ({@code [schema.]name}) where there are sequences, else an identity. */
    public Column fromSequence(String sequence) {
        return withGeneration(new Generation.FromSequence(QualifiedName.parse(sequence)));
    }

    /** Computed from other columns and kept in the row. */
    public Column storedAs(String expression) {
        return withGeneration(new Generation.Computed(SqlText.of(expression), true));
    }

    /** Computed from other columns when read. */
    public Column virtualAs(String expression) {
        return withGeneration(new Generation.Computed(SqlText.of(expression), false));
    }

    /** Other words for the computed expression on one dialect. */
    public Column computedOn(String dialect, String expression) {
        if (!(generation instanceof Generation.Computed computed)) {
            throw new IllegalStateException("computedOn needs storedAs or virtualAs before it");
        }
        return withGeneration(computed.on(dialect, expression));
    }

    public Column comment(@Nullable String text) {
        return new Column(name, type, nullable, defaultValue, generation, text, collation, options);
    }

    public Column collate(@Nullable String newCollation) {
        return new Column(name, type, nullable, defaultValue, generation, comment, newCollation, options);
    }

    /** Further words of the column's definition on one dialect, such as {@code ON UPDATE CURRENT_TIMESTAMP}. */
    public Column option(String dialect, String words) {
        return withOptions(Copies.with(options, dialect, words));
    }

    /** The same column with other further words. */
    public Column withOptions(Map<String, String> newOptions) {
        return new Column(name, type, nullable, defaultValue, generation, comment, collation, newOptions);
    }
}
