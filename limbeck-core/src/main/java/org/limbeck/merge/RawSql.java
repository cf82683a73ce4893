package org.limbeck.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.limbeck.error.LimbeckException;
import org.limbeck.merge.Access.Way;
import org.limbeck.merge.Thing.Kind;
import org.limbeck.sql.SqlSyntax;
import org.limbeck.sql.SqlSyntax.Trait;
import org.limbeck.sql.SqlTokens;

/** What a raw statement does, as far as its first words tell; anything else it may only name. Not thread-safe. */
final class RawSql {
    private static final Set<String> FILLERS =
            Set.of("if", "not", "exists", "only", "temporary", "temp", "unlogged", "column", "concurrently", "ignore");

    private static final int LONGEST = 60;

    private final List<String> tokens;
    private final List<Access> accesses = new ArrayList<>();
    private int at;

    private RawSql(List<String> tokens) {
        this.tokens = tokens;
    }

    static List<Access> accesses(String sql, SqlSyntax syntax) {
        List<String> tokens = tokens(sql, syntax);
        RawSql raw = new RawSql(tokens);
        raw.read();
        boolean reads = !raw.accesses.isEmpty()
                || (!tokens.isEmpty() && Set.of("select", "with", "values").contains(tokens.get(0)));
        raw.accesses.add(reads ? Access.reading(plain(tokens)) : Access.mention(plain(tokens)));
        return raw.accesses;
    }

    /** The words that a text holds, in lower case and without quotes. */
    static Set<String> words(String sql, SqlSyntax syntax) {
        return plain(tokens(sql, syntax));
    }

    /** How a statement begins, without the texts in it, which may be secret. */
    static String beginning(String sql, SqlSyntax syntax) {
        boolean doubleQuoted = syntax.has(Trait.BACKSLASH_ESCAPES);
        StringBuilder text = new StringBuilder();
        for (String token : tokens(sql, syntax)) {
            char first = token.charAt(0);
            boolean hidden = token.indexOf('\'') >= 0 || first == '$' || (doubleQuoted && first == '"');
            boolean close =
                    text.isEmpty() || ",.();".indexOf(first) >= 0 || ".(".indexOf(text.charAt(text.length() - 1)) >= 0;
            text.append(close ? "" : " ").append(hidden ? "'...'" : token);
            if (text.length() > LONGEST) {
                return text.substring(0, LONGEST) + "...";
            }
        }
        return text.toString();
    }

    private static List<String> tokens(String sql, SqlSyntax syntax) {
        try {
            return SqlTokens.of(sql, syntax);
        } catch (LimbeckException e) {
            // A statement that cannot be read names what it names.
            return List.of(sql.toLowerCase(Locale.ROOT).split("\\W+"));
        }
    }

    private static Set<String> plain(List<String> tokens) {
        Set<String> words = new HashSet<>();
        tokens.forEach(token -> words.add(bare(token)));
        return words;
    }

    private static String bare(String token) {
        boolean quoted = token.length() > 2 && "\"`[".indexOf(token.charAt(0)) >= 0;
        return (quoted ? token.substring(1, token.length() - 1) : token).toLowerCase(Locale.ROOT);
    }

    private void read() {
        String verb = word();
        switch (verb) {
            case "create" -> create();
            case "drop" -> drop();
            case "alter" -> alter();
            case "insert", "replace" -> rows("into");
            case "update" -> changed(name());
            case "delete" -> rows("from");
            default -> {}
        }
    }

    private void create() {
        String what = word();
        while (Set.of("or", "replace", "unique", "temporary", "temp", "unlogged")
                .contains(what)) {
            what = word();
        }
        List<String> definition = tokens.subList(Math.min(at, tokens.size()), tokens.size());
        Kind kind = kind(what);
        if (kind == Kind.INDEX) {
            index();
        } else if (kind != null) {
            accesses.add(Access.of(Way.CREATE, new Thing(kind, "", name()), String.join(" ", definition)));
        }
    }

    private void index() {
        String index = name();
        while (at < tokens.size() && !word().equals("on")) {
            // The method may stand between.
        }
        String table = name();
        accesses.add(Access.of(Way.CREATE, new Thing(Kind.INDEX, table, index), String.join(" ", tokens)));
        accesses.add(use(table));
    }

    private void drop() {
        Kind kind = kind(word());
        if (kind != null && kind != Kind.INDEX) {
            accesses.add(Access.of(Way.DROP, new Thing(kind, "", name())));
        }
    }

    private static @org.jspecify.annotations.Nullable Kind kind(String word) {
        return switch (word) {
            case "table" -> Kind.TABLE;
            case "view" -> Kind.VIEW;
            case "index" -> Kind.INDEX;
            case "sequence" -> Kind.SEQUENCE;
            case "type" -> Kind.ENUM;
            case "function", "procedure" -> Kind.ROUTINE;
            case "schema" -> Kind.SCHEMA;
            case "extension" -> Kind.EXTENSION;
            default -> null;
        };
    }

    private void alter() {
        if (!word().equals("table")) {
            return;
        }
        String table = name();
        accesses.add(use(table));
        int depth = 0;
        boolean begins = true;
        while (at < tokens.size()) {
            if (begins && depth == 0) {
                action(table);
            }
            String token = at < tokens.size() ? tokens.get(at++) : "";
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            begins = token.equals(",");
        }
    }

    /** One action of an ALTER TABLE; leaves the rest of it unread. */
    private void action(String table) {
        String verb = word();
        switch (verb) {
            case "add" -> added(table);
            case "drop" -> dropped(table);
            case "rename" -> renamed(table);
            case "alter", "modify" -> altered(table, name());
            case "change" -> {
                String from = name();
                String to = name();
                if (from.equals(to)) {
                    altered(table, from);
                } else {
                    renamed(table, from, to);
                }
            }
            default -> {}
        }
    }

    private void added(String table) {
        String next = peek();
        switch (next) {
            case "constraint" -> {
                at++;
                String name = name();
                accesses.add(Access.of(Way.CREATE, new Thing(Kind.CONSTRAINT, table, name), rest()));
            }
            case "primary" -> accesses.add(Access.of(Way.CREATE, new Thing(Kind.PRIMARY_KEY, table, ""), rest()));
            case "unique", "foreign", "check", "index", "key", "fulltext", "spatial", "partition", "(" -> {}
            default -> {
                String column = name();
                accesses.add(Access.of(Way.CREATE, new Thing(Kind.COLUMN, table, column), rest()));
            }
        }
    }

    private void dropped(String table) {
        switch (peek()) {
            case "constraint" -> {
                at++;
                accesses.add(Access.of(Way.DROP, new Thing(Kind.CONSTRAINT, table, name())));
            }
            case "primary" -> accesses.add(Access.of(Way.DROP, new Thing(Kind.PRIMARY_KEY, table, "")));
            case "index", "key" -> {
                at++;
                accesses.add(Access.of(Way.DROP, new Thing(Kind.INDEX, table, name())));
            }
            case "foreign", "check", "partition" -> {}
            default -> accesses.add(Access.of(Way.DROP, new Thing(Kind.COLUMN, table, name())));
        }
    }

    private void renamed(String table) {
        if (peek().equals("to")) {
            at++;
            String to = name();
            accesses.add(Access.of(Way.RENAME, new Thing(Kind.TABLE, "", table), to));
            accesses.add(Access.of(Way.CREATE, new Thing(Kind.TABLE, "", to), "renamed from " + table));
            return;
        }
        if (Set.of("constraint", "index", "key").contains(peek())) {
            return;
        }
        String from = name();
        if (peek().equals("to")) {
            at++;
            renamed(table, from, name());
        }
    }

    private void renamed(String table, String from, String to) {
        accesses.add(Access.of(Way.RENAME, new Thing(Kind.COLUMN, table, from), to));
        accesses.add(Access.of(Way.CREATE, new Thing(Kind.COLUMN, table, to), "renamed from " + from));
    }

    private void altered(String table, String column) {
        accesses.add(Access.alter(new Thing(Kind.COLUMN, table, column), "definition", rest()));
    }

    private void rows(String before) {
        while (FILLERS.contains(peek())) {
            at++;
        }
        if (word().equals(before)) {
            changed(name());
        }
    }

    private void changed(String table) {
        accesses.add(Access.of(Way.CHANGE_ROWS, new Thing(Kind.ROWS, table, "")));
        accesses.add(use(table));
    }

    private static Access use(String table) {
        return Access.of(Way.USE, new Thing(Kind.TABLE, "", table));
    }

    /** The rest of an action, for comparing it with another. */
    private String rest() {
        StringBuilder rest = new StringBuilder();
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            String token = tokens.get(i);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0 && token.equals(",")) {
                break;
            }
            rest.append(token).append(' ');
        }
        return rest.toString();
    }

    // ---- tokens

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String word() {
        return at < tokens.size() ? tokens.get(at++) : "";
    }

    /** The next name, {@code [schema.]name}, behind words such as {@code IF NOT EXISTS}. */
    private String name() {
        while (FILLERS.contains(peek())) {
            at++;
        }
        StringBuilder name = new StringBuilder(bare(word()));
        while (peek().equals(".")) {
            at++;
            name.append('.').append(bare(word()));
        }
        return name.toString();
    }
}
