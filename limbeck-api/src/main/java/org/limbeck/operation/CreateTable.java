package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.Table;

/** Creates a table with its columns, constraints and indexes. */
public record CreateTable(Table table) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.with(table);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new DropTable(table.name(), table));
    }

    @Override
    public Set<QualifiedName> tables() {
        return Set.of(table.name());
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return "create table " + table.name();
    }
}
