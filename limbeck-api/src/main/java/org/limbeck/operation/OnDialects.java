package org.limbeck.operation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/**
 * Does one thing on some dialects, another elsewhere.
 *
 * @param dialects {@code mysql} means MariaDB too unless {@code mariadb} is named beside it
 */
public record OnDialects(List<String> dialects, List<Operation> then, List<Operation> otherwise) implements Operation {

    public OnDialects {
        dialects = List.copyOf(dialects);
        then = List.copyOf(then);
        otherwise = List.copyOf(otherwise);
    }

    @Override
    public Schema evolve(Schema before) {
        return before.unknown("it depends on the dialect");
    }

    @Override
    public Inverse inverse(SchemaView before) {
        Inverse there = Blocks.inverse(before, then);
        Inverse elsewhere = Blocks.inverse(before, otherwise);
        return there.flatMap(a -> elsewhere.map(b -> List.of(new OnDialects(dialects, a, b))));
    }

    @Override
    public Set<QualifiedName> tables() {
        Set<QualifiedName> both = new LinkedHashSet<>(Blocks.tables(then));
        both.addAll(Blocks.tables(otherwise));
        return both;
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return "on " + String.join(", ", dialects);
    }
}
