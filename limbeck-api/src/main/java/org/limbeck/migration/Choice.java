package org.limbeck.migration;

import java.util.List;

import org.limbeck.operation.Operation;
import org.limbeck.operation.WhenCondition;

/** A condition that may have another side. */
public final class Choice extends Slot<WhenCondition> {
    Choice(Op op, WhenCondition operation) {
        super(op, operation);
    }

    public void otherwise(Block block) {
        List<Operation> other = op().inside(block);
        refine(o -> new WhenCondition(o.condition(), o.then(), other));
    }
}
