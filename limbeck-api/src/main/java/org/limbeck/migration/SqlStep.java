package org.limbeck.migration;

import java.util.List;

import org.limbeck.operation.Effect;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Operation;
import org.limbeck.schema.SqlText;

/** Raw SQL that may be refined. */
public final class SqlStep extends Slot<ExecuteSql> {
    SqlStep(Op op, ExecuteSql operation) {
        super(op, operation);
    }

    /** Other words on one dialect. */
    public SqlStep on(String dialect, String sql) {
        refine(o -> o.on(dialect, sql));
        return this;
    }

    /** What undoes it. */
    public SqlStep undo(String sql) {
        refine(o -> o.undo(sql));
        return this;
    }

    /** What undoes it on one dialect; {@link #undo} comes first. */
    public SqlStep undoOn(String dialect, String sql) {
        refine(o -> new ExecuteSql(
                o.sql(),
                (o.undo() == null ? SqlText.of("") : o.undo()).on(dialect, sql),
                o.effect(),
                o.repeatable(),
                o.place()));
        return this;
    }

    /** It leaves the schema as it is. */
    public SqlStep effectNone() {
        refine(ExecuteSql::effectNone);
        return this;
    }

    /** What it amounts to for the schema. */
    public SqlStep effect(Block block) {
        List<Operation> operations = op().inside(block);
        refine(o -> new ExecuteSql(o.sql(), o.undo(), new Effect(operations), o.repeatable(), o.place()));
        return this;
    }

    /** It may be executed again when nobody knows whether it was. */
    public SqlStep repeatable() {
        refine(ExecuteSql::repeated);
        return this;
    }
}
