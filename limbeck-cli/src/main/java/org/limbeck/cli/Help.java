package org.limbeck.cli;

import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.Parser;
import org.limbeck.journal.Who;

/** What {@code limbeck --help} and {@code limbeck --version} say. */
final class Help {
    private static final int COLUMN = 14;

    private Help() {}

    static String version() {
        return "limbeck " + Who.me().version() + " (Java " + Runtime.version().feature() + ")";
    }

    static String text() {
        StringBuilder text = new StringBuilder("Usage: limbeck [options] COMMAND [options] [words]\n\nCommands:\n");
        for (Command command : Commands.all()) {
            line(text, command.name(), command.summary());
        }
        line(text, "env", "merge a new template of settings into .env");
        return text.append("\nOptions of every command, before or behind its word:\n")
                .append(Parser.globalHelp())
                .append("      --version            the version\n")
                .append("\nlimbeck COMMAND --help tells more.\n")
                .toString();
    }

    private static void line(StringBuilder text, String name, String says) {
        text.append("  ")
                .append(name)
                .append(" ".repeat(Math.max(1, COLUMN - name.length())))
                .append(says)
                .append('\n');
    }
}
