package org.limbeck.compare;

import java.sql.Connection;
import java.sql.SQLException;

import org.limbeck.dialect.DialectProvider;
import org.limbeck.dialect.Live;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.dialects.Dialects;
import org.limbeck.testkit.server.TestDatabase;

/** A database under the dialect that fits it. */
final class OpenLive {
    private OpenLive() {}

    static Live of(TestDatabase database) throws SQLException {
        return of(database.connect());
    }

    static Live of(Connection connection) throws SQLException {
        ServerInfo server = ServerInfo.of(connection);
        DialectProvider provider = Dialects.providers().stream()
                .filter(p -> p.accepts(server))
                .findFirst()
                .orElseThrow();
        return Live.on(connection, provider);
    }
}
