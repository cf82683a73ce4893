package org.limbeck.migration;

import java.util.List;

import org.limbeck.operation.OnDialects;
import org.limbeck.operation.Operation;

/** A choice by dialect that may have another side. */
public final class DialectChoice extends Slot<OnDialects> {
    DialectChoice(Op op, OnDialects operation) {
        super(op, operation);
    }

    public void otherwise(Block block) {
        List<Operation> other = op().inside(block);
        refine(o -> new OnDialects(o.dialects(), o.then(), other));
    }
}
