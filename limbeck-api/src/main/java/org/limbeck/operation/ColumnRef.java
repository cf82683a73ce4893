package org.limbeck.operation;

import org.limbeck.schema.QualifiedName;

/** A column of a table, by name. */
public record ColumnRef(QualifiedName table, String column) {}
