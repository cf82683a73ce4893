package org.limbeck.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A column's definition in SQL, such as {@code varchar(20) default 'x' not null}, taken apart. */
final class ColumnDefinition {
    private static final Set<String> CLAUSES = Set.of(
            "NOT",
            "NULL",
            "DEFAULT",
            "UNIQUE",
            "PRIMARY",
            "CHECK",
            "CONSTRAINT",
            "REFERENCES",
            "GENERATED",
            "AS",
            "COLLATE",
            "COMMENT",
            "AUTO_INCREMENT",
            "AUTOINCREMENT",
            "ON",
            "INVISIBLE",
            "VISIBLE",
            "CHARSET",
            "FOREIGN");

    /** A condition with its name, or null. */
    record Condition(@Nullable String name, String expression) {}

    private final DefinitionTokens tokens;
    private int at;
    private @Nullable String pendingName;

    String type = "";
    boolean notNull;
    boolean unique;
    boolean identity;
    boolean always;
    boolean stored = true;

    @Nullable
    String defaultSql;

    @Nullable
    String computed;

    @Nullable
    String collation;

    @Nullable
    String comment;

    final List<Condition> checks = new ArrayList<>();
    final List<String> rest = new ArrayList<>();

    private ColumnDefinition(String sql) {
        this.tokens = new DefinitionTokens(sql);
    }

    static ColumnDefinition parse(String sql) {
        ColumnDefinition definition = new ColumnDefinition(sql);
        int end = definition.clauseFrom(1);
        definition.type = definition.tokens.text(0, end);
        definition.at = end;
        while (definition.at < definition.tokens.size()) {
            definition.clause();
        }
        return definition;
    }

    private int clauseFrom(int from) {
        int end = Math.min(from, tokens.size());
        while (end < tokens.size() && !isClause(end)) {
            end++;
        }
        return end;
    }

    private boolean isClause(int index) {
        String word = tokens.word(index);
        return CLAUSES.contains(word)
                || (word.equals("CHARACTER") && tokens.word(index + 1).equals("SET"));
    }

    private void clause() {
        String word = tokens.word(at++);
        switch (word) {
            case "NOT" -> notNull = at++ > 0;
            case "NULL" -> notNull = false;
            case "DEFAULT" -> defaultSql = upTo(clauseFrom(at + 1));
            case "UNIQUE" -> {
                unique = true;
                skip("KEY");
            }
            case "PRIMARY" -> skip("KEY");
            case "CONSTRAINT" -> pendingName = upTo(at + 1);
            case "CHECK" -> {
                checks.add(new Condition(pendingName, inner(upTo(at + 1))));
                pendingName = null;
            }
            case "GENERATED" -> generated();
            case "AS" -> computed();
            case "COLLATE" -> collation = upTo(at + 1);
            case "COMMENT" -> comment = string(upTo(at + 1));
            case "AUTO_INCREMENT", "AUTOINCREMENT" -> identity = true;
            default -> {
                at--;
                rest.add(upTo(clauseFrom(at + 1)));
            }
        }
    }

    private void generated() {
        always = tokens.word(at).equals("ALWAYS");
        while (at < tokens.size() && !tokens.word(at).equals("AS")) {
            at++;
        }
        at++;
        if (tokens.word(at).equals("IDENTITY")) {
            identity = true;
            at++;
            if (at < tokens.size() && tokens.get(at).isBracket()) {
                at++;
            }
        } else {
            computed();
        }
    }

    private void computed() {
        computed = inner(upTo(at + 1));
        String kind = tokens.word(at);
        if (Set.of("STORED", "VIRTUAL", "PERSISTED", "PERSISTENT").contains(kind)) {
            stored = !kind.equals("VIRTUAL");
            at++;
        } else {
            stored = false;
        }
    }

    private void skip(String word) {
        if (tokens.word(at).equals(word)) {
            at++;
        }
    }

    private String upTo(int end) {
        int last = Math.min(end, tokens.size());
        String text = tokens.text(at, last);
        at = last;
        return text;
    }

    /** What is in the brackets, if all is. */
    static String inner(String text) {
        return text.startsWith("(") && text.endsWith(")")
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }

    /** The value of a quoted text. */
    static String string(String text) {
        boolean quoted = text.length() > 1 && text.charAt(0) == '\'' && text.endsWith("'");
        return quoted ? text.substring(1, text.length() - 1).replace("''", "'") : text;
    }
}
