package org.limbeck.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Nearest;
import org.limbeck.error.Problem;

/**
 * Takes command lines apart. Only the called command is described to the library, by calls and not by annotations: all
 * else costs the start-up a tenth of a second.
 */
public final class Parser {
    /** Global options that take a value; needed to find the word of the command. */
    private static final Set<String> WITH_VALUE =
            Set.of("-n", "--name", "-c", "--config", "--project", "-x", "--parameter");

    private Parser() {}

    /**
     * A command line, roughly.
     *
     * @param command the word that calls a command; empty if there is none
     * @param rest all other words, in order
     */
    public record Words(String command, List<String> rest) {}

    /** Finds the word that calls a command: the first that is neither an option nor the value of one. */
    public static Words split(List<String> words) {
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            at += WITH_VALUE.contains(words.get(at)) ? 2 : 1;
        }
        if (at >= words.size()) {
            return new Words("", words);
        }
        List<String> rest = new ArrayList<>(words);
        rest.remove(at);
        return new Words(words.get(at), rest);
    }

    /** The options that every command takes. */
    static void declareGlobal(Syntax syntax) {
        syntax.values("-n,--name", "NAME", "the database, as limbeck.toml names it; may be repeated")
                .flag("--all", "every (selected) database, one after the other")
                .flag("--keep-going", "with --all: go on after a failure")
                .value("-c,--config", "FILE", "the settings, instead of limbeck.toml")
                .value("--project", "DIR", "the folder of the project, instead of the current one")
                .values("-x,--parameter", "KEY=VALUE", "a value for scripts; may be repeated")
                .flag("--json", "output for programs")
                .flag("-q,--quiet", "only answers and errors")
                .flag("-v,--verbose", "more of everything")
                .flag("--no-color", "no colours")
                .flag("--stacktrace", "show where in Limbeck an error arose")
                .flag("-h,--help", "this help");
    }

    /** @throws LimbeckException WRONG_USE */
    public static ParseResult parse(Command command, List<String> words) {
        CommandSpec spec = spec(command, true);
        CommandLine line = new CommandLine(spec);
        line.setExpandAtFiles(false);
        line.setOverwrittenOptionsAllowed(true);
        line.setUnmatchedOptionsArePositionalParams(true);
        line.setUnmatchedArgumentsAllowed(true);
        line.setAllowOptionsAsOptionParameters(false);
        try {
            ParseResult result = line.parseArgs(words.toArray(new String[0]));
            requireKnown(command, spec, words, result);
            return result;
        } catch (ParameterException e) {
            throw wrong(command, String.valueOf(e.getMessage()));
        }
    }

    /** A word with a minus that is no option is taken for a target only if it looks like one: {@code -1}. */
    private static void requireKnown(Command command, CommandSpec spec, List<String> words, ParseResult result) {
        boolean takesWords = !spec.positionalParameters().isEmpty();
        List<String> positionals =
                takesWords ? result.matchedPositionalValue(0, List.<String>of()) : result.unmatched();
        int end = words.indexOf("--");
        for (String word : positionals) {
            boolean behind = end >= 0 && words.lastIndexOf(word) > end;
            if (!behind && word.startsWith("-") && !isWalk(word)) {
                throw unknownOption(command, spec, word);
            }
            if (!takesWords) {
                throw wrong(command, "limbeck " + command.name() + " takes no words: " + word);
            }
        }
    }

    private static boolean isWalk(String word) {
        return word.length() > 1 && Character.isDigit(word.charAt(1));
    }

    private static LimbeckException unknownOption(Command command, CommandSpec spec, String word) {
        List<String> names = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            names.addAll(List.of(option.names()));
        }
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        String nearest = Nearest.to(name, names)
                .map(found -> "; the nearest is " + found)
                .orElse("");
        return wrong(command, "limbeck " + command.name() + " has no option " + name + nearest);
    }

    static LimbeckException wrong(Command command, String what) {
        return Problem.of(ErrorCode.WRONG_USE, what)
                .todo("limbeck " + command.name() + " --help")
                .exception();
    }

    /** The help of a command. */
    public static String help(Command command) {
        CommandSpec spec = spec(command, false);
        spec.usageMessage()
                .description(command.summary())
                .optionListHeading("\nOptions:\n")
                .parameterListHeading("\n")
                .sortOptions(false)
                .footer("", "Options of every command:  limbeck --help");
        CommandLine line = new CommandLine(spec);
        line.setUsageHelpWidth(100);
        return line.getUsageMessage(Ansi.OFF);
    }

    /** The help on global options. */
    public static String globalHelp() {
        CommandSpec spec = CommandSpec.create().name("limbeck");
        spec.usageMessage().sortOptions(false);
        declareGlobal(new Syntax(spec));
        CommandLine line = new CommandLine(spec);
        line.setUsageHelpWidth(100);
        return line.getHelp().optionList();
    }

    /** The description of a command; its own options, and those of every command if wanted. */
    public static CommandSpec spec(Command command, boolean global) {
        CommandSpec spec = CommandSpec.create().name("limbeck " + command.name());
        command.declare(new Syntax(spec));
        if (global) {
            declareGlobal(new Syntax(spec));
        }
        return spec;
    }
}
