package org.limbeck.cli.completion;

import java.util.List;

/** Completion for fish. */
final class FishCompletion {
    private FishCompletion() {}

    static String script(List<Words> commands) {
        StringBuilder text = new StringBuilder("""
                # Completion of limbeck for fish:  limbeck completion fish > ~/.config/fish/completions/limbeck.fish
                complete -c limbeck -f
                """);
        for (Words words : commands) {
            text.append("complete -c limbeck -n __fish_use_subcommand -a ")
                    .append(words.command())
                    .append(" -d ")
                    .append(quoted(words.summary()))
                    .append('\n');
        }
        for (Words words : commands) {
            String seen = "complete -c limbeck -n '__fish_seen_subcommand_from " + words.command() + "'";
            words.options().forEach(option -> option(text.append(seen), option));
            String extra = BashCompletion.extra(words).strip();
            if (!extra.isEmpty()) {
                text.append(seen).append(" -a ").append(quoted(extra)).append('\n');
            }
        }
        return text.toString();
    }

    private static void option(StringBuilder text, Words.Option option) {
        for (String name : option.names()) {
            text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.names().contains("--name")) {
            text.append(" -x -a '(limbeck completion databases 2>/dev/null)'");
        } else if (option.value()) {
            text.append(" -r");
        }
        text.append(" -d ").append(quoted(option.says())).append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
