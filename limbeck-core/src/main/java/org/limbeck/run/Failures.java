package org.limbeck.run;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Failure;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.graph.Direction;
import org.limbeck.plan.Step;

/** Tells people what failed, what stays, and what to do. */
final class Failures {
    private Failures() {}

    static LimbeckException of(
            Exception e, Session session, Step step, String label, @Nullable Place place, boolean nothingStays) {
        if (e instanceof LimbeckException known) {
            return known;
        }
        String id = step.revision().id();
        if (e instanceof SQLException sql && session.dialect().failure(sql) == Failure.CONNECTION_LOST) {
            return Problem.of(
                            ErrorCode.CONNECTION_LOST,
                            "The connection is lost in revision " + id + ", at '" + label + "'")
                    .at(place)
                    .why(message(sql))
                    .todo("Run the same command again: it looks what was done, and goes on there.")
                    .exception(e);
        }
        Problem problem = Problem.of(ErrorCode.STATEMENT_FAILED, "Revision " + id + " fails at '" + label + "'")
                .at(place);
        problem = nothingStays
                ? problem.why("Nothing of the revision stays in the database.")
                        .todo("Repair the script, then run the command again.")
                : problem.why("What came before it stays, and the journal knows it.")
                        .todo("Repair the script and run the command again: it goes on at this operation.")
                        .todo("Or back it out:  limbeck "
                                + (step.direction() == Direction.UP ? "downgrade " + id + "-1" : "upgrade " + id));
        return problem.why(e instanceof SQLException sql ? message(sql) : e.toString())
                .exception(e);
    }

    /** The driver's words, of all chained errors. */
    static String message(SQLException e) {
        StringBuilder text = new StringBuilder(String.valueOf(e.getMessage()).strip());
        for (SQLException next = e.getNextException(); next != null; next = next.getNextException()) {
            text.append('\n').append(String.valueOf(next.getMessage()).strip());
        }
        return text.toString();
    }
}
