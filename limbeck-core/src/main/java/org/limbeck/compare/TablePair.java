package org.limbeck.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.Column;
import org.limbeck.schema.Index;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.Unique;

/** A live table and the wanted one of the same name, matched part by part. */
final class TablePair {
    final Side.Entry have;
    final Side.Entry want;
    final PartMatch parts;
    /** By name as the dialect compares them. */
    final Map<String, ColumnPair> columns = new LinkedHashMap<>();
    /** Columns, by compared name, that are dropped and added again. */
    final Set<String> remade = new HashSet<>();
    /** Columns, by compared name, whose type changes. */
    final Set<String> retyped = new HashSet<>();

    /**
     * A column in four forms; one side is missing where it is added or removed.
     *
     * @param rest the live column's normal form without the primary key, where that is to go
     */
    record ColumnPair(
            @Nullable Column haveRaw,
            @Nullable Column have,
            @Nullable Column rest,
            @Nullable Column wantRaw,
            @Nullable Column want) {

        boolean retyped() {
            return have != null && want != null && !have.type().equals(want.type());
        }
    }

    TablePair(Side.Entry have, Side.Entry want, Dialect dialect) {
        this.have = have;
        this.want = want;
        this.parts = new PartMatch(Part.of(have.normal(), dialect), Part.of(want.normal(), dialect), dialect);
        List<Column> rest = rest(dialect);
        Map<String, Integer> wanted = new HashMap<>();
        for (int i = 0; i < want.normal().columns().size(); i++) {
            wanted.put(dialect.nameKey(want.normal().columns().get(i).name()), i);
        }
        Set<String> live = new HashSet<>();
        for (int i = 0; i < have.normal().columns().size(); i++) {
            Column normal = have.normal().columns().get(i);
            String key = dialect.nameKey(normal.name());
            live.add(key);
            Integer at = wanted.get(key);
            columns.put(
                    key,
                    new ColumnPair(
                            have.raw().columns().get(i),
                            normal,
                            rest.get(i),
                            at == null ? null : want.raw().columns().get(at),
                            at == null ? null : want.normal().columns().get(at)));
        }
        for (int i = 0; i < want.normal().columns().size(); i++) {
            Column normal = want.normal().columns().get(i);
            String key = dialect.nameKey(normal.name());
            if (!live.contains(key)) {
                columns.put(
                        key,
                        new ColumnPair(null, null, null, want.raw().columns().get(i), normal));
            }
        }
    }

    /** The live columns as they are left when the primary key goes, which forbids NULL itself. */
    private List<Column> rest(Dialect dialect) {
        boolean goes = parts.removed.stream().anyMatch(p -> p.kind() == ObjectKind.PRIMARY_KEY)
                || parts.changed.stream().anyMatch(p -> p.have().kind() == ObjectKind.PRIMARY_KEY);
        if (!goes) {
            return have.normal().columns();
        }
        Table without = have.raw()
                .withConstraints(have.raw().constraints().stream()
                        .filter(c -> !(c instanceof PrimaryKey))
                        .toList());
        return dialect.normalise(without).columns();
    }

    QualifiedName name() {
        return have.raw().name();
    }

    /** Whether a foreign key to these columns has to go meanwhile, for the key that they are goes. */
    boolean losesKey(List<String> target) {
        Set<String> columnsOfKey = new HashSet<>(target);
        boolean stays = parts.same.stream().anyMatch(pair -> isKey(pair.have(), columnsOfKey));
        boolean was = parts.removed.stream().anyMatch(part -> isKey(part, columnsOfKey))
                || parts.changed.stream().anyMatch(pair -> isKey(pair.have(), columnsOfKey));
        return was && !stays;
    }

    private static boolean isKey(Part part, Set<String> columns) {
        if (part.normal() instanceof PrimaryKey key) {
            return columns.equals(new HashSet<>(key.columns()));
        }
        if (part.normal() instanceof Index index) {
            return index.distinct() && index.where() == null && columns.equals(new HashSet<>(index.columns()));
        }
        return part.normal() instanceof Unique unique && columns.equals(new HashSet<>(unique.columns()));
    }
}
