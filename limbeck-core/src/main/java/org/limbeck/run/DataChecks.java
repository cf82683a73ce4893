package org.limbeck.run;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.operation.CheckData;
import org.limbeck.operation.Expectation;

/** Runs checks of data. They count rows; they never show values. */
final class DataChecks {
    private static final int COUNTED = 1_000;

    private final Session session;

    DataChecks(Session session) {
        this.session = session;
    }

    /** @throws org.limbeck.error.LimbeckException CHECK_FAILED if the query gives something else than expected */
    void require(CheckData check, String revision, @Nullable Place place) throws SQLException {
        String query = session.dialect().words(check.query());
        String found = failure(check.expectation(), query);
        if (found != null) {
            throw Problem.of(ErrorCode.CHECK_FAILED, "The check '" + check.name() + "' fails")
                    .at(place)
                    .why(found)
                    .todo("Look at the rows:  " + StatementText.shown(query))
                    .exception();
        }
        session.listener().on(new RunEvent.Checked(revision, check.name()));
    }

    private @Nullable String failure(Expectation expectation, String query) throws SQLException {
        if (expectation instanceof Expectation.SameAs same) {
            String a = single(query);
            String b = single(session.dialect().words(same.other()));
            return a.equals(b) ? null : "One query gives " + a + ", the other " + b + ".";
        }
        int rows = count(query);
        if (expectation instanceof Expectation.SomeRows) {
            return rows > 0 ? null : "It expects rows, and there is none.";
        }
        return rows == 0
                ? null
                : "It expects no row, and there are " + (rows == COUNTED ? COUNTED + " or more" : rows) + ".";
    }

    private int count(String query) throws SQLException {
        try (java.sql.Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setMaxRows(COUNTED);
            try (ResultSet rows = statement.executeQuery(query)) {
                int count = 0;
                while (rows.next()) {
                    count++;
                }
                return count;
            }
        }
    }

    private String single(String query) throws SQLException {
        try (java.sql.Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(query)) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "nothing";
            }
        }
    }
}
