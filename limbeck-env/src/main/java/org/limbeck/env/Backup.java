package org.limbeck.env;

import java.nio.file.Path;

/**
 * A backup of an env file.
 *
 * @param counter its number in the row of backups: the highest is the newest
 * @param time when it was made, UTC, {@code 2026-11-20 08:10:41.123}
 */
public record Backup(Path file, int counter, String time) {

    /** The file's name. */
    public String name() {
        return file.getFileName().toString();
    }
}
