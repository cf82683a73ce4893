package org.limbeck.migration;

import org.limbeck.operation.CheckData;
import org.limbeck.operation.Expectation;

/** A check of two counts that may have other queries on some dialects. */
public final class CountCheck extends Slot<CheckData> {
    CountCheck(Op op, CheckData operation) {
        super(op, operation);
    }

    /** Other queries on one dialect. */
    public CountCheck on(String dialect, String query, String otherQuery) {
        refine(o -> new CheckData(
                o.name(),
                o.query().on(dialect, query),
                o.expectation() instanceof Expectation.SameAs same
                        ? new Expectation.SameAs(same.other().on(dialect, otherQuery))
                        : o.expectation()));
        return this;
    }
}
