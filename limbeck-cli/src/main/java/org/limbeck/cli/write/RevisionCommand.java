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

/** {@code limbeck revision}: writes a new script on top of the head. */
public final class RevisionCommand implements Command {

    @Override
    public String name() {
        return "revision";
    }

    @Override
    public String summary() {
        return "write a new script on top of the head";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.value("-m,--message", "TEXT", "what the revision does; names the file, too")
                .values("--head", "TARGET", "the parent instead of head; base for a history of its own");
        Autogeneration.declare(syntax);
        declareCommon(syntax);
        syntax.values(
                "--depends-on", "TARGET", "a revision of another line that must be there before; may be repeated");
    }

    static void declareCommon(Syntax syntax) {
        syntax.flag("--sql", "an SQL script instead of a Java one")
                .flag("--splice", "fork history: the parent may have children")
                .values("--branch-label", "LABEL", "a name for the branch that begins here; may be repeated")
                .value("--rev-id", "ID", "the id instead of a new one")
                .flag("--edit", "open the script in $VISUAL or $EDITOR");
    }

    @Override
    public int run(Invocation call) {
        if (!call.words().isEmpty()) {
            throw call.wrong("limbeck revision takes no words: " + String.join(" ", call.words()));
        }
        String message = call.value("--message");
        if (message == null || message.isBlank()) {
            throw call.wrong("a revision needs a message: -m \"...\"");
        }
        DatabaseSettings database = call.one();
        ScriptPlace.requireMessage(database, message);
        Scripts scripts = call.configure(database).load().scripts();
        List<String> heads = call.values("--head");
        RevisionDraft draft = new Navigator(AppliedSet.empty(scripts.graph()), database.releases())
                .draft(new RevisionRequest(
                        heads.isEmpty() ? List.of("head") : heads,
                        call.has("--splice"),
                        call.values("--branch-label"),
                        call.values("--depends-on"),
                        call.value("--rev-id")));
        ScriptFile file = new ScriptFile(call, database, scripts);
        if (call.has("--autogenerate")) {
            return new Autogeneration(call, database).write(file, draft, message);
        }
        file.write(draft, message);
        return ExitCode.DONE;
    }
}
