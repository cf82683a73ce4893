package org.limbeck.start;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.limbeck.command.Status;
import org.limbeck.command.Status.State;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionNode;
import org.limbeck.graph.Standing;
import org.limbeck.journal.JournalRow;
import org.limbeck.journal.RowState;

/** How a database stands, in words for a log or a refusal. */
final class StateText {
    private final Status status;
    private final State state;

    StateText(Status status) {
        this.status = status;
        this.state = stateOf(status);
    }

    /**
     * The state that decides: scripts with several heads cannot upgrade what is empty or half way either, and an empty
     * database lacks nothing as long as there are no scripts.
     */
    static State stateOf(Status status) {
        if (status.state() == State.UNVERSIONED_EMPTY
                && status.standing().latest().isEmpty()) {
            return State.UP_TO_DATE;
        }
        boolean noTarget = status.standing().severalHeads()
                && (status.state() == State.UNVERSIONED_EMPTY || status.state() == State.DIRTY);
        return noTarget ? State.SEVERAL_HEADS : status.state();
    }

    /** The end of "agent database: version is ...". */
    String shortly() {
        Standing standing = status.standing();
        return switch (state) {
            case UP_TO_DATE -> "already up to date";
            case BEHIND -> "behind by " + count(standing.behind());
            case AHEAD -> "newer than this application";
            case DIVERGED -> "diverged from the scripts of this application";
            case INCOMPLETE -> "incomplete: " + count(standing.gaps().size()) + " missing below what is applied";
            case UNVERSIONED_EMPTY -> "missing: the database is empty";
            case UNVERSIONED_WITH_TABLES -> "missing: the database has " + tables() + ", but no history";
            case SEVERAL_HEADS -> "not clear: the scripts have several heads";
            case DIRTY -> "half way: revision " + dirty().id() + " stopped";
        };
    }

    /** The revisions that are applied and that no other applied one needs, also those without a script here. */
    String current() {
        Stream<String> known = status.standing().current().stream().map(RevisionNode::id);
        String all = Stream.concat(known, status.standing().unknown().stream()).collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }

    /** The heads of the scripts. */
    String latest() {
        return ids(status.standing().latest());
    }

    /** What a person can do, one command or sentence a line. */
    List<String> advice() {
        String limbeck = "limbeck -n " + status.database() + " ";
        return switch (state) {
            case UP_TO_DATE -> List.of();
            case BEHIND, UNVERSIONED_EMPTY -> List.of(limbeck + "upgrade");
            case AHEAD -> List.of("Start the release that knows these revisions; an upgrade is no help.");
            case DIVERGED -> List.of("Build with the scripts of both lines, then  " + limbeck + "upgrade");
            case INCOMPLETE -> List.of(limbeck + "status");
            case UNVERSIONED_WITH_TABLES -> List.of(limbeck + "baseline");
            case SEVERAL_HEADS -> List.of(limbeck + "merge heads -m \"feat: merge\"");
            case DIRTY ->
                List.of(limbeck
                        + (dirty().state() == RowState.UPGRADING ? "upgrade" : "downgrade " + dirty().id() + "-1"));
        };
    }

    /** Why an application does not start. */
    Problem refusal() {
        Problem problem = Problem.of(code(), "Database '" + status.database() + "' is not ready: " + sentence())
                .why("Current version: " + current())
                .why("Latest version: " + latest());
        for (String line : advice()) {
            problem = problem.todo(line);
        }
        return switch (state) {
            case BEHIND, UNVERSIONED_EMPTY, DIRTY ->
                problem.todo("Or let the application do it:  at-start = \"migrate\"");
            case AHEAD -> problem.todo("Or start on it all the same:  when-ahead = \"warn\"");
            default -> problem;
        };
    }

    private String sentence() {
        return "its version is " + shortly();
    }

    private ErrorCode code() {
        return switch (state) {
            case UP_TO_DATE, BEHIND, UNVERSIONED_EMPTY -> ErrorCode.NOT_UP_TO_DATE;
            case AHEAD -> ErrorCode.DATABASE_AHEAD;
            case DIVERGED -> ErrorCode.UNKNOWN_APPLIED_REVISION;
            case INCOMPLETE -> ErrorCode.INCOMPLETE_HISTORY;
            case UNVERSIONED_WITH_TABLES -> ErrorCode.UNVERSIONED_DATABASE;
            case SEVERAL_HEADS -> ErrorCode.MULTIPLE_HEADS;
            case DIRTY -> ErrorCode.DIRTY_REVISION;
        };
    }

    private JournalRow dirty() {
        return status.rows().stream().filter(JournalRow::dirty).findFirst().orElseThrow();
    }

    private String tables() {
        return status.tables() == 1 ? "1 table" : status.tables() + " tables";
    }

    static String count(int revisions) {
        return revisions == 1 ? "1 revision" : revisions + " revisions";
    }

    private static String ids(List<RevisionNode> nodes) {
        return nodes.isEmpty() ? "none" : nodes.stream().map(RevisionNode::id).collect(Collectors.joining(", "));
    }
}
