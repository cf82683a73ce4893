package org.limbeck.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/**
 * Gives a value of a named set another name, in the rows too.
 *
 * @param column where the set is kept on databases without named sets, or null
 */
public record RenameEnumValue(
        QualifiedName name,
        String from,
        String to,
        @Nullable ColumnRef column) implements Operation {

    /** The same renaming, for databases that keep the set at a column. */
    public RenameEnumValue in(String table, String columnName) {
        return new RenameEnumValue(name, from, to, new ColumnRef(QualifiedName.parse(table), columnName));
    }

    @Override
    public Schema evolve(Schema before) {
        return Enums.rename(before, this);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new RenameEnumValue(name, to, from, column));
    }

    @Override
    public Set<QualifiedName> tables() {
        return column == null ? Set.of() : Set.of(column.table());
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return "rename value '" + from + "' of enum " + name;
    }
}
