package org.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.Unique;

/**
 * A table that entity mappings want, as it is compared with the live one: what mappings cannot say is as it is there. They
 * do not know the order of the columns of a key, and nothing of indexes beyond columns and directions.
 */
final class Mapped {
    private final Table live;

    private Mapped(Table live) {
        this.live = live;
    }

    static Table likened(Table wanted, Table live) {
        Mapped mapped = new Mapped(live);
        List<Constraint> constraints =
                wanted.constraints().stream().map(mapped::constraint).toList();
        List<Index> indexes = new ArrayList<>(wanted.indexes());
        for (Index index : live.indexes()) {
            boolean wantedToo =
                    indexes.stream().anyMatch(i -> String.valueOf(i.name()).equalsIgnoreCase(index.name()));
            if (!wantedToo && !canSay(index)) {
                indexes.add(index);
            }
        }
        return wanted.withConstraints(constraints).withIndexes(indexes);
    }

    /** The foreign keys of a wanted table with their columns in the order of the keys that they refer to, as those are. */
    static Table ordered(Table wanted, Map<QualifiedName, Side.Entry> live) {
        return wanted.withConstraints(wanted.constraints().stream()
                .map(c -> c instanceof ForeignKey key && live.containsKey(key.references())
                        ? ordered(key, live.get(key.references()).raw())
                        : c)
                .map(Constraint.class::cast)
                .toList());
    }

    private static ForeignKey ordered(ForeignKey key, Table target) {
        List<String> wanted = key.referencedColumns();
        return target.constraints().stream()
                .filter(c -> c instanceof PrimaryKey || c instanceof Unique)
                .map(Constraint::columns)
                .filter(columns -> sameColumns(columns, wanted))
                .findFirst()
                .map(columns -> new ForeignKey(
                        key.name(),
                        columns.stream()
                                .map(column -> key.columns().get(wanted.indexOf(column)))
                                .toList(),
                        key.references(),
                        columns,
                        key.onDelete(),
                        key.onUpdate(),
                        key.deferrability(),
                        key.match(),
                        key.validated()))
                .orElse(key);
    }

    private Constraint constraint(Constraint wanted) {
        if (wanted instanceof PrimaryKey key) {
            return live.primaryKey()
                    .filter(other -> sameColumns(key.columns(), other.columns()))
                    .map(other -> (Constraint) new PrimaryKey(key.name(), other.columns(), key.deferrability()))
                    .orElse(key);
        }
        return wanted instanceof ForeignKey key ? foreignKey(key) : wanted;
    }

    private static boolean sameColumns(List<String> one, List<String> other) {
        return one.size() == other.size() && Set.copyOf(one).equals(Set.copyOf(other));
    }

    private Constraint foreignKey(ForeignKey key) {
        Optional<ForeignKey> same = live.foreignKeys().stream()
                .filter(other -> other.references().equals(key.references()))
                .filter(other -> pairs(other).equals(pairs(key)))
                .findFirst();
        return same.map(other -> new ForeignKey(
                        key.name(),
                        other.columns(),
                        key.references(),
                        other.referencedColumns(),
                        key.onDelete(),
                        key.onUpdate(),
                        key.deferrability(),
                        key.match(),
                        key.validated()))
                .orElse(key);
    }

    private static Map<String, String> pairs(ForeignKey key) {
        Map<String, String> pairs = new TreeMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            pairs.put(
                    key.columns().get(i),
                    i < key.referencedColumns().size() ? key.referencedColumns().get(i) : "");
        }
        return pairs;
    }

    private static boolean canSay(Index index) {
        return index.method() == null
                && index.where() == null
                && index.include().isEmpty()
                && index.members().stream().allMatch(Mapped::canSay);
    }

    private static boolean canSay(IndexMember member) {
        return member.column() != null
                && member.operatorClass() == null
                && member.collation() == null
                && member.prefix() == null;
    }
}
