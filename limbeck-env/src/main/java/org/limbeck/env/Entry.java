package org.limbeck.env;

import org.jspecify.annotations.Nullable;

/**
 * One part of an env file: a line, or an assignment that may span several. Text holds one character for each byte
 * (ISO 8859-1), so that bytes of any encoding come out as they went in.
 */
public sealed interface Entry {

    /** The number of the first line, from 1. */
    int line();

    /** The text without the line end. */
    String text();

    /** The line end: {@code \n}, {@code \r\n} or, at the end of a file, nothing. */
    String end();

    /** A line of blanks. */
    record Blank(int line, String text, String end) implements Entry {}

    /** A line whose first character that is not a blank is {@code #}. */
    record Comment(int line, String text, String end) implements Entry {

        /** The option that is commented out here ({@code # NAME=default}), or null for prose. */
        public @Nullable Assignment option() {
            int hash = text.indexOf('#');
            int start = Parser.skipBlanks(text, hash + 1, text.length());
            return Parser.parseOption(text.substring(0, hash), text.substring(start), line, end);
        }

        /** Never the text: it may hold a secret. */
        @Override
        public String toString() {
            return "Comment[" + line + "]";
        }
    }

    /** A line that is neither blank, nor comment, nor assignment. */
    record Other(int line, String text, String end) implements Entry {

        /** Never the text: it may be part of a secret. */
        @Override
        public String toString() {
            return "Other[" + line + "]";
        }
    }

    /**
     * {@code NAME=value}.
     *
     * @param head all before the value: indentation, {@code export}, name, equals sign
     * @param gap the blanks after the equals sign; empty where there is no value
     * @param tail all after the value: blanks and the comment
     */
    record Assignment(int line, String head, String name, String gap, Value value, String tail, String end)
            implements Entry {

        @Override
        public String text() {
            return head + gap + value.raw() + tail;
        }

        /** Never the value: it may be a secret. */
        @Override
        public String toString() {
            return "Assignment[" + line + " " + name + "]";
        }

        /** Whether a comment follows the value on its line. */
        boolean hasComment() {
            return tail.indexOf('#') >= 0;
        }

        /** This line with another value. */
        Assignment with(Value other) {
            if (other.writtenLike(value)) {
                return this;
            }
            boolean bare = other.raw().isEmpty() || other.raw().charAt(0) == '#';
            return new Assignment(line, head, name, bare ? "" : gap, other, tailFor(other), end);
        }

        private String tailFor(Value other) {
            boolean takesWholeLine = other.style() == Value.Style.UNCLOSED || other.style() == Value.Style.MIXED;
            if (tail.isEmpty() || takesWholeLine) {
                return "";
            }
            return Parser.isBlank(tail.charAt(0)) ? tail : " " + tail;
        }
    }
}
