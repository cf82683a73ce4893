package org.limbeck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Finds out whether the output goes to a terminal. */
final class OutputIsTerminal {
    private static final Path LINK = Path.of("/proc/self/fd/1");

    private OutputIsTerminal() {}

    /**
     * The launcher says so in {@code LIMBECK_TERMINAL}, and Linux shows it. Elsewhere there is a console or not; since
     * JDK 22 there always is one.
     */
    @SuppressWarnings("SystemConsoleNull")
    static boolean now(Map<String, String> environment) {
        String told = environment.get("LIMBECK_TERMINAL");
        if (told != null) {
            return told.equals("1");
        }
        try {
            String target = Files.readSymbolicLink(LINK).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | RuntimeException e) {
            return Runtime.version().feature() < 22 && System.console() != null;
        }
    }
}
