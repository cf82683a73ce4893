package org.limbeck.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/** A schema of the catalogue as it is shown. What has a name that is not reached is told among the unknowns. */
final class FoldedSchema {
    private final FoldedNames names;
    private final List<String> unknowns = new ArrayList<>();

    FoldedSchema(FoldedNames names) {
        this.names = names;
    }

    Schema shown(Schema schema) {
        List<Table> tables = new ArrayList<>();
        for (Table table : reached("table", schema.tables().values().stream(), Table::name)) {
            tables.add(shown(table));
        }
        List<View> views = reached("view", schema.views().values().stream(), View::name);
        List<Sequence> sequences = reached("sequence", schema.sequences().values().stream(), Sequence::name);
        List<Trigger> triggers = reached(
                "trigger", schema.triggers().values().stream(), t -> t.table().sibling(t.name()));
        List<Routine> routines = reached("routine", schema.routines().values().stream(), Routine::name);
        return Schema.of(tables)
                .plusViews(views.stream().map(names::shown).toList())
                .plusSequences(sequences.stream().map(names::shown).toList())
                .plusTriggers(triggers.stream()
                        .filter(trigger -> names.reached(trigger.table()))
                        .map(names::shown)
                        .toList())
                .plusRoutines(routines.stream().map(names::shown).toList())
                .plusUnknowns(schema.unknowns())
                .plusUnknowns(unknowns);
    }

    /** The table without the parts that are not reached. */
    Table shown(Table table) {
        String of = " of table " + table.name();
        Table part = table.withColumns(kept(
                        "column",
                        of,
                        table.columns(),
                        Column::name,
                        c -> Stream.concat(Stream.of(c.name()), sequence(c))))
                .withConstraints(kept(
                        "constraint", of, table.constraints(), c -> String.valueOf(c.name()), FoldedSchema::namesIn))
                .withIndexes(kept("index", of, table.indexes(), i -> String.valueOf(i.name()), FoldedSchema::namesIn));
        return names.shown(part);
    }

    private static Stream<String> sequence(Column column) {
        return column.generation() instanceof Generation.FromSequence from
                ? Stream.of(from.sequence().name())
                : Stream.of();
    }

    private static Stream<String> namesIn(Constraint constraint) {
        Stream<String> own = Stream.concat(Stream.ofNullable(constraint.name()), constraint.columns().stream());
        return constraint instanceof ForeignKey key
                ? Stream.concat(
                        own, Stream.concat(Stream.of(key.references().name()), key.referencedColumns().stream()))
                : own;
    }

    private static Stream<String> namesIn(Index index) {
        return Stream.of(Stream.ofNullable(index.name()), index.columns().stream(), index.include().stream())
                .flatMap(n -> n);
    }

    private <T> List<T> reached(String kind, Stream<T> all, Function<T, QualifiedName> name) {
        return kept(
                kind,
                "",
                all.toList(),
                o -> name.apply(o).toString(),
                o -> Stream.of(name.apply(o).name()));
    }

    private <T> List<T> kept(
            String kind, String of, List<T> all, Function<T, String> title, Function<T, Stream<String>> namesIn) {
        List<T> kept = new ArrayList<>();
        for (T one : all) {
            if (namesIn.apply(one).allMatch(names::reached)) {
                kept.add(one);
            } else {
                unknowns.add(kind + " " + title.apply(one) + of + " has a name in lower case that only quotes keep");
            }
        }
        return kept;
    }
}
