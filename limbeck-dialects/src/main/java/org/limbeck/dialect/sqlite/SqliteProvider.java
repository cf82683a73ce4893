package org.limbeck.dialect.sqlite;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/** Knows SQLite. Stateless. */
public final class SqliteProvider implements DialectProvider {
    private static final String PREFIX = "jdbc:sqlite:";
    private static final ServerInfo NEWEST = new ServerInfo("SQLite", "3.54", 3, 54);

    @Override
    public List<String> names() {
        return List.of("sqlite");
    }

    @Override
    public boolean accepts(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith(PREFIX);
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

    @Override
    public @Nullable Path file(String url) {
        int start = fileStart(url);
        return start < 0 ? null : Path.of(url.substring(start, fileEnd(url)));
    }

    @Override
    public String within(Path folder, String url) {
        Path file = file(url);
        if (file == null || file.isAbsolute()) {
            return url;
        }
        Path resolved = folder.resolve(file).normalize();
        return url.substring(0, fileStart(url)) + resolved + url.substring(fileEnd(url));
    }

    @Override
    public String scratch(String url) {
        return PREFIX + ":memory:";
    }

    /** Where the name of the file begins; negative for a database in memory, in a resource or without a name. */
    private static int fileStart(String url) {
        int start = PREFIX.length();
        if (url.startsWith("file:", start)) {
            start += "file:".length();
        }
        boolean none = start == fileEnd(url) || url.charAt(start) == ':' || url.contains("mode=memory");
        return none ? -1 : start;
    }

    private static int fileEnd(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url.length() : parameters;
    }
}
