package org.limbeck.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.meaning.Canonical;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.Condition;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.Operation;
import org.limbeck.operation.WhenCondition;
import org.limbeck.plan.PlanNode;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;

/** Answers conditions, by looking at the live database once. */
final class Conditions {
    private final Session session;

    Conditions(Session session) {
        this.session = session;
    }

    boolean answer(Condition condition) throws SQLException {
        if (condition instanceof Condition.TableExists c) {
            boolean there = table(c.table()).isPresent()
                    || session.live().view(c.table()).isPresent();
            return there == c.present();
        }
        if (condition instanceof Condition.ColumnExists c) {
            return table(c.table()).flatMap(t -> t.column(c.column())).isPresent() == c.present();
        }
        if (condition instanceof Condition.IndexExists c) {
            return table(c.table()).flatMap(t -> t.index(c.index())).isPresent() == c.present();
        }
        if (condition instanceof Condition.ConstraintExists c) {
            return table(c.table()).flatMap(t -> t.constraint(c.constraint())).isPresent() == c.present();
        }
        if (condition instanceof Condition.ServerAtLeast c) {
            return session.dialect().server().atLeast(c.major(), c.minor());
        }
        return anyRow(((Condition.AnyRow) condition));
    }

    private Optional<Table> table(QualifiedName name) {
        return session.live().table(name);
    }

    private boolean anyRow(Condition.AnyRow condition) throws SQLException {
        try (java.sql.Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setMaxRows(1);
            try (ResultSet rows = statement.executeQuery(session.dialect().words(condition.query()))) {
                return rows.next();
            }
        }
    }

    /**
     * Where the block would have created the very object that is there already, the object must be the same.
     *
     * @throws org.limbeck.error.LimbeckException OBJECT_DIFFERS with the differences
     */
    void requireSame(PlanNode.Choice choice) {
        WhenCondition when = choice.operation();
        if (!when.otherwise().isEmpty()) {
            // The script says what is to be done with an object that is there.
            return;
        }
        for (Operation operation : when.then()) {
            refuse(differences(when.condition(), operation), operation, choice.place());
        }
    }

    /** The same for a table that a creation has left, or somebody else. */
    void requireSame(CreateTable wanted, Table there, @Nullable Place place) {
        refuse(differences(wanted.table(), there), wanted, place);
    }

    private static void refuse(List<String> differences, Operation operation, @Nullable Place place) {
        if (differences.isEmpty()) {
            return;
        }
        Problem problem = Problem.of(
                        ErrorCode.OBJECT_DIFFERS,
                        "What '" + operation.describe() + "' would create is there already, but different")
                .at(place);
        for (String difference : differences.subList(0, Math.min(5, differences.size()))) {
            problem = problem.why(difference);
        }
        throw problem.todo("Change the script or the object, so that they agree.")
                .exception();
    }

    private List<String> differences(Condition condition, Operation operation) {
        if (condition instanceof Condition.TableExists c
                && !c.present()
                && operation instanceof CreateTable create
                && create.table().name().equals(c.table())) {
            return table(c.table())
                    .map(there -> differences(create.table(), there))
                    .orElse(List.of());
        }
        if (condition instanceof Condition.ColumnExists c
                && !c.present()
                && operation instanceof AddColumn add
                && add.table().equals(c.table())
                && add.column().name().equals(c.column())) {
            return table(c.table())
                    .map(there -> columnDifferences(add.column(), there))
                    .orElse(List.of());
        }
        if (condition instanceof Condition.IndexExists c
                && !c.present()
                && operation instanceof CreateIndex create
                && c.index().equals(create.index().name())) {
            return table(c.table())
                    .map(there -> indexDifferences(create.index(), there))
                    .orElse(List.of());
        }
        if (condition instanceof Condition.ConstraintExists c
                && !c.present()
                && operation instanceof AddConstraint add
                && c.constraint().equals(add.constraint().name())) {
            return table(c.table())
                    .map(there -> constraintDifferences(add.constraint(), there))
                    .orElse(List.of());
        }
        return List.of();
    }

    private List<String> differences(Table wanted, Table there) {
        Table a = session.dialect().normalise(wanted);
        Table b = session.dialect().normalise(there);
        List<String> differences = new ArrayList<>();
        for (Column column : a.columns()) {
            Column other = b.column(column.name()).orElse(null);
            if (!column.equals(other)) {
                differences.add(says("column " + column.name(), column, other));
            }
        }
        for (Column column : b.columns()) {
            if (a.column(column.name()).isEmpty()) {
                differences.add(says("column " + column.name(), null, column));
            }
        }
        for (Constraint constraint : a.constraints()) {
            if (!b.constraints().contains(constraint)) {
                differences.add(says("constraint " + constraint.name(), constraint, null));
            }
        }
        return differences;
    }

    private List<String> columnDifferences(Column wanted, Table there) {
        Table alone = Table.of(there.name(), List.of(wanted));
        Column a = session.dialect().normalise(alone).columns().get(0);
        Column b = session.dialect().normalise(there).column(wanted.name()).orElse(null);
        return a.equals(b) ? List.of() : List.of(says("column " + wanted.name(), a, b));
    }

    private List<String> indexDifferences(Index wanted, Table there) {
        Index a = session.dialect()
                .normalise(there.withIndexes(List.of(wanted)))
                .indexes()
                .get(0);
        Index b = session.dialect()
                .normalise(there)
                .index(String.valueOf(wanted.name()))
                .orElse(null);
        return a.equals(b) ? List.of() : List.of(says("index " + wanted.name(), a, b));
    }

    private List<String> constraintDifferences(Constraint wanted, Table there) {
        Constraint a = session.dialect()
                .normalise(there.withConstraints(List.of(wanted)))
                .constraints()
                .get(0);
        Constraint b = session.dialect()
                .normalise(there)
                .constraint(String.valueOf(wanted.name()))
                .orElse(null);
        return a.equals(b) ? List.of() : List.of(says("constraint " + wanted.name(), a, b));
    }

    private String says(String what, @Nullable Object wanted, @Nullable Object there) {
        return what + ": the script says " + words(wanted) + ", the database has " + words(there);
    }

    private String words(@Nullable Object part) {
        if (part == null) {
            return "nothing";
        }
        if (!(part instanceof Column column)) {
            return Canonical.ofAll().text(part);
        }
        Canonical canonical = Canonical.ofAll();
        StringBuilder words = new StringBuilder(session.dialect().type(column.type()));
        words.append(column.nullable() ? "" : " not null");
        Stream.of(column.defaultValue(), column.generation(), column.comment(), column.collation())
                .filter(Objects::nonNull)
                .forEach(more -> words.append(' ').append(canonical.text(more)));
        return words.toString();
    }
}
