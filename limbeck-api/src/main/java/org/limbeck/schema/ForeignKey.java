package org.limbeck.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Every row refers to a row of another table, or of the same.
 *
 * @param references the table referred to
 * @param referencedColumns its columns; empty for its primary key
 * @param match the MATCH clause ({@code FULL}, {@code SIMPLE}), or null for the database's own
 * @param validated false if existing rows were not checked ({@code NOT VALID})
 */
public record ForeignKey(
        @Nullable String name,
        List<String> columns,
        QualifiedName references,
        List<String> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        Deferrability deferrability,
        @Nullable String match,
        boolean validated)
        implements Constraint {

    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
        if (!referencedColumns.isEmpty() && referencedColumns.size() != columns.size()) {
            throw new IllegalArgumentException("a foreign key over " + columns.size() + " columns refers to "
                    + referencedColumns.size() + " columns of " + references);
        }
    }

    public static ForeignKey of(List<String> columns, QualifiedName references, List<String> referencedColumns) {
        return new ForeignKey(
                null,
                columns,
                references,
                referencedColumns,
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Deferrability.NOT_DEFERRABLE,
                null,
                true);
    }

    @Override
    public ForeignKey named(String newName) {
        return new ForeignKey(
                newName, columns, references, referencedColumns, onDelete, onUpdate, deferrability, match, validated);
    }

    public ForeignKey onDelete(ReferentialAction action) {
        return new ForeignKey(
                name, columns, references, referencedColumns, action, onUpdate, deferrability, match, validated);
    }

    public ForeignKey onUpdate(ReferentialAction action) {
        return new ForeignKey(
                name, columns, references, referencedColumns, onDelete, action, deferrability, match, validated);
    }

    public ForeignKey deferrable(Deferrability when) {
        return new ForeignKey(name, columns, references, referencedColumns, onDelete, onUpdate, when, match, validated);
    }

    public ForeignKey match(String clause) {
        return new ForeignKey(
                name, columns, references, referencedColumns, onDelete, onUpdate, deferrability, clause, validated);
    }

    /** Existing rows are not checked yet; a later {@code validateConstraint} does it. */
    public ForeignKey notValid() {
        return withValidated(false);
    }

    public ForeignKey withValidated(boolean checked) {
        return new ForeignKey(
                name, columns, references, referencedColumns, onDelete, onUpdate, deferrability, match, checked);
    }

    /** The same key towards another table or other columns of it. */
    public ForeignKey towards(QualifiedName table, List<String> tableColumns) {
        return new ForeignKey(name, columns, table, tableColumns, onDelete, onUpdate, deferrability, match, validated);
    }

    @Override
    public ForeignKey renameColumn(String from, String to) {
        return new ForeignKey(
                name,
                Renaming.in(columns, from, to),
                references,
                referencedColumns,
                onDelete,
                onUpdate,
                deferrability,
                match,
                validated);
    }
}
