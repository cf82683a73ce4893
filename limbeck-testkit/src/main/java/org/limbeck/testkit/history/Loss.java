package org.limbeck.testkit.history;

/**
 * Data that did not come back when a revision was taken down.
 *
 * @param revision the id
 * @param what {@code column orders.phone}, or {@code rows of orders}
 * @param rows how many rows lost something
 * @param declared why the script may lose it: what {@code op.lossy} says, or that its upgrade drops it; empty if it
 *     says nothing
 */
public record Loss(String revision, String what, long rows, String declared) {

    /** {@code 3f2a9c1b7d04 loses column orders.phone (2 rows): dropped by its upgrade}. */
    @Override
    public String toString() {
        return revision + " loses " + what + " (" + rows + (rows == 1 ? " row)" : " rows)")
                + (declared.isEmpty() ? "" : ": " + declared);
    }
}
