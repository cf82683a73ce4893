package org.limbeck.migration;

import org.limbeck.operation.RenameEnumValue;

/** A renamed value that may be refined. */
public final class EnumRenaming extends Slot<RenameEnumValue> {
    EnumRenaming(Op op, RenameEnumValue operation) {
        super(op, operation);
    }

    /** The column that keeps the set on databases without named sets. */
    public EnumRenaming in(String table, String column) {
        refine(o -> o.in(table, column));
        return this;
    }
}
