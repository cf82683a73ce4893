package org.limbeck.write;

import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.DropEnum;
import org.limbeck.operation.DropIndex;
import org.limbeck.operation.DropRoutine;
import org.limbeck.operation.DropSequence;
import org.limbeck.operation.DropTable;
import org.limbeck.operation.DropTrigger;
import org.limbeck.operation.DropView;
import org.limbeck.operation.Operation;

/** Drops without what they only carry for the way back. */
final class Brief {
    private Brief() {}

    static Operation of(Operation operation) {
        if (operation instanceof DropTable drop) {
            return new DropTable(drop.name(), null);
        }
        if (operation instanceof DropColumn drop) {
            return new DropColumn(drop.table(), drop.column(), null);
        }
        if (operation instanceof DropConstraint drop && drop.name() != null) {
            return new DropConstraint(drop.table(), drop.name(), null);
        }
        if (operation instanceof DropIndex drop && drop.name() != null) {
            return new DropIndex(drop.table(), drop.name(), null, drop.concurrently());
        }
        return ofObject(operation);
    }

    private static Operation ofObject(Operation operation) {
        if (operation instanceof DropSequence drop) {
            return new DropSequence(drop.name(), null);
        }
        if (operation instanceof DropEnum drop) {
            return new DropEnum(drop.name(), null);
        }
        if (operation instanceof DropView drop) {
            return new DropView(drop.name(), drop.materialised(), null);
        }
        if (operation instanceof DropTrigger drop) {
            return new DropTrigger(drop.table(), drop.name(), null);
        }
        return operation instanceof DropRoutine drop
                ? new DropRoutine(drop.name(), drop.kind(), drop.signature(), null)
                : operation;
    }
}
