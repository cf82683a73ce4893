package org.limbeck.settings.toml;

/** Leaves a statement that is wrong; the reader goes on with the next one. */
final class TomlFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient TomlError error;

    TomlFault(Position at, String what) {
        super(what, null, false, false);
        error = new TomlError(at, what);
    }

    TomlError error() {
        return error;
    }
}
