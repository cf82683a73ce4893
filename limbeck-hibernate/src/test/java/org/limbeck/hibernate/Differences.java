package org.limbeck.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Index;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** What differs between two schemas after normalisation, names left aside where the model has none. */
final class Differences {
    private final Dialect dialect;
    private final List<String> found = new ArrayList<>();

    private Differences(Dialect dialect) {
        this.dialect = dialect;
    }

    static List<String> between(Dialect dialect, Schema model, Schema live) {
        Differences differences = new Differences(dialect);
        both("table", model.tables(), live.tables(), differences);
        both("sequence", model.sequences(), live.sequences(), differences);
        both("enum", model.enums(), live.enums(), differences);
        live.unknowns().forEach(u -> differences.found.add("unknown " + u));
        return differences.found;
    }

    private static <T> void both(
            String kind, Map<QualifiedName, T> wanted, Map<QualifiedName, T> live, Differences into) {
        wanted.forEach((name, one) -> {
            T other = live.get(name);
            if (other == null) {
                into.found.add(kind + " " + name + " is not there");
            } else if (one instanceof Table table) {
                into.table(table, (Table) other);
            } else if (!one.equals(other)) {
                into.found.add(kind + " " + one + "\n   live " + other);
            }
        });
        live.keySet().stream()
                .filter(n -> !wanted.containsKey(n))
                .forEach(n -> into.found.add(kind + " " + n + " is too many"));
    }

    private void table(Table wanted, Table live) {
        Table b = dialect.normalise(live);
        Table a = dialect.likened(dialect.normalise(wanted), b);
        List<String> names = names(a);
        if (!names.equals(names(b))) {
            found.add(a.name() + " columns " + names + "\n   live " + names(b));
        }
        for (Column column : a.columns()) {
            b.column(column.name())
                    .filter(other -> !column.equals(other))
                    .ifPresent(other -> found.add(a.name() + " " + column + "\n   live " + other));
        }
        match(a.name(), a.constraints(), b.constraints(), Differences::same);
        match(a.name(), a.indexes(), b.indexes(), Differences::same);
        if (!a.options().equals(b.options()) || !String.valueOf(a.comment()).equals(String.valueOf(b.comment()))) {
            found.add(a.name() + " " + a.options() + a.comment() + "\n   live " + b.options() + b.comment());
        }
    }

    /** The order of columns is Hibernate's own affair. */
    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).sorted().toList();
    }

    private <T> void match(QualifiedName table, List<T> wanted, List<T> live, BiPredicate<T, T> same) {
        List<T> left = new ArrayList<>(live);
        for (T one : wanted) {
            left.stream()
                    .filter(other -> same.test(one, other))
                    .findFirst()
                    .ifPresentOrElse(left::remove, () -> found.add(table + " lacks " + one));
        }
        left.forEach(other -> found.add(table + " has " + other));
    }

    private static boolean same(Constraint wanted, Constraint live) {
        if (wanted instanceof PrimaryKey) {
            return live instanceof PrimaryKey && live.columns().equals(wanted.columns());
        }
        String name = live.name();
        return wanted.name() != null || name == null
                ? wanted.equals(live)
                : wanted.named(name).equals(live);
    }

    private static boolean same(Index wanted, Index live) {
        String name = live.name();
        return wanted.name() != null || name == null
                ? wanted.equals(live)
                : wanted.named(name).equals(live);
    }
}
