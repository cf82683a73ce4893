package org.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Feature;
import org.limbeck.migration.Naming;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/**
 * One of the two schemas, made ready: filtered, names of the connection's own schema bare, targets of foreign keys said,
 * everything named that will be created.
 *
 * @param all everything, also what is not compared
 * @param tables what is compared, by name in its normal form
 */
record Side(Schema all, Map<QualifiedName, Entry> tables, Dialect dialect, CompareOptions options) {

    /**
     * A table.
     *
     * @param raw as it is to be created, or as it was read
     * @param normal the form in which it is compared
     * @param unnamed the names that were given by convention
     */
    record Entry(Table raw, Table normal, Set<String> unnamed) {}

    static Side live(Schema schema, Dialect dialect, CompareOptions options) {
        return of(schema, dialect, options, table -> new Entry(table, dialect.normalise(table), Set.of()));
    }

    /**
     * The wanted schema, with what the database makes of its tables where that is known. A table that is word for word
     * as it is already has the same normal form, which is then one.
     */
    static Side wanted(Schema schema, Side live, Judgement judgement) {
        Dialect dialect = live.dialect;
        Map<QualifiedName, Entry> known = new HashMap<>();
        live.tables.values().forEach(entry -> known.put(entry.raw().name(), entry));
        Side side = of(schema, dialect, live.options, table -> {
            Entry same = known.get(table.name());
            return same != null && same.raw().equals(table) ? same : named(table, dialect);
        });
        judgement
                .tables()
                .forEach((name, read) -> side.tables.computeIfPresent(
                        name,
                        (n, entry) -> new Entry(
                                entry.raw(),
                                Judgement.merged(entry.normal(), dialect.normalise(read)),
                                entry.unnamed())));
        return side;
    }

    private static Side of(Schema schema, Dialect dialect, CompareOptions options, Function<Table, Entry> entryOf) {
        Schema own = new OwnSchema(options.ownSchema()).bare(schema);
        Map<QualifiedName, Table> targeted = new LinkedHashMap<>();
        own.tables().forEach((name, table) -> targeted.put(name, targeted(table, own)));
        Schema all = own.withTables(targeted);
        Map<QualifiedName, Entry> entries = new TreeMap<>();
        for (Table table : all.tables().values()) {
            if (options.takes(ObjectKind.TABLE) && options.filter().takes(ObjectKind.TABLE, table.name())) {
                Entry entry = entryOf.apply(filtered(table, options, dialect));
                entries.put(entry.normal().name(), entry);
            }
        }
        return new Side(all, entries, dialect, options);
    }

    private static Entry named(Table table, Dialect dialect) {
        Set<String> unnamed = new HashSet<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint.name() == null) {
                unnamed.add(Naming.name(table.name(), constraint));
            }
        }
        for (Index index : table.indexes()) {
            if (index.name() == null) {
                unnamed.add(Naming.name(table.name(), index));
            }
        }
        Table named = Naming.named(table);
        return new Entry(named, dialect.normalise(named), unnamed);
    }

    private static Table filtered(Table table, CompareOptions options, Dialect dialect) {
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            boolean taken = constraint instanceof ForeignKey key
                    ? options.filter().takes(table.name(), key)
                    : options.takes(Part.kind(constraint));
            boolean known = Part.kind(constraint) != ObjectKind.EXCLUSION || dialect.supports(Feature.EXCLUSIONS);
            if (taken && known) {
                constraints.add(constraint);
            }
        }
        List<Index> indexes = options.takes(ObjectKind.INDEX) ? table.indexes() : List.of();
        return constraints.equals(table.constraints()) && indexes.equals(table.indexes())
                ? table
                : table.withConstraints(constraints).withIndexes(indexes);
    }

    /** Without columns a key refers to the primary key of the other table. */
    private static Table targeted(Table table, Schema schema) {
        boolean open = table.foreignKeys().stream()
                .anyMatch(key -> key.referencedColumns().isEmpty());
        if (!open) {
            return table;
        }
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            constraints.add(constraint instanceof ForeignKey key ? targeted(key, schema) : constraint);
        }
        return table.withConstraints(constraints);
    }

    private static ForeignKey targeted(ForeignKey key, Schema schema) {
        if (!key.referencedColumns().isEmpty()) {
            return key;
        }
        List<String> target = schema.table(key.references())
                .flatMap(Table::primaryKey)
                .map(PrimaryKey::columns)
                .orElse(List.of());
        return target.size() == key.columns().size() ? key.towards(key.references(), target) : key;
    }

    List<Table> rawTables() {
        return tables.values().stream().map(Entry::raw).toList();
    }
}
