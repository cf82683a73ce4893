package org.limbeck.dialect;

import java.util.List;

import org.limbeck.operation.Operation;

/** Writes operations as statements of a dialect. Pure but for what it asks of the state before. */
public interface Renderer {

    /**
     * The statements for operations, in groups that cover all of them in order. Operations that are no SQL (data steps,
     * checks, conditions, choices by dialect, inversions, CSV files, notes) are never given.
     *
     * @param before the schema before the first of them
     * @throws org.limbeck.error.LimbeckException NOT_SUPPORTED_HERE with the reason and the way out, where the database
     *     cannot do it; SCHEMA_CONFLICT where the schema before does not fit
     */
    List<StatementGroup> render(List<Operation> operations, StateView before);
}
