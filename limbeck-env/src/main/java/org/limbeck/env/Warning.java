package org.limbeck.env;

/**
 * Something in a file that deserves a look. Never holds a value.
 *
 * @param file the file as the user knows it
 * @param line the line, from 1
 */
public record Warning(String file, int line, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
