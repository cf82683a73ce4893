package org.limbeck.migration;

import java.util.function.UnaryOperator;

import org.limbeck.operation.Operation;

/** An operation just recorded, which more words may refine before the next one is recorded. */
abstract class Slot<T extends Operation> {
    private final Op op;
    private final int position;
    private T operation;

    Slot(Op op, T operation) {
        this.op = op;
        this.operation = operation;
        this.position = op.add(operation);
    }

    final void refine(UnaryOperator<T> change) {
        operation = change.apply(operation);
        op.replace(position, operation);
    }

    final Op op() {
        return op;
    }
}
