package org.limbeck.env.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

import org.limbeck.env.EnvError;
import org.limbeck.env.EnvException;

/** {@code limbeck env ...}: a whole command line in, an exit code out. */
public final class EnvCommands {
    private static final List<String> NAMES = List.of("sync", "check", "restore", "backups");

    private EnvCommands() {}

    /**
     * Runs a command.
     *
     * @param arguments the words after {@code env}
     * @param directory the folder that relative names start from
     * @param colour whether {@code out} is a terminal that shows colours
     * @return 0 done, 1 failed or a sync is due, 2 wrong use, 3 waited too long, 4 refused
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err, Path directory, boolean colour) {
        try {
            return dispatch(arguments, out, err, directory, colour);
        } catch (EnvException e) {
            return tell(e, arguments.contains("--json"), out, err);
        } catch (IOException e) {
            EnvException told =
                    new EnvException(EnvError.NOT_READABLE, EnvError.reason(e), "look at the rights of the folder", e);
            return tell(told, arguments.contains("--json"), out, err);
        } catch (RuntimeException e) {
            EnvException told = new EnvException(
                    EnvError.INTERNAL,
                    "a fault of limbeck: " + e.getClass().getName() + " at " + place(e),
                    "report this; no file is half written",
                    e);
            return tell(told, arguments.contains("--json"), out, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static int dispatch(
            List<String> arguments, PrintStream out, PrintStream err, Path directory, boolean colour)
            throws IOException {
        if (arguments.isEmpty()) {
            err.print(help());
            return EnvError.WRONG_USE.exitCode();
        }
        String name = arguments.get(0);
        if (name.equals("--help") || name.equals("-h") || name.equals("help")) {
            out.print(help());
            return 0;
        }
        Syntax syntax = syntax(name);
        List<String> rest = arguments.subList(1, arguments.size());
        if (rest.contains("--help") || rest.contains("-h")) {
            out.print(syntax.help());
            return 0;
        }
        Arguments parsed = Arguments.parse(syntax, rest);
        return switch (name) {
            case "sync" -> new SyncCommand(parsed, out, colour, directory).run(parsed.has("--check"));
            case "check" -> new SyncCommand(parsed, out, colour, directory).run(true);
            case "restore" -> new BackupCommands(parsed, out, colour, directory).restore();
            default -> new BackupCommands(parsed, out, colour, directory).backups();
        };
    }

    private static Syntax syntax(String name) {
        return switch (name) {
            case "sync" -> SyncCommand.SYNC;
            case "check" -> SyncCommand.CHECK;
            case "restore" -> BackupCommands.RESTORE;
            case "backups" -> BackupCommands.BACKUPS;
            default -> {
                String nearest = Nearest.to(name, NAMES);
                String hint = nearest == null ? "" : "; " + nearest + " is the nearest";
                throw new EnvException(
                        EnvError.WRONG_USE, "there is no command env " + name + hint, "limbeck env --help", null);
            }
        };
    }

    private static String help() {
        StringBuilder out = new StringBuilder("Usage: limbeck env COMMAND [options]\n\n");
        Syntax.line(out, "sync", "merge a new template into .env, keeping every value of yours");
        Syntax.line(out, "check", "tell whether a sync is due (exit 1)");
        Syntax.line(out, "restore [BACKUP]", "put a backup back");
        Syntax.line(out, "backups", "list the backups, or --prune them");
        return out.append("\nlimbeck env COMMAND --help tells more.\n").toString();
    }

    private static String place(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }

    private static int tell(EnvException e, boolean json, PrintStream out, PrintStream err) {
        if (json) {
            Json error = new Json()
                    .add("code", e.error().text())
                    .add("kind", e.error().kind())
                    .add("message", String.valueOf(e.getMessage()))
                    .add("todo", e.advice());
            out.print(new Json().add("error", error) + "\n");
        } else {
            err.print(e.text() + "\n");
        }
        return e.error().exitCode();
    }
}
