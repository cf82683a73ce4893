package org.limbeck.adopt;

import java.util.regex.Pattern;

/** The names of Flyway's callbacks. */
final class FlywayCallbacks {
    private static final Pattern NAME =
            Pattern.compile("(before|after)(Each)?(Migrate|Undo|Clean|Info|Validate|Baseline|Repair|Repeatables"
                    + "|Versioned|Connect|CreateSchema)\\w*|createSchema");

    private FlywayCallbacks() {}

    static boolean isOne(String name) {
        return NAME.matcher(name).matches();
    }
}
