package org.limbeck.hibernate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.limbeck.testkit.server.DatabaseKind;

/**
 * What is done by hand to a database of one kind, as a file of the resources tells. {@code ### name} begins a drift: what
 * a person types, and then what the comparison says of it, line for line:
 *
 * <ul>
 *   <li>{@code +}, {@code -} or {@code ~}: a difference as it is printed
 *   <li>{@code = nothing}: it is none
 *   <li>{@code ? text}: what looks renamed, and was; {@code ! text}: it was not
 *   <li>{@code % text}: a remark
 *   <li>{@code * rows}: values of rows are lost by the drift or by its repair
 * </ul>
 *
 * Statements behind that are run after the repair, to undo by hand what is no difference. {@code === } begins a part:
 * statements that are run before its drifts.
 */
record HandMade(List<Part> parts) {
    private static final String LINE_OF_SQL_ENDS = ";";

    /** Drifts of a schema, after some statements that make it. */
    record Part(List<String> before, List<Drift> drifts) {}

    /** One drift. */
    record Drift(String name, List<String> statements, List<String> said, List<String> undo) {
        List<String> differences() {
            return said.stream()
                    .filter(line -> line.startsWith("+ ") || line.startsWith("- ") || line.startsWith("~ "))
                    .sorted()
                    .toList();
        }

        List<String> texts(char sign) {
            return said.stream()
                    .filter(line -> line.charAt(0) == sign)
                    .map(line -> line.substring(2))
                    .toList();
        }

        boolean losesValues() {
            return said.contains("* rows");
        }
    }

    static HandMade of(DatabaseKind kind) {
        String name = "drift/" + kind.name().toLowerCase(Locale.ROOT).replaceFirst("_.*", "") + ".sql";
        try (InputStream in = HandMade.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HandMade parse(String text) {
        List<Part> parts = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<String> undo = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.startsWith("=== ")) {
                statements = new ArrayList<>();
                parts.add(new Part(statements, new ArrayList<>()));
            } else if (line.startsWith("### ")) {
                statements = new ArrayList<>();
                said = new ArrayList<>();
                undo = new ArrayList<>();
                Drift drift = new Drift(line.substring(4), statements, said, undo);
                parts.get(parts.size() - 1).drifts().add(drift);
            } else if (open.isEmpty() && line.matches("[-+~=?!*%] .*")) {
                said.add(line.replace("\\n", "\n"));
                statements = undo;
            } else if (!line.isBlank()) {
                open.append(open.isEmpty() ? "" : "\n").append(line);
                if (line.endsWith(LINE_OF_SQL_ENDS)) {
                    statements.add(open.substring(0, open.length() - 1));
                    open.setLength(0);
                }
            }
        }
        return new HandMade(parts);
    }
}
