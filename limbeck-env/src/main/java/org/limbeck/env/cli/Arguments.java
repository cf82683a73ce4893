package org.limbeck.env.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.env.EnvError;
import org.limbeck.env.EnvException;

/** The arguments of one command, taken apart. */
final class Arguments {
    private final Syntax syntax;
    private final Map<String, List<String>> values = new HashMap<>();
    private final List<String> operands = new ArrayList<>();

    private Arguments(Syntax syntax) {
        this.syntax = syntax;
    }

    /**
     * Takes {@code --name value}, {@code --name=value} and operands in any order; {@code --} ends the options.
     *
     * @throws EnvException if an option is unknown, lacks its value, or comes too often
     */
    static Arguments parse(Syntax syntax, List<String> words) {
        Arguments arguments = new Arguments(syntax);
        int i = 0;
        while (i < words.size()) {
            String word = words.get(i);
            if (word.equals("--")) {
                arguments.operands.addAll(words.subList(i + 1, words.size()));
                break;
            }
            i += arguments.take(word, i + 1 < words.size() ? words.get(i + 1) : null);
        }
        arguments.checkOperands();
        return arguments;
    }

    /** Takes a word and, if it needs one, the next; returns how many. */
    private int take(String word, @Nullable String next) {
        if (!word.startsWith("-") || word.equals("-")) {
            operands.add(word);
            return 1;
        }
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Option option = known(name);
        List<String> list = listOf(name);
        if (!list.isEmpty() && !option.repeatable()) {
            throw wrong(name + " is given twice");
        }
        if (option.label() == null) {
            if (equals >= 0) {
                throw wrong(name + " takes no value");
            }
            list.add("");
            return 1;
        }
        String value = equals < 0 ? next : word.substring(equals + 1);
        if (value == null || value.isEmpty()) {
            throw wrong(name + " needs a value: " + option.usage());
        }
        list.add(value);
        return equals < 0 ? 2 : 1;
    }

    private List<String> listOf(String name) {
        List<String> list = values.get(name);
        if (list == null) {
            list = new ArrayList<>();
            values.put(name, list);
        }
        return list;
    }

    private Option known(String name) {
        Option option = syntax.find(name);
        if (option == null) {
            String nearest = Nearest.to(name, syntax.optionNames());
            throw wrong("there is no option " + name + (nearest == null ? "" : "; " + nearest + " is the nearest"));
        }
        return option;
    }

    private void checkOperands() {
        int most = syntax.operand() == null ? 0 : 1;
        if (operands.size() > most) {
            throw wrong("there is one word too many: " + operands.get(most));
        }
    }

    EnvException wrong(String what) {
        return new EnvException(EnvError.WRONG_USE, what, "limbeck env " + syntax.command() + " --help", null);
    }

    boolean isEmpty() {
        return values.isEmpty() && operands.isEmpty();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    @Nullable
    String one(String name) {
        List<String> list = all(name);
        return list.isEmpty() ? null : list.get(0);
    }

    @Nullable
    String operand() {
        return operands.isEmpty() ? null : operands.get(0);
    }

    /** A whole number, at least {@code least}. */
    int number(String name, int least, int absent) {
        String text = one(name);
        if (text == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(name + " needs a whole number, not " + text);
        }
        throw wrong(name + " must be at least " + least);
    }

    Duration seconds(String name, int absent) {
        return Duration.ofSeconds(number(name, 0, absent));
    }

    /** A file or folder named on the command line. */
    Path path(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw wrong(name + " cannot be the name of a file");
        }
    }
}
