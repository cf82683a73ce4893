package org.limbeck.cli.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.autogenerate.Proposal;
import org.limbeck.autogenerate.ProposalRequest;
import org.limbeck.autogenerate.RenameQuestion;
import org.limbeck.cli.compare.DifferenceText;
import org.limbeck.cli.compare.ModelComparison;
import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.shell.Times;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Mark;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.compare.Difference;
import org.limbeck.compare.Renaming;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.graph.RevisionDraft;
import org.limbeck.json.Json;
import org.limbeck.write.ScriptFiles;
import org.limbeck.write.SqlWriter;

/** Drafts of scripts from the difference between the model and what there is. */
final class Autogeneration {
    private static final int TIME = 100;

    private final Invocation call;
    private final DatabaseSettings database;
    private final ModelComparison comparison;
    private final boolean allowDrop;

    Autogeneration(Invocation call, DatabaseSettings database) {
        this.call = call;
        this.database = database;
        this.comparison = new ModelComparison(call, database);
        this.allowDrop = call.has("--allow-drop");
    }

    static void declare(Syntax syntax) {
        syntax.flag("--autogenerate", "draft it from the difference between the model and the database");
        declareHow(syntax);
    }

    /** The options of a draft. */
    static void declareHow(Syntax syntax) {
        ModelComparison.declare(syntax);
        syntax.flag("--allow-drop", "drop what is not in the model, rather than write that as a comment")
                .flag("--fail-if-changed", "write nothing, and exit 1 if something differs");
    }

    /** Compares, and writes a script if something differs. */
    int write(ScriptFile file, RevisionDraft revision, String message) {
        long start = System.nanoTime();
        Proposal proposal = propose();
        if (!call.json()) {
            tell(proposal, start);
        }
        if (proposal.isEmpty()) {
            tellNothing();
            return ExitCode.DONE;
        }
        if (call.has("--fail-if-changed")) {
            return ExitCode.FAILED;
        }
        ScriptFile.Prepared script = prepare(file, proposal, revision, message);
        ScriptFiles.write(List.of(script.script()));
        file.written(script, "Review it");
        return ExitCode.DONE;
    }

    /** Compares; on a terminal asks about what looks renamed, as long as there is something to ask. */
    Proposal propose() {
        List<Renaming> renamings = new ArrayList<>(comparison.renamings());
        List<Renaming> different = new ArrayList<>();
        while (true) {
            Proposal proposal = comparison.propose(new ProposalRequest(allowDrop, renamings, different));
            if (proposal.questions().isEmpty() || !Question.canBeAsked(call)) {
                return proposal;
            }
            for (RenameQuestion question : proposal.questions()) {
                boolean yes = Question.ask(call, question.text() + " looks renamed. Was it?");
                (yes ? renamings : different).add(question.renaming());
            }
        }
    }

    ScriptFile.Prepared prepare(ScriptFile file, Proposal proposal, RevisionDraft revision, String message) {
        return file.prepare(
                revision,
                message,
                head -> SqlWriter.write(head, proposal.draft().brief(), List.of(target(proposal))),
                proposal.draft().brief());
    }

    /** What a script in SQL is written for. */
    SqlWriter.Target target(Proposal proposal) {
        return new SqlWriter.Target(comparison.dialect(), proposal.changes().have());
    }

    private void tell(Proposal proposal, long start) {
        Terminal terminal = call.terminal();
        String time = Times.duration((System.nanoTime() - start) / 1_000_000);
        terminal.tell(Line.of("Compared " + comparison.what(proposal))
                .to(TIME - time.length(), 2)
                .add(Colour.DIM, time));
        comparison.tellRemarks(proposal);
        DifferenceText.print(terminal, proposal.differences());
        List<Difference> open = proposal.differences().stream()
                .filter(difference -> proposal.leftOpen(difference, allowDrop))
                .toList();
        for (RenameQuestion question : proposal.questions()) {
            terminal.tell(terminal.mark(Mark.CARE)
                    .add(" " + question.text() + " looks renamed; if it was:  " + question.option()));
        }
        if (!open.isEmpty()) {
            terminal.tell(terminal.mark(Mark.CARE)
                    .add(" " + Counts.of(open.size(), "difference")
                            + " left to you, as comments in the script"
                            + (allowDrop ? "" : "; what is dropped runs with  --allow-drop")));
        }
    }

    private void tellNothing() {
        if (!call.json()) {
            call.terminal().tell("No difference: no script is written.");
            return;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("event", "no-change");
        json.put("database", database.name());
        call.terminal().raw(Json.write(json) + "\n");
    }
}
