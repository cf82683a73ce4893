package org.limbeck.env;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.env.Entry.Assignment;
import org.limbeck.env.Value.Style;

/** Reads entries. Loses no character: the texts and line ends of the entries, joined, are the input. Never fails. */
final class Parser {
    private final String text;
    private final List<Entry> entries = new ArrayList<>();
    private int at;
    private int line = 1;
    private int hashAt = -1;

    private Parser(String text) {
        this.text = text;
    }

    static List<Entry> parse(String text) {
        Parser parser = new Parser(text);
        while (parser.at < text.length()) {
            parser.next();
        }
        return parser.entries;
    }

    /** Reads a commented-out assignment: {@code indent} stood before the {@code #}, {@code rest} after it. */
    static @Nullable Assignment parseOption(String indent, String rest, int line, String end) {
        Parser parser = new Parser(rest);
        parser.line = line;
        Assignment found = parser.assignment(0, rest.length());
        return found == null
                ? null
                : new Assignment(
                        line, indent + found.head(), found.name(), found.gap(), found.value(), found.tail(), end);
    }

    private void next() {
        int stop = contentEnd(at);
        int first = skipBlanks(text, at, stop);
        if (first == stop) {
            add(new Entry.Blank(line, text.substring(at, stop), lineEnd(stop)), stop);
        } else if (text.charAt(first) == '#') {
            add(new Entry.Comment(line, text.substring(at, stop), lineEnd(stop)), stop);
        } else {
            Assignment found = assignment(first, stop);
            if (found == null) {
                add(new Entry.Other(line, text.substring(at, stop), lineEnd(stop)), stop);
            } else {
                add(found, at + found.text().length());
            }
        }
    }

    private void add(Entry entry, int stop) {
        entries.add(entry);
        int next = stop + entry.end().length();
        for (int feed = text.indexOf('\n', at); feed >= 0 && feed < next; feed = text.indexOf('\n', feed + 1)) {
            line++;
        }
        at = next;
    }

    private @Nullable Assignment assignment(int first, int stop) {
        int nameStart = afterExport(first, stop);
        int nameEnd = nameEnd(nameStart, stop);
        int equals = skipBlanks(text, nameEnd, stop);
        if (nameEnd == nameStart || equals == stop || text.charAt(equals) != '=') {
            return null;
        }
        String head = text.substring(at, equals + 1);
        String name = text.substring(nameStart, nameEnd);
        int start = skipBlanks(text, equals + 1, stop);
        if (start == stop || (text.charAt(start) == '#' && start > equals + 1)) {
            return new Assignment(
                    line, head, name, "", Value.plain(""), text.substring(equals + 1, stop), lineEnd(stop));
        }
        String gap = text.substring(equals + 1, start);
        return isQuote(text.charAt(start))
                ? quoted(head, name, gap, start, stop)
                : upTo(head, name, gap, start, plainEnd(start, stop), stop, Style.PLAIN);
    }

    private Assignment quoted(String head, String name, String gap, int start, int stop) {
        int close = closingQuote(start);
        if (close < 0) {
            return upTo(head, name, gap, start, trimEnd(start, stop), stop, Style.UNCLOSED);
        }
        int lastStop = contentEnd(close);
        int after = skipBlanks(text, close + 1, lastStop);
        if (after < lastStop && text.charAt(after) != '#') {
            // The next quote belongs to something else: this value must not swallow the lines between.
            Style style = close < stop ? Style.MIXED : Style.UNCLOSED;
            return upTo(head, name, gap, start, trimEnd(start, stop), stop, style);
        }
        Value value = Value.quoted(text.substring(start, close + 1));
        return new Assignment(line, head, name, gap, value, text.substring(close + 1, lastStop), lineEnd(lastStop));
    }

    private Assignment upTo(String head, String name, String gap, int start, int valueEnd, int stop, Style style) {
        Value value = Value.wholeLine(text.substring(start, valueEnd), style);
        return new Assignment(line, head, name, gap, value, text.substring(valueEnd, stop), lineEnd(stop));
    }

    /** Where the name begins: after {@code export} and blanks, if a name follows them. */
    private int afterExport(int first, int stop) {
        int word = first + 6;
        if (!text.startsWith("export", first) || word >= stop || !isBlank(text.charAt(word))) {
            return first;
        }
        int next = skipBlanks(text, word, stop);
        return nameEnd(next, stop) > next ? next : first;
    }

    private int nameEnd(int start, int stop) {
        if (start >= stop || !isNameStart(text.charAt(start))) {
            return start;
        }
        int i = start + 1;
        while (i < stop && isNamePart(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** An unquoted value ends before the first blank followed by {@code #}. */
    private int plainEnd(int start, int stop) {
        for (int hash = nextHash(start + 1); hash < stop; hash = nextHash(hash + 1)) {
            if (isBlank(text.charAt(hash - 1))) {
                return trimEnd(start, hash);
            }
        }
        return trimEnd(start, stop);
    }

    /** The place of the next {@code #}; asked for rising places only, so the text is searched once. */
    private int nextHash(int from) {
        if (hashAt < from) {
            int found = text.indexOf('#', from);
            hashAt = found < 0 ? Integer.MAX_VALUE : found;
        }
        return hashAt;
    }

    private int closingQuote(int start) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                return i;
            }
            if (c == '\\' && quote == '"') {
                i++;
            }
        }
        return -1;
    }

    private int trimEnd(int start, int stop) {
        int i = stop;
        while (i > start && isBlank(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /** The end of the line that holds {@code from}, before its line end. */
    private int contentEnd(int from) {
        int feed = text.indexOf('\n', from);
        if (feed < 0) {
            return text.length();
        }
        return feed > from && text.charAt(feed - 1) == '\r' ? feed - 1 : feed;
    }

    private String lineEnd(int stop) {
        if (stop == text.length()) {
            return "";
        }
        return text.charAt(stop) == '\r' ? "\r\n" : "\n";
    }

    static int skipBlanks(String text, int from, int stop) {
        int i = from;
        while (i < stop && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000b';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    static boolean isNameStart(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    }

    static boolean isNamePart(char c) {
        return isNameStart(c) || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }
}
