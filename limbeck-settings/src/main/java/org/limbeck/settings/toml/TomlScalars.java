package org.limbeck.settings.toml;

import java.util.regex.Pattern;

import org.limbeck.settings.toml.TomlValue.Decimal;
import org.limbeck.settings.toml.TomlValue.Flag;
import org.limbeck.settings.toml.TomlValue.Moment;
import org.limbeck.settings.toml.TomlValue.Whole;

/** Reads what is written without quotes: numbers, true and false, dates and times. */
final class TomlScalars {
    /** Made only when a date is read: regular expressions cost start-up time. */
    private static final class Dates {
        private static final String DATE = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
        private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d(:([0-5]\\d|60)(\\.\\d+)?)?";
        private static final Pattern MOMENT = Pattern.compile(
                DATE + "|" + TIME + "|" + DATE + "[Tt ]" + TIME + "([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?");
    }

    private TomlScalars() {}

    static TomlValue read(Cursor cursor) {
        Position at = cursor.position();
        String word = word(cursor);
        switch (word) {
            case "":
                throw new TomlFault(at, "A value is missing; texts are written in \"quotes\"");
            case "true":
            case "false":
                return new Flag(at, word.equals("true"));
            case "inf", "+inf":
                return new Decimal(at, Double.POSITIVE_INFINITY);
            case "-inf":
                return new Decimal(at, Double.NEGATIVE_INFINITY);
            case "nan", "+nan", "-nan":
                return new Decimal(at, Double.NaN);
            default:
                return isMoment(word) ? moment(at, word) : number(at, word);
        }
    }

    private static String word(Cursor cursor) {
        int start = cursor.offset();
        letters(cursor);
        boolean time =
                cursor.peek() == ' ' && isDigit(cursor.peek(1)) && isDigit(cursor.peek(2)) && cursor.peek(3) == ':';
        if (cursor.since(start).length() == 10 && isMoment(cursor.since(start)) && time) {
            cursor.next();
            letters(cursor);
        }
        return cursor.since(start);
    }

    private static void letters(Cursor cursor) {
        while (TomlParser.isBare(cursor.peek()) || "+.:".indexOf(cursor.peek()) >= 0 && cursor.peek() != Cursor.END) {
            cursor.next();
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isMoment(String word) {
        return word.length() > 4 && isDigit(word.charAt(0)) && (word.charAt(4) == '-' || word.charAt(2) == ':');
    }

    private static TomlValue moment(Position at, String word) {
        if (!Dates.MOMENT.matcher(word).matches()) {
            throw new TomlFault(at, word + " is no date or time");
        }
        return new Moment(at, word);
    }

    private static TomlValue number(Position at, String word) {
        int radix = word.startsWith("0x") ? 16 : word.startsWith("0o") ? 8 : word.startsWith("0b") ? 2 : 10;
        String digits = radix == 10 ? word : word.substring(2);
        boolean decimal = radix == 10 && (digits.contains(".") || digits.contains("e") || digits.contains("E"));
        if (decimal ? !isDecimal(digits) : !isWhole(digits, radix)) {
            throw new TomlFault(at, word + " is no value; texts are written in \"quotes\"");
        }
        String plain = digits.replace("_", "");
        try {
            return decimal ? new Decimal(at, Double.parseDouble(plain)) : new Whole(at, Long.parseLong(plain, radix));
        } catch (NumberFormatException e) {
            throw new TomlFault(at, word + " does not fit in 64 bits");
        }
    }

    private static boolean isWhole(String word, int radix) {
        boolean signed = radix == 10 && (word.startsWith("+") || word.startsWith("-"));
        String digits = signed ? word.substring(1) : word;
        return isDigits(digits, radix) && (radix != 10 || digits.length() == 1 || digits.charAt(0) != '0');
    }

    private static boolean isDecimal(String word) {
        int exponent = Math.max(word.indexOf('e'), word.indexOf('E'));
        String mantissa = exponent < 0 ? word : word.substring(0, exponent);
        int point = mantissa.indexOf('.');
        String whole = point < 0 ? mantissa : mantissa.substring(0, point);
        return isWhole(whole, 10)
                && (point < 0 || isDigits(mantissa.substring(point + 1), 10))
                && (exponent < 0 || isExponent(word.substring(exponent + 1)));
    }

    private static boolean isExponent(String text) {
        return isDigits(text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text, 10);
    }

    /** Digits with single underscores between them. */
    private static boolean isDigits(String text, int radix) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean between = i > 0 && i < text.length() - 1 && text.charAt(i - 1) != '_';
            if (c == '_' ? !between : c >= 0x80 || Character.digit(c, radix) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
