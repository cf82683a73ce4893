package org.limbeck.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.Table;

/**
 * Drops a table.
 *
 * @param definition what the table looked like, for the way back; null to take it from the schema
 */
public record DropTable(QualifiedName name, @Nullable Table definition) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.withoutTable(name);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        Table known = definition != null ? definition : before.table(name).orElse(null);
        return known == null
                ? Inverse.none("the definition of table " + name + " is not known; give it to dropTable")
                : Inverse.of(new CreateTable(known));
    }

    @Override
    public Set<QualifiedName> tables() {
        return Set.of(name);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return "drop table " + name;
    }
}
