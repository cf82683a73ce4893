package org.limbeck.cli.compare;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.terminal.Mark;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.drift.Drift;
import org.limbeck.json.Json;

/** {@code limbeck drift}: whether somebody changed a database beside its history. */
public final class DriftCommand implements Command {

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public String summary() {
        return "compare the database with its history; exit 1 if it was changed by hand";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.value(
                "--scratch",
                "URL",
                "an empty database of the same kind to build the history in, where raw SQL hides what it makes");
    }

    @Override
    public int run(Invocation call) {
        Verdicts verdicts = new Verdicts(call);
        for (DatabaseSettings database : call.chosen()) {
            verdicts.of(database, () -> look(call, database));
        }
        return verdicts.end();
    }

    private static Verdicts.Verdict look(Invocation call, DatabaseSettings database) {
        Drift drift = call.configure(database).load().drift(call.value("--scratch"));
        if (call.json()) {
            call.terminal().raw(Json.write(json(database, drift)) + "\n");
        } else {
            print(call, database, drift);
        }
        return drift.isEmpty()
                ? new Verdicts.Verdict(ExitCode.DONE, "as its history made it")
                : new Verdicts.Verdict(ExitCode.FAILED, count(drift));
    }

    private static String count(Drift drift) {
        return Counts.of(drift.repairs().size(), "difference");
    }

    private static void print(Invocation call, DatabaseSettings database, Drift drift) {
        Terminal terminal = call.terminal();
        if (drift.isEmpty()) {
            terminal.tell(terminal.mark(Mark.DONE).add(" " + database.name() + " is as its history made it"));
        } else {
            terminal.answer(terminal.mark(Mark.FAILED)
                    .add(" " + database.name() + " was changed beside its history: " + count(drift)));
            DifferenceText.printTurned(terminal, drift.repairs());
        }
        if (!drift.unsure().isEmpty()) {
            terminal.tell(terminal.mark(Mark.CARE)
                    .add(" Not compared, for raw SQL of the history may have made them: "
                            + Counts.of(drift.unsure().size(), "difference")));
            if (call.verbose()) {
                DifferenceText.printTurned(terminal, drift.unsure());
            }
        }
        drift.unknowns().forEach(unknown -> terminal.tell("  " + unknown.revision() + "  " + unknown.what()));
    }

    private static Map<String, @Nullable Object> json(DatabaseSettings database, Drift drift) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("database", database.name());
        json.put("repairs", DifferenceJson.of(drift.repairs()));
        json.put("unsure", DifferenceJson.of(drift.unsure()));
        json.put(
                "unknown",
                drift.unknowns().stream()
                        .map(unknown -> unknown.revision() + " " + unknown.what())
                        .toList());
        return json;
    }
}
