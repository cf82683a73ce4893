package org.limbeck.operation;

import java.util.List;
import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Inserts rows, or updates those whose key is there. */
public record UpsertRows(QualifiedName table, List<String> key, List<Row> rows) implements Operation {

    public UpsertRows {
        key = List.copyOf(key);
        rows = List.copyOf(rows);
    }

    @Override
    public Schema evolve(Schema before) {
        return before;
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.none("the former rows of table " + table + " are not known");
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
        return "upsert " + rows.size() + (rows.size() == 1 ? " row" : " rows") + " into " + table;
    }
}
