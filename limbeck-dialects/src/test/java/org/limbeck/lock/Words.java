package org.limbeck.lock;

import java.sql.Connection;
import java.sql.SQLException;

import org.limbeck.dialect.DialectProvider;
import org.limbeck.dialect.LeaseWords;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.dialects.Dialects;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** What the dialects say about leases. */
final class Words {
    private Words() {}

    static LeaseWords of(TestDatabase database) throws SQLException {
        if (database.kind() == DatabaseKind.SQLITE) {
            return sqlite();
        }
        try (Connection connection = database.connect()) {
            ServerInfo server = ServerInfo.of(connection);
            DialectProvider provider = Dialects.providers().stream()
                    .filter(p -> p.accepts(server))
                    .findFirst()
                    .orElseThrow();
            LeaseWords words = provider.dialect(server).leaseWords();
            if (words == null) {
                throw new AssertionError(database + " has no leases");
            }
            return words;
        }
    }

    /** SQLite locks a file and needs no lease; it shows here that a lease asks nothing special of a database. */
    private static LeaseWords sqlite() {
        return new LeaseWords(
                name -> '"' + name + '"', "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)", "");
    }
}
