package org.limbeck.settings.toml;

/** What is wrong with the text of a document, and where. */
public record TomlError(Position at, String what) {}
