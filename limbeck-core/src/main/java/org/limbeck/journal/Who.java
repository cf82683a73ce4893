package org.limbeck.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who works on the database.
 *
 * @param user the operating-system user
 * @param host the machine
 * @param version Limbeck's own version
 */
public record Who(String user, String host, String version) {

    /** This process. */
    public static Who me() {
        String version = Who.class.getPackage().getImplementationVersion();
        return new Who(
                cut(System.getProperty("user.name", "unknown")), cut(hostName()), version == null ? "dev" : version);
    }

    /** {@code anna@build-7}. */
    public String text() {
        return user + "@" + host;
    }

    /** Without asking the network, which may take seconds to say no. */
    private static String hostName() {
        String named = System.getenv("HOSTNAME");
        if (named == null) {
            named = System.getenv("COMPUTERNAME");
        }
        if (named != null) {
            return named;
        }
        try {
            return Files.readString(Path.of("/etc/hostname"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException | RuntimeException e) {
            return "unknown";
        }
    }

    private static String cut(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }
}
