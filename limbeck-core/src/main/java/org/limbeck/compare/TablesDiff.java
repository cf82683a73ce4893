package org.limbeck.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.limbeck.dialect.Dialect;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.DropTable;
import org.limbeck.operation.SetTableComment;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.View;

/** What differs between the tables of two schemas. */
final class TablesDiff {
    private final Plan plan;
    private final Side have;
    private final Side want;
    private final Dialect dialect;
    private final CompareOptions options;
    private final Texts texts;

    private final Set<QualifiedName> changing = new HashSet<>();
    private final Set<QualifiedName> gone = new HashSet<>();
    private final List<Side.Entry> added = new ArrayList<>();
    private final List<Side.Entry> removed = new ArrayList<>();
    private final Map<QualifiedName, TablePair> pairs = new TreeMap<>();
    private final Map<QualifiedName, Plan.Finding> drops = new TreeMap<>();

    TablesDiff(Plan plan, Side have, Side want) {
        this.plan = plan;
        this.have = have;
        this.want = want;
        this.dialect = have.dialect();
        this.options = have.options();
        this.texts = new Texts(dialect);
        match();
    }

    private void match() {
        have.tables().forEach((name, entry) -> {
            Side.Entry wanted = want.tables().get(name);
            if (wanted == null) {
                removed.add(entry);
            } else if (!entry.normal().equals(wanted.normal())) {
                pairs.put(name, new TablePair(entry, likened(wanted, entry), dialect));
            }
        });
        want.tables().forEach((name, entry) -> {
            if (!have.tables().containsKey(name)) {
                added.add(ordered(entry));
            }
        });
    }

    /** @param gone views that are dropped before tables change */
    void run(Set<QualifiedName> gone) {
        create();
        this.gone.addAll(gone);
        pairs.values().forEach(this::alter);
        Unsaid unsaid = new Unsaid(dialect, options.tablesOnly(), have.tables().values());
        pairs.values().forEach(unsaid::look);
        unsaid.tell(plan);
        drop();
        new KeysInTheWay(plan, pairs, have, want, drops).run();
    }

    /** Tables of which anything changes or that are new. */
    Set<QualifiedName> changing() {
        if (changing.isEmpty()) {
            changing.addAll(pairs.keySet());
            added.forEach(entry -> changing.add(entry.raw().name()));
            removed.forEach(entry -> changing.add(entry.raw().name()));
        }
        return changing;
    }

    // ---- new tables

    private void create() {
        TableOrder order = new TableOrder(added.stream().map(Side.Entry::raw).toList());
        for (Side.Entry entry : added) {
            Table table = entry.raw();
            QualifiedName name = table.name();
            int place = order.place(name);
            Plan.Finding finding =
                    plan.added(new Subject(ObjectKind.TABLE, name, null)).after(Texts.columns(table));
            List<Constraint> inside = new ArrayList<>();
            for (Constraint constraint : table.constraints()) {
                boolean later = constraint instanceof ForeignKey key
                        && (order.isCut(name, key) || pairs.containsKey(key.references()));
                if (later) {
                    finding.doesAt(Phase.ADD_FOREIGN_KEY, name, new AddConstraint(name, constraint));
                } else {
                    inside.add(constraint);
                }
            }
            Table created = table.withConstraints(inside).withIndexes(List.of());
            finding.does(Phase.CREATE_TABLE, place, 0, new CreateTable(created));
            int position = 1;
            for (Index index : table.indexes()) {
                plan.added(new Subject(ObjectKind.INDEX, name, index.name()))
                        .after(texts.part(index))
                        .does(Phase.CREATE_TABLE, place, position++, new CreateIndex(name, index, false));
            }
        }
    }

    /** Entity mappings do not know in which of two forms the database keeps a thing. */
    private Side.Entry likened(Side.Entry wanted, Side.Entry live) {
        if (!options.tablesOnly()) {
            return wanted;
        }
        Table likened = Mapped.likened(dialect.likened(wanted.normal(), live.normal()), live.normal());
        return new Side.Entry(ordered(wanted).raw(), likened, wanted.unnamed());
    }

    /** Nor the order of the columns of a key, which some databases want to be that of what refers to it. */
    private Side.Entry ordered(Side.Entry wanted) {
        return options.tablesOnly()
                ? new Side.Entry(Mapped.ordered(wanted.raw(), have.tables()), wanted.normal(), wanted.unnamed())
                : wanted;
    }

    // ---- changed tables

    private void alter(TablePair pair) {
        new ColumnDiff(plan, pair, dialect, options, holding(pair.name())).run();
        new PartDiff(plan, pair, dialect, options, changing()).run();
        remade(pair);
        Table live = pair.have.normal();
        Table wanted = pair.want.normal();
        boolean silent = options.tablesOnly() && wanted.comment() == null;
        Subject subject = new Subject(ObjectKind.TABLE, pair.name(), null);
        if (!silent && !Objects.equals(live.comment(), wanted.comment())) {
            plan.changed(subject)
                    .aspect("comment")
                    .before(ColumnDiff.said(live.comment()))
                    .after(ColumnDiff.said(wanted.comment()))
                    .does(Phase.ALTER_TABLE, 0, TablePlace.COMMENT, new SetTableComment(pair.name(), wanted.comment()));
        }
        if (!wanted.options().isEmpty() && !wanted.options().equals(live.options())) {
            plan.changed(subject)
                    .aspect("options")
                    .before(texts.options(live.options()).strip())
                    .after(texts.options(wanted.options()).strip())
                    .remark("No operation changes the options of a table; write the statement with  op.sql(...)");
        }
    }

    private List<QualifiedName> holding(QualifiedName table) {
        return dialect.viewsHoldColumns()
                ? have.all().viewsReading(table).stream()
                        .map(View::name)
                        .filter(name -> !gone.contains(name))
                        .toList()
                : List.of();
    }

    /** What hangs on a column that is dropped and added again goes with it and comes again. */
    private void remade(TablePair pair) {
        if (pair.remade.isEmpty()) {
            return;
        }
        for (PartMatch.Pair same : pair.parts.same) {
            org.limbeck.schema.TablePart raw = same.have().raw(pair.have.raw(), dialect);
            List<String> columns = raw instanceof Constraint constraint
                    ? constraint.columns()
                    : raw instanceof Index index ? index.columns() : List.of();
            boolean hangs = columns.stream().map(dialect::nameKey).anyMatch(pair.remade::contains);
            if (hangs && !(raw instanceof ForeignKey)) {
                Plan.Finding finding = plan.changed(new Subject(same.have().kind(), pair.name(), Part.nameOf(raw)))
                        .aspect("made again")
                        .before(texts.part(raw))
                        .after(texts.part(raw));
                PartDiff.drop(finding, pair.name(), raw, false);
                PartDiff.add(finding, pair.name(), raw, false);
            }
        }
    }

    // ---- tables that are not wanted

    private void drop() {
        List<Table> tables = removed.stream().map(Side.Entry::raw).toList();
        TableOrder order = new TableOrder(tables);
        Set<String> taken = newNames();
        boolean early = tables.stream().anyMatch(table -> names(table).stream().anyMatch(taken::contains));
        for (Table table : tables) {
            Plan.Finding finding = plan.removed(new Subject(ObjectKind.TABLE, table.name(), null))
                    .before(Texts.columns(table))
                    .losingData(true);
            drops.put(table.name(), finding);
            for (ForeignKey key : table.foreignKeys()) {
                if (order.isCut(table.name(), key)) {
                    finding.doesAt(Phase.DROP_FOREIGN_KEY, table.name(), PartDiff.dropping(table.name(), key));
                }
            }
            finding.does(
                    early ? Phase.CLEAR : Phase.DROP_TABLE,
                    order.size() - order.place(table.name()),
                    0,
                    new DropTable(table.name(), null));
        }
    }

    /** Names of what comes new, which nothing that goes later may have. */
    private Set<String> newNames() {
        Set<String> taken = new HashSet<>();
        added.forEach(entry -> taken.addAll(names(entry.raw())));
        pairs.values()
                .forEach(pair ->
                        pair.parts.added.forEach(part -> taken.add(dialect.nameKey(String.valueOf(part.name())))));
        return taken;
    }

    private Set<String> names(Table table) {
        Set<String> names = new HashSet<>();
        for (Constraint constraint : table.constraints()) {
            names.add(dialect.nameKey(String.valueOf(constraint.name())));
        }
        for (Index index : table.indexes()) {
            names.add(dialect.nameKey(String.valueOf(index.name())));
        }
        names.remove(dialect.nameKey("null"));
        return names;
    }
}
