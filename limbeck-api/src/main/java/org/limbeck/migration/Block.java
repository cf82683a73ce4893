package org.limbeck.migration;

/** Records into a recorder of its own. */
@FunctionalInterface
public interface Block {
    void record(Op op);
}
