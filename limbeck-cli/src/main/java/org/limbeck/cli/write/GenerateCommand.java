package org.limbeck.cli.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.autogenerate.Proposal;
import org.limbeck.autogenerate.SharedDraft;
import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Failures;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Columns;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Mark;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.LimbeckException;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionDraft;
import org.limbeck.graph.RevisionId;
import org.limbeck.graph.RevisionRequest;
import org.limbeck.json.Json;
import org.limbeck.load.Scripts;
import org.limbeck.write.Draft;
import org.limbeck.write.ScriptFiles;
import org.limbeck.write.ScriptPlace;
import org.limbeck.write.SqlWriter;

/** {@code limbeck generate}: drafts for many databases at once; all of them are written, or none. */
public final class GenerateCommand implements Command {

    @Override
    public String name() {
        return "generate";
    }

    @Override
    public String summary() {
        return "draft scripts for all databases, or those of -n, whose models differ; all or none";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.value("-m,--message", "TEXT", "what the revisions do; names the files, too");
        Autogeneration.declareHow(syntax);
        syntax.flag("--sql", "SQL scripts instead of Java ones").flag("--edit", "open them in $VISUAL or $EDITOR");
    }

    /**
     * What came of one database.
     *
     * @param proposal null where it failed
     * @param failure null where it did not
     */
    private record Found(
            DatabaseSettings database,
            Autogeneration autogeneration,
            @Nullable Proposal proposal,
            @Nullable LimbeckException failure) {}

    @Override
    public int run(Invocation call) {
        String message = call.value("--message");
        if (message == null || message.isBlank()) {
            throw call.wrong("a revision needs a message: -m \"...\"");
        }
        List<DatabaseSettings> databases = databases(call);
        databases.forEach(database -> ScriptPlace.requireMessage(database, message));
        List<Found> found =
                databases.stream().map(database -> look(call, database)).toList();
        return new Publication(call, message, found).end();
    }

    /** All that are selected, unless some are named. */
    private static List<DatabaseSettings> databases(Invocation call) {
        if (!call.values("--name").isEmpty() || call.has("--all")) {
            return call.chosen();
        }
        return call.project().selected().stream()
                .map(name -> call.project().database(name))
                .toList();
    }

    private static Found look(Invocation call, DatabaseSettings database) {
        Autogeneration autogeneration = new Autogeneration(call, database);
        try {
            return new Found(database, autogeneration, autogeneration.propose(), null);
        } catch (RuntimeException e) {
            return new Found(database, autogeneration, null, Failures.expected(e));
        }
    }

    /** Writes what is to be written, and reports. Used once. */
    private static final class Publication {
        private final Invocation call;
        private final String message;
        private final List<Found> all;
        private final String changeSet = RevisionId.generate();
        private final Map<DatabaseSettings, ScriptFile.Prepared> scripts = new LinkedHashMap<>();

        Publication(Invocation call, String message, List<Found> all) {
            this.call = call;
            this.message = message;
            this.all = all;
        }

        int end() {
            LimbeckException failure = all.stream()
                    .map(Found::failure)
                    .filter(one -> one != null)
                    .findFirst()
                    .orElse(null);
            boolean differs = all.stream()
                    .anyMatch(one -> one.proposal() != null && !one.proposal().isEmpty());
            if (failure == null && !call.has("--fail-if-changed")) {
                prepare();
                ScriptFiles.write(scripts.values().stream()
                        .distinct()
                        .map(ScriptFile.Prepared::script)
                        .toList());
            }
            report();
            if (failure != null) {
                return ExitCode.of(failure.code());
            }
            return differs && call.has("--fail-if-changed") ? ExitCode.FAILED : ExitCode.DONE;
        }

        /** Databases that share a history share the script. */
        private void prepare() {
            Map<List<String>, List<Found>> histories = new LinkedHashMap<>();
            for (Found one : all) {
                histories
                        .computeIfAbsent(one.database().scripts(), scripts -> new ArrayList<>())
                        .add(one);
            }
            for (List<Found> sharing : histories.values()) {
                if (sharing.stream().anyMatch(one -> !proposal(one).isEmpty())) {
                    ScriptFile.Prepared script = prepare(sharing);
                    sharing.stream()
                            .filter(one -> !proposal(one).isEmpty())
                            .forEach(one -> scripts.put(one.database(), script));
                }
            }
        }

        private ScriptFile.Prepared prepare(List<Found> sharing) {
            DatabaseSettings first = sharing.get(0).database();
            Scripts history = call.configure(first).load().scripts();
            RevisionDraft revision = new Navigator(AppliedSet.empty(history.graph()), first.releases())
                    .draft(new RevisionRequest(List.of("head"), false, List.of(), List.of(), null));
            Map<String, SharedDraft.Of> drafts = new LinkedHashMap<>();
            List<SqlWriter.Target> targets = new ArrayList<>();
            for (Found one : sharing) {
                SqlWriter.Target target = one.autogeneration().target(proposal(one));
                String dialect = target.dialect().name();
                if (drafts.put(
                                dialect,
                                new SharedDraft.Of(
                                        dialect, proposal(one).draft().brief()))
                        == null) {
                    targets.add(target);
                }
            }
            Draft draft = noted(SharedDraft.of(List.copyOf(drafts.values())));
            return new ScriptFile(call, first, history)
                    .prepare(revision, message, head -> SqlWriter.write(head, draft, targets), draft);
        }

        private Draft noted(Draft draft) {
            List<Draft.Line> upgrade = new ArrayList<>();
            upgrade.add(new Draft.Line.Note("Change set " + changeSet));
            upgrade.addAll(draft.upgrade());
            return new Draft(upgrade, draft.downgrade());
        }

        private static Proposal proposal(Found one) {
            Proposal proposal = one.proposal();
            if (proposal == null) {
                throw new IllegalStateException("nothing is written while something failed");
            }
            return proposal;
        }

        // ---- the report

        private void report() {
            Columns columns = new Columns();
            for (Found one : all) {
                if (call.json()) {
                    call.terminal().raw(Json.write(json(one)) + "\n");
                } else {
                    columns.row(Line.of(Colour.BOLD, one.database().name()), line(one));
                }
            }
            columns.lines().forEach(call.terminal()::answer);
            long files = scripts.values().stream().distinct().count();
            if (files > 0 && !call.json()) {
                call.terminal()
                        .tell(Counts.of(files, "file") + (files == 1 ? "" : " published together") + " (change set "
                                + changeSet + ").");
            } else if (all.stream().anyMatch(one -> one.failure() != null) && !call.json()) {
                call.terminal().tell("Nothing is written: all or none.");
            }
            for (Found one : all) {
                LimbeckException failure = one.failure();
                if (failure != null && !call.json()) {
                    call.terminal().out().flush();
                    Failures.tell(failure, call.surroundings(), call.terminal(), false, call.has("--stacktrace"));
                }
            }
            scripts.values().stream()
                    .distinct()
                    .forEach(
                            script -> ScriptFile.finish(call, script, all.get(0).database()));
        }

        private Line line(Found one) {
            LimbeckException failure = one.failure();
            if (failure != null) {
                return call.terminal()
                        .mark(Mark.FAILED)
                        .add(" " + failure.code().text() + " "
                                + failure.problem().what());
            }
            ScriptFile.Prepared script = scripts.get(one.database());
            if (script == null) {
                Proposal proposal = proposal(one);
                return proposal.isEmpty()
                        ? Line.of(Colour.DIM, "no change")
                        : Line.of(Counts.of(proposal.differences().size(), "difference"));
            }
            String parents = script.revision().downs().isEmpty()
                    ? "base"
                    : String.join(", ", script.revision().downs());
            return Line.of("wrote " + call.shown(script.file()) + "   ")
                    .add(Colour.YELLOW, script.revision().id())
                    .add(" <- " + parents);
        }

        private Map<String, @Nullable Object> json(Found one) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            ScriptFile.Prepared script = scripts.get(one.database());
            LimbeckException failure = one.failure();
            json.put("event", failure != null ? "failed" : script != null ? "written" : "no-change");
            json.put("database", one.database().name());
            if (failure != null) {
                json.put("error", Failures.json(failure, call.surroundings()));
            } else {
                json.put("differences", proposal(one).differences().size());
            }
            if (script != null) {
                json.put("revision", script.revision().id());
                json.put("parents", script.revision().downs());
                json.put("file", call.shown(script.file()));
                json.put("change_set", changeSet);
            }
            return json;
        }
    }
}
