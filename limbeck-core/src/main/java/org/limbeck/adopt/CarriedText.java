package org.limbeck.adopt;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import org.limbeck.error.LimbeckException;
import org.limbeck.sql.SqlDirective;
import org.limbeck.sql.SqlPiece;
import org.limbeck.sql.SqlScanner;
import org.limbeck.sql.SqlSyntax;

/** Carried scripts as text. */
public final class CarriedText {
    private CarriedText() {}

    /** The text of a script. */
    public static String of(CarriedScript script) {
        StringBuilder text = new StringBuilder();
        directive(text, "revision  ", List.of(script.id()));
        directive(text, "down      ", script.downs());
        directive(text, "depends-on", script.dependsOn());
        directive(text, "labels    ", script.labels());
        String created = script.created();
        directive(text, "created   ", created == null ? List.of() : List.of(created));
        directive(text, "message   ", List.of(oneLine(script.message())));
        directive(text, "transactional", script.transactional() ? List.of() : List.of("false"));
        text.append("-- ").append(oneLine(script.origin())).append('\n');
        String stop = script.stop();
        if (stop == null) {
            script.sections().forEach(section -> section(text, section));
        } else {
            stop(text, stop, script.sections());
        }
        return text.toString();
    }

    private static void directive(StringBuilder text, String word, List<String> values) {
        if (!values.isEmpty()) {
            text.append("--@ ").append(word).append(' ').append(String.join(", ", values));
            text.append('\n');
        }
    }

    private static void section(StringBuilder text, CarriedScript.Section section) {
        text.append("\n--@ ").append(section.directive()).append('\n').append(section.sql());
        if (!section.sql().endsWith("\n")) {
            text.append('\n');
        }
    }

    /** A check that never passes: nothing is run by accident, and its name tells why. */
    private static void stop(StringBuilder text, String why, List<CarriedScript.Section> sections) {
        text.append("\n--@ upgrade\n--@ check ").append(oneLine(why)).append("\nSELECT 1;\n");
        for (CarriedScript.Section section : sections) {
            text.append("\n-- ").append(section.directive()).append(":\n");
            section.sql()
                    .lines()
                    .forEach(line -> text.append("-- ").append(line).append('\n'));
        }
    }

    private static String oneLine(String text) {
        return text.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("");
    }

    /** @throws LimbeckException where a section says what a script of Limbeck may not say, or is not closed */
    static List<CarriedScript.Section> withoutDirectives(List<CarriedScript.Section> sections, SqlSyntax syntax) {
        return sections.stream()
                .map(section ->
                        new CarriedScript.Section(section.directive(), withoutDirectives(section.sql(), syntax)))
                .toList();
    }

    /**
     * SQL in which no line can be taken for a directive: what begins with {@code --@} outside quotes gets a blank.
     *
     * @throws LimbeckException where it says what a script of Limbeck may not say, or is not closed
     */
    private static String withoutDirectives(String sql, SqlSyntax syntax) {
        List<SqlDirective> found = new ArrayList<>();
        SqlScanner scanner = SqlScanner.ofScript(new StringReader(sql), syntax, null);
        for (SqlPiece piece = scanner.next(); piece != null; piece = scanner.next()) {
            if (piece instanceof SqlDirective directive) {
                found.add(directive);
            }
        }
        StringBuilder text = new StringBuilder(sql);
        for (int i = found.size() - 1; i >= 0; i--) {
            text.insert((int) found.get(i).offset() + "--".length(), ' ');
        }
        return text.toString();
    }
}
