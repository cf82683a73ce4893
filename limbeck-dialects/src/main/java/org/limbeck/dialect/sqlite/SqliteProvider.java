package org.limbeck.dialect.sqlite;

import java.util.List;
import java.util.Locale;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/** Knows SQLite. Stateless. */
public final class SqliteProvider implements DialectProvider {
    private static final ServerInfo NEWEST = new ServerInfo("SQLite", "3.54", 3, 54);

    @Override
    public List<String> names() {
        return List.of("sqlite");
    }

    @Override
    public boolean accepts(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("jdbc:sqlite:");
    }

    @Override
    public boolean accepts(ServerInfo server) {
        return server.product().equalsIgnoreCase("SQLite");
    }

    /** @throws org.limbeck.error.LimbeckException UNSUPPORTED_SERVER before 3.38 */
    @Override
    public Dialect dialect(ServerInfo server) {
        if (!server.atLeast(3, 38)) {
            throw Problem.of(ErrorCode.UNSUPPORTED_SERVER, "SQLite " + server.version() + " is too old")
                    .why("Limbeck needs 3.38 or later.")
                    .todo("Use a newer org.xerial:sqlite-jdbc.")
                    .exception();
        }
        return new SqliteDialect(server);
    }

    @Override
    public Dialect offline(String name) {
        return new SqliteDialect(NEWEST);
    }

    @Override
    public String driverClass(String url) {
        return "org.sqlite.JDBC";
    }
}
