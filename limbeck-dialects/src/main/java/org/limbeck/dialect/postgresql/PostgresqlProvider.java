package org.limbeck.dialect.postgresql;

import java.util.List;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.dialect.ServerInfo;

/** Knows PostgreSQL. Immutable and thread-safe. */
public final class PostgresqlProvider implements DialectProvider {
    private static final ServerInfo NEWEST = new ServerInfo("PostgreSQL", "18", 18, 0);

    @Override
    public List<String> names() {
        return List.of(PostgresqlDialect.NAME);
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    @Override
    public boolean accepts(ServerInfo server) {
        return server.product().equals("PostgreSQL");
    }

    /**
     * The dialect for a server.
     *
     * @throws org.limbeck.error.LimbeckException UNSUPPORTED_SERVER before version 14
     */
    @Override
    public Dialect dialect(ServerInfo server) {
        return PostgresqlDialect.of(server);
    }

    @Override
    public Dialect offline(String name) {
        return PostgresqlDialect.of(NEWEST);
    }

    @Override
    public String driverClass(String url) {
        return "org.postgresql.Driver";
    }
}
