package org.limbeck.dialect.h2;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.dialect.ServerInfo;

/** Knows H2. Immutable and thread-safe. */
public final class H2Provider implements DialectProvider {
    private static final String PREFIX = "jdbc:h2:";
    private static final Set<String> MEANING = Set.of(
            "MODE",
            "DATABASE_TO_UPPER",
            "DATABASE_TO_LOWER",
            "CASE_INSENSITIVE_IDENTIFIERS",
            "NON_KEYWORDS",
            "DEFAULT_NULL_ORDERING");
    private static final ServerInfo NEWEST = new ServerInfo("H2", "2.5", 2, 5, true);

    @Override
    public List<String> names() {
        return List.of(H2Dialect.NAME);
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith(PREFIX);
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

    /** The file without the suffix that H2 gives it. */
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
        // H2 takes no relative file that does not begin with a dot.
        Path absolute = folder.resolve(file).toAbsolutePath().normalize();
        return url.substring(0, fileStart(url)) + absolute + url.substring(fileEnd(url));
    }

    /** With the settings that decide what SQL means; none that runs or opens anything. */
    @Override
    public String scratch(String url) {
        StringBuilder scratch = new StringBuilder(PREFIX).append("mem:");
        for (String setting : url.substring(fileEnd(url)).split(";", -1)) {
            String name =
                    setting.substring(0, Math.max(0, setting.indexOf('='))).toUpperCase(Locale.ROOT);
            if (MEANING.contains(name)) {
                scratch.append(';').append(setting);
            }
        }
        return scratch.toString();
    }

    private static int fileStart(String url) {
        for (String named : List.of("mem:", "tcp:", "ssl:", "zip:", "~", "file:~")) {
            if (url.startsWith(named, PREFIX.length())) {
                return -1;
            }
        }
        return url.startsWith("file:", PREFIX.length()) ? PREFIX.length() + "file:".length() : PREFIX.length();
    }

    private static int fileEnd(String url) {
        int settings = url.indexOf(';');
        return settings < 0 ? url.length() : settings;
    }
}
