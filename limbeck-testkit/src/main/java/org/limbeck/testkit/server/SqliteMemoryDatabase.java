package org.limbeck.testkit.server;

import java.sql.Connection;
import java.sql.SQLException;

/** An SQLite database in memory, there as long as its first connection. */
final class SqliteMemoryDatabase extends TestDatabase {

    private final Connection keeper;

    private SqliteMemoryDatabase(ServerAddress address) throws SQLException {
        super(DatabaseKind.SQLITE, address);
        this.keeper = address.connect();
    }

    static SqliteMemoryDatabase create() throws SQLException {
        return new SqliteMemoryDatabase(
                new ServerAddress("jdbc:sqlite:file:" + DatabaseName.next() + "?mode=memory&cache=shared", "", ""));
    }

    @Override
    public void close() {
        try {
            keeper.close();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot close " + this, e);
        }
    }
}
