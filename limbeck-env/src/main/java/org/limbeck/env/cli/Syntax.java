package org.limbeck.env.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a command takes.
 *
 * @param operand what its one operand is called; null if it takes none
 */
record Syntax(String command, @Nullable String operand, String purpose, List<Option> options) {
    private static final int COLUMN = 26;

    @Nullable
    Option find(String name) {
        for (Option option : options) {
            if (option.name().equals(name)) {
                return option;
            }
        }
        return null;
    }

    List<String> optionNames() {
        List<String> names = new ArrayList<>();
        for (Option option : options) {
            names.add(option.name());
        }
        return names;
    }

    String help() {
        StringBuilder out =
                new StringBuilder("Usage: limbeck env ").append(command).append(" [options]");
        if (operand != null) {
            out.append(" [").append(operand).append(']');
        }
        out.append("\n\n").append(purpose).append("\n\n");
        for (Option option : options) {
            line(out, option.usage(), option.help());
        }
        return out.toString();
    }

    static void line(StringBuilder out, String left, String right) {
        out.append("  ").append(left);
        for (int i = left.length(); i < COLUMN; i++) {
            out.append(' ');
        }
        out.append(' ').append(right).append('\n');
    }
}
