package org.limbeck.cli.compare;

import java.util.function.Supplier;

import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Failures;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Columns;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Mark;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.LimbeckException;

/**
 * The verdicts on several databases: each is looked at, whatever came of the others. The exit code is that of the first
 * that is not well; an error counts more than a difference. Not thread-safe.
 */
final class Verdicts {
    private final Invocation call;
    private final Columns summary = new Columns().row("database", "result");
    private int code = ExitCode.DONE;

    Verdicts(Invocation call) {
        this.call = call;
    }

    /** What came of one database. */
    record Verdict(int code, String text) {}

    void of(DatabaseSettings database, Supplier<Verdict> look) {
        Verdict verdict;
        try {
            verdict = look.get();
        } catch (RuntimeException e) {
            if (!call.several()) {
                throw e;
            }
            verdict = failed(Failures.expected(e));
        }
        boolean well = verdict.code() == ExitCode.DONE;
        if (code == ExitCode.DONE || (code == ExitCode.FAILED && verdict.code() > ExitCode.FAILED)) {
            code = verdict.code();
        }
        summary.row(
                Line.of(Colour.BOLD, database.name()),
                call.terminal().mark(well ? Mark.DONE : Mark.FAILED).add(" " + verdict.text()));
    }

    private Verdict failed(LimbeckException failure) {
        call.terminal().out().flush();
        int own = Failures.tell(failure, call.surroundings(), call.terminal(), call.json(), call.has("--stacktrace"));
        return new Verdict(own, failure.code().text() + " " + failure.problem().what());
    }

    int end() {
        if (call.several() && !call.json()) {
            call.terminal().tell("");
            summary.lines().forEach(call.terminal()::tell);
        }
        return code;
    }
}
