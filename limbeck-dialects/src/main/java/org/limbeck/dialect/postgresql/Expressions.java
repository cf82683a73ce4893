package org.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import org.limbeck.error.LimbeckException;
import org.limbeck.sql.SqlTokens;

/**
 * One spelling for expressions that mean the same by syntax alone: brackets by precedence, words in lower case, the
 * operators behind IN, BETWEEN and LIKE, and no casts that the server adds by itself. What it cannot read it leaves
 * but for layout. The result is SQL.
 */
final class Expressions {
    private Expressions() {}

    static String normal(String sql) {
        List<String> tokens;
        try {
            tokens = operators(SqlTokens.of(sql, PostgresqlDialect.SYNTAX));
        } catch (LimbeckException unreadable) {
            return sql.strip();
        }
        try {
            return new ExpressionParser(tokens).whole();
        } catch (ExpressionParser.NotUnderstood e) {
            return String.join(" ", tokens);
        }
    }

    private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|`?";
    private static final String LETS_SIGN_END = "~!@#%^&|`?";

    /** Joins the characters of operators, by the server's own rule: one that ends in a sign needs another mark. */
    private static List<String> operators(List<String> tokens) {
        List<String> joined = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int end = at;
            while (end < tokens.size() && isOperator(tokens.get(end))) {
                end++;
            }
            if (end == at) {
                boolean cast = tokens.get(at).equals(":")
                        && at + 1 < tokens.size()
                        && tokens.get(at + 1).equals(":");
                joined.add(cast ? "::" : tokens.get(at));
                at += cast ? 2 : 1;
            } else {
                String operator = longest(String.join("", tokens.subList(at, end)));
                joined.add(operator);
                at += operator.length();
            }
        }
        return joined;
    }

    private static boolean isOperator(String token) {
        return token.length() == 1 && OPERATOR_CHARACTERS.contains(token);
    }

    private static String longest(String marks) {
        String operator = marks;
        while (operator.length() > 1
                && "+-".indexOf(operator.charAt(operator.length() - 1)) >= 0
                && operator.chars().noneMatch(c -> LETS_SIGN_END.indexOf(c) >= 0)) {
            operator = operator.substring(0, operator.length() - 1);
        }
        return operator;
    }
}
