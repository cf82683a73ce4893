package org.limbeck.cli.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Columns;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Mark;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.json.Json;

/** Runs a command for each database that is meant, and sums up if there are several. */
public final class EachDatabase {
    private final Invocation call;
    private final Columns summary = new Columns().row("database", "result");

    private EachDatabase(Invocation call) {
        this.call = call;
    }

    /** Works on one database. */
    @FunctionalInterface
    public interface Work {
        /** @return the result in a few words */
        String on(DatabaseSettings database);
    }

    /**
     * Runs the work; stops at the first failure unless {@code --keep-going} is given.
     *
     * @return the exit code, that of the first failure
     */
    public static int run(Invocation call, Work work) {
        List<DatabaseSettings> databases = call.chosen();
        if (!call.several()) {
            work.on(databases.get(0));
            return ExitCode.DONE;
        }
        return new EachDatabase(call).each(databases, work);
    }

    private int each(List<DatabaseSettings> databases, Work work) {
        Terminal terminal = call.terminal();
        List<DatabaseSettings> left = new ArrayList<>(databases);
        int code = ExitCode.DONE;
        boolean goOn = true;
        while (goOn && !left.isEmpty()) {
            DatabaseSettings database = left.remove(0);
            LimbeckException failure = attempt(database, work);
            if (failure != null) {
                int own = tell(database, failure);
                code = code == ExitCode.DONE ? own : code;
                goOn = call.has("--keep-going") && failure.code() != ErrorCode.INTERRUPTED;
            }
        }
        for (DatabaseSettings database : left) {
            summary.row(Line.of(Colour.BOLD, database.name()), Line.of(Colour.DIM, "- not run"));
        }
        if (!call.json()) {
            terminal.tell("");
            summary.lines().forEach(terminal::tell);
        }
        return code;
    }

    private @Nullable LimbeckException attempt(DatabaseSettings database, Work work) {
        try {
            String result = work.on(database);
            summary.row(
                    Line.of(Colour.BOLD, database.name()),
                    call.terminal().mark(Mark.DONE).add(" " + result));
            return null;
        } catch (RuntimeException e) {
            return Failures.expected(e);
        }
    }

    private int tell(DatabaseSettings database, LimbeckException failure) {
        summary.row(
                Line.of(Colour.BOLD, database.name()),
                call.terminal()
                        .mark(Mark.FAILED)
                        .add(" " + failure.code().text() + " "
                                + failure.problem().what()));
        if (!call.json()) {
            call.terminal().out().flush();
            return Failures.tell(failure, call.surroundings(), call.terminal(), false, call.has("--stacktrace"));
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("database", database.name());
        json.put("error", Failures.json(failure, call.surroundings()));
        call.terminal().raw(Json.write(json) + "\n");
        return ExitCode.of(failure.code());
    }
}
