package org.limbeck.operation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** What undoes an operation: other operations, or nothing, and why. */
public final class Inverse {
    private final @Nullable List<Operation> operations;
    private final String reason;

    private Inverse(@Nullable List<Operation> operations, String reason) {
        this.operations = operations;
        this.reason = reason;
    }

    public static Inverse of(Operation operation) {
        return of(List.of(operation));
    }

    /** These operations, in this order. */
    public static Inverse of(List<? extends Operation> operations) {
        return new Inverse(List.copyOf(operations), "");
    }

    /** Nothing is left to undo. */
    public static Inverse nothing() {
        return of(List.of());
    }

    /** There is no way back. */
    public static Inverse none(String why) {
        return new Inverse(null, why);
    }

    /** The operations, unless there is no way back. */
    public Optional<List<Operation>> operations() {
        return Optional.ofNullable(operations);
    }

    /** Why there is no way back; empty where there is one. */
    public String reason() {
        return reason;
    }

    Inverse map(Function<List<Operation>, List<? extends Operation>> change) {
        return operations == null ? this : of(change.apply(operations));
    }

    Inverse flatMap(Function<List<Operation>, Inverse> change) {
        return operations == null ? this : change.apply(operations);
    }
}
