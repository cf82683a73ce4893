package org.limbeck.dialect;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Knows one kind of database, and makes its dialect for a server or for no server at all. */
public interface DialectProvider {

    /** The names that scripts and settings use for dialects of this provider, such as {@code mysql, mariadb}. */
    List<String> names();

    /** Whether a JDBC address is of this kind. */
    boolean accepts(String url);

    /** Whether a connected server is of this kind. */
    boolean accepts(ServerInfo server);

    /** The dialect for a connected server that {@link #accepts(ServerInfo)} accepts. */
    Dialect dialect(ServerInfo server);

    /**
     * The dialect for the newest supported server, for work without a connection.
     *
     * @param name one of {@link #names()}
     */
    Dialect offline(String name);

    /** The class of the driver for an address, to be made directly rather than searched for. */
    String driverClass(String url);

    /** The same server by an address that another driver serves, for when the driver of this one is missing; null for none. */
    default @Nullable String otherAddress(String url) {
        return null;
    }

    /** The file that an address means, as it is written there; null for a server or for memory. */
    default @Nullable Path file(String url) {
        return null;
    }

    /**
     * The address with its file, if it has one, looked for in a folder.
     *
     * @param folder what a relative file is relative to
     */
    default String within(Path folder, String url) {
        return url;
    }

    /**
     * The address of an empty database of the same kind and settings that is in memory and is gone when it is closed, to
     * try things in; null where there is none.
     *
     * @param url the address of the database that it stands for
     */
    default @Nullable String scratch(String url) {
        return null;
    }
}
