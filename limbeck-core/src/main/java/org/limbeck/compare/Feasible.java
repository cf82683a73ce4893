package org.limbeck.compare;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.state.ReplayedState;

/** Whether the database can do something at all, as its renderer says. */
final class Feasible {
    private final Dialect dialect;

    Feasible(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Why it cannot be done to a table as it stands; empty where it can. */
    String refusal(Operation operation, Table table) {
        try {
            dialect.renderer().render(java.util.List.of(operation), new ReplayedState(Schema.EMPTY.with(table)));
            return "";
        } catch (LimbeckException e) {
            return e.code() == ErrorCode.NOT_SUPPORTED_HERE ? String.valueOf(e.getMessage()) : "";
        }
    }

    boolean can(Operation operation, Table table) {
        return refusal(operation, table).isEmpty();
    }
}
