package org.limbeck.command;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionNode;
import org.limbeck.journal.Journal;
import org.limbeck.journal.JournalRow;
import org.limbeck.journal.RowState;
import org.limbeck.load.Scripts;

/**
 * What the journal says, seen with the scripts. Immutable.
 *
 * @param versioned whether there is a journal
 * @param rows the rows of the journal
 */
public record Situation(Scripts scripts, boolean versioned, List<JournalRow> rows) {

    public Situation {
        rows = List.copyOf(rows);
    }

    /**
     * Reads the journal, by one query.
     *
     * @throws org.limbeck.error.LimbeckException KIND_CHANGED if the rows were written on another kind of database
     */
    static Situation read(Scripts scripts, OpenDatabase database, Journal journal) throws SQLException {
        return of(scripts, database, journal.read(database.connection()));
    }

    /** The same, with rows as {@link Journal#glance} reads them: enough to see that there is nothing to do. */
    static Situation glance(Scripts scripts, OpenDatabase database, Journal journal) throws SQLException {
        return of(scripts, database, journal.glance(database.connection()));
    }

    private static Situation of(Scripts scripts, OpenDatabase database, Optional<List<JournalRow>> rows) {
        Situation situation = new Situation(scripts, rows.isPresent(), rows.orElse(List.of()));
        situation.requireKind(database.dialect());
        return situation;
    }

    private void requireKind(Dialect dialect) {
        for (JournalRow row : rows) {
            if (!row.kind().equals(dialect.name())) {
                throw Problem.of(
                                ErrorCode.KIND_CHANGED,
                                "This history was applied on " + row.kind() + ", and the database is " + dialect.name())
                        .why("Revision " + row.id() + " was applied on " + row.kind() + ".")
                        .todo("A history stays on its kind of database; move the data to a new one instead.")
                        .exception();
            }
        }
    }

    /** The revisions that are applied whole. */
    public AppliedSet applied() {
        return AppliedSet.of(
                scripts.graph(),
                rows.stream().filter(row -> !row.dirty()).map(JournalRow::id).toList());
    }

    /** The revisions that have a row, half-done ones included. */
    AppliedSet touched() {
        return AppliedSet.of(scripts.graph(), rows.stream().map(JournalRow::id).toList());
    }

    /** The half-done revisions. */
    public List<JournalRow> dirty() {
        return rows.stream().filter(JournalRow::dirty).toList();
    }

    List<JournalRow> dirty(RowState state) {
        return rows.stream().filter(row -> row.state() == state).toList();
    }

    public Optional<JournalRow> row(String id) {
        for (JournalRow row : rows) {
            if (row.id().equals(id)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    Navigator navigator(Map<String, String> releases) {
        return new Navigator(applied(), releases);
    }

    /** @throws org.limbeck.error.LimbeckException INCOMPLETE_HISTORY if an applied revision stands on one that is not */
    static void requireNoGaps(AppliedSet touched) {
        List<RevisionNode> gaps = touched.gaps();
        if (gaps.isEmpty()) {
            return;
        }
        RevisionNode first = gaps.get(0);
        throw Problem.of(
                        ErrorCode.INCOMPLETE_HISTORY,
                        "Revision " + first.id() + " is not applied, but others that stand on it are"
                                + (gaps.size() == 1 ? "" : " (and so are " + (gaps.size() - 1) + " more)"))
                .at(first.place())
                .why("It was put into the history after they were applied, or its row is gone.")
                .todo("Run it in its place:  limbeck downgrade "
                        + (first.downs().isEmpty() ? "base" : first.downs().get(0)) + "  and upgrade again")
                .todo("Or record it, if the database has what it does:  limbeck stamp " + first.id()
                        + " --reason \"...\"")
                .exception();
    }

    /** @throws org.limbeck.error.LimbeckException DIRTY_REVISION if a revision is half done */
    void requireClean() {
        for (JournalRow row : dirty()) {
            throw Problem.of(
                            ErrorCode.DIRTY_REVISION,
                            "Revision " + row.id() + " is half done ("
                                    + row.state().word() + ")")
                    .why("It stopped at " + row.position() + ", " + row.at() + ", by " + row.by() + "@" + row.host()
                            + ".")
                    .todo("Finish it with  limbeck " + (row.state() == RowState.UPGRADING ? "upgrade" : "downgrade")
                            + " , or go back with the opposite.")
                    .exception();
        }
    }
}
