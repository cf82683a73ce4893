package org.limbeck.schema;

import java.util.List;

/** What a table is made of, as a script lists it. */
public sealed interface TablePart
        permits Column, Constraint, Index, TablePart.Shared, TablePart.Comment, TablePart.Option {

    /** Several parts that tables share. */
    record Shared(List<TablePart> parts) implements TablePart {
        public Shared {
            parts = List.copyOf(parts);
        }
    }

    /** The table's comment. */
    record Comment(String text) implements TablePart {}

    /** Words after the closing bracket on one dialect, such as {@code ENGINE=InnoDB}. */
    record Option(String dialect, String words) implements TablePart {}
}
