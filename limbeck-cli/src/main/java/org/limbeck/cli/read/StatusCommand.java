package org.limbeck.cli.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.EachDatabase;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.shell.Times;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Mark;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.command.Status;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.config.JdbcUrl;
import org.limbeck.graph.RevisionNode;
import org.limbeck.journal.JournalRow;
import org.limbeck.json.Json;

/** {@code limbeck status}: how a database stands to its scripts, with all that is unusual. */
public final class StatusCommand implements Command {
    private static final int MOST = 5;

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String summary() {
        return "show how a database stands: what waits, what is half done, what was changed";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.flag("--check", "exit 1 unless everything is applied and nothing else");
    }

    @Override
    public int run(Invocation call) {
        List<Status> late = new ArrayList<>();
        int code = EachDatabase.run(call, database -> {
            Status status = call.configure(database).load().status();
            if (!status.isUpToDate()) {
                late.add(status);
            }
            return show(call, database, status);
        });
        boolean failed = call.has("--check") && !late.isEmpty();
        return code == ExitCode.DONE && failed ? ExitCode.FAILED : code;
    }

    private static String show(Invocation call, DatabaseSettings database, Status status) {
        if (call.json()) {
            call.terminal().raw(Json.write(json(database, status)) + "\n");
        } else {
            print(call, database, status);
        }
        return StateWords.of(status).text();
    }

    private static void print(Invocation call, DatabaseSettings database, Status status) {
        Terminal terminal = call.terminal();
        StateWords words = StateWords.of(status);
        terminal.answer(Line.of(Colour.BOLD, database.name())
                .add(terminal.dot())
                .add(status.server())
                .add(terminal.dot())
                .add(JdbcUrl.masked(database.url())));
        terminal.answer(Line.of("  ").add(terminal.mark(words.mark())).add(" " + words.text()));
        for (RevisionNode node : status.standing().current()) {
            terminal.answer(Line.of("  at  ").add(RevisionText.line(database, node, "")));
        }
        unknown(terminal, status);
        pending(call, database, status);
        gaps(terminal, database, status);
        if (!status.changed().isEmpty()) {
            terminal.answer(Line.of("  ")
                    .add(terminal.mark(Mark.CARE))
                    .add(" edited since applied: " + String.join(", ", status.changed())
                            + "  (an upgrade looks whether they mean something else now)"));
        }
        advise(call, database, status, words);
    }

    private static void unknown(Terminal terminal, Status status) {
        for (JournalRow row : status.rows()) {
            if (status.standing().unknown().contains(row.id())) {
                terminal.answer(Line.of("  without a script here  ")
                        .add(Colour.YELLOW, row.id())
                        .add("  " + row.message())
                        .add(Colour.DIM, "   " + Times.of(row.at()) + "  " + row.by() + "@" + row.host()));
            }
        }
    }

    private static void pending(Invocation call, DatabaseSettings database, Status status) {
        List<RevisionNode> pending = status.standing().pending();
        int shown = call.verbose() ? pending.size() : Math.min(MOST, pending.size());
        for (RevisionNode node : pending.subList(0, shown)) {
            call.terminal().answer(Line.of("  waits  ").add(RevisionText.line(database, node, "")));
        }
        if (shown < pending.size()) {
            call.terminal().answer("  ... and " + (pending.size() - shown) + " more");
        }
    }

    private static void gaps(Terminal terminal, DatabaseSettings database, Status status) {
        for (RevisionNode node : status.standing().gaps()) {
            terminal.answer(Line.of("  missing below  ").add(RevisionText.line(database, node, "")));
        }
    }

    private static void advise(Invocation call, DatabaseSettings database, Status status, StateWords words) {
        String advice = words.advice();
        if (advice != null) {
            call.terminal().answer(Line.of(Colour.CYAN, "  ->  ").add(call.advice(database, advice)));
        } else if (!status.standing().unknown().isEmpty()) {
            call.terminal()
                    .answer(Line.of(Colour.CYAN, "  ->  ")
                            .add("use the scripts that it was upgraded with ("
                                    + Counts.of(status.standing().unknown().size(), "revision") + " newer or other)"));
        }
    }

    private static Map<String, @Nullable Object> json(DatabaseSettings database, Status status) {
        Map<String, @Nullable Object> json = StatusJson.of(database, status);
        List<String> pending = new ArrayList<>();
        for (RevisionNode node : status.standing().pending()) {
            pending.add(node.id());
        }
        List<String> gaps = new ArrayList<>();
        for (RevisionNode node : status.standing().gaps()) {
            gaps.add(node.id());
        }
        json.put("pending", pending);
        json.put("missing", gaps);
        json.put("edited", status.changed());
        return json;
    }
}
