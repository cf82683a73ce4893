package org.limbeck.adopt;

/**
 * A file of another tool.
 *
 * @param path relative to the folder that was read, with slashes
 * @param text its characters, as they are, without a byte order mark
 */
public record OldFile(String path, String text) {

    /** The name without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folders with a slash behind them; empty for none. */
    public String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
