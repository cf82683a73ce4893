package org.limbeck.adopt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.limbeck.adopt.PythonLexer.Kind;
import org.limbeck.adopt.PythonLexer.LogicalLine;
import org.limbeck.adopt.PythonLexer.Token;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/**
 * A revision of Alembic, read without running it.
 *
 * @param created ISO-8601, or null
 * @param empty whether its way up does nothing
 */
record AlembicFile(
        OldFile file,
        String id,
        List<String> downs,
        List<String> dependsOn,
        List<String> labels,
        String message,
        @Nullable String created,
        boolean empty) {
    private static final Pattern CREATED =
            Pattern.compile("Create Date: *(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d)");

    /**
     * Null if it is no revision.
     *
     * @throws org.limbeck.error.LimbeckException UNREADABLE_SCRIPT if a field is no literal
     */
    static @Nullable AlembicFile of(OldFile file) {
        List<LogicalLine> lines = PythonLexer.lines(file.text());
        Map<String, List<Token>> fields = fields(lines);
        if (!fields.containsKey("revision")) {
            return null;
        }
        List<String> ids = values(file, fields, "revision");
        if (ids.size() != 1) {
            throw notLiteral(file, "revision");
        }
        String text = docString(lines);
        Matcher created = CREATED.matcher(text);
        return new AlembicFile(
                file,
                ids.get(0),
                values(file, fields, "down_revision"),
                values(file, fields, "depends_on"),
                values(file, fields, "branch_labels"),
                message(text),
                created.find() ? created.group(1) + "T" + created.group(2) : null,
                doesNothing(lines));
    }

    /** What is assigned at the top level, with a type or without. */
    private static Map<String, List<Token>> fields(List<LogicalLine> lines) {
        Map<String, List<Token>> fields = new LinkedHashMap<>();
        for (LogicalLine line : lines) {
            List<Token> tokens = line.tokens();
            int equals = 0;
            while (equals < tokens.size() && !tokens.get(equals).is("=")) {
                equals++;
            }
            boolean typed = tokens.size() > 1 && tokens.get(1).is(":");
            if (line.indent() == 0 && equals < tokens.size() && (equals == 1 || typed)) {
                fields.put(tokens.get(0).text(), tokens.subList(equals + 1, tokens.size()));
            }
        }
        return fields;
    }

    /** Strings, alone or in a tuple or list; None is none. */
    private static List<String> values(OldFile file, Map<String, List<Token>> fields, String field) {
        List<String> values = new ArrayList<>();
        for (Token token : fields.getOrDefault(field, List.of())) {
            if (token.kind() == Kind.STRING) {
                values.add(token.text());
            } else if (token.kind() == Kind.WORD && !token.is("None")) {
                throw notLiteral(file, field);
            }
        }
        return values;
    }

    private static RuntimeException notLiteral(OldFile file, String field) {
        return Problem.of(ErrorCode.UNREADABLE_SCRIPT, "It gives no literal for " + field)
                .at(file.path(), 0)
                .why("Files are read and not run, so that nothing of them can happen.")
                .todo("Write the text itself:  " + field + " = \"...\"")
                .exception();
    }

    private static String docString(List<LogicalLine> lines) {
        boolean there = !lines.isEmpty() && lines.get(0).tokens().get(0).kind() == Kind.STRING;
        return there ? lines.get(0).tokens().get(0).text() : "";
    }

    /** The first paragraph, unless it is what Alembic writes by itself. */
    private static String message(String text) {
        StringBuilder message = new StringBuilder();
        for (String line : text.strip().lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("Revision ID:") || line.startsWith("Revises:")) {
                break;
            }
            message.append(message.isEmpty() ? "" : " ").append(line);
        }
        return message.toString();
    }

    private static boolean doesNothing(List<LogicalLine> lines) {
        boolean inside = false;
        for (LogicalLine line : lines) {
            if (line.indent() == 0) {
                inside = line.begins("def")
                        && line.tokens().size() > 1
                        && line.tokens().get(1).is("upgrade");
            } else if (inside && !says(line)) {
                return false;
            }
        }
        return true;
    }

    /** A line that only says something, or {@code pass}. */
    private static boolean says(LogicalLine line) {
        return line.begins("pass")
                || (line.tokens().size() == 1 && line.tokens().get(0).kind() == Kind.STRING);
    }
}
