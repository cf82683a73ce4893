package org.limbeck.hibernate;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.dialects.Dialects;

/** Dialects for servers. */
final class Servers {
    private Servers() {}

    static Dialect dialect(ServerInfo server) {
        return Dialects.providers().stream()
                .filter(p -> p.accepts(server))
                .findFirst()
                .orElseThrow()
                .dialect(server);
    }

    static Dialect offline(String name) {
        return Dialects.providers().stream()
                .filter(p -> p.names().contains(name))
                .findFirst()
                .orElseThrow()
                .offline(name);
    }
}
