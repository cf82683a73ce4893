package org.limbeck.cli.completion;

import java.util.List;

/** Completion for bash. */
final class BashCompletion {
    private static final String BEGIN = """
            # Completion of limbeck for bash:  source <(limbeck completion bash)
            _limbeck() {
                local cur prev command word
                cur="${COMP_WORDS[COMP_CWORD]}"
                prev="${COMP_WORDS[COMP_CWORD-1]}"
                command=""
                for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                    case "$word" in
            """;
    private static final String CHOICE = """
                    esac
                done
                case "$prev" in
                    -n|--name)
                        COMPREPLY=($(compgen -W "$(limbeck completion databases 2>/dev/null)" -- "$cur"))
                        return ;;
                    -c|--config)
                        COMPREPLY=($(compgen -f -- "$cur"))
                        return ;;
                    --project)
                        COMPREPLY=($(compgen -d -- "$cur"))
                        return ;;
                esac
                case "$command" in
            """;
    private static final String END = """
                esac
            }
            complete -F _limbeck limbeck
            """;

    private BashCompletion() {}

    static String script(List<Words> commands) {
        List<String> names = commands.stream().map(Words::command).toList();
        StringBuilder text = new StringBuilder(BEGIN);
        text.append("            ").append(String.join("|", names)).append(") command=\"$word\"; break ;;\n");
        text.append(CHOICE);
        for (Words words : commands) {
            reply(text, words.command(), extra(words) + String.join(" ", words.names()));
        }
        reply(text, "\"\"", String.join(" ", names));
        return text.append(END).toString();
    }

    private static void reply(StringBuilder text, String command, String words) {
        text.append("        ")
                .append(command)
                .append(") COMPREPLY=($(compgen -W \"")
                .append(words)
                .append("\" -- \"$cur\")) ;;\n");
    }

    static String extra(Words words) {
        return switch (words.command()) {
            case "upgrade", "plan", "show", "stamp" -> "head heads ";
            case "downgrade" -> "base -1 ";
            case "completion" -> "bash zsh fish ";
            case "lock" -> "release ";
            case "env" -> "sync check restore backups ";
            default -> "";
        };
    }
}
