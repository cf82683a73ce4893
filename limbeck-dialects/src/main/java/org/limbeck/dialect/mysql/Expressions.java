package org.limbeck.dialect.mysql;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.limbeck.dialect.mysql.Piece.Kind;

/**
 * Expressions in a form that two spellings share when they differ in brackets, case, quotes, blanks and synonyms only. It
 * is for comparing and never executed. What it does not understand it leaves as it is.
 */
final class Expressions {
    private static final Map<String, Integer> BINARY = Map.ofEntries(
            Map.entry("or", 1),
            Map.entry("||", 1),
            Map.entry("xor", 2),
            Map.entry("and", 3),
            Map.entry("&&", 3),
            Map.entry("=", 6),
            Map.entry("<=>", 6),
            Map.entry(">=", 6),
            Map.entry(">", 6),
            Map.entry("<=", 6),
            Map.entry("<", 6),
            Map.entry("<>", 6),
            Map.entry("!=", 6),
            Map.entry("is", 6),
            Map.entry("like", 6),
            Map.entry("regexp", 6),
            Map.entry("rlike", 6),
            Map.entry("in", 6),
            Map.entry("between", 6),
            Map.entry("|", 7),
            Map.entry("&", 8),
            Map.entry("<<", 9),
            Map.entry(">>", 9),
            Map.entry("+", 10),
            Map.entry("-", 10),
            Map.entry("*", 11),
            Map.entry("/", 11),
            Map.entry("div", 11),
            Map.entry("%", 11),
            Map.entry("mod", 11),
            Map.entry("^", 12),
            Map.entry("collate", 14));
    private static final int NOT = 4;
    private static final int ABOVE_COMPARISON = 7;
    private static final int UNARY = 13;

    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("||", "or"),
            Map.entry("&&", "and"),
            Map.entry("!=", "<>"),
            Map.entry("mod", "%"),
            Map.entry("rlike", "regexp"),
            Map.entry("now", "current_timestamp"),
            Map.entry("localtime", "current_timestamp"),
            Map.entry("localtimestamp", "current_timestamp"),
            Map.entry("current_date", "curdate"),
            Map.entry("current_time", "curtime"),
            Map.entry("lcase", "lower"),
            Map.entry("ucase", "upper"),
            Map.entry("substring", "substr"),
            Map.entry("character_length", "char_length"),
            Map.entry("octet_length", "length"),
            Map.entry("power", "pow"));
    /** What the databases make of NOT before a comparison. */
    private static final Map<String, String> OPPOSITES =
            Map.of("=", "<>", "<>", "=", ">", "<=", "<=", ">", "<", ">=", ">=", "<");

    private static final Set<String> CLOCKS =
            Set.of("current_timestamp", "current_date", "current_time", "localtime", "localtimestamp", "utc_timestamp");

    private final List<Piece> pieces;
    private int at;

    private Expressions(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** The form for comparing. */
    static String normal(String sql) {
        List<Piece> pieces = withoutIntroducers(Piece.solid(sql));
        Expressions parser = new Expressions(pieces);
        try {
            String result = parser.expression(0);
            return parser.at == pieces.size() ? bare(result) : words(pieces);
        } catch (NotUnderstood e) {
            return words(pieces);
        }
    }

    /** The text in a literal, or the literal itself where it has no quotes. */
    static String unquoted(String literal) {
        List<Piece> pieces = withoutIntroducers(Piece.solid(literal));
        return pieces.size() == 1 ? pieces.get(0).value() : literal;
    }

    /** The same text without brackets that enclose all of it. */
    static String unwrapped(String sql) {
        String text = sql.strip();
        while (enclosed(text)) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    private static boolean enclosed(String text) {
        int depth = 0;
        int length = 0;
        for (Piece piece : Piece.of(text)) {
            depth += piece.isSign("(") ? 1 : piece.isSign(")") ? -1 : 0;
            length += piece.text().length();
            if (depth == 0) {
                return length == text.length() && text.startsWith("(");
            }
        }
        return false;
    }

    /** MySQL writes {@code _utf8mb4'x'} for {@code 'x'}. */
    static List<Piece> withoutIntroducers(List<Piece> pieces) {
        List<Piece> kept = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean introduces = piece.kind() == Kind.WORD
                    && piece.text().startsWith("_")
                    && i + 1 < pieces.size()
                    && pieces.get(i + 1).kind() == Kind.STRING;
            if (!introduces) {
                kept.add(piece);
            }
        }
        return kept;
    }

    private static String words(List<Piece> pieces) {
        return String.join(" ", pieces.stream().map(Expressions::atom).toList());
    }

    private static String atom(Piece piece) {
        return switch (piece.kind()) {
            case STRING -> "'" + piece.value().replace("'", "''") + "'";
            case NAME -> piece.value().toLowerCase(Locale.ROOT);
            case NUMBER -> number(piece.lower());
            default -> synonym(piece.lower());
        };
    }

    private static String synonym(String word) {
        return SYNONYMS.getOrDefault(word, word);
    }

    private static String number(String text) {
        if (text.startsWith("b'")) {
            String digits = new BigInteger(text.substring(2, text.length() - 1), 2).toString(16);
            return digits.length() % 2 == 0 ? "0x" + digits : "0x0" + digits;
        }
        return text.startsWith("x'") ? "0x" + text.substring(2, text.length() - 1) : text;
    }

    private static String bare(String result) {
        return unwrapped(result);
    }

    // ---- precedence climbing; every composed result is in brackets

    private String expression(int least) {
        String left = prefix();
        while (at < pieces.size()) {
            boolean negated = peekWord().equals("not");
            String operator = negated ? wordAt(at + 1) : peekWord();
            Integer precedence = BINARY.get(operator);
            if (precedence == null || precedence < least) {
                return left;
            }
            at += negated ? 2 : 1;
            left = infix(left, synonym(operator), precedence, negated);
        }
        return left;
    }

    private String infix(String left, String operator, int precedence, boolean negated) {
        String not = negated ? "not " : "";
        switch (operator) {
            case "is" -> {
                boolean isNot = accept("not");
                String what = take().lower();
                return "(" + left + " is " + (isNot ? "not " : "") + truth(what) + ")";
            }
            case "in" -> {
                return in(left, not, arguments());
            }
            case "like", "regexp" -> {
                String whole = "(" + left + " " + operator + " " + expression(precedence + 1) + ")";
                return negated ? not(whole) : whole;
            }
            case "between" -> {
                String low = expression(ABOVE_COMPARISON);
                require("and");
                return "(" + left + " " + not + "between " + low + " and " + expression(ABOVE_COMPARISON) + ")";
            }
            case "and", "or" -> {
                String right = expression(precedence + 1);
                return "(" + flat(left, operator) + " " + operator + " " + flat(right, operator) + ")";
            }
            default -> {
                return "(" + left + " " + not + operator + " " + expression(precedence + 1) + ")";
            }
        }
    }

    /** One value in the list is an equality; MySQL and MariaDB print it so. */
    private static String in(String left, String not, String list) {
        boolean one = Piece.solid(list).size() == 3;
        return one
                ? "(" + left + (not.isEmpty() ? " = " : " <> ") + list.substring(1, list.length() - 1) + ")"
                : "(" + left + " " + not + "in " + list + ")";
    }

    /** {@code (a and b)} beside another {@code and} needs no brackets. */
    private static String flat(String side, String operator) {
        if (!side.startsWith("(") || !enclosed(side)) {
            return side;
        }
        String inner = side.substring(1, side.length() - 1);
        int depth = 0;
        boolean same = false;
        List<Piece> all = Piece.solid(inner);
        for (int i = 0; i < all.size(); i++) {
            Piece piece = all.get(i);
            depth += piece.isSign("(") ? 1 : piece.isSign(")") ? -1 : 0;
            boolean ofBetween = piece.is("and") && all.subList(0, i).stream().anyMatch(p -> p.is("between"));
            same |= depth == 0 && piece.is(operator) && !ofBetween;
        }
        return same ? inner : side;
    }

    private String prefix() {
        if (at >= pieces.size()) {
            throw new NotUnderstood();
        }
        Piece piece = take();
        if (piece.isSign("(")) {
            return bracketed();
        }
        if (piece.is("not")) {
            return not(expression(NOT));
        }
        if (piece.isSign("!")) {
            return not(expression(UNARY));
        }
        if (piece.isSign("-") || piece.isSign("+") || piece.isSign("~")) {
            String operand = expression(UNARY);
            return piece.isSign("+") ? operand : signed(piece.text(), operand);
        }
        if (piece.is("case")) {
            return cases();
        }
        if (piece.is("interval")) {
            return "(interval " + expression(0) + " " + take().lower() + ")";
        }
        return piece.isName() ? named(piece) : literal(piece);
    }

    private static String signed(String sign, String operand) {
        String inner = unwrapped(operand);
        boolean number = !inner.isEmpty() && inner.charAt(0) >= '0' && inner.charAt(0) <= '9' && inner.indexOf(' ') < 0;
        return number ? sign + inner : "(" + sign + operand + ")";
    }

    private static String not(String operand) {
        String inner = unwrapped(operand);
        List<Piece> all = Piece.solid(inner);
        int depth = 0;
        int found = -1;
        for (int i = 0; i < all.size(); i++) {
            Piece piece = all.get(i);
            depth += piece.isSign("(") ? 1 : piece.isSign(")") ? -1 : 0;
            if (depth == 0 && (piece.is("and") || piece.is("or") || piece.is("xor") || piece.is("case"))) {
                return "(not " + operand + ")";
            }
            if (depth == 0 && found < 0 && OPPOSITES.containsKey(piece.text())) {
                found = i;
            }
        }
        if (found < 0) {
            return "(not " + operand + ")";
        }
        String sign = " " + all.get(found).text() + " ";
        int at = inner.indexOf(sign);
        String opposite = " " + OPPOSITES.get(all.get(found).text()) + " ";
        return at < 0
                ? "(not " + operand + ")"
                : "(" + inner.substring(0, at) + opposite + inner.substring(at + sign.length()) + ")";
    }

    private String bracketed() {
        String inside = expression(0);
        if (accept(",")) {
            StringBuilder row = new StringBuilder("(").append(bare(inside));
            do {
                row.append(",").append(bare(expression(0)));
            } while (accept(","));
            require(")");
            return row.append(")").toString();
        }
        require(")");
        return inside;
    }

    private String named(Piece first) {
        StringBuilder name = new StringBuilder(atom(first));
        boolean quoted = first.kind() == Kind.NAME;
        while (accept(".")) {
            name.append('.').append(atom(take()));
        }
        if (!quoted && at < pieces.size() && pieces.get(at).isSign("(")) {
            String call = name + arguments();
            if (call.startsWith("regexp_like(") && topLevelCommas(call) == 1) {
                return regexp(call);
            }
            return call.equals("current_timestamp()") || call.equals("curdate()") || call.equals("curtime()")
                    ? name.toString()
                    : call;
        }
        if (quoted || CLOCKS.contains(first.lower())) {
            return name.toString();
        }
        return first.is("true") || first.is("false") ? truth(first.lower()) : word(first, name.toString());
    }

    private static int topLevelCommas(String call) {
        int depth = 0;
        int commas = 0;
        for (Piece piece : Piece.solid(call)) {
            depth += piece.isSign("(") ? 1 : piece.isSign(")") ? -1 : 0;
            commas += depth == 1 && piece.isSign(",") ? 1 : 0;
        }
        return commas;
    }

    /** MySQL prints {@code a REGEXP b} as a call. */
    private static String regexp(String call) {
        String inside = call.substring("regexp_like(".length(), call.length() - 1);
        int depth = 0;
        int length = 0;
        for (Piece piece : Piece.of(inside)) {
            depth += piece.isSign("(") ? 1 : piece.isSign(")") ? -1 : 0;
            if (depth == 0 && piece.isSign(",")) {
                return "(" + inside.substring(0, length) + " regexp " + inside.substring(length + 1) + ")";
            }
            length += piece.text().length();
        }
        return call;
    }

    private static String word(Piece piece, String name) {
        if (BINARY.containsKey(piece.lower())) {
            throw new NotUnderstood();
        }
        return name;
    }

    private static String truth(String word) {
        return word.equals("true") ? "1" : word.equals("false") ? "0" : word;
    }

    private static String literal(Piece piece) {
        if (piece.kind() == Kind.SIGN
                && !piece.text().equals("*")
                && !piece.text().equals("?")) {
            throw new NotUnderstood();
        }
        return atom(piece);
    }

    /** {@code (a,b)}, also with words of its own, such as {@code cast(a as char)}. */
    private String arguments() {
        require("(");
        StringBuilder list = new StringBuilder("(");
        while (!accept(")")) {
            list.append(bare(expression(0)));
            list.append(restOfArgument());
            if (accept(",")) {
                list.append(',');
            }
        }
        return list.append(')').toString();
    }

    private String restOfArgument() {
        StringBuilder rest = new StringBuilder();
        int depth = 0;
        while (at < pieces.size()) {
            Piece piece = pieces.get(at);
            if (depth == 0 && (piece.isSign(",") || piece.isSign(")"))) {
                return rest.toString();
            }
            depth += piece.isSign("(") ? 1 : piece.isSign(")") ? -1 : 0;
            take();
            if (piece.is("charset")) {
                take();
            } else {
                rest.append(' ').append(atom(piece));
            }
        }
        throw new NotUnderstood();
    }

    private String cases() {
        StringBuilder text = new StringBuilder("(case");
        if (!peekWord().equals("when")) {
            text.append(' ').append(expression(0));
        }
        while (accept("when")) {
            text.append(" when ").append(expression(0));
            require("then");
            text.append(" then ").append(expression(0));
        }
        if (accept("else")) {
            text.append(" else ").append(expression(0));
        }
        require("end");
        return text.append(" end)").toString();
    }

    private Piece take() {
        if (at >= pieces.size()) {
            throw new NotUnderstood();
        }
        return pieces.get(at++);
    }

    private String peekWord() {
        return wordAt(at);
    }

    private String wordAt(int index) {
        if (index >= pieces.size()) {
            return "";
        }
        Piece piece = pieces.get(index);
        return piece.kind() == Kind.WORD || piece.kind() == Kind.SIGN ? piece.lower() : "";
    }

    private boolean accept(String word) {
        boolean there = peekWord().equals(word);
        at += there ? 1 : 0;
        return there;
    }

    private void require(String word) {
        if (!accept(word)) {
            throw new NotUnderstood();
        }
    }

    /** The expression holds something unknown; never leaves this class. */
    private static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstood() {
            super("not understood", null, false, false);
        }
    }
}
