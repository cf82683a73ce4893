package org.limbeck.migration;

import org.limbeck.operation.Lossy;
import org.limbeck.schema.SqlText;

/** A loss on purpose, whose count may have another query on some dialects. */
public final class CountedLoss extends Slot<Lossy> {
    private SqlText count;

    CountedLoss(Op op, String why, SqlText count) {
        super(op, new Lossy(why, count));
        this.count = count;
    }

    /** Another query on one dialect. */
    public CountedLoss on(String dialect, String query) {
        count = count.on(dialect, query);
        refine(o -> new Lossy(o.why(), count));
        return this;
    }
}
