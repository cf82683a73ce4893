package org.limbeck.operation;

import java.util.List;
import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Inserts rows. */
public record InsertRows(QualifiedName table, List<Row> rows) implements Operation {

    public InsertRows {
        rows = List.copyOf(rows);
    }

    @Override
    public Schema evolve(Schema before) {
        return before;
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Rows.inverseOfInsert(before, this);
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
        return "insert " + rows.size() + (rows.size() == 1 ? " row" : " rows") + " into " + table;
    }
}
