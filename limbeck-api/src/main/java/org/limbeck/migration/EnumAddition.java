package org.limbeck.migration;

import org.limbeck.operation.AddEnumValue;

/** An added value that may be refined. */
public final class EnumAddition extends Slot<AddEnumValue> {
    EnumAddition(Op op, AddEnumValue operation) {
        super(op, operation);
    }

    public EnumAddition after(String value) {
        refine(o -> o.after(value));
        return this;
    }

    /** The column that keeps the set on databases without named sets. */
    public EnumAddition in(String table, String column) {
        refine(o -> o.in(table, column));
        return this;
    }
}
