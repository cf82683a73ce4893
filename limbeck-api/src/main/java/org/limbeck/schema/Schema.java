package org.limbeck.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A schema, or that part of one which is known. Immutable; every change gives a new one.
 *
 * @param unknowns what is not known of it and why, one reason an entry; empty when it is known whole
 */
public record Schema(
        Map<QualifiedName, Table> tables,
        Map<QualifiedName, View> views,
        Map<QualifiedName, Sequence> sequences,
        Map<QualifiedName, EnumType> enums,
        Map<QualifiedName, Routine> routines,
        Map<String, Trigger> triggers,
        Map<String, Extension> extensions,
        List<String> namespaces,
        List<String> unknowns)
        implements SchemaView {

    public static final Schema EMPTY =
            new Schema(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of());

    public Schema {
        tables = Copies.of(tables);
        views = Copies.of(views);
        sequences = Copies.of(sequences);
        enums = Copies.of(enums);
        routines = Copies.of(routines);
        triggers = Copies.of(triggers);
        extensions = Copies.of(extensions);
        namespaces = List.copyOf(namespaces);
        unknowns = List.copyOf(unknowns);
    }

    public static Schema of(Collection<Table> tables) {
        return EMPTY.plusTables(tables);
    }

    @Override
    public Optional<Table> table(QualifiedName name) {
        return Optional.ofNullable(tables.get(name));
    }

    @Override
    public Optional<View> view(QualifiedName name) {
        return Optional.ofNullable(views.get(name));
    }

    @Override
    public Optional<EnumType> enumType(QualifiedName name) {
        return Optional.ofNullable(enums.get(name));
    }

    @Override
    public Optional<Sequence> sequence(QualifiedName name) {
        return Optional.ofNullable(sequences.get(name));
    }

    @Override
    public List<Trigger> triggersOn(QualifiedName table) {
        return triggers.values().stream().filter(t -> t.table().equals(table)).toList();
    }

    /** Found by the words of the views, for a schema in memory knows no more. */
    @Override
    public List<View> viewsReading(QualifiedName tableOrView) {
        Map<QualifiedName, View> found = new LinkedHashMap<>();
        for (View view : views.values()) {
            boolean reads = mentions(view, tableOrView.name())
                    || found.keySet().stream().anyMatch(other -> mentions(view, other.name()));
            if (reads && !view.name().equals(tableOrView)) {
                found.put(view.name(), view);
            }
        }
        return List.copyOf(found.values());
    }

    /** Whether the query holds the name, or the name as it stands in quotes, where a quote of its own is doubled. */
    private static boolean mentions(View view, String name) {
        String text = view.query().sql();
        return mentions(text, name)
                || mentions(text, name.replace("`", "``"))
                || mentions(text, name.replace("\"", "\"\""));
    }

    private static boolean mentions(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean starts = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }

    public Schema withTables(Map<QualifiedName, Table> newTables) {
        return new Schema(newTables, views, sequences, enums, routines, triggers, extensions, namespaces, unknowns);
    }

    public Schema with(Table table) {
        return withTables(Copies.with(tables, table.name(), table));
    }

    /** The same schema with more tables; each replaces one of its name. A loop over {@link #with(Table)} would copy all each time. */
    public Schema plusTables(Collection<Table> more) {
        return withTables(Copies.withAll(tables, more, Table::name));
    }

    public Schema withoutTable(QualifiedName name) {
        return withTables(Copies.without(tables, name));
    }

    /** The same schema with one table changed; unchanged if there is no such table. */
    public Schema mapTable(QualifiedName name, UnaryOperator<Table> change) {
        Table table = tables.get(name);
        return table == null ? this : with(change.apply(table));
    }

    public Schema withViews(Map<QualifiedName, View> newViews) {
        return new Schema(tables, newViews, sequences, enums, routines, triggers, extensions, namespaces, unknowns);
    }

    public Schema with(View view) {
        return withViews(Copies.with(views, view.name(), view));
    }

    public Schema plusViews(Collection<View> more) {
        return withViews(Copies.withAll(views, more, View::name));
    }

    public Schema withoutView(QualifiedName name) {
        return withViews(Copies.without(views, name));
    }

    public Schema withSequences(Map<QualifiedName, Sequence> newSequences) {
        return new Schema(tables, views, newSequences, enums, routines, triggers, extensions, namespaces, unknowns);
    }

    public Schema with(Sequence sequence) {
        return withSequences(Copies.with(sequences, sequence.name(), sequence));
    }

    public Schema plusSequences(Collection<Sequence> more) {
        return withSequences(Copies.withAll(sequences, more, Sequence::name));
    }

    public Schema withoutSequence(QualifiedName name) {
        return withSequences(Copies.without(sequences, name));
    }

    public Schema withEnums(Map<QualifiedName, EnumType> newEnums) {
        return new Schema(tables, views, sequences, newEnums, routines, triggers, extensions, namespaces, unknowns);
    }

    public Schema with(EnumType type) {
        return withEnums(Copies.with(enums, type.name(), type));
    }

    public Schema plusEnums(Collection<EnumType> more) {
        return withEnums(Copies.withAll(enums, more, EnumType::name));
    }

    public Schema withoutEnum(QualifiedName name) {
        return withEnums(Copies.without(enums, name));
    }

    public Schema withRoutines(Map<QualifiedName, Routine> newRoutines) {
        return new Schema(tables, views, sequences, enums, newRoutines, triggers, extensions, namespaces, unknowns);
    }

    public Schema with(Routine routine) {
        return withRoutines(Copies.with(routines, routine.name(), routine));
    }

    public Schema plusRoutines(Collection<Routine> more) {
        return withRoutines(Copies.withAll(routines, more, Routine::name));
    }

    public Schema withoutRoutine(QualifiedName name) {
        return withRoutines(Copies.without(routines, name));
    }

    public Schema withTriggers(Map<String, Trigger> newTriggers) {
        return new Schema(tables, views, sequences, enums, routines, newTriggers, extensions, namespaces, unknowns);
    }

    /** Triggers are kept by table and name, for their names need not be unique in a schema (PostgreSQL). */
    public Schema with(Trigger trigger) {
        return withTriggers(Copies.with(triggers, key(trigger.table(), trigger.name()), trigger));
    }

    public Schema plusTriggers(Collection<Trigger> more) {
        return withTriggers(Copies.withAll(triggers, more, t -> key(t.table(), t.name())));
    }

    public Schema withoutTrigger(QualifiedName table, String name) {
        return withTriggers(Copies.without(triggers, key(table, name)));
    }

    public Optional<Trigger> trigger(QualifiedName table, String name) {
        return Optional.ofNullable(triggers.get(key(table, name)));
    }

    private static String key(QualifiedName table, String trigger) {
        return table + " " + trigger;
    }

    public Schema with(Extension extension) {
        return new Schema(
                tables,
                views,
                sequences,
                enums,
                routines,
                triggers,
                Copies.with(extensions, extension.name(), extension),
                namespaces,
                unknowns);
    }

    public Schema withoutExtension(String name) {
        return new Schema(
                tables,
                views,
                sequences,
                enums,
                routines,
                triggers,
                Copies.without(extensions, name),
                namespaces,
                unknowns);
    }

    public Schema withNamespace(String name) {
        return new Schema(
                tables,
                views,
                sequences,
                enums,
                routines,
                triggers,
                extensions,
                Copies.plus(namespaces, name),
                unknowns);
    }

    public Schema withoutNamespace(String name) {
        List<String> left = namespaces.stream().filter(n -> !n.equals(name)).toList();
        return new Schema(tables, views, sequences, enums, routines, triggers, extensions, left, unknowns);
    }

    /** The same schema, of which something is not known any more. */
    public Schema unknown(String because) {
        return plusUnknowns(List.of(because));
    }

    /** The same schema with more that is not known of it. */
    public Schema plusUnknowns(Collection<String> reasons) {
        List<String> all = new ArrayList<>(unknowns);
        all.addAll(reasons);
        return new Schema(tables, views, sequences, enums, routines, triggers, extensions, namespaces, all);
    }
}
