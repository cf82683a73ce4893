package org.limbeck.cli.write;

import java.time.LocalDateTime;
import java.util.List;

import org.limbeck.graph.RevisionDraft;

/** The text of a new script, with nothing in its upgrade and its downgrade yet. */
final class ScriptText {
    private ScriptText() {}

    static String java(String className, RevisionDraft draft, String message, LocalDateTime created) {
        StringBuilder text = new StringBuilder("import static org.limbeck.migration.Words.*;\n\n"
                + "import org.limbeck.migration.*;\n\n" + "@Revision(\n        id = ");
        text.append(quoted(draft.id()));
        field(text, "down", draft.downs());
        field(text, "dependsOn", draft.dependsOn());
        field(text, "labels", draft.labels());
        text.append(",\n        created = ").append(quoted(time(created)));
        text.append(",\n        message = ").append(quoted(message));
        return text.append(")\nfinal class ")
                .append(className)
                .append(" implements Migration {\n\n    @Override\n    public void upgrade(Op op) {\n    }\n\n"
                        + "    @Override\n    public void downgrade(Op op) {\n    }\n}\n")
                .toString();
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
