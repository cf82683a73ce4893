package org.limbeck.compare;

import static org.limbeck.migration.Words.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.limbeck.migration.Naming;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.schema.TablePart;

/** Pairs of schemas of which one could not be made of the other once, as small as they can be. */
final class HardPairs {
    private HardPairs() {}

    static Map<String, SchemaPair> all() {
        Map<String, SchemaPair> pairs = new LinkedHashMap<>();
        pairs.put(
                "two indexes swap their names",
                pair(
                        table(index("a").named("ix_1"), index("b").named("ix_2")),
                        table(index("a").named("ix_2"), index("b").named("ix_1"))));
        pairs.put(
                "two unique indexes swap their names",
                pair(
                        table(
                                index("a").unique().named("ix_1"),
                                index("b").unique().named("ix_2")),
                        table(
                                index("a").unique().named("ix_2"),
                                index("b").unique().named("ix_1"))));
        pairs.put(
                "indexes pass on their names",
                pair(
                        table(
                                index("a").named("ix_1"),
                                index("b").named("ix_2"),
                                index("c").named("ix_3")),
                        table(
                                index("a").named("ix_2"),
                                index("b").named("ix_3"),
                                index("c").named("ix_4"))));
        pairs.put(
                "a new unique index has the name of one that gets another",
                pair(
                        table(index("a").unique().named("ix_1")),
                        table(
                                index("a").unique().named("ix_2"),
                                index("b", "c").unique().named("ix_1"))));
        pairs.put(
                "a new unique constraint has the name of one that gets another",
                pair(
                        table(unique("a").named("uq_1")),
                        table(unique("a").named("uq_2"), unique("b", "c").named("uq_1"))));
        pairs.put(
                "a changed unique constraint has the name of one that gets another",
                pair(
                        table(unique("a").named("uq_1"), unique("b").named("uq_2")),
                        table(unique("a").named("uq_2"), unique("c").named("uq_1"))));
        pairs.put(
                "an index says the same as a constraint",
                pair(
                        table(),
                        table(
                                unique("d"),
                                column("d", varchar(20)).notNull(),
                                index("d").unique().named("ix"))));
        pairs.put(
                "an index under a foreign key goes",
                pair(
                        table(
                                foreignKey("b").references("t", "a"),
                                primaryKey("a"),
                                index("b", "c").named("ix")),
                        table(foreignKey("b").references("t", "a"), primaryKey("a"), column("d", integer()))));
        pairs.put(
                "a computed column comes when the type of what it reads changes",
                pair(
                        table(column("d", integer())),
                        table(column("d", bigint()), column("e", bigint()).storedAs("d + 1"))));
        pairs.put(
                "a key comes with a foreign key to it",
                pair(table(), table(primaryKey("a"), foreignKey("b").references("t", "a"))));
        return pairs;
    }

    private static SchemaPair pair(Table have, Table want) {
        return new SchemaPair(Schema.of(List.of(have)), Schema.of(List.of(want)));
    }

    private static Table table(TablePart... parts) {
        Table table = Table.of(
                QualifiedName.parse("t"),
                List.of(
                        column("a", integer()).notNull(),
                        column("b", integer()).notNull(),
                        column("c", integer()).notNull()));
        for (TablePart part : parts) {
            if (part instanceof org.limbeck.schema.Column column) {
                table = table.plus(column);
            } else if (part instanceof org.limbeck.schema.Index index) {
                table = table.plus(index);
            } else if (part instanceof org.limbeck.schema.Constraint constraint) {
                table = table.plus(constraint);
            }
        }
        return Naming.named(table);
    }
}
