package org.limbeck.env.cli;

import org.jspecify.annotations.Nullable;

/**
 * An option of a command.
 *
 * @param name with its dashes, {@code --env}
 * @param label what its value is called in the help; null for a switch
 * @param repeatable whether it may be given several times
 */
record Option(String name, @Nullable String label, boolean repeatable, String help) {

    static Option flag(String name, String help) {
        return new Option(name, null, false, help);
    }

    static Option value(String name, String label, String help) {
        return new Option(name, label, false, help);
    }

    static Option values(String name, String label, String help) {
        return new Option(name, label, true, help);
    }

    String usage() {
        return label == null ? name : name + " " + label;
    }
}
