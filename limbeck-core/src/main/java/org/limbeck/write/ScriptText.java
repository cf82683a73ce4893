package org.limbeck.write;

import java.time.LocalDateTime;
import java.util.List;

/** The headers of scripts as text. */
final class ScriptText {
    private ScriptText() {}

    static String packageLine(ScriptHead head) {
        return head.packageName().isEmpty() ? "" : "package " + head.packageName() + ";\n\n";
    }

    /** The annotation of a Java script. */
    static String annotation(ScriptHead head) {
        StringBuilder header = new StringBuilder(changeSet("// ", head))
                .append("@Revision(\n        id = ")
                .append(JavaStrings.literal(head.id()));
        field(header, "down", head.downs());
        field(header, "dependsOn", head.dependsOn());
        field(header, "labels", head.labels());
        field(header, "created", List.of(time(head.created())));
        field(header, "message", List.of(head.message()));
        return header.append(")\n").toString();
    }

    private static void field(StringBuilder text, String name, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        List<String> literals = values.stream().map(JavaStrings::literal).toList();
        String value = literals.size() == 1 ? literals.get(0) : "{" + String.join(", ", literals) + "}";
        text.append(",\n        ").append(name).append(" = ").append(value);
    }

    /** The directives at the head of an SQL script. */
    static String directives(ScriptHead head) {
        StringBuilder text = new StringBuilder();
        directive(text, "revision  ", List.of(head.id()));
        directive(text, "down      ", head.downs());
        directive(text, "depends-on", head.dependsOn());
        directive(text, "labels    ", head.labels());
        directive(text, "created   ", List.of(time(head.created())));
        directive(text, "message   ", List.of(head.message()));
        return text.append(changeSet("-- ", head)).toString();
    }

    private static String changeSet(String comment, ScriptHead head) {
        return head.changeSet() == null ? "" : comment + "Change set " + head.changeSet() + "\n";
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
}
