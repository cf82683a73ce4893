package org.limbeck.run;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.graph.Direction;
import org.limbeck.graph.RevisionNode;

/** What happens during a run, for whoever shows or records it. */
public sealed interface RunEvent {

    /** A run begins. */
    record Started(
            String database,
            String dialect,
            String server,
            Direction direction,
            List<String> from,
            List<String> to,
            int revisions)
            implements RunEvent {}

    /** Somebody else holds the lock. */
    record Waiting(@Nullable String holder, long waitedMillis) implements RunEvent {}

    /** A revision begins, or goes on where it stopped. */
    record StepStarted(
            RevisionNode revision,
            Direction direction,
            @Nullable Resumed resumed) implements RunEvent {}

    /** Where a revision goes on. */
    record Resumed(String position, String stoppedAt, String stoppedBy, boolean backingOut) {}

    /** A statement that was running when a run stopped was looked at. */
    record Uncertain(String revision, String label, boolean executed) implements RunEvent {}

    /** A condition was decided. */
    record Decided(String revision, String path, String condition, boolean answer) implements RunEvent {}

    /** A statement is about to be executed. */
    record Executing(String revision, String path, String sql) implements RunEvent {}

    /** A statement was executed. */
    record Executed(String revision, String path, String sql, long micros) implements RunEvent {}

    /** A data step tells how far it is. */
    record Progressed(String revision, String step, long done, long total) implements RunEvent {}

    /** A check passed. */
    record Checked(String revision, String check) implements RunEvent {}

    /** A statement was left out of a rehearsal, or done differently. */
    record Rehearsed(String revision, String path, String how) implements RunEvent {}

    /** A revision is done. */
    record StepFinished(RevisionNode revision, Direction direction, int statements, long millis, boolean backedOut)
            implements RunEvent {}

    /** A revision failed. */
    record StepFailed(RevisionNode revision, Direction direction, String position, boolean nothingStays)
            implements RunEvent {}

    /** A run is over. */
    record Finished(String database, List<String> heads, int revisions, long millis) implements RunEvent {}

    /** Something that somebody should know. */
    record Warning(String text) implements RunEvent {}
}
