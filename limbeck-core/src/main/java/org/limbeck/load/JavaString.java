package org.limbeck.load;

/** String literals of Java. */
final class JavaString {
    private static final int OCTAL_DIGITS = 3;

    private JavaString() {}

    /** The value of a literal that is written with its quotes; an unknown escape stands for itself. */
    static String value(String literal) {
        boolean closed = literal.length() > 1 && literal.endsWith("\"");
        String body = literal.substring(1, closed ? literal.length() - 1 : literal.length());
        return body.indexOf('\\') < 0 ? body : unescape(body);
    }

    private static String unescape(String body) {
        StringBuilder value = new StringBuilder(body.length());
        int at = 0;
        while (at < body.length()) {
            char c = body.charAt(at++);
            if (c != '\\' || at == body.length()) {
                value.append(c);
                continue;
            }
            char escape = body.charAt(at++);
            if (escape == 'u') {
                at = unicode(body, at, value);
            } else if (escape >= '0' && escape <= '7') {
                at = octal(body, at - 1, value);
            } else {
                value.append(simple(escape));
            }
        }
        return value.toString();
    }

    private static char simple(char escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 's' -> ' ';
            default -> escape;
        };
    }

    private static int unicode(String body, int from, StringBuilder value) {
        int at = from;
        while (at < body.length() && body.charAt(at) == 'u') {
            at++;
        }
        int code = 0;
        for (int end = Math.min(at + 4, body.length()); at < end; at++) {
            code = code * 16 + Math.max(0, Character.digit(body.charAt(at), 16));
        }
        value.append((char) code);
        return at;
    }

    private static int octal(String body, int from, StringBuilder value) {
        int code = 0;
        int at = from;
        int longest = body.charAt(from) <= '3' ? OCTAL_DIGITS : OCTAL_DIGITS - 1;
        while (at < body.length() && at < from + longest && body.charAt(at) >= '0' && body.charAt(at) <= '7') {
            code = code * 8 + body.charAt(at++) - '0';
        }
        value.append((char) code);
        return at;
    }
}
