package org.limbeck.dialect.h2;

import java.util.List;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.dialect.ServerInfo;

/** Knows H2. Immutable and thread-safe. */
public final class H2Provider implements DialectProvider {
    private static final ServerInfo NEWEST = new ServerInfo("H2", "2.5", 2, 5);

    @Override
    public List<String> names() {
        return List.of(H2Dialect.NAME);
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:h2:");
    }

    @Override
    public boolean accepts(ServerInfo server) {
        return server.product().equals("H2");
    }

    /**
     * The dialect for a server.
     *
     * @throws org.limbeck.error.LimbeckException UNSUPPORTED_SERVER before version 2.2
     */
    @Override
    public Dialect dialect(ServerInfo server) {
        return H2Dialect.of(server);
    }

    @Override
    public Dialect offline(String name) {
        return H2Dialect.of(NEWEST);
    }

    @Override
    public String driverClass(String url) {
        return "org.h2.Driver";
    }
}
