package org.limbeck.operation;

import java.util.List;
import java.util.Set;

import org.limbeck.schema.QualifiedName;

/** The door for operations of third parties: an operation that writes its own SQL. */
public non-sealed interface DialectOperation extends Operation {

    /** A stable text of what it means, for the checksum. */
    String meaning();

    /**
     * Its statements on a dialect.
     *
     * @param dialect the dialect's name
     * @throws org.limbeck.error.LimbeckException if it can do nothing there
     */
    List<String> statements(String dialect);

    @Override
    default Set<QualifiedName> tables() {
        return Set.of();
    }

    @Override
    default <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
