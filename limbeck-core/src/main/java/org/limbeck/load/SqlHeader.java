package org.limbeck.load;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.load.HeaderOutcome.Bad;
import org.limbeck.load.HeaderOutcome.Found;
import org.limbeck.load.HeaderOutcome.TooShort;
import org.limbeck.load.Keyword.Position;
import org.limbeck.sql.SqlDirective;

/** Reads the directives before the first section of an SQL script. Not thread-safe. */
final class SqlHeader {
    private static final Set<Keyword> REPEATABLE = EnumSet.of(Keyword.PARAMETER, Keyword.IGNORE);

    private final String text;
    private final boolean whole;
    private final ScriptSource source;
    private final HeaderFields fields;
    private final Set<Keyword> seen = EnumSet.noneOf(Keyword.class);
    private int at;
    private int line = 1;
    private int headerLine;

    private SqlHeader(String text, boolean whole, ScriptSource source) {
        this.text = text;
        this.whole = whole;
        this.source = source;
        this.fields = new HeaderFields(source);
        this.at = !text.isEmpty() && text.charAt(0) == '\uFEFF' ? 1 : 0;
    }

    /**
     * Reads the beginning of an SQL file.
     *
     * @param whole whether the text is the whole file
     */
    static HeaderOutcome read(String text, boolean whole, ScriptSource source) {
        try {
            return new SqlHeader(text, whole, source).read();
        } catch (LimbeckException e) {
            return new Bad(e.problem());
        }
    }

    private HeaderOutcome read() {
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            if (end < 0 && !whole) {
                return new TooShort();
            }
            end = end < 0 ? text.length() : end;
            int first = firstCharacter(end);
            if (text.startsWith("/*", first)) {
                if (!skipComment(first)) {
                    return new TooShort();
                }
                continue;
            } else if (text.startsWith(SqlDirective.MARK, first)) {
                if (directive(
                        text.substring(first + SqlDirective.MARK.length(), end).strip())) {
                    return found();
                }
            } else if (first < end && !text.startsWith("--", first)) {
                throw beforeSections();
            }
            at = end + 1;
            line++;
        }
        return whole ? withoutSection() : new TooShort();
    }

    private int firstCharacter(int end) {
        int first = at;
        while (first < end && text.charAt(first) <= ' ') {
            first++;
        }
        return first;
    }

    private boolean skipComment(int from) {
        int close = text.indexOf("*/", from + 2);
        if (close < 0 && whole) {
            throw Problem.of(ErrorCode.UNTERMINATED_STATEMENT, "A comment begins here and never ends.")
                    .at(source.name(), line)
                    .exception();
        }
        for (int i = from; i < close; i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        at = close + 2;
        return close >= 0;
    }

    /** Takes a directive in; true if it begins a section. */
    private boolean directive(String words) {
        Directive directive = Directive.parse(words, new Place(source.name(), line));
        Keyword keyword = directive.keyword();
        if (keyword.position() == Position.SECTION) {
            return true;
        }
        if (!seen.add(keyword) && !REPEATABLE.contains(keyword)) {
            throw directive.bad("--@ " + keyword.word() + " is written twice.").exception();
        }
        switch (keyword) {
            case REVISION -> {
                headerLine = line;
                fields.put(HeaderFields.ID, List.of(directive.required("id")), line);
            }
            case DOWN -> fields.put(HeaderFields.DOWN, directive.list(), line);
            case MESSAGE -> fields.put(HeaderFields.MESSAGE, List.of(directive.value()), line);
            case DEPENDS_ON -> fields.put(HeaderFields.DEPENDS_ON, directive.list(), line);
            case LABELS -> fields.put(HeaderFields.LABELS, directive.list(), line);
            case CREATED -> fields.put(HeaderFields.CREATED, List.of(directive.required("time")), line);
            case PARAMETER -> fields.add(HeaderFields.PARAMETERS, parameters(directive), line);
            case TRANSACTIONAL -> directive.flag();
            case CHECK ->
                throw directive
                        .bad("--@ check stands before the first section.")
                        .exception();
            default -> {}
        }
        return false;
    }

    private static List<String> parameters(Directive directive) {
        directive.required("parameter");
        for (String name : directive.list()) {
            if (!ParameterText.isName(name)) {
                throw directive
                        .bad("A parameter may not be named " + name + ".")
                        .todo("use letters, digits, _ and -, with a letter first")
                        .exception();
            }
        }
        return directive.list();
    }

    private HeaderOutcome found() {
        if (!fields.has(HeaderFields.ID)) {
            throw noHeader();
        }
        return new Found(fields.header(ScriptKind.SQL, null, headerLine));
    }

    private HeaderOutcome withoutSection() {
        if (!fields.has(HeaderFields.ID)) {
            throw noHeader();
        }
        throw unreadable("The script has no upgrade section.", headerLine)
                .todo("write --@ upgrade and the statements behind it; a merge may leave it empty")
                .exception();
    }

    private LimbeckException beforeSections() {
        if (!fields.has(HeaderFields.ID)) {
            return noHeader();
        }
        return unreadable("SQL stands before the first section.", line)
                .todo("write --@ upgrade in a line above it")
                .exception();
    }

    private LimbeckException noHeader() {
        return unreadable("The SQL file has no revision header.", 0)
                .why("Every .sql file in a folder of scripts is a revision.")
                .todo("begin it with --@ revision <id>, --@ down <id of its parent>, --@ upgrade")
                .exception();
    }

    private Problem unreadable(String what, int where) {
        return Problem.of(ErrorCode.UNREADABLE_SCRIPT, what).at(source.name(), where);
    }
}
