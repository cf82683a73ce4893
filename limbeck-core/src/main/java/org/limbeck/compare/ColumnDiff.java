package org.limbeck.compare;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.Operation;
import org.limbeck.operation.SetColumnComment;
import org.limbeck.operation.SetDefault;
import org.limbeck.operation.SetGeneration;
import org.limbeck.operation.SetNullable;
import org.limbeck.operation.SetType;
import org.limbeck.schema.Column;
import org.limbeck.schema.Generation;
import org.limbeck.schema.QualifiedName;

/** What differs between the columns of two tables. */
final class ColumnDiff {
    private final Plan plan;
    private final TablePair pair;
    private final Dialect dialect;
    private final CompareOptions options;
    private final Texts texts;
    /** Views that read the table and hold its columns fast. */
    private final List<QualifiedName> views;
    /** The same, where a column is dropped and added again, for all that is done between. */
    private final List<QualifiedName> around;

    ColumnDiff(Plan plan, TablePair pair, Dialect dialect, CompareOptions options, List<QualifiedName> views) {
        this.plan = plan;
        this.pair = pair;
        this.dialect = dialect;
        this.options = options;
        this.texts = new Texts(dialect);
        this.views = views;
        this.around = pair.columns.values().stream().anyMatch(this::remakes) ? views : List.of();
    }

    void run() {
        for (var entry : pair.columns.entrySet()) {
            TablePair.ColumnPair columns = entry.getValue();
            if (columns.have() == null) {
                added(Objects.requireNonNull(columns.wantRaw()));
            } else if (columns.want() == null) {
                removed(Objects.requireNonNull(columns.haveRaw()));
            } else {
                changed(entry.getKey(), columns);
            }
        }
    }

    private QualifiedName table() {
        return pair.name();
    }

    private Subject subject(Column column) {
        return new Subject(ObjectKind.COLUMN, table(), column.name());
    }

    private void added(Column column) {
        boolean computed = isComputed(column);
        plan.added(subject(column))
                .after(texts.column(column))
                .does(
                        Phase.ALTER_TABLE,
                        0,
                        computed ? TablePlace.ADD_COMPUTED : TablePlace.ADD_COLUMN,
                        new AddColumn(table(), column));
    }

    private void removed(Column column) {
        boolean computed = isComputed(column);
        plan.removed(subject(column))
                .before(texts.column(column))
                .losingData(!computed)
                .does(
                        Phase.ALTER_TABLE,
                        0,
                        computed ? TablePlace.DROP_COMPUTED : TablePlace.DROP_COLUMN,
                        new DropColumn(table(), column.name(), null));
    }

    private static boolean isComputed(@Nullable Column column) {
        return column != null && column.generation() instanceof Generation.Computed;
    }

    private void changed(String key, TablePair.ColumnPair columns) {
        Column have = Objects.requireNonNull(columns.have());
        Column want = Objects.requireNonNull(columns.want());
        Column live = Objects.requireNonNull(columns.haveRaw());
        Column wanted = Objects.requireNonNull(columns.wantRaw()).named(live.name());
        boolean generation = !Objects.equals(have.generation(), want.generation());
        if (remakes(columns)) {
            remake(key, live, wanted);
            comment(live, have, want);
            return;
        }
        boolean type = !have.type().equals(want.type());
        boolean value = !Objects.equals(have.defaultValue(), want.defaultValue());
        if (type) {
            type(key, live, wanted);
        }
        if (generation) {
            generation(key, live, wanted);
        }
        if (value) {
            defaultValue(live, wanted, type || generation);
        }
        if (Objects.requireNonNull(columns.rest()).nullable() != want.nullable()) {
            nullable(live, want.nullable());
        }
        comment(live, have, want);
        byHand(live, have, want);
    }

    /** Whether a computed column has to be dropped and added again. */
    private boolean remakes(TablePair.ColumnPair columns) {
        Column have = columns.have();
        Column want = columns.want();
        if (have == null || want == null || !(isComputed(have) || isComputed(want))) {
            return false;
        }
        Column wanted = Objects.requireNonNull(columns.wantRaw()).named(have.name());
        return readsChanging(have) || (!Objects.equals(have.generation(), want.generation()) && !canGenerate(wanted));
    }

    /** Whether a computed column reads one whose type cannot change meanwhile. */
    private boolean readsChanging(Column live) {
        if (!dialect.computedColumnsHoldOthers() || !(live.generation() instanceof Generation.Computed computed)) {
            return false;
        }
        Set<String> names = Words.names(dialect.words(computed.expression()));
        return pair.columns.entrySet().stream()
                .anyMatch(other -> other.getValue().retyped() && names.contains(other.getKey()));
    }

    private Plan.Finding changing(Column column, String aspect, String before, String after) {
        return plan.changed(subject(column)).aspect(aspect).before(before).after(after);
    }

    private void type(String key, Column live, Column wanted) {
        pair.retyped.add(key);
        changing(live, "type", texts.type(live.type()), texts.type(wanted.type()))
                .does(
                        Phase.ALTER_TABLE,
                        0,
                        TablePlace.SET_TYPE,
                        new SetType(table(), live.name(), wanted.type(), null, true),
                        views);
    }

    private SetGeneration generating(Column wanted) {
        return new SetGeneration(table(), wanted.name(), wanted.generation());
    }

    private boolean canGenerate(Column wanted) {
        return new Feasible(dialect).can(generating(wanted), pair.have.raw());
    }

    private void generation(String key, Column live, Column wanted) {
        if (dialect.keysHoldColumns()) {
            pair.retyped.add(key);
        }
        boolean ends = live.generation() instanceof Generation.Identity;
        boolean begins = wanted.generation() instanceof Generation.Identity;
        int place = begins && !ends
                ? TablePlace.BEGIN_IDENTITY
                : ends && !begins ? TablePlace.END_IDENTITY : TablePlace.SET_GENERATION;
        changing(live, "generation", texts.generation(live.generation()), texts.generation(wanted.generation()))
                .losingData(isComputed(wanted) && !isComputed(live))
                .does(Phase.ALTER_TABLE, 0, place, generating(wanted), around);
    }

    /** A default goes before the type does which it would not fit, and comes when the type is there. */
    private void defaultValue(Column live, Column wanted, boolean more) {
        Plan.Finding finding = changing(
                live,
                "default",
                texts.value(live.defaultValue(), live.type()),
                texts.value(wanted.defaultValue(), wanted.type()));
        SetDefault end = new SetDefault(table(), live.name(), null);
        if (wanted.defaultValue() == null || (more && live.defaultValue() != null)) {
            finding.does(Phase.ALTER_TABLE, 0, TablePlace.END_DEFAULT, end, around);
        }
        if (wanted.defaultValue() != null) {
            finding.does(
                    Phase.ALTER_TABLE,
                    0,
                    TablePlace.SET_DEFAULT,
                    new SetDefault(table(), live.name(), wanted.defaultValue()),
                    around);
        }
    }

    private void nullable(Column live, boolean allowed) {
        changing(live, "null", allowed ? "not null" : "null", allowed ? "null" : "not null")
                .does(
                        Phase.ALTER_TABLE,
                        0,
                        TablePlace.SET_NULLABLE,
                        new SetNullable(table(), live.name(), allowed),
                        around);
    }

    private void comment(Column live, Column have, Column want) {
        boolean silent = options.tablesOnly() && want.comment() == null;
        if (!silent && !Objects.equals(have.comment(), want.comment())) {
            changing(live, "comment", said(have.comment()), said(want.comment()))
                    .does(
                            Phase.ALTER_TABLE,
                            0,
                            TablePlace.COMMENT,
                            new SetColumnComment(table(), live.name(), want.comment()));
        }
    }

    static String said(@Nullable String comment) {
        return comment == null ? "none" : "'" + comment + "'";
    }

    /** What no operation changes yet. */
    private void byHand(Column live, Column have, Column want) {
        boolean silent = options.tablesOnly() && want.collation() == null;
        if (!silent && !Objects.equals(want.collation(), have.collation())) {
            changing(live, "collation", collation(have), collation(want))
                    .remark("No operation changes a collation; write the statement with  op.sql(...)");
        }
        if (!want.options().equals(have.options()) && !(options.tablesOnly() && Unsaid.options(have, want, dialect))) {
            changing(
                            live,
                            "options",
                            texts.options(have.options()).strip(),
                            texts.options(want.options()).strip())
                    .remark("No operation changes further words of a column; write the statement with  op.sql(...)");
        }
    }

    private static String collation(Column column) {
        return column.collation() == null ? "default" : column.collation();
    }

    /** What cannot be turned is dropped and added again; what is computed is then computed again. */
    private void remake(String key, Column live, Column wanted) {
        pair.remade.add(key);
        Operation drop = new DropColumn(table(), live.name(), null);
        String aspect = readsChanging(live) ? "made again" : "generation";
        changing(live, aspect, texts.generation(live.generation()), texts.generation(wanted.generation()))
                .losingData(!isComputed(live))
                .remark("The database cannot change it; the column is dropped and added again")
                .does(Phase.ALTER_TABLE, 0, TablePlace.REMAKE_DROP, drop, around)
                .does(Phase.ALTER_TABLE, 0, TablePlace.REMAKE_ADD, new AddColumn(table(), wanted), around);
    }
}
