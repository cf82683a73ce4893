package org.limbeck.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Parser;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.config.DatabaseSettings;

/** {@code limbeck completion}: a script that lets a shell complete words. */
public final class CompletionCommand implements Command {
    private static final String ENV = "env";

    private final Supplier<List<Command>> commands;

    /** @param commands all commands; asked for only when a script is written */
    public CompletionCommand(Supplier<List<Command>> commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String summary() {
        return "print a completion script for bash, zsh or fish";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.words("SHELL", "bash, zsh or fish; or 'databases' for the names that -n takes");
    }

    @Override
    public int run(Invocation call) {
        String shell = call.word();
        if (shell == null) {
            throw call.wrong("limbeck completion needs the name of a shell: bash, zsh or fish");
        }
        switch (shell) {
            case "bash" -> call.terminal().raw(BashCompletion.script(words()));
            case "zsh" -> call.terminal().raw(ZshCompletion.script(words()));
            case "fish" -> call.terminal().raw(FishCompletion.script(words()));
            case "databases" -> {
                for (DatabaseSettings database : call.project().databases()) {
                    call.terminal().raw(database.name() + "\n");
                }
            }
            default -> throw call.wrong("limbeck completion knows bash, zsh and fish, and not " + shell);
        }
        return ExitCode.DONE;
    }

    private List<Words> words() {
        List<Words> words = new ArrayList<>();
        for (Command command : commands.get()) {
            words.add(Words.of(command.name(), command.summary(), Parser.spec(command, true)));
        }
        words.add(new Words(ENV, "merge a new template of settings into .env", List.of()));
        return words;
    }
}
