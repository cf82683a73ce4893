package org.limbeck.cli.completion;

import java.util.List;

/** Completion for zsh. */
final class ZshCompletion {
    private ZshCompletion() {}

    static String script(List<Words> commands) {
        StringBuilder text = new StringBuilder("""
                #compdef limbeck
                # Completion of limbeck for zsh:  limbeck completion zsh > "${fpath[1]}/_limbeck"
                _limbeck() {
                    local -a commands
                    commands=(
                """);
        for (Words words : commands) {
            text.append("        ")
                    .append(quoted(words.command() + ":" + words.summary()))
                    .append('\n');
        }
        text.append("""
                    )
                    local word command=""
                    for word in ${words[2,CURRENT-1]}; do
                        if (( ${commands[(I)${word}:*]} )); then
                            command=$word
                            break
                        fi
                    done
                    case "$command" in
                """);
        for (Words words : commands) {
            command(text, words);
        }
        return text.append("""
                                *) _describe command commands ;;
                            esac
                        }
                        _limbeck_databases() {
                            local -a names
                            names=(${(f)"$(limbeck completion databases 2>/dev/null)"})
                            _describe database names
                        }
                        _limbeck "$@"
                        """).toString();
    }

    private static void command(StringBuilder text, Words words) {
        text.append("        ").append(words.command()).append(") _arguments");
        for (Words.Option option : words.options()) {
            for (String name : option.names()) {
                String value = option.value() ? ":value:" + action(option) : "";
                text.append(" \\\n            ").append(quoted(name + "[" + plain(option.says()) + "]" + value));
            }
        }
        String extra = BashCompletion.extra(words).strip();
        text.append(" \\\n            ")
                .append(quoted("*:word:(" + extra + ")"))
                .append(" ;;\n");
    }

    private static String action(Words.Option option) {
        if (option.names().contains("--name")) {
            return "_limbeck_databases";
        }
        if (option.names().contains("--config")) {
            return "_files";
        }
        return option.names().contains("--project") ? "_directories" : "";
    }

    /** Brackets and colons would end a description. */
    private static String plain(String text) {
        return text.replace("[", "(").replace("]", ")").replace(":", " -");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
