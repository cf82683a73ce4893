package org.limbeck.run;

import java.sql.Connection;
import java.sql.SQLException;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.dialects.Dialects;

/** The dialect of a connection. */
final class OpenDialect {
    private OpenDialect() {}

    static Dialect of(Connection connection) throws SQLException {
        ServerInfo server = ServerInfo.of(connection);
        return Dialects.providers().stream()
                .filter(p -> p.accepts(server))
                .findFirst()
                .orElseThrow()
                .dialect(server);
    }
}
