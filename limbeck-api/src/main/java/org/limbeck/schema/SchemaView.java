package org.limbeck.schema;

import java.util.List;
import java.util.Optional;

/** What can be asked of a schema as it stands: a {@link Schema} in memory, or a live one that is read when asked. */
public interface SchemaView {

    Optional<Table> table(QualifiedName name);

    Optional<View> view(QualifiedName name);

    Optional<Sequence> sequence(QualifiedName name);

    Optional<EnumType> enumType(QualifiedName name);

    /** Triggers on a table or view. */
    List<Trigger> triggersOn(QualifiedName table);

    /** Views that read a table or view, directly or through others, each after those that it reads. */
    List<View> viewsReading(QualifiedName tableOrView);
}
