package org.limbeck.operation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** What several operations mean together. */
public final class Blocks {
    private Blocks() {}

    /** The schema after all of them. */
    public static Schema evolve(Schema before, List<? extends Operation> operations) {
        Schema schema = before;
        for (Operation operation : operations) {
            schema = operation.evolve(schema);
        }
        return schema;
    }

    /** What undoes all of them, last first; none if one of them cannot be undone. */
    public static Inverse inverse(SchemaView before, List<? extends Operation> operations) {
        Schema state = before instanceof Schema known ? known : known(before, operations);
        List<List<Operation>> backs = new ArrayList<>();
        for (Operation operation : operations) {
            Inverse back = operation.inverse(state);
            if (back.operations().isEmpty()) {
                return Inverse.none(operation.describe() + ": " + back.reason());
            }
            backs.add(back.operations().get());
            state = operation.evolve(state);
        }
        List<Operation> all = new ArrayList<>();
        for (int i = backs.size() - 1; i >= 0; i--) {
            all.addAll(backs.get(i));
        }
        return Inverse.of(all);
    }

    /** The tables that any of them concerns. */
    public static Set<QualifiedName> tables(List<? extends Operation> operations) {
        Set<QualifiedName> all = new LinkedHashSet<>();
        operations.forEach(operation -> all.addAll(operation.tables()));
        return all;
    }

    private static Schema known(SchemaView view, List<? extends Operation> operations) {
        Schema schema = Schema.EMPTY;
        for (QualifiedName name : tables(operations)) {
            schema = view.table(name).map(schema::with).orElse(schema);
            schema = view.view(name).map(schema::with).orElse(schema);
        }
        return schema;
    }
}
