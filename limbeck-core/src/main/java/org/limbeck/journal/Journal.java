package org.limbeck.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Failure;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.dialect.Names;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.StatementGroup;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.operation.CreateTable;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.state.ReplayedState;

/** Reads and writes the journal tables. Never begins or ends a transaction. Immutable and thread-safe. */
public final class Journal {
    private static final List<String> COLUMNS = List.of(
            "id",
            "state",
            "position",
            "message",
            "source_hash",
            "checksum",
            "kind",
            "finished_at",
            "finished_by",
            "host",
            "version",
            "millis",
            "tag");

    private static final List<String> WRITTEN =
            Stream.concat(COLUMNS.stream(), Stream.of("details")).toList();

    private static final List<String> DECIDING = List.of("id", "state", "source_hash", "kind");

    private final Dialect dialect;
    private final JournalTables tables;
    private final Who who;
    private final String insert;
    private final String update;

    public Journal(Dialect dialect, JournalTables tables, Who who) {
        this.dialect = dialect;
        this.tables = tables;
        this.who = who;
        this.insert = "INSERT INTO " + id(tables.revision()) + " (" + columns(WRITTEN) + ")";
        this.update = "UPDATE " + id(tables.revision()) + " SET "
                + joined(WRITTEN, column -> dialect.identifier(column) + " = ?") + " WHERE " + dialect.identifier("id")
                + " = ?";
    }

    public JournalTables tables() {
        return tables;
    }

    public Who who() {
        return who;
    }

    /** The time as the journal writes it. */
    public static String now() {
        return text(System.currentTimeMillis());
    }

    /** As {@link java.time.Instant} writes it, whose formatter costs more than all else of a row. */
    static String text(long millis) {
        int nanos = (int) Math.floorMod(millis, 1000L) * 1_000_000;
        String text = LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), nanos, ZoneOffset.UTC)
                .toString();
        return text + (text.length() == "2026-11-20T09:31".length() ? ":00Z" : "Z");
    }

    // ---- reading

    /**
     * All rows, by one query; empty if there is no journal.
     *
     * @throws org.limbeck.error.LimbeckException FOREIGN_JOURNAL if a table of our name is not ours
     */
    public Optional<List<JournalRow>> read(Connection connection) throws SQLException {
        return read(connection, COLUMNS, Journal::row);
    }

    /** The same, with what decides and without what is told to people: message, checksum, who and when are empty. */
    public Optional<List<JournalRow>> glance(Connection connection) throws SQLException {
        return read(connection, DECIDING, Journal::brief);
    }

    /** The rows of some revisions, by one query. */
    public List<JournalRow> rows(Connection connection, List<String> ids) throws SQLException {
        String sql = "SELECT " + columns(COLUMNS) + " FROM " + id(tables.revision()) + " WHERE "
                + dialect.identifier("id") + " IN (" + joined(ids, id -> "?") + ")";
        List<JournalRow> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.size(); i++) {
                statement.setString(i + 1, ids.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row(rows));
                }
            }
        }
        return found;
    }

    /** Makes a row. */
    @FunctionalInterface
    private interface RowReader {
        JournalRow read(ResultSet rows) throws SQLException;
    }

    private Optional<List<JournalRow>> read(Connection connection, List<String> columns, RowReader reader)
            throws SQLException {
        if (connection.getAutoCommit()) {
            return readRows(connection, columns, reader);
        }
        // In a transaction a missing table must not be the end of it.
        Savepoint before = connection.setSavepoint();
        Optional<List<JournalRow>> rows = readRows(connection, columns, reader);
        if (rows.isEmpty()) {
            connection.rollback(before);
        }
        return rows;
    }

    private Optional<List<JournalRow>> readRows(Connection connection, List<String> columns, RowReader reader)
            throws SQLException {
        String sql = "SELECT " + columns(columns) + " FROM " + id(tables.revision());
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<JournalRow> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return Optional.of(read);
        } catch (SQLException e) {
            if (dialect.failure(e) == Failure.NO_SUCH_TABLE) {
                return Optional.empty();
            }
            throw foreign(connection, e);
        }
    }

    private SQLException foreign(Connection connection, SQLException e) throws SQLException {
        if (dialect.failure(e) != Failure.OTHER || !connection.getAutoCommit()) {
            return e;
        }
        Optional<Table> there = dialect.reflector().table(connection, tables.revision());
        if (there.isPresent() && there.get().column(COLUMNS.get(4)).isEmpty()) {
            throw Problem.of(ErrorCode.FOREIGN_JOURNAL, "Table " + tables.revision() + " is not Limbeck's journal")
                    .why("It has the columns "
                            + there.get().columns().stream()
                                    .map(c -> c.name())
                                    .limit(5)
                                    .collect(Collectors.joining(", ")))
                    .todo("Choose other names in limbeck.toml:  journal = \"my_limbeck\"")
                    .exception(e);
        }
        return e;
    }

    private static JournalRow brief(ResultSet rows) throws SQLException {
        String id = rows.getString(1);
        RowState state = RowState.of(rows.getString(2));
        return new JournalRow(id, state, null, "", rows.getString(3), "", rows.getString(4), "", "", "", "", 0, null);
    }

    private static JournalRow row(ResultSet rows) throws SQLException {
        return new JournalRow(
                rows.getString(1),
                RowState.of(rows.getString(2)),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                rows.getString(8),
                rows.getString(9),
                rows.getString(10),
                rows.getString(11),
                rows.getLong(12),
                rows.getString(13));
    }

    /** How far a revision is, or what stayed of it. */
    public Progress progress(Connection connection, String revision) throws SQLException {
        String sql = "SELECT " + columns(List.of("details")) + " FROM " + id(tables.revision()) + " WHERE "
                + dialect.identifier("id") + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, revision);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Progress.of(rows.getString(1)) : Progress.NONE;
            }
        }
    }

    /** The latest events, the newest first. */
    public List<JournalEvent> events(Connection connection, int most) throws SQLException {
        String sql = "SELECT " + columns(List.of("happened_at", "event", "revision", "done_by", "host", "reason"))
                + " FROM " + id(tables.event()) + " ORDER BY " + dialect.identifier("id") + " DESC";
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setMaxRows(most);
            try (ResultSet rows = statement.executeQuery(sql)) {
                List<JournalEvent> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(new JournalEvent(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6)));
                }
                return events;
            }
        } catch (SQLException e) {
            if (dialect.failure(e) == Failure.NO_SUCH_TABLE) {
                return List.of();
            }
            throw e;
        }
    }

    // ---- making the tables

    /** The statements that make the tables, for a database that has none. */
    public List<String> creation() {
        List<String> sql = new ArrayList<>();
        for (Table table : List.of(tables.revisionTable(), tables.eventTable())) {
            for (StatementGroup group : dialect.renderer()
                    .render(List.of(new CreateTable(dialect.journalTable(table))), ReplayedState.empty())) {
                group.statements().stream().map(Statement::sql).forEach(sql::add);
            }
        }
        return sql;
    }

    /** Makes the tables that are missing. */
    public void create(Connection connection) throws SQLException {
        create(connection, List.of(tables.revisionTable(), tables.eventTable()));
    }

    /** Makes the table of events alone, for a database that gets no history yet. */
    public void createEvents(Connection connection) throws SQLException {
        create(connection, List.of(tables.eventTable()));
    }

    private void create(Connection connection, List<Table> wanted) throws SQLException {
        for (Table table : wanted) {
            if (dialect.reflector().table(connection, table.name()).isEmpty()) {
                for (StatementGroup group : dialect.renderer()
                        .render(List.of(new CreateTable(dialect.journalTable(table))), ReplayedState.empty())) {
                    for (Statement statement : group.statements()) {
                        execute(connection, statement.sql());
                    }
                }
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    // ---- writing

    /** Adds the row of a revision. */
    public void insert(Connection connection, MigrationLock.@Nullable Held lock, JournalRow row, Progress progress)
            throws SQLException {
        String guard = guard(lock);
        String values = guard == null
                ? " VALUES (" + joined(WRITTEN, column -> "?") + ")"
                : " SELECT " + typedMarks() + " FROM (SELECT 1 AS one) guarded WHERE " + guard;
        try (PreparedStatement statement = connection.prepareStatement(insert + values)) {
            fill(statement, row, progress);
            mustBeOne(statement.executeUpdate());
        }
    }

    /** Parameters of a SELECT have no types of their own everywhere. */
    private String typedMarks() {
        return joined(
                WRITTEN,
                column -> column.equals("millis") ? "CAST(? AS " + bigint() + ")" : "CAST(? AS " + longText() + ")");
    }

    private String bigint() {
        return dialect.castTypes().get(0);
    }

    private String longText() {
        return dialect.castTypes().get(1);
    }

    /** Changes the row of a revision. */
    public void update(Connection connection, MigrationLock.@Nullable Held lock, JournalRow row, Progress progress)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update + and(guard(lock)))) {
            int next = fill(statement, row, progress);
            statement.setString(next, row.id());
            mustBeOne(statement.executeUpdate());
        }
    }

    /** Keeps the hash of a source that was laid out anew. */
    public void renewSource(
            Connection connection, MigrationLock.@Nullable Held lock, String revision, String sourceHash)
            throws SQLException {
        String sql = "UPDATE " + id(tables.revision()) + " SET " + dialect.identifier("source_hash") + " = ? WHERE "
                + dialect.identifier("id") + " = ?" + and(guard(lock));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, sourceHash);
            statement.setString(2, revision);
            mustBeOne(statement.executeUpdate());
        }
    }

    /** Removes the row of a revision. */
    public void delete(Connection connection, MigrationLock.@Nullable Held lock, String revision) throws SQLException {
        String sql = "DELETE FROM " + id(tables.revision()) + " WHERE " + dialect.identifier("id") + " = ?"
                + and(guard(lock));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, revision);
            mustBeOne(statement.executeUpdate());
        }
    }

    /** Adds an event. */
    public void event(
            Connection connection,
            String event,
            @Nullable String revision,
            @Nullable String reason,
            @Nullable String details)
            throws SQLException {
        List<String> columns =
                List.of("happened_at", "event", "revision", "done_by", "host", "version", "reason", "details");
        String sql =
                "INSERT INTO " + id(tables.event()) + " (" + columns(columns) + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, now());
            statement.setString(2, event);
            statement.setString(3, revision);
            statement.setString(4, who.user());
            statement.setString(5, who.host());
            statement.setString(6, who.version());
            statement.setString(7, cut(reason, 1000));
            statement.setString(8, details);
            statement.executeUpdate();
        }
    }

    private static int fill(PreparedStatement statement, JournalRow row, Progress progress) throws SQLException {
        statement.setString(1, row.id());
        statement.setString(2, row.state().word());
        statement.setString(3, cut(row.position(), 200));
        statement.setString(4, cut(row.message(), 500));
        statement.setString(5, row.sourceHash());
        statement.setString(6, row.checksum());
        statement.setString(7, row.kind());
        statement.setString(8, row.at());
        statement.setString(9, row.by());
        statement.setString(10, row.host());
        statement.setString(11, row.version());
        statement.setLong(12, row.millis());
        statement.setString(13, cut(row.tag(), 100));
        statement.setString(14, progress.isNone() ? null : progress.json());
        return 15;
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    private static @Nullable String guard(MigrationLock.@Nullable Held lock) {
        return lock == null ? null : lock.guard();
    }

    private static String and(@Nullable String guard) {
        return guard == null ? "" : " AND " + guard;
    }

    private static void mustBeOne(int rows) {
        if (rows != 1) {
            throw Problem.of(ErrorCode.LOCK_LOST, "The lock is no longer held; nothing more is written")
                    .why("The journal row could not be written under the lock.")
                    .todo("Look who works on the database (limbeck lock), then run the command again.")
                    .exception();
        }
    }

    private String columns(List<String> names) {
        return joined(names, dialect::identifier);
    }

    private static String joined(List<String> names, UnaryOperator<String> text) {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            all.append(all.length() == 0 ? "" : ", ").append(text.apply(name));
        }
        return all.toString();
    }

    private String id(QualifiedName name) {
        return Names.qualified(dialect, name);
    }
}
