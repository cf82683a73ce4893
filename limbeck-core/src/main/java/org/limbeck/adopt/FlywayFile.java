package org.limbeck.adopt;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/**
 * A file in a folder of Flyway, by its name.
 *
 * @param version null for what has none
 */
record FlywayFile(OldFile file, Kind kind, @Nullable FlywayVersion version, String description) {

    /** What Flyway takes it for. */
    enum Kind {
        VERSIONED,
        UNDO,
        BASELINE,
        REPEATABLE,
        /** A migration in Java. */
        JAVA,
        /** Settings of one migration. */
        CONFIGURATION,
        CALLBACK,
        NONE
    }

    static boolean isWanted(String name) {
        return name.endsWith(".sql") || name.endsWith(".java") || name.endsWith(".sql.conf");
    }

    static FlywayFile of(OldFile file) {
        String name = file.name();
        if (name.endsWith(".sql.conf")) {
            return new FlywayFile(file, Kind.CONFIGURATION, null, "");
        }
        boolean java = name.endsWith(".java");
        String stem = name.substring(0, name.lastIndexOf('.'));
        int gap = stem.indexOf("__");
        String description = gap < 0 ? "" : stem.substring(gap + 2).replace('_', ' ');
        String front = gap < 0 ? stem : stem.substring(0, gap);
        if (front.equals("R") && !description.isEmpty()) {
            return new FlywayFile(file, java ? Kind.JAVA : Kind.REPEATABLE, null, description);
        }
        FlywayVersion version = front.isEmpty() ? null : FlywayVersion.of(front.substring(1));
        Kind kind = version == null ? null : versioned(front.charAt(0));
        if (kind != null) {
            return new FlywayFile(file, java ? Kind.JAVA : kind, version, description);
        }
        boolean callback = !java && FlywayCallbacks.isOne(front);
        return new FlywayFile(file, callback ? Kind.CALLBACK : Kind.NONE, null, description);
    }

    private static @Nullable Kind versioned(char prefix) {
        return switch (prefix) {
            case 'V' -> Kind.VERSIONED;
            case 'U' -> Kind.UNDO;
            case 'B' -> Kind.BASELINE;
            default -> null;
        };
    }

    /** Flyway's checksum of a text: CRC-32 of its lines in UTF-8, without what ends them. */
    static int checksum(String text) {
        CRC32 crc = new CRC32();
        text.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }
}
