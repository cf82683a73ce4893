package org.limbeck.cli;

import java.util.ArrayList;
import java.util.List;

import org.limbeck.cli.adopt.AdoptCommand;
import org.limbeck.cli.compare.CheckCommand;
import org.limbeck.cli.compare.DriftCommand;
import org.limbeck.cli.compare.SnapshotCommand;
import org.limbeck.cli.completion.CompletionCommand;
import org.limbeck.cli.project.ConfigCommand;
import org.limbeck.cli.project.InitCommand;
import org.limbeck.cli.read.BranchesCommand;
import org.limbeck.cli.read.CurrentCommand;
import org.limbeck.cli.read.HeadsCommand;
import org.limbeck.cli.read.HistoryCommand;
import org.limbeck.cli.read.PlanCommand;
import org.limbeck.cli.read.ReleasesCommand;
import org.limbeck.cli.read.ShowCommand;
import org.limbeck.cli.read.StatusCommand;
import org.limbeck.cli.run.BaselineCommand;
import org.limbeck.cli.run.DowngradeCommand;
import org.limbeck.cli.run.LockCommand;
import org.limbeck.cli.run.StampCommand;
import org.limbeck.cli.run.UpgradeCommand;
import org.limbeck.cli.shell.Command;
import org.limbeck.cli.sync.SyncCommand;
import org.limbeck.cli.write.EditCommand;
import org.limbeck.cli.write.GenerateCommand;
import org.limbeck.cli.write.MergeCommand;
import org.limbeck.cli.write.RevisionCommand;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Nearest;
import org.limbeck.error.Problem;

/** All commands. Only the one that is called is made. */
final class Commands {
    private static final List<String> NAMES = List.of(
            "init",
            "revision",
            "generate",
            "merge",
            "edit",
            "upgrade",
            "downgrade",
            "plan",
            "stamp",
            "baseline",
            "adopt",
            "sync",
            "current",
            "status",
            "check",
            "drift",
            "snapshot",
            "history",
            "heads",
            "branches",
            "releases",
            "show",
            "lock",
            "config",
            "completion");

    private Commands() {}

    /** @throws org.limbeck.error.LimbeckException WRONG_USE with the nearest name */
    static Command named(String name) {
        return switch (name) {
            case "init" -> new InitCommand();
            case "config" -> new ConfigCommand();
            case "revision" -> new RevisionCommand();
            case "generate" -> new GenerateCommand();
            case "merge" -> new MergeCommand();
            case "edit" -> new EditCommand();
            case "plan" -> new PlanCommand();
            case "stamp" -> new StampCommand();
            case "baseline" -> new BaselineCommand();
            case "adopt" -> new AdoptCommand();
            case "sync" -> new SyncCommand();
            case "status" -> new StatusCommand();
            case "check" -> new CheckCommand();
            case "drift" -> new DriftCommand();
            case "snapshot" -> new SnapshotCommand();
            case "show" -> new ShowCommand();
            case "lock" -> new LockCommand();
            case "completion" -> new CompletionCommand(Commands::all);
            case "upgrade" -> new UpgradeCommand();
            case "downgrade" -> new DowngradeCommand();
            case "current" -> new CurrentCommand();
            case "history" -> new HistoryCommand();
            case "heads" -> new HeadsCommand();
            case "branches" -> new BranchesCommand();
            case "releases" -> new ReleasesCommand();
            default -> throw unknown(name);
        };
    }

    private static RuntimeException unknown(String name) {
        String nearest = Nearest.to(name, NAMES)
                .map(found -> "; the nearest is " + found)
                .orElse("");
        return Problem.of(ErrorCode.WRONG_USE, "There is no command '" + name + "'" + nearest)
                .todo("limbeck --help")
                .exception();
    }

    /** The words that call commands, in the order of the help. */
    static List<String> names() {
        return NAMES;
    }

    static List<Command> all() {
        List<Command> all = new ArrayList<>();
        for (String name : NAMES) {
            all.add(named(name));
        }
        return all;
    }
}
