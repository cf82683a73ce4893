package org.limbeck.error;

import org.jspecify.annotations.Nullable;

/**
 * A place in a file that a person can open.
 *
 * @param file the file as the user knows it, relative to the project where that is shorter
 * @param line the line, from 1; 0 when the whole file is meant
 * @param column the column, from 1; 0 when the whole line is meant
 */
public record Place(String file, int line, int column) {

    /** A line of a file. */
    public Place(String file, int line) {
        this(file, line, 0);
    }

    /** A whole file. */
    public static Place of(String file) {
        return new Place(file, 0);
    }

    /** A line of a file, or nothing when the file is not known. */
    public static @Nullable Place of(@Nullable String file, int line) {
        return file == null ? null : new Place(file, line);
    }

    @Override
    public String toString() {
        if (line <= 0) {
            return file;
        }
        return column > 0 ? file + ":" + line + ":" + column : file + ":" + line;
    }
}
