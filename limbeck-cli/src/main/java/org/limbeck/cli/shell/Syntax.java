package org.limbeck.cli.shell;

import java.util.List;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Collects the options and words of a command. Each call returns this. */
public final class Syntax {
    private final CommandSpec spec;

    Syntax(CommandSpec spec) {
        this.spec = spec;
    }

    /** An option without a value. */
    public Syntax flag(String names, String says) {
        spec.addOption(OptionSpec.builder(names.split(","))
                .type(boolean.class)
                .arity("0")
                .description(says)
                .build());
        return this;
    }

    /** An option with a value. */
    public Syntax value(String names, String label, String says) {
        spec.addOption(OptionSpec.builder(names.split(","))
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .description(says)
                .build());
        return this;
    }

    /** An option with a value that may be given several times. */
    public Syntax values(String names, String label, String says) {
        spec.addOption(OptionSpec.builder(names.split(","))
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .description(says)
                .build());
        return this;
    }

    /** The words that are no options; any number, the command looks for itself. */
    public Syntax words(String label, String says) {
        spec.addPositional(PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .index("0..*")
                .arity("0..*")
                .paramLabel(label)
                .description(says)
                .build());
        return this;
    }
}
