package org.limbeck.env.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.limbeck.env.Backup;
import org.limbeck.env.Backups;
import org.limbeck.env.EnvPair;
import org.limbeck.env.EnvRestore;
import org.limbeck.env.cli.Screen.Colour;

/** {@code limbeck env restore} and {@code limbeck env backups}. */
final class BackupCommands {
    private static final int DEFAULT_KEEP = 10;
    private static final Option DIR = Option.value("--dir", "DIR", "the project's folder (default: this one)");
    private static final Option ENV = Option.value("--env", "FILE", "the operator's file (default: .env)");
    private static final Option HELP = Option.flag("--help", "this text");

    static final Syntax RESTORE = new Syntax(
            "restore",
            "BACKUP",
            "Puts a backup back: the newest, or the one named (its name, its number, or a path). What is there now\n"
                    + "is backed up first, so a second restore undoes the first.",
            List.of(
                    DIR,
                    ENV,
                    Option.flag("--json", "one JSON object"),
                    Option.value("--lock-timeout", "SECONDS", "how long to wait for another run (default: 10)"),
                    HELP));

    static final Syntax BACKUPS = new Syntax(
            "backups",
            null,
            "Lists the backups, newest first.",
            List.of(
                    DIR,
                    ENV,
                    Option.flag("--prune", "delete all but the newest"),
                    Option.value("--keep", "N", "how many --prune leaves (default: 10)"),
                    Option.flag("--json", "one JSON object"),
                    HELP));

    private final Arguments arguments;
    private final PrintStream out;
    private final Screen screen;
    private final Path env;
    private final Path base;

    BackupCommands(Arguments arguments, PrintStream out, boolean colour, Path directory) {
        this.arguments = arguments;
        this.out = out;
        this.screen = new Screen(out, colour);
        this.base = directory;
        String dir = arguments.one("--dir");
        Path folder = dir == null ? directory : arguments.path(directory, dir);
        String file = arguments.one("--env");
        this.env = arguments.path(folder, file == null ? ".env" : file);
    }

    int restore() {
        EnvRestore.Done done = new EnvRestore(env, base)
                .apply(arguments.operand(), arguments.seconds("--lock-timeout", SyncCommand.DEFAULT_WAIT_SECONDS));
        if (arguments.has("--json")) {
            Json json = new Json().add("restored", absolute(done.from())).add("written", done.written());
            json = done.backup() == null ? json.addNull("backup") : json.add("backup", absolute(done.backup()));
            out.print(json + "\n");
            return 0;
        }
        String from = EnvPair.shown(base, done.from());
        screen.line(
                done.written() ? Colour.BOLD : Colour.GREEN,
                shownEnv() + (done.written() ? " restored from " : " is the same as ") + from);
        if (done.backup() != null) {
            screen.line(Colour.DIM, "Backup: " + EnvPair.shown(base, done.backup()));
        }
        return 0;
    }

    int backups() throws IOException {
        if (!arguments.has("--prune") && arguments.has("--keep")) {
            throw arguments.wrong("--keep goes with --prune");
        }
        Backups backups = new Backups(env);
        List<Backup> deleted =
                arguments.has("--prune") ? backups.prune(arguments.number("--keep", 1, DEFAULT_KEEP)) : List.of();
        List<Backup> left = new ArrayList<>(backups.list());
        Collections.reverse(left);
        if (arguments.has("--json")) {
            out.print(new Json().addStrings("backups", paths(left)).addStrings("deleted", paths(deleted)) + "\n");
            return 0;
        }
        for (Backup each : deleted) {
            screen.line(Colour.RED, "deleted " + each.name());
        }
        if (left.isEmpty()) {
            screen.line("there is no backup of " + shownEnv());
        }
        for (Backup each : left) {
            screen.line(each.name() + "  " + each.time() + " UTC" + (isCurrent(each) ? "  same as now" : ""));
        }
        return 0;
    }

    private boolean isCurrent(Backup backup) throws IOException {
        return Files.isRegularFile(env)
                && Files.size(env) == Files.size(backup.file())
                && Arrays.equals(Files.readAllBytes(env), Files.readAllBytes(backup.file()));
    }

    private static List<String> paths(List<Backup> backups) {
        List<String> paths = new ArrayList<>();
        for (Backup each : backups) {
            paths.add(absolute(each.file()));
        }
        return paths;
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private String shownEnv() {
        return EnvPair.shown(base, env);
    }
}
