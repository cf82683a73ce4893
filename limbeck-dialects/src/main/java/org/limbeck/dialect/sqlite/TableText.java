package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.limbeck.dialect.sqlite.Clause.Kind;

/**
 * A CREATE TABLE statement in pieces. Whatever is changed, all other pieces keep their words, comments included.
 *
 * @param suffix the words after the closing bracket
 */
record TableText(String name, List<ColumnText> columns, List<Clause> constraints, String suffix) {
    /** Names of the row's number, the first that no column hides. */
    private static final List<String> ROWID = List.of("rowid", "_rowid_", "oid");

    TableText {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
    }

    /** The statement that makes this table under a name, already quoted. */
    String create(String quotedName) {
        List<String> parts = new ArrayList<>();
        columns.forEach(c -> parts.add(c.text()));
        constraints.forEach(c -> parts.add(c.text()));
        StringBuilder sql =
                new StringBuilder("CREATE TABLE ").append(quotedName).append(" (");
        for (int i = 0; i < parts.size(); i++) {
            sql.append("\n  ").append(Pieces.closed(parts.get(i))).append(i + 1 < parts.size() ? "," : "\n)");
        }
        return sql.append(suffix.isEmpty() ? "" : " " + suffix).toString();
    }

    Optional<ColumnText> column(String columnName) {
        return columns.stream()
                .filter(c -> c.name().equalsIgnoreCase(columnName))
                .min(Comparator.comparing(c -> !c.name().equals(columnName)));
    }

    /** The exact name of a column that is written in any case. */
    String exact(String columnName) {
        return column(columnName).map(ColumnText::name).orElse(columnName);
    }

    boolean withoutRowid() {
        String words = " " + String.join(" ", suffixWords()) + " ";
        return words.contains(" WITHOUT ROWID ");
    }

    boolean strict() {
        return suffixWords().contains("STRICT");
    }

    private List<String> suffixWords() {
        return Token.all(suffix).stream()
                .filter(t -> t.kind() == Token.Kind.WORD)
                .map(t -> t.text().toUpperCase(Locale.ROOT))
                .toList();
    }

    /** The options in one spelling: {@code STRICT, WITHOUT ROWID}. */
    String options() {
        List<String> options = new ArrayList<>();
        if (strict()) {
            options.add("STRICT");
        }
        if (withoutRowid()) {
            options.add("WITHOUT ROWID");
        }
        return String.join(", ", options);
    }

    /** The columns of the primary key, in order; empty without one. */
    List<String> primaryKey() {
        for (ColumnText column : columns) {
            if (column.has(Kind.PRIMARY_KEY)) {
                return List.of(column.name());
            }
        }
        return constraints.stream()
                .filter(c -> c.kind() == Kind.PRIMARY_KEY)
                .findFirst()
                .map(c -> c.columns().stream().map(this::exact).toList())
                .orElse(List.of());
    }

    boolean autoincrement() {
        return constraints.stream().anyMatch(c -> c.kind() == Kind.PRIMARY_KEY && c.flag())
                || columns.stream()
                        .flatMap(c -> c.clauses().stream())
                        .anyMatch(c -> c.kind() == Kind.PRIMARY_KEY && c.flag());
    }

    /** Whether the primary key is the row's number itself. */
    boolean numbered() {
        List<String> key = primaryKey();
        return key.size() == 1
                && !withoutRowid()
                && column(key.get(0))
                        .filter(c -> c.typeName().equalsIgnoreCase("INTEGER"))
                        .filter(c -> !descending(c))
                        .isPresent();
    }

    /** {@code INTEGER PRIMARY KEY DESC} at the column is, by an old error that is kept, not the row's number. */
    private static boolean descending(ColumnText column) {
        return column.clause(Kind.PRIMARY_KEY)
                .filter(c -> Token.all(c.body()).stream().anyMatch(t -> t.isWord("DESC")))
                .isPresent();
    }

    /** A name of the row's number, if there is one that no column hides. */
    Optional<String> rowid() {
        return withoutRowid()
                ? Optional.empty()
                : ROWID.stream().filter(n -> column(n).isEmpty()).findFirst();
    }

    TableText named(String newName) {
        return new TableText(newName, columns, constraints, suffix);
    }

    TableText withColumns(List<ColumnText> newColumns) {
        return new TableText(name, newColumns, constraints, suffix);
    }

    TableText withConstraints(List<Clause> newConstraints) {
        return new TableText(name, columns, newConstraints, suffix);
    }

    TableText plus(ColumnText column) {
        List<ColumnText> more = new ArrayList<>(columns);
        more.add(column);
        return withColumns(more);
    }

    TableText plus(Clause constraint) {
        List<Clause> more = new ArrayList<>(constraints);
        more.add(constraint);
        return withConstraints(more);
    }

    TableText mapColumn(String columnName, UnaryOperator<ColumnText> change) {
        String exact = exact(columnName);
        return withColumns(columns.stream()
                .map(c -> c.name().equals(exact) ? change.apply(c) : c)
                .toList());
    }
}
