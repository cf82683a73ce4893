package org.limbeck.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/**
 * What the database makes of some of what is wanted, as it was read back after it was created out of sight.
 *
 * @param tables without their foreign keys
 * @param undecided what could not be created, and why
 */
record Judgement(
        Map<QualifiedName, Table> tables,
        Map<QualifiedName, View> views,
        Map<QualifiedName, Routine> routines,
        Map<String, Trigger> triggers,
        List<String> undecided) {

    static final Judgement NONE = new Judgement(Map.of(), Map.of(), Map.of(), Map.of(), List.of());

    Judgement {
        tables = Map.copyOf(tables);
        views = Map.copyOf(views);
        routines = Map.copyOf(routines);
        triggers = Map.copyOf(triggers);
        undecided = List.copyOf(undecided);
    }

    /** A wanted table in its normal form, with the types and expressions that the database made of it. */
    static Table merged(Table normal, Table read) {
        if (normal.columns().size() != read.columns().size()) {
            return normal;
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < normal.columns().size(); i++) {
            Column made = read.columns().get(i);
            columns.add(normal.columns()
                    .get(i)
                    .withType(made.type())
                    .withDefault(made.defaultValue())
                    .withGeneration(made.generation()));
        }
        List<Constraint> constraints = new ArrayList<>(read.constraints());
        constraints.addAll(normal.foreignKeys());
        return normal.withColumns(columns)
                .withConstraints(checked(constraints, normal))
                .withIndexes(read.indexes());
    }

    /** A new constraint is checked; whether the wanted one is to be, is the model's business. */
    private static List<Constraint> checked(List<Constraint> constraints, Table normal) {
        return constraints.stream()
                .map(c -> c instanceof org.limbeck.schema.Check check && c.name() != null
                        ? check.withValidated(normal.constraint(c.name())
                                .map(o -> !(o instanceof org.limbeck.schema.Check other) || other.validated())
                                .orElse(true))
                        : c)
                .map(Constraint.class::cast)
                .filter(c -> !(c instanceof ForeignKey) || normal.constraints().contains(c))
                .toList();
    }

    boolean sameQuery(View have, View want, Dialect dialect) {
        View made = views.get(want.name());
        return Words.same(have.query(), want.query(), dialect)
                || (made != null && Words.same(have.query(), made.query(), dialect));
    }

    boolean sameIndexes(View have, View want) {
        View made = views.get(want.name());
        HashSet<Index> live = new HashSet<>(have.indexes());
        return live.equals(new HashSet<>(want.indexes()))
                || (made != null && live.equals(new HashSet<>(made.indexes())));
    }

    boolean sameRoutine(Routine have, Routine want, Dialect dialect) {
        Routine made = routines.get(want.name());
        return Words.same(have.definition(), want.definition(), dialect)
                || (made != null && Words.same(have.definition(), made.definition(), dialect));
    }

    boolean sameTrigger(Trigger have, Trigger want, Dialect dialect) {
        Trigger made = triggers.get(Judge.key(want));
        return Words.same(have.definition(), want.definition(), dialect)
                || (made != null && Words.same(have.definition(), made.definition(), dialect));
    }
}
