package org.limbeck.compare;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How two schemas are compared.
 *
 * @param filter what is compared at all
 * @param tablesOnly true if the wanted schema can say no more than tables, columns, constraints, indexes and sequences,
 *     as entity mappings can: views, routines, triggers, extensions, indexes of parts of a table or with methods, and
 *     comments and collations that are not given, are left alone
 * @param constraintNames true if a constraint that is alike but for its name is to be renamed. By default it is the same
 *     constraint, for tools give names as they like. An index is renamed when the wanted name was chosen by a person
 * @param renamings what a person says was renamed
 * @param ownSchema the name of the connection's own schema, whose things are the same with and without it; null where it
 *     is not known
 */
public record CompareOptions(
        Filter filter,
        boolean tablesOnly,
        boolean constraintNames,
        List<Renaming> renamings,
        @Nullable String ownSchema) {

    /** Everything is compared; names of constraints are not. */
    public static final CompareOptions USUAL = new CompareOptions(Filter.USUAL, false, false, List.of(), null);

    public CompareOptions {
        renamings = List.copyOf(renamings);
    }

    public CompareOptions withFilter(Filter other) {
        return new CompareOptions(other, tablesOnly, constraintNames, renamings, ownSchema);
    }

    public CompareOptions withTablesOnly(boolean only) {
        return new CompareOptions(filter, only, constraintNames, renamings, ownSchema);
    }

    public CompareOptions withConstraintNames(boolean matter) {
        return new CompareOptions(filter, tablesOnly, matter, renamings, ownSchema);
    }

    public CompareOptions withRenamings(List<Renaming> known) {
        return new CompareOptions(filter, tablesOnly, constraintNames, known, ownSchema);
    }

    public CompareOptions withOwnSchema(@Nullable String name) {
        return new CompareOptions(filter, tablesOnly, constraintNames, renamings, name);
    }

    boolean takes(ObjectKind kind) {
        boolean known = switch (kind) {
            case VIEW, ROUTINE, TRIGGER, EXTENSION -> !tablesOnly;
            default -> true;
        };
        return known && filter.takes(kind);
    }
}
