package org.limbeck.cli.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.limbeck.Limbeck;
import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.journal.JournalRow;
import org.limbeck.load.ScriptSource;
import org.limbeck.load.Scripts;

/** {@code limbeck edit}: opens scripts in the editor. */
public final class EditCommand implements Command {

    @Override
    public String name() {
        return "edit";
    }

    @Override
    public String summary() {
        return "open the script of a revision in $VISUAL or $EDITOR";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.words("TARGET", "an id, head, heads, current, a label, a release ...");
    }

    @Override
    public int run(Invocation call) {
        String target = call.word();
        if (target == null) {
            throw call.wrong("limbeck edit needs a revision");
        }
        DatabaseSettings database = call.one();
        Limbeck limbeck = call.configure(database).load();
        Scripts scripts = limbeck.scripts();
        List<Path> files = new ArrayList<>();
        for (RevisionNode node : found(limbeck, scripts.graph(), database, target)) {
            if (!(scripts.header(node.id()).source() instanceof ScriptSource.InFile in)) {
                throw Problem.of(ErrorCode.FILE_PROBLEM, "Revision " + node.id() + " is no file")
                        .why("It is " + scripts.header(node.id()).source().name())
                        .exception();
            }
            files.add(in.path());
        }
        if (files.isEmpty()) {
            throw Problem.of(ErrorCode.NO_SUCH_REVISION, "'" + target + "' names no revision")
                    .exception();
        }
        Editor.open(call, files);
        return ExitCode.DONE;
    }

    private static List<RevisionNode> found(
            Limbeck limbeck, RevisionGraph graph, DatabaseSettings database, String target) {
        boolean live = target.startsWith("current") || target.startsWith("+") || target.startsWith("-");
        AppliedSet applied = live
                ? AppliedSet.of(
                        graph,
                        limbeck.quickStatus().rows().stream()
                                .filter(row -> !row.dirty())
                                .map(JournalRow::id)
                                .toList())
                : AppliedSet.empty(graph);
        return new Navigator(applied, database.releases()).resolveAll(target);
    }
}
