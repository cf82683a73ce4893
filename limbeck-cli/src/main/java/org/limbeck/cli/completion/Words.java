package org.limbeck.cli.completion;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What can be completed of one command. */
record Words(String command, String summary, List<Option> options) {
    Words {
        options = List.copyOf(options);
    }

    /**
     * One option.
     *
     * @param names with their minuses
     * @param value whether it takes one
     */
    record Option(List<String> names, String says, boolean value) {}

    static Words of(String command, String summary, CommandSpec spec) {
        List<Option> options = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            options.add(new Option(
                    List.of(option.names()),
                    String.join(" ", option.description()),
                    option.arity().max() > 0));
        }
        return new Words(command, summary, options);
    }

    /** The names of all options. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Option option : options) {
            names.addAll(option.names());
        }
        return names;
    }
}
