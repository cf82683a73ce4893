package org.limbeck.cli.write;

import java.time.LocalDateTime;
import java.util.List;

import org.limbeck.graph.RevisionDraft;

/** The text of a new script, with nothing in its upgrade and its downgrade yet. */
final class ScriptText {
    private ScriptText() {}

    static String java(String className, RevisionDraft draft, String message, LocalDateTime created) {
        StringBuilder header = new StringBuilder("id = ").append(quoted(draft.id()));
        field(header, "down", draft.downs());
        field(header, "dependsOn", draft.dependsOn());
        field(header, "labels", draft.labels());
        field(header, "created", List.of(time(created)));
        field(header, "message", List.of(message));
        return """
                import static org.limbeck.migration.Words.*;

                import org.limbeck.migration.*;

                @Revision(
                        %s)
                final class %s implements Migration {

                    @Override
                    public void upgrade(Op op) {
                    }

                    @Override
                    public void downgrade(Op op) {
                    }
                }
                """.formatted(header, className);
    }

    private static void field(StringBuilder text, String name, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        text.append(",\n        ").append(name).append(" = ");
        if (values.size() == 1) {
            text.append(quoted(values.get(0)));
        } else {
            text.append('{')
                    .append(String.join(
                            ", ", values.stream().map(ScriptText::quoted).toList()))
                    .append('}');
        }
    }

    static String sql(RevisionDraft draft, String message, LocalDateTime created) {
        StringBuilder text = new StringBuilder();
        directive(text, "revision  ", List.of(draft.id()));
        directive(text, "down      ", draft.downs());
        directive(text, "depends-on", draft.dependsOn());
        directive(text, "labels    ", draft.labels());
        directive(text, "created   ", List.of(time(created)));
        directive(text, "message   ", List.of(message));
        return text.append("\n--@ upgrade\n\n--@ downgrade\n").toString();
    }

    private static void directive(StringBuilder text, String word, List<String> values) {
        if (!values.isEmpty()) {
            text.append("--@ ")
                    .append(word)
                    .append(' ')
                    .append(String.join(", ", values))
                    .append('\n');
        }
    }

    /** To the second; the header's times are in UTC. */
    private static String time(LocalDateTime created) {
        String text = created.withNano(0).toString();
        return text.length() == 16 ? text + ":00" : text;
    }

    /** A Java string literal. */
    private static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\');
            }
            literal.append(c);
        }
        return literal.append('"').toString();
    }
}
