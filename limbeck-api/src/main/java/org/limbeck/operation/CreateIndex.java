package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/**
 * Creates an index.
 *
 * @param concurrently true to let writes go on meanwhile; only PostgreSQL needs the word, elsewhere it changes nothing
 */
public record CreateIndex(QualifiedName table, Index index, boolean concurrently) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.mapTable(table, t -> t.plus(index));
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new DropIndex(table, index.name(), index, concurrently));
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
        return "create index " + index.name() + " on " + table;
    }
}
