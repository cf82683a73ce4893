package org.limbeck.migration;

import org.limbeck.operation.SetType;
import org.limbeck.schema.SqlText;

/** A change of type that may be refined. */
public final class TypeChange extends Slot<SetType> {
    TypeChange(Op op, SetType operation) {
        super(op, operation);
    }

    /** How a value is converted. */
    public TypeChange using(String sql) {
        refine(o -> new SetType(o.table(), o.column(), o.type(), SqlText.of(sql), o.requireFits()));
        return this;
    }

    /** How a value is converted on one dialect; {@link #using} comes first. */
    public TypeChange usingOn(String dialect, String sql) {
        refine(o -> new SetType(
                o.table(),
                o.column(),
                o.type(),
                (o.using() == null ? SqlText.of("") : o.using()).on(dialect, sql),
                o.requireFits()));
        return this;
    }

    /** A value that does not fit stops the revision before anything is changed; so it is unless said otherwise. */
    public TypeChange requireFits() {
        refine(o -> new SetType(o.table(), o.column(), o.type(), o.using(), true));
        return this;
    }

    /** Values that do not fit are cut, as the database does it. */
    public TypeChange truncating() {
        refine(o -> new SetType(o.table(), o.column(), o.type(), o.using(), false));
        return this;
    }
}
