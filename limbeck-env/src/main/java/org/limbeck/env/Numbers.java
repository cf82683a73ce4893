package org.limbeck.env;

/** Decimal numbers of any length, compared as text in one pass. */
final class Numbers {
    private Numbers() {}

    /** An optional sign, digits, and optionally a point and digits. */
    static boolean isNumber(String text) {
        int start = signLength(text);
        int point = text.indexOf('.');
        return point < 0
                ? isDigits(text, start, text.length())
                : isDigits(text, start, point) && isDigits(text, point + 1, text.length());
    }

    /** Negative, zero or positive, as {@code a} is less than, equal to or greater than {@code b}. */
    static int compare(String a, String b) {
        boolean negative = isNegative(a);
        if (negative != isNegative(b)) {
            return negative ? -1 : 1;
        }
        int order = compareSize(a, b);
        return negative ? -order : order;
    }

    private static int compareSize(String a, String b) {
        String whole = whole(a);
        String other = whole(b);
        if (whole.length() != other.length()) {
            return Integer.compare(whole.length(), other.length());
        }
        int order = whole.compareTo(other);
        return order != 0 ? order : fraction(a).compareTo(fraction(b));
    }

    /** Below zero; {@code -0} is not. */
    private static boolean isNegative(String number) {
        return number.charAt(0) == '-'
                && !(whole(number).isEmpty() && fraction(number).isEmpty());
    }

    /** The digits before the point without leading zeros. */
    private static String whole(String number) {
        int stop = number.indexOf('.') < 0 ? number.length() : number.indexOf('.');
        int start = signLength(number);
        while (start < stop && number.charAt(start) == '0') {
            start++;
        }
        return number.substring(start, stop);
    }

    /** The digits after the point without trailing zeros. */
    private static String fraction(String number) {
        int point = number.indexOf('.');
        int stop = number.length();
        while (point >= 0 && stop > point + 1 && number.charAt(stop - 1) == '0') {
            stop--;
        }
        return point < 0 ? "" : number.substring(point + 1, stop);
    }

    private static int signLength(String text) {
        return text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    }

    private static boolean isDigits(String text, int start, int stop) {
        for (int i = start; i < stop; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return start < stop;
    }
}
