package org.limbeck.cli.write;

import java.util.List;

import org.limbeck.Limbeck;
import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionDraft;
import org.limbeck.graph.RevisionRequest;
import org.limbeck.load.Scripts;
import org.limbeck.merge.MergeAnalysis;
import org.limbeck.write.ScriptPlace;

/** {@code limbeck merge}: joins heads, or puts one line behind another. */
public final class MergeCommand implements Command {

    @Override
    public String name() {
        return "merge";
    }

    @Override
    public String summary() {
        return "write a script that joins several heads, or put one line behind another";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.words("TARGET", "the revisions to join; heads (the default) for all of them")
                .value("-m,--message", "TEXT", "what comes together; names the file, too")
                .flag("--analyse", "only say what the lines do to the same objects; exit code 1 if they conflict")
                .flag("--force", "join lines that conflict")
                .flag("--rebase", "no merge: put the line of the first TARGET behind the other line")
                .flag("--dry-run", "with --rebase: only say what would change");
        RevisionCommand.declareCommon(syntax);
    }

    @Override
    public int run(Invocation call) {
        DatabaseSettings database = call.one();
        if (call.has("--rebase")) {
            return new RebaseRun(call, database).run();
        }
        if (call.has("--dry-run")) {
            throw call.wrong("--dry-run goes with --rebase; --analyse looks at a merge");
        }
        String given = call.value("--message");
        if (given != null) {
            ScriptPlace.requireMessage(database, given);
        }
        Limbeck limbeck = call.configure(database).load();
        Scripts scripts = limbeck.scripts();
        List<String> targets = call.words().isEmpty() ? List.of("heads") : call.words();
        RevisionDraft draft = new Navigator(AppliedSet.empty(scripts.graph()), database.releases())
                .draftMerge(new RevisionRequest(
                        targets,
                        call.has("--splice"),
                        call.values("--branch-label"),
                        List.of(),
                        call.value("--rev-id")));
        MergeAnalysis analysis = limbeck.analyseMerge(draft.parents());
        AnalysisText.tell(call, database, analysis);
        if (call.has("--analyse")) {
            return analysis.conflicting() ? ExitCode.FAILED : ExitCode.DONE;
        }
        if (analysis.conflicting() && !call.has("--force")) {
            throw conflict(call, database, draft);
        }
        String message = given == null ? "merge " + String.join(" and ", draft.downs()) : given;
        new ScriptFile(call, database, scripts).write(draft, message);
        return ExitCode.DONE;
    }

    private static LimbeckException conflict(Invocation call, DatabaseSettings database, RevisionDraft draft) {
        List<String> heads = draft.downs();
        String last = heads.get(heads.size() - 1);
        String onto = heads.size() == 2 ? "" : " " + heads.get(0);
        return Problem.of(ErrorCode.MERGE_CONFLICT, "The lines of " + String.join(" and ", heads) + " conflict")
                .why("Which of them runs first is not known, and the outcome depends on it.")
                .todo(call.advice(database, "merge --rebase " + last + onto) + "   puts the line of " + last
                        + " behind the other; then mend its scripts")
                .todo(call.advice(database, "merge --force") + "   joins them as they are")
                .exception();
    }
}
