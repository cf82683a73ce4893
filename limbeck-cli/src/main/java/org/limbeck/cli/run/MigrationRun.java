package org.limbeck.cli.run;

import java.util.List;
import java.util.function.BiFunction;

import org.limbeck.Limbeck;
import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.Installation;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Kinds;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.command.RunOptions;
import org.limbeck.command.RunResult;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.graph.Direction;
import org.limbeck.graph.RevisionNode;
import org.limbeck.run.RunEvent;
import org.limbeck.run.TransactionMode;

/** One run on one database, with what is told of it. */
final class MigrationRun {
    private final Invocation call;
    private final DatabaseSettings database;
    private final Terminal terminal;
    private String kind = "";

    MigrationRun(Invocation call, DatabaseSettings database) {
        this.call = call;
        this.database = RunWords.settings(call, database);
        this.terminal = call.terminal();
    }

    /**
     * Runs, prints, or shows beforehand, as the options say.
     *
     * @return the result in a few words
     */
    String run(Direction direction, List<String> targets) {
        if (call.has("--sql")) {
            return sql(direction, one(targets));
        }
        if (call.has("--dry-run")) {
            Limbeck limbeck = call.configure(database).load();
            RunOptions options = RunWords.options(call, database, limbeck);
            return new DryRunText(call, database).print(limbeck.dryRun(direction, one(targets), options));
        }
        return migrate(
                (limbeck, options) -> direction == Direction.UP
                        ? limbeck.upgrade(targets, options)
                        : limbeck.downgrade(one(targets), options),
                atHead(direction, targets));
    }

    private String one(List<String> targets) {
        if (targets.size() > 1) {
            throw call.wrong("--sql and --dry-run take one target");
        }
        return targets.get(0);
    }

    private String sql(Direction direction, String range) {
        Limbeck limbeck = call.configure(database).load();
        limbeck.script(direction, range, RunWords.assumed(call, limbeck, database), terminal.out());
        return "SQL printed";
    }

    private String migrate(BiFunction<Limbeck, RunOptions, RunResult> work, boolean atHead) {
        Limbeck.Configuration configuration = call.configure(database);
        RunResult result;
        RunOptions options;
        if (call.json()) {
            RunJson json = new RunJson(terminal, database.name());
            Limbeck limbeck = configuration.listener(event -> hear(event, json)).load();
            options = RunWords.options(call, database, limbeck);
            result = work.apply(limbeck, options);
            if (result.nothingToDo()) {
                json.on(new RunEvent.Finished(database.name(), result.heads(), 0, 0));
            }
        } else {
            try (RunReport report = new RunReport(terminal, call.verbose())) {
                Limbeck limbeck =
                        configuration.listener(event -> hear(event, report)).load();
                options = RunWords.options(call, database, limbeck);
                result = work.apply(limbeck, options);
            }
        }
        if (options.mode() != TransactionMode.REHEARSAL) {
            new Installation(call.folder()).remember(database.name(), kind());
        }
        return tell(result, options, atHead);
    }

    private void hear(RunEvent event, org.limbeck.run.RunListener listener) {
        if (event instanceof RunEvent.Started started) {
            kind = started.dialect();
        }
        listener.on(event);
    }

    private String kind() {
        return kind.isEmpty() ? Kinds.name(database) : kind;
    }

    private String tell(RunResult result, RunOptions options, boolean atHead) {
        String where = RunReport.ids(result.heads()) + headMark(result, atHead);
        if (result.nothingToDo()) {
            say(Line.of(Colour.BOLD, database.name()).add(" is already at " + where + ". Nothing to do."));
            return "nothing to do, at " + where;
        }
        String count = Counts.of(result.moves().size(), "revision");
        if (options.mode() == TransactionMode.REHEARSAL) {
            say(Line.of("Rehearsed: " + count + ", and everything is taken back"));
            return "rehearsed " + count;
        }
        say(Line.of(Colour.GREEN, "Done:")
                .add(" ")
                .add(Colour.BOLD, database.name())
                .add(" is at " + where));
        return count + ", now at " + where;
    }

    private void say(Line line) {
        if (!call.json()) {
            terminal.tell(line);
        }
    }

    private static boolean atHead(Direction direction, List<String> targets) {
        return direction == Direction.UP && (targets.contains("head") || targets.contains("heads"));
    }

    private String headMark(RunResult result, boolean atHead) {
        if (result.heads().isEmpty()) {
            return "";
        }
        if (!atHead && !isHeads(result.heads())) {
            return "";
        }
        return result.heads().size() == 1 ? " (head)" : " (heads)";
    }

    private boolean isHeads(List<String> ids) {
        List<String> heads = call.configure(database).load().graph().effectiveHeads().stream()
                .map(RevisionNode::id)
                .toList();
        return heads.size() == ids.size() && heads.containsAll(ids);
    }
}
