package org.limbeck.load;

import java.util.List;
import java.util.stream.Collectors;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.load.JavaLexer.Kind;
import org.limbeck.sql.SqlDirective;

/** Changes the parents in the header of a script and nothing else. Pure. */
public final class HeaderEdit {
    private static final String ID = "id";

    private HeaderEdit() {}

    /**
     * The text of a script with other parents; every other character is as it was.
     *
     * @param downs at least one full id
     * @throws LimbeckException UNREADABLE_SCRIPT if there is no header to change
     */
    public static String withDowns(ScriptHeader header, String text, List<String> downs) {
        String edited = header.kind() == ScriptKind.JAVA ? java(header, text, downs) : sql(header, text, downs);
        HeaderOutcome outcome = header.kind() == ScriptKind.JAVA
                ? JavaHeader.read(edited, true, header.source())
                : SqlHeader.read(edited, true, header.source());
        boolean done = outcome instanceof HeaderOutcome.Found found
                && found.header().id().equals(header.id())
                && found.header().node().downs().equals(downs);
        if (!done) {
            throw unchangeable(header);
        }
        return edited;
    }

    // ---- Java

    private static String java(ScriptHeader header, String text, List<String> downs) {
        String value = downs.size() == 1
                ? quoted(downs.get(0))
                : downs.stream().map(HeaderEdit::quoted).collect(Collectors.joining(", ", "{", "}"));
        JavaLexer lexer = new JavaLexer(text);
        int afterId = -1;
        boolean inside = false;
        for (Kind kind = lexer.next(); kind != Kind.END; kind = lexer.next()) {
            if (!inside) {
                inside = lexer.is("Revision");
            } else if (lexer.is(HeaderFields.DOWN)) {
                return replaced(text, value(lexer), value);
            } else if (lexer.is(ID)) {
                afterId = value(lexer)[1];
            } else if (lexer.is("class") || lexer.is("record") || lexer.is("enum")) {
                break;
            }
        }
        if (afterId < 0) {
            throw unchangeable(header);
        }
        return text.substring(0, afterId) + ", down = " + value + text.substring(afterId);
    }

    private static String quoted(String id) {
        return "\"" + id.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Where the value behind {@code element =} begins and ends. */
    private static int[] value(JavaLexer lexer) {
        lexer.next();
        lexer.next();
        int start = lexer.start();
        if (lexer.is('{')) {
            while (!lexer.is('}') && lexer.next() != Kind.END) {
                // To the end of the list.
            }
        }
        return new int[] {start, lexer.end()};
    }

    // ---- SQL

    private static String sql(ScriptHeader header, String text, List<String> downs) {
        String value = String.join(", ", downs);
        int afterRevision = -1;
        for (int at = 0; at < text.length(); at = lineEnd(text, at) + 1) {
            int end = lineEnd(text, at);
            int mark = text.indexOf(SqlDirective.MARK, at);
            if (mark < 0
                    || mark >= end
                    || !text.substring(at, mark).replace("\uFEFF", "").isBlank()) {
                continue;
            }
            int[] word = word(text, mark + SqlDirective.MARK.length(), end);
            String keyword = text.substring(word[0], word[1]);
            if (keyword.equals(Keyword.DOWN.word())) {
                int from = skipBlanks(text, word[1], end);
                int to = end;
                while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
                    to--;
                }
                String blank = from == word[1] ? " " : "";
                return replaced(text, new int[] {from, Math.max(from, to)}, blank + value);
            }
            afterRevision = keyword.equals(Keyword.REVISION.word()) ? end : afterRevision;
            if (keyword.equals(Keyword.UPGRADE.word())) {
                break;
            }
        }
        if (afterRevision < 0) {
            throw unchangeable(header);
        }
        boolean windows = afterRevision > 0 && text.charAt(afterRevision - 1) == '\r';
        int at = windows ? afterRevision - 1 : afterRevision;
        String line = (windows ? "\r\n" : "\n") + "--@ " + Keyword.DOWN.word() + " " + value;
        return text.substring(0, at) + line + text.substring(at);
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static int[] word(String text, int from, int end) {
        int start = skipBlanks(text, from, end);
        int stop = start;
        while (stop < end && !Character.isWhitespace(text.charAt(stop))) {
            stop++;
        }
        return new int[] {start, stop};
    }

    private static int skipBlanks(String text, int from, int end) {
        int at = from;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String replaced(String text, int[] range, String by) {
        return text.substring(0, range[0]) + by + text.substring(range[1]);
    }

    private static LimbeckException unchangeable(ScriptHeader header) {
        return Problem.of(ErrorCode.UNREADABLE_SCRIPT, "The parents of revision " + header.id() + " cannot be changed")
                .at(header.node().place())
                .todo("Change them by hand.")
                .exception();
    }
}
