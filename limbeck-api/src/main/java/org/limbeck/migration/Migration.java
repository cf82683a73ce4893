package org.limbeck.migration;

/**
 * A revision written in Java. Its methods record operations; nothing runs inside them, and they are called twice to see
 * that they record the same.
 */
public interface Migration {

    /** Records the way up. */
    void upgrade(Op op);

    /** Records the way down; {@code op.invert(this::upgrade)} is the short form. */
    default void downgrade(Op op) {
        op.irreversible("the script has no downgrade");
    }

    /** Records the checks that run after the way up, before the revision counts as applied. */
    default void verify(Checks check) {}
}
