package org.limbeck.cli.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Kinds;
import org.limbeck.cli.shell.Releases;
import org.limbeck.cli.shell.ServerName;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.shell.Times;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Columns;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Mark;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.command.Status;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.config.JdbcUrl;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionNode;
import org.limbeck.journal.JournalRow;
import org.limbeck.json.Json;

/** {@code limbeck current}: where databases stand. The command that must be fast. */
public final class CurrentCommand implements Command {

    @Override
    public String name() {
        return "current";
    }

    @Override
    public String summary() {
        return "show the revision of a database, and how it stands to the scripts";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.flag("--check,--check-heads", "exit 1 if the database is not up to date");
    }

    @Override
    public int run(Invocation call) {
        if (call.word() != null) {
            throw call.wrong("limbeck current takes no words");
        }
        List<Found> found = new ArrayList<>();
        for (DatabaseSettings database : call.chosen()) {
            found.add(look(call, database));
        }
        if (call.json()) {
            found.forEach(one -> call.terminal().raw(Json.write(one.json(call)) + "\n"));
        } else if (call.several()) {
            table(call, found);
        } else {
            single(call, found.get(0));
        }
        int code = ExitCode.DONE;
        for (Found one : found) {
            boolean late = call.has("--check")
                    && !(one.status() != null && one.status().isUpToDate());
            code = code != ExitCode.DONE ? code : one.exit() != ExitCode.DONE ? one.exit() : late ? ExitCode.FAILED : 0;
        }
        return code;
    }

    /** What was found of one database: its status, or why there is none. */
    private record Found(
            DatabaseSettings database,
            @Nullable Status status,
            @Nullable LimbeckException failure) {

        int exit() {
            return failure == null ? ExitCode.DONE : ExitCode.of(failure.code());
        }

        Map<String, @Nullable Object> json(Invocation call) {
            return failure != null
                    ? StatusJson.failed(call, database, failure)
                    : StatusJson.of(database, Objects.requireNonNull(status));
        }
    }

    /** Among several databases one that cannot be reached is a line of the answer, and no end of it. */
    private static Found look(Invocation call, DatabaseSettings database) {
        try {
            return new Found(database, call.configure(database).load().current(), null);
        } catch (LimbeckException e) {
            if (!call.several()) {
                throw e;
            }
            return new Found(database, null, e);
        }
    }

    // ---- several databases

    private static void table(Invocation call, List<Found> found) {
        Columns columns = new Columns().row("database", "kind", "revision", "release", "state");
        for (Found one : found) {
            Status status = one.status();
            columns.row(
                    Line.of(Colour.BOLD, one.database().name()),
                    Line.of(status == null ? Kinds.title(one.database()) : ServerName.of(status.server())),
                    Line.of(status == null ? "-" : orDash(revisions(status))),
                    Line.of(status == null ? "-" : orDash(releases(one.database(), status))),
                    state(call, one));
        }
        columns.lines().forEach(call.terminal()::answer);
    }

    private static Line state(Invocation call, Found one) {
        Status status = one.status();
        if (status == null) {
            return call.terminal()
                    .mark(Mark.FAILED)
                    .add(" " + why(Objects.requireNonNull(one.failure()).problem()));
        }
        return state(call, one.database(), StateWords.of(status));
    }

    /** No more than the first sentence of the driver's words, for it stands in a table. */
    private static String why(Problem problem) {
        String fact = problem.why().isEmpty() ? "" : problem.why().get(0);
        int end = fact.indexOf(". ");
        String first = end < 0 ? fact : fact.substring(0, end);
        if (problem.code() == ErrorCode.NOT_REACHABLE) {
            return "not reachable: " + first;
        }
        return problem.code().text() + " " + problem.what() + (first.isEmpty() ? "" : ": " + first);
    }

    private static Line state(Invocation call, DatabaseSettings database, StateWords words) {
        Line line = call.terminal().mark(words.mark()).add(" " + words.text());
        String advice = words.advice();
        return advice == null ? line : line.add(Colour.CYAN, "   ->  ").add(call.advice(database, advice));
    }

    private static String revisions(Status status) {
        StringBuilder ids = new StringBuilder();
        for (RevisionNode node : status.standing().current()) {
            ids.append(ids.length() == 0 ? "" : ", ").append(node.id());
        }
        for (String id : status.standing().unknown()) {
            ids.append(ids.length() == 0 ? "" : ", ").append(id);
        }
        return ids.toString();
    }

    private static String releases(DatabaseSettings database, Status status) {
        StringBuilder names = new StringBuilder();
        for (RevisionNode node : status.standing().current()) {
            String name = Releases.of(database, node.id());
            names.append(names.length() == 0 || name.isEmpty() ? "" : ", ").append(name);
        }
        return names.toString();
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isEmpty() ? "-" : text;
    }

    // ---- one database

    private static void single(Invocation call, Found found) {
        Status status = Objects.requireNonNull(found.status());
        Terminal terminal = call.terminal();
        if (call.verbose()) {
            terminal.answer(Line.of(Colour.BOLD, found.database().name())
                    .add(terminal.dot())
                    .add(status.server())
                    .add(terminal.dot())
                    .add(JdbcUrl.masked(found.database().url())));
        }
        for (RevisionNode node : status.standing().current()) {
            JournalRow row = row(status, node.id());
            Line line = RevisionText.line(found.database(), node, isHead(status, node) ? "(head)" : "");
            if (row != null) {
                line.add(Colour.DIM, "   " + Times.of(row.at()) + "  " + row.by() + "@" + row.host());
                if (row.tag() != null) {
                    line.add(Colour.DIM, "  tag " + row.tag());
                }
            }
            terminal.answer(line);
        }
        for (String id : status.standing().unknown()) {
            JournalRow row = row(status, id);
            terminal.answer(Line.of(Colour.YELLOW, id)
                    .add("  (no script here)")
                    .add(row == null ? "" : "  " + row.message() + "   " + Times.of(row.at())));
        }
        terminal.answer(state(call, found.database(), StateWords.of(status)));
    }

    private static boolean isHead(Status status, RevisionNode node) {
        for (RevisionNode latest : status.standing().latest()) {
            if (latest.id().equals(node.id())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable JournalRow row(Status status, String id) {
        for (JournalRow row : status.rows()) {
            if (row.id().equals(id)) {
                return row;
            }
        }
        return null;
    }
}
