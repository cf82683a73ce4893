package org.limbeck.dialect;

import java.util.Optional;

import org.limbeck.operation.Operation;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SchemaView;

/** The schema before an operation; read from the database when first asked, or replayed from history. */
public interface StateView extends SchemaView {

    /** The schema after an operation, without executing it. */
    StateView after(Operation operation);

    /** The table in the database's own words; empty where they are not known or not needed. */
    default Optional<Source> source(QualifiedName table) {
        return Optional.empty();
    }

    /** Whether an index is there but was left unfinished by a build that died. */
    default boolean invalidIndex(QualifiedName table, String index) {
        return false;
    }

    /** Whether this is a live database; false offline, where what is not known stays unknown. */
    boolean live();
}
