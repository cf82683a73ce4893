package org.limbeck.settings.toml;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record Position(int line, int column) {}
