package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.sqlite.Clause.Kind;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;

/** An enum in SQLite: a text column with a check, {@code CONSTRAINT ck_orders_status_enum CHECK (status IN ('new'))}. */
final class EnumCheck {
    private EnumCheck() {}

    /** The clause of a column for the values of an enum. */
    static String clause(Dialect dialect, String table, String column, List<String> values) {
        String name = dialect.identifier("ck_" + table + "_" + column + "_enum");
        return "CONSTRAINT " + name + " CHECK (" + expression(dialect, column, values) + ")";
    }

    private static String expression(Dialect dialect, String column, List<String> values) {
        return values.stream()
                .map(v -> dialect.literal(v, null))
                .collect(Collectors.joining(", ", dialect.identifier(column) + " IN (", ")"));
    }

    /** The check that makes a text column an enum. */
    static Optional<Clause> in(ColumnText column) {
        if (!column.typeName().equalsIgnoreCase("TEXT")) {
            return Optional.empty();
        }
        return column.clauses().stream()
                .filter(c -> c.kind() == Kind.CHECK && named(c.name()))
                .filter(c -> !values(column.name(), c.words()).isEmpty())
                .findFirst();
    }

    private static boolean named(@org.jspecify.annotations.Nullable String name) {
        return name != null && name.startsWith("ck_") && name.endsWith("_enum");
    }

    /** The values of {@code column IN ('a', 'b')}; empty where the expression is anything else. */
    static List<String> values(String column, String expression) {
        List<Token> tokens = Token.all(expression);
        int last = tokens.size() - 1;
        boolean head = last >= 4
                && tokens.get(0).names(column)
                && tokens.get(1).isWord("IN")
                && tokens.get(2).isSymbol('(')
                && tokens.get(last).isSymbol(')')
                && last % 2 == 0;
        if (!head) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (int i = 3; i < last; i++) {
            Token token = tokens.get(i);
            boolean fits = i % 2 == 1 ? token.kind() == Token.Kind.STRING : token.isSymbol(',');
            if (!fits) {
                return List.of();
            }
            if (i % 2 == 1) {
                values.add(token.value());
            }
        }
        return values;
    }

    /** The type of an enum column; SQLite has no place for the enum's own name, so it gets the column's. */
    static DataType type(String column, List<String> values) {
        return DataType.ofEnum(column.toLowerCase(Locale.ROOT), values);
    }

    /** A table whose enums are types, though they were given as a text and a check. */
    static Table folded(Table table) {
        Table folded = table;
        for (Constraint constraint : table.constraints()) {
            if (!(constraint instanceof Check check) || !named(check.name())) {
                continue;
            }
            for (Column column : table.columns()) {
                List<String> values = values(column.name(), check.expression().sql());
                if (column.type().kind() == TypeKind.TEXT && !values.isEmpty()) {
                    folded = folded.minus(check).mapColumn(column.name(), c -> c.withType(type(c.name(), values)));
                }
            }
        }
        return folded;
    }
}
