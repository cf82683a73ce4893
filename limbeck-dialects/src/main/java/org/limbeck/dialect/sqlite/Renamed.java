package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.schema.ForeignKey;

/**
 * What a renaming makes of definitions. SQLite itself rewrites them when it renames; this foretells the outcome for what
 * is rendered before it is executed.
 */
final class Renamed {
    private final Dialect dialect;
    private final String from;
    private final String to;

    Renamed(Dialect dialect, String from, String to) {
        this.dialect = dialect;
        this.from = from;
        this.to = to;
    }

    // ---- a column

    /** The table and its indexes and triggers after a column got another name. */
    Known column(Known known) {
        TableText text = known.text();
        List<ColumnText> columns = text.columns().stream().map(this::column).toList();
        List<Clause> constraints =
                text.constraints().stream().map(c -> clause(c, text.name())).toList();
        return new Known(
                new TableText(text.name(), columns, constraints, text.suffix()),
                known.indexes().stream().map(this::index).toList(),
                known.triggers().stream().map(this::trigger).toList(),
                known.others(),
                known.statistics(),
                known.leftover());
    }

    private ColumnText column(ColumnText column) {
        boolean named = column.name().equalsIgnoreCase(from);
        List<Clause> clauses =
                column.clauses().stream().map(c -> clause(c, null)).toList();
        return new ColumnText(
                named ? to : column.name(), named ? words(column.head()) : column.head(), column.type(), clauses);
    }

    private Clause clause(Clause clause, @org.jspecify.annotations.Nullable String table) {
        if (clause.kind() == Clause.Kind.COLLATE || clause.kind() == Clause.Kind.DEFAULT) {
            return clause;
        }
        List<String> columns = clause.columns().stream().map(this::name).toList();
        ForeignKey key = clause.key();
        boolean self = key != null && key.references().name().equalsIgnoreCase(String.valueOf(table));
        String body = key == null || self ? words(clause.body()) : ownColumns(clause.body());
        return new Clause(
                clause.kind(),
                clause.naming(),
                clause.name(),
                body,
                columns,
                words(clause.words()),
                clause.flag(),
                key);
    }

    /** A foreign key to another table: only what stands before REFERENCES is of this one. */
    private String ownColumns(String body) {
        for (Token token : Token.all(body)) {
            if (token.isWord("REFERENCES")) {
                return words(body.substring(0, token.start())) + body.substring(token.start());
            }
        }
        return body;
    }

    private String name(String name) {
        return name.equalsIgnoreCase(from) ? to : name;
    }

    private String index(String sql) {
        for (Token token : Token.all(sql)) {
            if (token.isSymbol('(')) {
                return sql.substring(0, token.start()) + words(sql.substring(token.start()));
            }
        }
        return sql;
    }

    /** Names of columns in an expression or list; names of functions, collations and types are others. */
    private String words(String sql) {
        return replaced(sql, tokens -> {
            List<Token> hits = new ArrayList<>();
            for (int i = 0; i < tokens.size(); i++) {
                boolean function = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol('(');
                boolean other = i > 0
                        && (tokens.get(i - 1).isWord("COLLATE")
                                || tokens.get(i - 1).isWord("AS"));
                if (tokens.get(i).names(from) && !function && !other) {
                    hits.add(tokens.get(i));
                }
            }
            return hits;
        });
    }

    /** Only {@code new.column} and {@code old.column} are surely the column of the table. */
    private String trigger(String sql) {
        return replaced(sql, tokens -> {
            List<Token> hits = new ArrayList<>();
            for (int i = 0; i < tokens.size(); i++) {
                if (!tokens.get(i).names(from)) {
                    continue;
                }
                boolean own = i > 1
                        && tokens.get(i - 1).isSymbol('.')
                        && (tokens.get(i - 2).isWord("NEW") || tokens.get(i - 2).isWord("OLD"));
                if (!own) {
                    throw uncertain(sql);
                }
                hits.add(tokens.get(i));
            }
            return hits;
        });
    }

    private RuntimeException uncertain(String trigger) {
        return Problem.of(
                        ErrorCode.SCHEMA_CONFLICT,
                        "A rebuild cannot follow the renaming of " + from + " here, for a trigger mentions the name")
                .why(trigger)
                .todo("Put the renaming into a revision of its own.")
                .exception();
    }

    // ---- a table

    /** The table and its indexes and triggers after it got another name. */
    Known table(Known known) {
        TableText text = known.text();
        List<Clause> constraints =
                text.constraints().stream().map(this::redirected).toList();
        List<ColumnText> columns = text.columns().stream()
                .map(c ->
                        c.withClauses(c.clauses().stream().map(this::redirected).toList()))
                .toList();
        return new Known(
                new TableText(to, columns, constraints, text.suffix()),
                known.indexes().stream().map(this::tableWords).toList(),
                known.triggers().stream().map(this::tableWords).toList(),
                known.others().stream().map(this::tableWords).toList(),
                known.statistics(),
                java.util.Optional.empty());
    }

    private Clause redirected(Clause clause) {
        ForeignKey key = clause.key();
        if (key == null || !key.references().name().equalsIgnoreCase(from)) {
            return clause;
        }
        String body = replaced(clause.body(), tokens -> {
            List<Token> hits = new ArrayList<>();
            for (int i = 1; i < tokens.size(); i++) {
                if (tokens.get(i - 1).isWord("REFERENCES")) {
                    hits.add(tokens.get(i));
                }
            }
            return hits;
        });
        ForeignKey moved = key.towards(key.references().sibling(to), key.referencedColumns());
        return new Clause(
                clause.kind(),
                clause.naming(),
                clause.name(),
                body,
                clause.columns(),
                clause.words(),
                clause.flag(),
                moved);
    }

    private String tableWords(String sql) {
        return replaced(sql, tokens -> {
            List<Token> hits = new ArrayList<>();
            for (int i = 1; i < tokens.size(); i++) {
                if (tokens.get(i).names(from) && !tokens.get(i - 1).isSymbol('.')) {
                    hits.add(tokens.get(i));
                }
            }
            return hits;
        });
    }

    private String replaced(String sql, UnaryOperator<List<Token>> choice) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Token hit : choice.apply(Token.all(sql))) {
            text.append(sql, at, hit.start()).append(dialect.identifier(to));
            at = hit.end();
        }
        return text.append(sql.substring(at)).toString();
    }
}
