package org.limbeck.cli.run;

import java.util.List;

import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.EachDatabase;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.graph.Direction;

/** {@code limbeck downgrade}: takes down what stands on a revision. */
public final class DowngradeCommand implements Command {

    @Override
    public String name() {
        return "downgrade";
    }

    @Override
    public String summary() {
        return "take revisions down again; says first what data would be lost";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.words("TARGET", "base, an id, a release, -1, label@-1; with --sql FROM:TO");
        RunWords.declare(syntax);
    }

    @Override
    public int run(Invocation call) {
        String target = call.word();
        if (target == null) {
            throw call.wrong("limbeck downgrade needs a target: -1, an id, or base");
        }
        if (call.has("--sql") && target.indexOf(':') < 0) {
            throw call.wrong("downgrade --sql needs a range FROM:TO, for without a connection nobody knows FROM");
        }
        return EachDatabase.run(
                call, database -> new MigrationRun(call, database).run(Direction.DOWN, List.of(target)));
    }
}
