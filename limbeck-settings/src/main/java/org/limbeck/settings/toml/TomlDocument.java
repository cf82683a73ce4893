package org.limbeck.settings.toml;

import java.util.List;

/**
 * A document as it was read.
 *
 * @param root what could be read, whole only if there are no errors
 * @param errors in the order of the text
 */
public record TomlDocument(TomlTable root, List<TomlError> errors) {

    public TomlDocument {
        errors = List.copyOf(errors);
    }

    /** Reads a text. Never fails: errors are part of the result. */
    public static TomlDocument parse(String text) {
        return new TomlParser(text).document();
    }
}
