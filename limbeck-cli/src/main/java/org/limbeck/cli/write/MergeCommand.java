package org.limbeck.cli.write;

import java.util.List;

import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionDraft;
import org.limbeck.graph.RevisionRequest;
import org.limbeck.load.Scripts;
import org.limbeck.write.ScriptPlace;

/** {@code limbeck merge}: writes a script that joins heads. */
public final class MergeCommand implements Command {

    @Override
    public String name() {
        return "merge";
    }

    @Override
    public String summary() {
        return "write a script that joins several heads";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.words("TARGET", "the revisions to join; heads (the default) for all of them")
                .value("-m,--message", "TEXT", "what comes together; names the file, too");
        RevisionCommand.declareCommon(syntax);
    }

    @Override
    public int run(Invocation call) {
        DatabaseSettings database = call.one();
        String given = call.value("--message");
        if (given != null) {
            ScriptPlace.requireMessage(database, given);
        }
        Scripts scripts = call.configure(database).load().scripts();
        List<String> targets = call.words().isEmpty() ? List.of("heads") : call.words();
        RevisionDraft draft = new Navigator(AppliedSet.empty(scripts.graph()), database.releases())
                .draftMerge(new RevisionRequest(
                        targets,
                        call.has("--splice"),
                        call.values("--branch-label"),
                        List.of(),
                        call.value("--rev-id")));
        String message = given == null ? "merge " + String.join(" and ", draft.downs()) : given;
        new ScriptFile(call, database, scripts).write(draft, message);
        return ExitCode.DONE;
    }
}
