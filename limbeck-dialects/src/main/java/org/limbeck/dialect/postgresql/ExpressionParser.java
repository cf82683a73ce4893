package org.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.limbeck.dialect.Names;
import org.limbeck.schema.DataType;
import org.limbeck.schema.TypeKind;

/** Reads one expression by PostgreSQL's precedences and writes it in the normal spelling. Not thread-safe. */
final class ExpressionParser {
    /** Keywords that may name a column bare; the server writes them in quotes all the same. */
    private static final Set<String> COLUMN_WORDS = Set.of(
            "between",
            "bit",
            "char",
            "coalesce",
            "dec",
            "exists",
            "extract",
            "greatest",
            "grouping",
            "inout",
            "interval",
            "least",
            "national",
            "nchar",
            "none",
            "normalize",
            "nullif",
            "out",
            "overlay",
            "position",
            "precision",
            "row",
            "setof",
            "substring",
            "time",
            "timestamp",
            "treat",
            "trim",
            "values");

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int IS = 4;
    private static final int COMPARISON = 5;
    private static final int RANGE = 6;
    private static final int OTHER = 7;
    private static final int SUM = 8;
    private static final int PRODUCT = 9;
    private static final int POWER = 10;
    private static final int ZONE = 11;
    private static final int COLLATE = 12;
    private static final int SIGN = 13;

    private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=");
    private static final Set<String> TYPED_LITERALS = Set.of("date", "time", "timestamp", "timestamptz", "interval");
    private static final Set<String> ARGUMENT_WORDS = Set.of("from", "for", "in", "placing");

    private final List<String> tokens;
    private int at;

    ExpressionParser(List<String> tokens) {
        this.tokens = tokens;
    }

    /** The text is more than this parser knows. */
    static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A part that was read.
     *
     * @param text the normal spelling, without brackets around it
     * @param binding how strong its outermost operator binds; {@link Integer#MAX_VALUE} for what needs no brackets
     * @param constant whether it is a literal, or an array of literals
     */
    private record Part(String text, int binding, boolean constant) {
        static Part of(String text) {
            return new Part(text, Integer.MAX_VALUE, false);
        }

        static Part literal(String text) {
            return new Part(text, Integer.MAX_VALUE, true);
        }

        String bracketed() {
            return binding == Integer.MAX_VALUE ? text : "(" + text + ")";
        }
    }

    String whole() throws NotUnderstood {
        Part part = expression(OR);
        if (at != tokens.size()) {
            throw new NotUnderstood();
        }
        return part.text();
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : "";
    }

    private boolean accept(String token) {
        if (!peek().equals(token)) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(String token) throws NotUnderstood {
        if (!accept(token)) {
            throw new NotUnderstood();
        }
    }

    private Part expression(int least) throws NotUnderstood {
        Part left = prefix();
        while (true) {
            int binding = binding();
            if (binding < least) {
                return left;
            }
            left = infix(left, binding);
        }
    }

    private Part prefix() throws NotUnderstood {
        if (accept("not")) {
            return new Part("not " + expression(NOT).bracketed(), NOT, false);
        }
        if (accept("-")) {
            Part operand = expression(SIGN);
            return isNumber(operand.text()) && operand.constant()
                    ? Part.literal("-" + operand.text())
                    : new Part("- " + operand.bracketed(), SIGN, false);
        }
        if (accept("+")) {
            return expression(SIGN);
        }
        return postfix(primary());
    }

    /** How strong the operator at this place binds; 0 where there is none. */
    private int binding() {
        String token = peek();
        return switch (token) {
            case "or" -> OR;
            case "and" -> AND;
            case "is", "isnull", "notnull" -> IS;
            case "between", "in", "like", "ilike" -> RANGE;
            case "not" -> Set.of("between", "in", "like", "ilike").contains(peek(1)) ? RANGE : 0;
            case "+", "-" -> SUM;
            case "*", "/", "%" -> PRODUCT;
            case "^" -> POWER;
            case "at" -> ZONE;
            case "collate" -> COLLATE;
            default -> COMPARISONS.contains(token) ? COMPARISON : isOperator(token) ? OTHER : 0;
        };
    }

    private static boolean isOperator(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> "+-*/<>=~!@#%^&|`?".indexOf(c) >= 0);
    }

    private Part infix(Part left, int binding) throws NotUnderstood {
        return switch (binding) {
            case OR, AND -> junction(left, binding);
            case IS -> is(left);
            case RANGE -> range(left);
            case ZONE -> zone(left);
            case COLLATE -> {
                at++;
                yield new Part(left.bracketed() + " collate " + name(next()), COLLATE, false);
            }
            default -> binary(left, binding);
        };
    }

    private Part junction(Part left, int binding) throws NotUnderstood {
        String word = next();
        Part right = expression(binding + 1);
        return joined(left, word, right, binding);
    }

    /** AND and OR are associative: a chain of one of them has no brackets inside. */
    private static Part joined(Part left, String word, Part right, int binding) {
        String first = left.binding() == binding ? left.text() : left.bracketed();
        String second = right.binding() == binding ? right.text() : right.bracketed();
        return new Part(first + " " + word + " " + second, binding, false);
    }

    private Part binary(Part left, int binding) throws NotUnderstood {
        String operator = next();
        Part right = expression(binding + 1);
        String shown = operator.equals("!=") ? "<>" : operator;
        return new Part(left.bracketed() + " " + shown + " " + right.bracketed(), binding, false);
    }

    private Part is(Part left) throws NotUnderstood {
        String word = next();
        if (!word.equals("is")) {
            return new Part(left.bracketed() + (word.equals("isnull") ? " is null" : " is not null"), IS, false);
        }
        String not = accept("not") ? "not " : "";
        if (accept("distinct")) {
            expect("from");
            return new Part(
                    left.bracketed() + " is " + not + "distinct from "
                            + expression(COMPARISON).bracketed(),
                    IS,
                    false);
        }
        String what = next();
        if (!Set.of("null", "true", "false", "unknown").contains(what)) {
            throw new NotUnderstood();
        }
        return new Part(left.bracketed() + " is " + not + what, IS, false);
    }

    private Part range(Part left) throws NotUnderstood {
        boolean not = accept("not");
        String word = next();
        if (word.equals("between")) {
            return between(left, not);
        }
        if (word.equals("in")) {
            return in(left, not);
        }
        String operator = (not ? "!" : "") + (word.equals("ilike") ? "~~*" : "~~");
        Part right = expression(OTHER);
        if (peek().equals("escape")) {
            throw new NotUnderstood();
        }
        return new Part(left.bracketed() + " " + operator + " " + right.bracketed(), OTHER, false);
    }

    private Part between(Part left, boolean not) throws NotUnderstood {
        Part low = expression(OTHER);
        expect("and");
        Part high = expression(OTHER);
        String subject = left.bracketed();
        Part from = new Part(subject + (not ? " < " : " >= ") + low.bracketed(), COMPARISON, false);
        Part to = new Part(subject + (not ? " > " : " <= ") + high.bracketed(), COMPARISON, false);
        return not ? joined(from, "or", to, OR) : joined(from, "and", to, AND);
    }

    private Part in(Part left, boolean not) throws NotUnderstood {
        expect("(");
        if (peek().equals("select")) {
            throw new NotUnderstood();
        }
        List<Part> members = list(")");
        String right = members.size() == 1
                ? (not ? " <> " : " = ") + members.get(0).bracketed()
                : (not ? " <> all(array[" : " = any(array[") + joined(members) + "])";
        return new Part(left.bracketed() + right, COMPARISON, false);
    }

    private Part zone(Part left) throws NotUnderstood {
        at++;
        expect("time");
        expect("zone");
        return new Part(
                left.bracketed() + " at time zone " + expression(ZONE + 1).bracketed(), ZONE, false);
    }

    private List<Part> list(String end) throws NotUnderstood {
        List<Part> parts = new ArrayList<>();
        if (accept(end)) {
            return parts;
        }
        do {
            parts.add(expression(OR));
        } while (accept(","));
        expect(end);
        return parts;
    }

    private static String joined(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining(", "));
    }

    private String next() throws NotUnderstood {
        if (at >= tokens.size()) {
            throw new NotUnderstood();
        }
        return tokens.get(at++);
    }

    private Part primary() throws NotUnderstood {
        String token = next();
        if (token.equals("(")) {
            List<Part> parts = list(")");
            return parts.size() == 1 ? parts.get(0) : Part.of("(" + joined(parts) + ")");
        }
        char first = token.charAt(0);
        if (first == '\'' || token.startsWith("E'") || first == '$') {
            return Part.literal(token);
        }
        if (Character.isDigit(first)) {
            return Part.literal(token);
        }
        if (first != '"' && !Character.isLetter(first) && first != '_') {
            throw new NotUnderstood();
        }
        return word(token);
    }

    private Part word(String token) throws NotUnderstood {
        switch (token) {
            case "case" -> {
                return caseOf();
            }
            case "array" -> {
                return array();
            }
            case "cast" -> {
                expect("(");
                Part operand = expression(OR);
                expect("as");
                Part cast = cast(operand, type());
                expect(")");
                return cast;
            }
            case "select", "exists", "row", "when", "then", "else", "end" -> throw new NotUnderstood();
            case "true", "false", "null" -> {
                return Part.literal(token);
            }
            default -> {
                if (TYPED_LITERALS.contains(token) && peek().startsWith("'")) {
                    return Part.literal(next());
                }
                return named(token);
            }
        }
    }

    private Part named(String token) throws NotUnderstood {
        StringBuilder name = new StringBuilder(name(token));
        while (peek().equals(".")) {
            at++;
            name.append('.').append(name(next()));
        }
        if (!accept("(")) {
            return Part.of(name.toString());
        }
        // The server writes TRIM(BOTH FROM x) for trim(x).
        if (name.toString().equals("trim") && peek().equals("both") && peek(1).equals("from")) {
            at += 2;
        }
        return Part.of(name + "(" + arguments() + ")");
    }

    private String arguments() throws NotUnderstood {
        StringBuilder text = new StringBuilder();
        if (accept(")")) {
            return "";
        }
        while (true) {
            text.append(accept("*") ? "*" : expression(OR).text());
            if (accept(",")) {
                text.append(", ");
            } else if (ARGUMENT_WORDS.contains(peek())) {
                text.append(' ').append(next()).append(' ');
            } else {
                expect(")");
                return text.toString();
            }
        }
    }

    /** A name, bare where that is safe. */
    private static String name(String token) {
        if (token.charAt(0) != '"') {
            return token;
        }
        String exact = token.substring(1, token.length() - 1).replace("\"\"", "\"");
        return COLUMN_WORDS.contains(exact) ? exact : Names.quoted(exact, '"', Keywords.RESERVED);
    }

    private Part caseOf() throws NotUnderstood {
        StringBuilder text = new StringBuilder("case");
        if (!peek().equals("when")) {
            text.append(' ').append(expression(OR).text());
        }
        while (accept("when")) {
            text.append(" when ").append(expression(OR).text());
            expect("then");
            text.append(" then ").append(expression(OR).text());
        }
        if (accept("else")) {
            text.append(" else ").append(expression(OR).text());
        }
        expect("end");
        return Part.of(text.append(" end").toString());
    }

    private Part array() throws NotUnderstood {
        expect("[");
        List<Part> members = list("]");
        return new Part(
                "array[" + joined(members) + "]",
                Integer.MAX_VALUE,
                members.stream().allMatch(Part::constant));
    }

    private Part postfix(Part operand) throws NotUnderstood {
        Part part = operand;
        while (true) {
            if (accept("::")) {
                part = cast(part, type());
            } else if (accept("[")) {
                part = Part.of(part.bracketed() + "[" + expression(OR).text() + "]");
                expect("]");
            } else {
                return part;
            }
        }
    }

    private String type() throws NotUnderstood {
        StringBuilder type = new StringBuilder(next());
        while (accept(".")) {
            type.append('.').append(next());
        }
        while (Set.of("varying", "precision").contains(peek())) {
            type.append(' ').append(next());
        }
        if (accept("(")) {
            type.append('(').append(joined(list(")"))).append(')');
        }
        if (Set.of("with", "without").contains(peek()) && peek(1).equals("time")) {
            type.append(' ').append(next()).append(" time zone");
            at += 2;
        }
        while (peek().equals("[") && peek(1).equals("]")) {
            type.append("[]");
            at += 2;
        }
        return type.toString();
    }

    /** A cast, unless it is one that the server adds by itself: of a literal, or of text to text. */
    private static Part cast(Part operand, String spelling) {
        DataType type = Types.parse(spelling);
        if (operand.constant()) {
            return Part.literal(literal(operand.text(), type.kind()));
        }
        if (isText(type)) {
            return operand;
        }
        return Part.of(operand.bracketed() + "::" + Types.common(type));
    }

    private static String literal(String text, TypeKind kind) {
        boolean number = text.startsWith("'") && Literals.isNumber(kind);
        String bare = number ? text.substring(1, text.length() - 1) : text;
        return number && isNumber(bare.startsWith("-") ? bare.substring(1) : bare) ? bare : text;
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]+(\\.[0-9]+)?");
    }

    private static boolean isText(DataType type) {
        if (type.kind() == TypeKind.ARRAY) {
            return isText(Types.elementOf(type));
        }
        boolean unlimited = type.arguments().isEmpty();
        return unlimited
                && switch (type.kind()) {
                    case TEXT, VARCHAR -> true;
                    case NATIVE -> Types.nameOf(type).equals("bpchar");
                    default -> false;
                };
    }
}
