package org.limbeck.migration;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.operation.CheckData;
import org.limbeck.operation.Operation;

/**
 * What a script recorded, in one direction.
 *
 * @param operations in order
 * @param places where an operation is written, by the identity of the operation
 */
public record Recording(List<Operation> operations, Map<Operation, Place> places) {

    /** Where an operation is written, or null. */
    public @Nullable Place place(Operation operation) {
        return places.get(operation);
    }

    /** Records the way up. */
    public static Recording upgrade(Migration migration, List<String> declared, Map<String, String> parameters) {
        return record(migration::upgrade, declared, parameters, migration);
    }

    /** Records the way down. */
    public static Recording downgrade(Migration migration, List<String> declared, Map<String, String> parameters) {
        return record(migration::downgrade, declared, parameters, migration);
    }

    /** Records the checks. */
    public static List<CheckData> checks(Migration migration) {
        Checks checks = new Checks();
        guarded(() -> migration.verify(checks), migration);
        return checks.recorded();
    }

    private static Recording record(
            Block block, List<String> declared, Map<String, String> parameters, Migration migration) {
        Op op = Recorder.begin(new Parameters(declared, parameters));
        guarded(() -> block.record(op), migration);
        return new Recording(op.close(), op.places());
    }

    private static void guarded(Runnable recording, Migration migration) {
        try {
            recording.run();
        } catch (LimbeckException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw Problem.of(
                            ErrorCode.RECORDING_FAILED,
                            "The script " + migration.getClass().getSimpleName() + " fails while it records")
                    .at(place(e, migration))
                    .why(e.toString())
                    .exception(e);
        }
    }

    private static @Nullable Place place(Throwable failure, Migration migration) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().equals(migration.getClass().getName())) {
                return Place.of(frame.getFileName(), frame.getLineNumber());
            }
        }
        return null;
    }
}
