package org.limbeck.compare;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.Schema;

/** What differs between two schemas, and the operations that make one of the other. Pure: the same gives the same. */
public final class SchemaDiff {
    private SchemaDiff() {}

    /**
     * Compares.
     *
     * @param have the schema as it is, usually read from a database
     * @param want the schema as it is to be; what has no name there gets the name of the convention
     * @param dialect for which both are brought into their normal forms
     */
    public static SchemaChanges between(Schema have, Schema want, Dialect dialect, CompareOptions options) {
        return between(have, want, dialect, options, Judgement.NONE);
    }

    /** The same, with what the database itself makes of some of what is wanted. */
    static SchemaChanges between(
            Schema have, Schema want, Dialect dialect, CompareOptions options, Judgement judgement) {
        Plan plan = new Plan();
        Schema own = new OwnSchema(options.ownSchema()).bare(have);
        Schema renamed = new KnownRenames(plan, own, dialect).apply(options.renamings());
        Side live = Side.live(renamed, dialect, options);
        Side wanted = Side.wanted(Spelling.ofLive(renamed, want, dialect), live, judgement);
        judgement.undecided().forEach(plan::remark);
        new ObjectsDiff(plan, live, wanted, judgement).run();
        TablesDiff tables = new TablesDiff(plan, live, wanted);
        ViewsDiff views = new ViewsDiff(plan, live, wanted, tables.changing(), judgement);
        tables.run(views.gone());
        views.run();
        return plan.changes(options.renamings().isEmpty() ? live.all() : own);
    }
}
