package org.limbeck.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Column;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/**
 * Drops a column.
 *
 * @param definition what the column looked like, for the way back; null to take it from the schema
 */
public record DropColumn(
        QualifiedName table, String column, @Nullable Column definition) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.mapTable(table, t -> Tables.withoutColumn(t, column));
    }

    @Override
    public Inverse inverse(SchemaView before) {
        Column known = definition != null
                ? definition
                : before.table(table).flatMap(t -> t.column(column)).orElse(null);
        return known == null
                ? Inverse.none(
                        "the definition of column " + table + "." + column + " is not known; give it to dropColumn")
                : Inverse.of(new AddColumn(table, known));
    }

    @Override
    public Set<QualifiedName> tables() {
        return Set.of(table);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return "drop column " + table + "." + column;
    }
}
