package org.limbeck.cli.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.Limbeck;
import org.limbeck.baseline.Candidate;
import org.limbeck.baseline.Fingerprint;
import org.limbeck.cli.compare.DifferenceText;
import org.limbeck.cli.compare.ModelComparison;
import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Installation;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Kinds;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Columns;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.compare.Difference;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.json.Json;
import org.limbeck.model.Model;
import org.limbeck.sync.Allowed;
import org.limbeck.sync.SyncPlan;

/** {@code limbeck sync}: adds to a database without a history what its model has more. */
public final class SyncCommand implements Command {

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public String summary() {
        return "add to a database without a history what its model has more; shows the plan first";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.flag("--apply", "do it; without this the plan is shown")
                .flag("--allow-change", "change, too, what is there: types, defaults, constraints")
                .flag("--allow-drop", "drop, too, what the model has not, rows and all")
                .flag("--then-baseline", "record the revision that the schema is then, if that is beyond doubt")
                .value("--reason", "TEXT", "kept in the journal");
    }

    @Override
    public int run(Invocation call) {
        if (call.has("--then-baseline") && !call.has("--apply")) {
            throw call.wrong("--then-baseline goes with --apply");
        }
        DatabaseSettings database = call.one();
        Limbeck limbeck = call.configure(database).load();
        ModelComparison comparison = new ModelComparison(call, database);
        Model model = comparison.model(comparison.dialect());
        Allowed allowed = new Allowed(call.has("--allow-change"), call.has("--allow-drop"));
        SyncPlan plan = call.has("--apply")
                ? limbeck.existing().sync(model, allowed, call.value("--reason"))
                : limbeck.existing().syncPlan(model, allowed);
        if (call.has("--apply")) {
            new Installation(call.folder()).remember(database.name(), Kinds.name(database));
        }
        String recorded = call.has("--then-baseline") ? baseline(limbeck) : null;
        if (call.json()) {
            call.terminal().raw(Json.write(json(call, database, plan, recorded)) + "\n");
        } else {
            print(call, database, plan, recorded);
        }
        return ExitCode.DONE;
    }

    /** The revision that was recorded; null where nothing is certain. */
    private static @Nullable String baseline(Limbeck limbeck) {
        if (limbeck.graph().isEmpty()) {
            return null;
        }
        Fingerprint found = limbeck.existing().fingerprint(null);
        Candidate certain = found.certain().orElse(null);
        if (certain == null) {
            return null;
        }
        limbeck.existing().stampIfMatching(certain.tips(), false, "after sync", null, null);
        return certain.revision().id();
    }

    private static void print(Invocation call, DatabaseSettings database, SyncPlan plan, @Nullable String recorded) {
        Terminal terminal = call.terminal();
        boolean apply = call.has("--apply");
        if (!plan.done().isEmpty()) {
            terminal.answer(Line.of(Colour.BOLD, database.name())
                    .add(apply ? " got from " : " would get from ")
                    .add(String.valueOf(database.model())));
            DifferenceText.print(terminal, plan.done());
        }
        left(terminal, plan);
        plan.remarks().forEach(remark -> terminal.tell("  ! " + remark));
        if (!apply && !plan.sql().isEmpty()) {
            terminal.answer("By");
            plan.sql().forEach(sql -> sql.lines().forEach(line -> terminal.whole(Line.of("  " + line))));
        }
        end(call, database, plan, recorded);
    }

    private static void left(Terminal terminal, SyncPlan plan) {
        if (plan.left().isEmpty()) {
            return;
        }
        terminal.answer("Left alone:");
        Columns columns = new Columns();
        plan.left().forEach(left -> columns.row("  " + left.difference(), left.reason()));
        columns.lines().forEach(terminal::answer);
    }

    private static void end(Invocation call, DatabaseSettings database, SyncPlan plan, @Nullable String recorded) {
        Terminal terminal = call.terminal();
        if (plan.done().isEmpty()) {
            terminal.tell(Line.of(Colour.BOLD, database.name())
                    .add(plan.left().isEmpty() ? " is as its model. Nothing to do." : ": nothing to add."));
        } else if (!call.has("--apply")) {
            terminal.tell("Nothing was done. Do it:  " + call.advice(database, "sync --apply"));
            return;
        } else {
            terminal.tell(Line.of(Colour.GREEN, "Done:")
                    .add(" " + Counts.of(plan.sql().size(), "statement") + " run, kept in the journal"));
        }
        if (recorded != null) {
            terminal.tell(Line.of(Colour.BOLD, database.name())
                    .add(" is recorded at " + recorded + "; from here on write revisions"));
        } else if (call.has("--then-baseline")) {
            terminal.tell("Not recorded: the schema is not beyond doubt that of one revision. See:  "
                    + call.advice(database, "baseline"));
        } else {
            terminal.tell("Go on with revisions:  " + call.advice(database, "baseline"));
        }
    }

    private static Map<String, @Nullable Object> json(
            Invocation call, DatabaseSettings database, SyncPlan plan, @Nullable String recorded) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("database", database.name());
        json.put("applied", call.has("--apply"));
        json.put("done", plan.done().stream().map(Difference::toString).toList());
        List<Object> left = new ArrayList<>();
        plan.left()
                .forEach(one -> left.add(Map.of("difference", one.difference().toString(), "reason", one.reason())));
        json.put("left", left);
        json.put("sql", plan.sql());
        json.put("recorded", recorded);
        return json;
    }
}
