package org.limbeck.migration;

import org.limbeck.operation.SetDefault;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SqlText;

/** An expression default that may have other words on some dialects. */
public final class SqlDefault extends Slot<SetDefault> {
    private SqlText sql;

    SqlDefault(Op op, QualifiedName table, String column, SqlText sql) {
        super(op, new SetDefault(table, column, new DefaultValue.Expression(sql)));
        this.sql = sql;
    }

    /** Other words on one dialect. */
    public SqlDefault on(String dialect, String words) {
        sql = sql.on(dialect, words);
        refine(o -> new SetDefault(o.table(), o.column(), new DefaultValue.Expression(sql)));
        return this;
    }
}
