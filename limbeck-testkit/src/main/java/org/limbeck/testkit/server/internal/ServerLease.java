package org.limbeck.testkit.server.internal;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A claim on a shared server, held by a child process ({@code server.sh lease}) that reads from this JVM: it ends, and
 * frees the server, when the lease is closed or this JVM ends, however it ends.
 */
public final class ServerLease implements AutoCloseable {

    private final Process process;
    private final Map<String, String> state;

    private ServerLease(Process process, Map<String, String> state) {
        this.process = process;
        this.state = state;
    }

    /**
     * Starts the server unless it runs already. May take minutes on the first use, when it is downloaded.
     *
     * @param engine the script that knows the engine, such as {@code postgresql}
     * @param version the version to run, such as {@code 18}
     * @throws Unavailable when the engine cannot be had here
     */
    public static ServerLease take(String engine, String version) throws Unavailable {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            throw new Unavailable("servers are started on Linux only");
        }
        try {
            ProcessBuilder command = new ProcessBuilder(
                            "bash",
                            TestCache.installScripts().toString(),
                            "lease",
                            engine,
                            version,
                            packed(engine, version))
                    .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")));
            command.environment().put("LIMBECK_TEST_CACHE", TestCache.folder().toString());
            Process process = command.start();
            return new ServerLease(process, readState(process));
        } catch (IOException e) {
            throw new Unavailable("cannot run the script that starts " + engine + " " + version + ": " + e);
        }
    }

    private static Map<String, String> readState(Process process) throws IOException, Unavailable {
        Map<String, String> state = new HashMap<>();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("ready")) {
                return Map.copyOf(state);
            }
            int equals = line.indexOf('=');
            state.putIfAbsent(line.substring(0, Math.max(equals, 0)), line.substring(equals + 1));
        }
        throw new Unavailable(state.getOrDefault("failed", "the script that starts the server ends without a reason"));
    }

    /** The folder beside the classes (or the jar) of the testkit with the packed server, or an empty text. */
    private static String packed(String engine, String version) throws IOException {
        Path servers = besideTheClasses("servers");
        if (servers == null || !Files.isDirectory(servers)) {
            return "";
        }
        try (Stream<Path> folders = Files.list(servers)) {
            List<String> found = folders.map(Path::toString)
                    .filter(folder -> folder.contains("/" + engine + "-" + version + "."))
                    .sorted()
                    .toList();
            return found.isEmpty() ? "" : found.get(found.size() - 1);
        }
    }

    private static @Nullable Path besideTheClasses(String name) {
        CodeSource source = ServerLease.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return null;
        }
        try {
            return Path.of(source.getLocation().toURI()).resolveSibling(name);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    /** A fact about the running server: {@code port}, {@code user}, {@code password} or {@code pid}. */
    public String get(String fact) {
        String value = state.get(fact);
        if (value == null) {
            throw new IllegalStateException("the server does not tell its " + fact);
        }
        return value;
    }

    /** Gives the server back. It stops when nobody has leased it for a while. */
    @Override
    public void close() {
        process.destroy();
    }
}
