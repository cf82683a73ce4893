package org.limbeck.migration;

import org.limbeck.operation.CheckData;

/** A check of rows that may have another query on some dialects. */
public final class DataCheck extends Slot<CheckData> {
    DataCheck(Op op, CheckData operation) {
        super(op, operation);
    }

    /** Another query on one dialect. */
    public DataCheck on(String dialect, String query) {
        refine(o -> new CheckData(o.name(), o.query().on(dialect, query), o.expectation()));
        return this;
    }
}
