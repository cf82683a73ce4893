package org.limbeck.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.DataType;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.TypeKind;

/** Foreign keys that stay, but must not be there while a column or key on either side of them changes. */
final class KeysInTheWay {
    private final Plan plan;
    private final Map<QualifiedName, TablePair> pairs;
    private final Side have;
    private final Side want;
    private final Map<QualifiedName, Plan.Finding> drops;
    private final Dialect dialect;

    /** @param drops the tables that are dropped; those go late */
    KeysInTheWay(
            Plan plan,
            Map<QualifiedName, TablePair> pairs,
            Side have,
            Side want,
            Map<QualifiedName, Plan.Finding> drops) {
        this.plan = plan;
        this.pairs = pairs;
        this.have = have;
        this.want = want;
        this.drops = drops;
        this.dialect = have.dialect();
    }

    void run() {
        if (pairs.values().stream().noneMatch(KeysInTheWay::mayDisturb)) {
            return;
        }
        have.tables().forEach((name, entry) -> {
            if (want.tables().containsKey(name)) {
                for (ForeignKey key : staying(name, entry)) {
                    consider(name, key);
                }
            } else {
                entry.raw().foreignKeys().stream()
                        .filter(key -> !drops.containsKey(key.references()))
                        .filter(key -> isDisturbed(name, key))
                        .forEach(key -> goesFirst(name, key));
            }
        });
    }

    private static boolean mayDisturb(TablePair pair) {
        return !pair.remade.isEmpty()
                || !pair.retyped.isEmpty()
                || !pair.parts.removed.isEmpty()
                || !pair.parts.changed.isEmpty();
    }

    private List<ForeignKey> staying(QualifiedName name, Side.Entry entry) {
        TablePair pair = pairs.get(name);
        if (pair == null) {
            return entry.raw().foreignKeys();
        }
        List<ForeignKey> staying = new ArrayList<>();
        for (PartMatch.Pair same : pair.parts.same) {
            if (same.have().raw(entry.raw(), dialect) instanceof ForeignKey key) {
                staying.add(key);
            }
        }
        return staying;
    }

    private void consider(QualifiedName table, ForeignKey key) {
        if (isDisturbed(table, key)) {
            Plan.Finding finding = plan.changed(new Subject(ObjectKind.FOREIGN_KEY, table, key.name()))
                    .aspect("made again")
                    .before(new Texts(dialect).part(key))
                    .after(new Texts(dialect).part(key));
            PartDiff.drop(finding, table, key, false);
            PartDiff.add(finding, table, key, false);
        }
    }

    private boolean isDisturbed(QualifiedName table, ForeignKey key) {
        TablePair own = pairs.get(table);
        TablePair other = pairs.get(key.references());
        return (own != null && touches(own, key.columns()))
                || (other != null
                        && (touches(other, key.referencedColumns()) || other.losesKey(key.referencedColumns())));
    }

    private void goesFirst(QualifiedName table, ForeignKey key) {
        Plan.Finding finding = drops.get(table);
        if (finding != null) {
            finding.doesAt(Phase.DROP_FOREIGN_KEY, table, PartDiff.dropping(table, key));
        }
    }

    private boolean touches(TablePair pair, List<String> columns) {
        Set<String> names = new HashSet<>();
        columns.forEach(c -> names.add(dialect.nameKey(c)));
        return names.stream().anyMatch(pair.remade::contains)
                || names.stream().anyMatch(n -> pair.retyped.contains(n) && holds(pair.columns.get(n)));
    }

    /** Types of one family can be compared, so that a key between them may stand meanwhile. */
    private boolean holds(TablePair.@org.jspecify.annotations.Nullable ColumnPair columns) {
        return dialect.keysHoldColumns()
                || columns == null
                || columns.have() == null
                || columns.want() == null
                || family(columns.have().type()) != family(columns.want().type());
    }

    private static int family(DataType type) {
        TypeKind kind = type.kind();
        return switch (kind) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> -1;
            case CHAR, VARCHAR, TEXT, LONG_TEXT -> -2;
            default -> kind.ordinal();
        };
    }
}
