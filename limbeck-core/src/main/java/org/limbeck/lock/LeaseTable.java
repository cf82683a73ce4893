package org.limbeck.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.LeaseWords;
import org.limbeck.dialect.MigrationLock.LockScope;
import org.limbeck.schema.QualifiedName;

/** The table of leases beside a journal, and the row of that journal. Immutable; commits what it does. */
final class LeaseTable {
    private static final int LONGEST_HOLDER = 500;

    private final LeaseWords words;
    private final LockScope scope;
    private final String history;
    private final String table;

    /**
     * The row.
     *
     * @param owner null when nobody holds the lease
     * @param beat how often the owner has renewed it
     * @param leaseMillis how long it is valid after each renewal
     * @param since by the server's clock
     * @param leftMillis until it expires, by the server's clock; negative when it has
     */
    record Row(
            @Nullable String owner,
            @Nullable String holder,
            long beat,
            long leaseMillis,
            long since,
            long leftMillis) {}

    LeaseTable(LeaseWords words, LockScope scope) {
        this.words = words;
        this.scope = scope;
        QualifiedName journal = QualifiedName.parse(scope.journal());
        this.history = journal.name();
        String prefix =
                history.endsWith("_revision") ? history.substring(0, history.length() - "_revision".length()) : history;
        QualifiedName name = journal.sibling(prefix + "_lock");
        this.table = (name.schema() == null ? "" : id(name.schema()) + ".") + id(name.name());
    }

    /** What tells this row from those of other databases. */
    String key() {
        return scope.url() + " " + scope.journal();
    }

    private String id(String name) {
        return words.identifier().apply(name);
    }

    // ---- reading

    /** The row, which is made when it is missing, with its table. */
    Row row(Connection connection) throws SQLException {
        Optional<Row> found = orMissing(connection);
        if (found.isPresent()) {
            return found.get();
        }
        insert(connection);
        return read(connection).orElseThrow(() -> new SQLException("the row of " + history + " is gone from " + table));
    }

    /** The row; empty when it or its table is missing. */
    Optional<Row> find(Connection connection) throws SQLException {
        try {
            return read(connection);
        } catch (SQLException e) {
            if (connection.isValid(5)) {
                end(connection);
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<Row> orMissing(Connection connection) throws SQLException {
        try {
            return read(connection);
        } catch (SQLException missing) {
            end(connection);
            create(connection, missing);
            return read(connection);
        }
    }

    private Optional<Row> read(Connection connection) throws SQLException {
        String sql = "SELECT " + id("owner") + ", " + id("holder") + ", " + id("beat") + ", " + id("lease") + ", "
                + id("since") + ", " + id("expires") + " - " + words.nowMillis() + " FROM " + table + " WHERE "
                + id("history") + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, history);
            try (ResultSet rows = statement.executeQuery()) {
                Optional<Row> row = rows.next()
                        ? Optional.of(new Row(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getLong(3),
                                rows.getLong(4),
                                rows.getLong(5),
                                rows.getLong(6)))
                        : Optional.empty();
                rows.close();
                end(connection);
                return row;
            }
        }
    }

    /** The token of an owner; empty when the lease is not its. */
    Optional<Long> token(Connection connection, String owner) throws SQLException {
        String sql = "SELECT " + id("token") + " FROM " + table + " WHERE " + id("history") + " = ? AND " + id("owner")
                + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, history);
            statement.setString(2, owner);
            try (ResultSet rows = statement.executeQuery()) {
                Optional<Long> token = rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
                rows.close();
                end(connection);
                return token;
            }
        }
    }

    /** An SQL condition that is true as long as the owner has this token. */
    String guard(String owner, long token) {
        return "EXISTS (SELECT 1 FROM " + table + " WHERE " + id("owner") + " = '" + owner + "' AND " + id("token")
                + " = " + token + words.guardEnd() + ")";
    }

    // ---- creating, when others may do the same

    private void create(Connection connection, SQLException missing) throws SQLException {
        String sql = "CREATE TABLE " + table + " (" + id("history") + " VARCHAR(200) NOT NULL PRIMARY KEY, "
                + id("token") + " BIGINT NOT NULL, " + id("owner") + " VARCHAR(36), " + id("holder") + " VARCHAR("
                + LONGEST_HOLDER + "), " + id("since") + " BIGINT NOT NULL, " + id("lease") + " BIGINT NOT NULL, "
                + id("expires") + " BIGINT NOT NULL, " + id("beat") + " BIGINT NOT NULL)";
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            end(connection);
        } catch (SQLException e) {
            end(connection);
            unlessThere(connection, e, missing);
        }
    }

    private void insert(Connection connection) throws SQLException {
        String sql = "INSERT INTO " + table + " (" + id("history") + ", " + id("token") + ", " + id("since") + ", "
                + id("lease") + ", " + id("expires") + ", " + id("beat") + ") VALUES (?, 0, 0, 0, 0, 0)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, history);
            statement.executeUpdate();
            end(connection);
        } catch (SQLException e) {
            end(connection);
            unlessThere(connection, e, e);
        }
    }

    private void unlessThere(Connection connection, SQLException failure, SQLException first) throws SQLException {
        try {
            read(connection);
        } catch (SQLException still) {
            end(connection);
            if (first != failure) {
                failure.addSuppressed(first);
            }
            throw failure;
        }
    }

    // ---- changing

    /**
     * Takes the lease if nobody holds it, if it has expired, or if its owner is known to be silent.
     *
     * @param silent the owner that has not renewed it since {@code beat}, if there is such a one
     */
    boolean take(
            Connection connection, String owner, String holder, Duration length, Optional<String> silent, long beat)
            throws SQLException {
        String sql = "UPDATE " + table + " SET " + id("token") + " = " + id("token") + " + 1, " + id("owner") + " = ?, "
                + id("holder") + " = ?, " + id("since") + " = " + words.nowMillis() + ", " + id("lease") + " = "
                + length.toMillis() + ", " + id("expires") + " = " + words.nowMillis() + " + " + length.toMillis()
                + ", " + id("beat") + " = 0 WHERE " + id("history") + " = ? AND (" + id("owner") + " IS NULL OR "
                + id("expires") + " <= " + words.nowMillis() + " OR (" + id("owner") + " = ? AND " + id("beat")
                + " = ?))";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, owner);
            statement.setString(2, holder.substring(0, Math.min(LONGEST_HOLDER, holder.length())));
            statement.setString(3, history);
            statement.setString(4, silent.orElse(""));
            statement.setLong(5, beat);
            return changed(connection, statement);
        }
    }

    /** Renews the lease; false when it is no longer the owner's. */
    boolean renew(Connection connection, String owner, long token, Duration length) throws SQLException {
        String set = id("expires") + " = " + words.nowMillis() + " + " + length.toMillis() + ", " + id("beat") + " = "
                + id("beat") + " + 1";
        return change(connection, set, owner, token);
    }

    /** Gives the lease back; the token stays, so that the next one is higher. */
    boolean release(Connection connection, String owner, long token) throws SQLException {
        String set = id("owner") + " = NULL, " + id("holder") + " = NULL, " + id("expires") + " = 0";
        return change(connection, set, owner, token);
    }

    private boolean change(Connection connection, String set, String owner, long token) throws SQLException {
        String sql = "UPDATE " + table + " SET " + set + " WHERE " + id("history") + " = ? AND " + id("owner")
                + " = ? AND " + id("token") + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, history);
            statement.setString(2, owner);
            statement.setLong(3, token);
            return changed(connection, statement);
        }
    }

    /** Takes the lease from whoever holds it. */
    boolean force(Connection connection) throws SQLException {
        String sql = "UPDATE " + table + " SET " + id("token") + " = " + id("token") + " + 1, " + id("owner")
                + " = NULL, " + id("holder") + " = NULL, " + id("expires") + " = 0 WHERE " + id("history")
                + " = ? AND " + id("owner") + " IS NOT NULL";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, history);
            return changed(connection, statement);
        }
    }

    private static boolean changed(Connection connection, PreparedStatement statement) throws SQLException {
        int rows = statement.executeUpdate();
        end(connection);
        return rows == 1;
    }

    /** Nothing else is in the transaction: the lock is asked for outside of one. */
    private static void end(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }
}
