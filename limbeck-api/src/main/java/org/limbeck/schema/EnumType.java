package org.limbeck.schema;

import java.util.List;

/** A named set of values, in order. */
public record EnumType(QualifiedName name, List<String> values) {
    public EnumType {
        values = List.copyOf(values);
    }
}
