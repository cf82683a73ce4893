package org.limbeck.migration;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.operation.Operation;

/**
 * What a project decides in code rather than in its settings: a class named {@code Environment}, in a file
 * {@code Environment.java} beside the scripts. Needs a constructor without parameters; used by one thread at a time.
 */
public interface Environment {

    /**
     * The address of a database whose settings have no {@code url}.
     *
     * @param database its name in the settings
     * @param variables the environment variables
     * @return a JDBC address, or null for none
     */
    default @Nullable String url(String database, Map<String, String> variables) {
        return null;
    }

    /**
     * Whether an object is compared. Asked for objects of the model and of the database alike; one that is left out is
     * neither created nor dropped nor changed.
     *
     * @param kind {@code table}, {@code column}, {@code index}, {@code constraint}, {@code sequence}, {@code enum},
     *     {@code view}, {@code routine}, {@code trigger}
     * @param name {@code [schema.]table} or {@code [schema.]table.object}
     */
    default boolean includes(String kind, String name) {
        return true;
    }

    /** The operations of a draft in another form: changed, added to, or fewer. */
    default List<Operation> edit(List<Operation> upgrade) {
        return upgrade;
    }
}
