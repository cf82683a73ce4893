package org.limbeck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.ParseResult;

import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Failures;
import org.limbeck.cli.shell.Interruption;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Parser;
import org.limbeck.cli.shell.Surroundings;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.env.cli.EnvCommands;

/** The program {@code limbeck}. */
public final class Main {
    private final Surroundings surroundings;

    Main(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] words) {
        Interruption interruption = prepare();
        Surroundings surroundings = new Surroundings(
                System.getenv(),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Path.of(System.getProperty("user.dir", ".")),
                OutputIsTerminal.now(System.getenv()),
                "UTF-8".equalsIgnoreCase(System.getProperty("native.encoding")),
                interruption);
        int code;
        try {
            code = new Main(surroundings).run(Arrays.asList(words));
        } finally {
            interruption.over();
        }
        // While the process is being ended already, another request to end it would wait for ever.
        if (!interruption.requested()) {
            System.exit(code);
        }
    }

    /**
     * Keeps libraries from searching the class path for what is not there: Groovy's closures and converters of types (an
     * option is text or a flag here), and other loggers. In a process of our own only, where properties are ours to set.
     *
     * @return what hears of a request to end the process
     */
    public static Interruption prepare() {
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", ".*");
        System.setProperty("slf4j.provider", "org.slf4j.nop.NOPServiceProvider");
        // It would tell what it was told.
        System.setProperty("slf4j.internal.verbosity", "WARN");
        Interruption interruption = new Interruption();
        interruption.listen();
        return interruption;
    }

    /** Files and pipes get UTF-8 whatever the locale says; only marks are chosen by it. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 8192),
                false,
                StandardCharsets.UTF_8);
    }

    /**
     * Runs a command line.
     *
     * @param environment variables
     * @param folder that relative names start from
     * @return the exit code
     */
    public static int run(
            String[] words, Map<String, String> environment, PrintStream out, PrintStream err, Path folder) {
        Surroundings surroundings = new Surroundings(environment, out, err, folder, false, true, new Interruption());
        return new Main(surroundings).run(Arrays.asList(words));
    }

    int run(List<String> words) {
        try {
            return dispatch(words);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // Before a command is known.
            return Failures.tell(
                    Failures.expected(e),
                    surroundings,
                    terminal(words),
                    words.contains("--json"),
                    words.contains("--stacktrace"));
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
    }

    private int dispatch(List<String> words) {
        Parser.Words split = Parser.split(words);
        if (split.command().equals("env")) {
            return env(words);
        }
        if (split.command().isEmpty() || split.command().equals("help")) {
            return withoutCommand(split);
        }
        Command command = Commands.named(split.command());
        if (split.rest().contains("--help") || split.rest().contains("-h")) {
            surroundings.out().print(Parser.help(command));
            return ExitCode.DONE;
        }
        ParseResult parsed = Parser.parse(command, split.rest());
        Invocation call = new Invocation(command, parsed, surroundings);
        try {
            return command.run(call);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return Failures.tell(
                    Failures.expected(e), surroundings, call.terminal(), call.json(), call.has("--stacktrace"));
        }
    }

    /** The words behind {@code env} are not ours. */
    private int env(List<String> words) {
        List<String> rest = words.subList(words.indexOf("env") + 1, words.size());
        boolean colours = terminal(rest).colours();
        return EnvCommands.run(rest, surroundings.out(), surroundings.err(), surroundings.folder(), colours);
    }

    private int withoutCommand(Parser.Words split) {
        if (split.rest().contains("--version") || split.rest().contains("-V")) {
            surroundings.out().print(Help.version() + "\n");
            return ExitCode.DONE;
        }
        boolean asked = split.command().equals("help")
                || split.rest().contains("--help")
                || split.rest().contains("-h");
        if (asked && !split.rest().isEmpty() && !split.rest().get(0).startsWith("-")) {
            surroundings.out().print(Parser.help(Commands.named(split.rest().get(0))));
            return ExitCode.DONE;
        }
        (asked ? surroundings.out() : surroundings.err()).print(Help.text());
        return asked ? ExitCode.DONE : ExitCode.WRONG_USE;
    }

    private Terminal terminal(List<String> words) {
        return Terminal.of(
                surroundings.out(),
                surroundings.err(),
                surroundings.environment(),
                surroundings.interactive(),
                words.contains("--no-color"),
                false,
                surroundings.unicode());
    }
}
