package org.limbeck.command;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.Dialect;
import org.limbeck.graph.Standing;
import org.limbeck.journal.Journal;
import org.limbeck.journal.JournalEvent;
import org.limbeck.journal.JournalRow;
import org.limbeck.journal.JournalTables;
import org.limbeck.journal.Who;
import org.limbeck.load.Scripts;

/** Reads how a database stands; changes nothing. */
public final class StatusReader {
    /** Up to as many rows cost less than another round trip. */
    private static final int SHORT = 500;

    private static final int FEW = 100;

    private final DatabaseSettings settings;
    private final Scripts scripts;
    private final OpenDatabase database;
    private final Journal journal;

    public StatusReader(DatabaseSettings settings, Scripts scripts, OpenDatabase database) {
        this.settings = settings;
        this.scripts = scripts;
        this.database = database;
        this.journal = new Journal(database.dialect(), JournalTables.of(settings.journal()), Who.me());
    }

    /** @param checksums whether to look for applied scripts that have another source now, which reads all of them */
    public Status read(boolean checksums) {
        try {
            Situation situation = Situation.read(scripts, database, journal);
            List<String> changed = checksums
                    ? ChecksumCheck.suspects(situation).stream()
                            .map(JournalRow::id)
                            .toList()
                    : List.of();
            return status(situation, Standing.of(situation.applied()), situation.rows(), changed);
        } catch (SQLException e) {
            throw Databases.failed(database.dialect(), settings, e);
        }
    }

    /**
     * The same, with the rows of the last revisions at least, and of those without a script. Of a long history no other
     * rows are read, by one short query more; a short one, or one with half-done revisions, is read whole.
     */
    public Status current() {
        if (scripts.headers().size() <= SHORT) {
            return read(false);
        }
        try {
            Situation situation = Situation.glance(scripts, database, journal);
            Standing standing = Standing.of(situation.applied());
            List<String> ids = new ArrayList<>(standing.unknown());
            standing.current().forEach(node -> ids.add(node.id()));
            if (!situation.dirty().isEmpty() || ids.size() > FEW) {
                return read(false);
            }
            List<JournalRow> rows = ids.isEmpty() ? List.of() : journal.rows(database.connection(), ids);
            return status(situation, standing, rows, List.of());
        } catch (SQLException e) {
            throw Databases.failed(database.dialect(), settings, e);
        }
    }

    private Status status(Situation situation, Standing standing, List<JournalRow> rows, List<String> changed)
            throws SQLException {
        Dialect dialect = database.dialect();
        int tables = situation.versioned() ? -1 : dialect.reflector().countTables(database.connection());
        return new Status(
                settings.name(),
                dialect.name(),
                dialect.title() + " " + dialect.server().version(),
                state(situation, standing, tables),
                standing,
                rows,
                tables,
                changed);
    }

    private static Status.State state(Situation situation, Standing standing, int tables) {
        if (!situation.dirty().isEmpty()) {
            return Status.State.DIRTY;
        }
        if (!situation.versioned()) {
            return tables == 0 ? Status.State.UNVERSIONED_EMPTY : Status.State.UNVERSIONED_WITH_TABLES;
        }
        return switch (standing.state()) {
            case UP_TO_DATE -> Status.State.UP_TO_DATE;
            case AHEAD -> Status.State.AHEAD;
            case DIVERGED -> Status.State.DIVERGED;
            case INCOMPLETE -> Status.State.INCOMPLETE;
            case BEHIND -> standing.severalHeads() ? Status.State.SEVERAL_HEADS : Status.State.BEHIND;
        };
    }

    /** The latest events, the newest first. */
    public List<JournalEvent> events(int most) {
        try {
            return journal.events(database.connection(), most);
        } catch (SQLException e) {
            throw Databases.failed(database.dialect(), settings, e);
        }
    }
}
