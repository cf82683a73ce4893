package org.limbeck.cli.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.json.Json;

/** Tells what went wrong, to people or to programs. */
public final class Failures {
    private Failures() {}

    /** What is unexpected is a fault of Limbeck, and told as shortly as everything else. */
    public static LimbeckException expected(Throwable e) {
        if (e instanceof LimbeckException known) {
            return known;
        }
        StackTraceElement[] trace = e.getStackTrace();
        String where = trace.length == 0 ? "an unknown place" : trace[0].toString();
        return Problem.of(ErrorCode.INTERNAL, "A fault of Limbeck: " + e)
                .why("at " + where)
                .todo("Report it, with the output of the same command with --stacktrace.")
                .exception(e);
    }

    /** Prints an error and gives the exit code. */
    public static int tell(
            LimbeckException e, Surroundings surroundings, Terminal terminal, boolean json, boolean stacktrace) {
        if (json) {
            terminal.raw(Json.write(Map.of("error", json(e, surroundings))) + "\n");
        } else {
            for (Problem problem : e.problems()) {
                tell(problem, surroundings, terminal);
            }
        }
        if (stacktrace) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            terminal.err().print(trace);
        }
        return ExitCode.of(e.code());
    }

    /** Prints one problem. */
    public static void tell(Problem problem, Surroundings surroundings, Terminal terminal) {
        String[] lines = surroundings.shortened(problem.text()).split("\n", -1);
        String code = problem.code().text();
        terminal.error(Line.of(Colour.RED, code).add(lines[0].substring(code.length())));
        for (int i = 1; i < lines.length; i++) {
            boolean place = i == 1 && problem.place() != null;
            terminal.error(
                    lines[i].startsWith("  -> ")
                            ? Line.of(Colour.CYAN, "  -> ").add(lines[i].substring(5))
                            : Line.of(place ? Colour.DIM : Colour.PLAIN, lines[i]));
        }
    }

    /** An error for programs. */
    public static Map<String, @Nullable Object> json(LimbeckException e, Surroundings surroundings) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", e.code().text());
        error.put("kind", e.code().kind());
        List<String> messages = new ArrayList<>();
        for (Problem problem : e.problems()) {
            messages.add(problem.place() == null ? problem.what() : problem.what() + " (" + problem.place() + ")");
        }
        error.put("message", surroundings.shortened(String.join("\n", messages)));
        return error;
    }
}
