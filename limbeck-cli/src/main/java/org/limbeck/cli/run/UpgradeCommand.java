package org.limbeck.cli.run;

import java.util.List;

import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.EachDatabase;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.graph.Direction;

/** {@code limbeck upgrade}: runs what is not applied yet. */
public final class UpgradeCommand implements Command {

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public String summary() {
        return "run what is not applied yet";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.words("TARGET", "head (the default), heads, an id, a release, +1, label@head; with --sql also FROM:TO");
        RunWords.declare(syntax);
    }

    @Override
    public int run(Invocation call) {
        List<String> targets = call.words().isEmpty() ? List.of("head") : call.words();
        return EachDatabase.run(call, database -> new MigrationRun(call, database).run(Direction.UP, targets));
    }
}
