package org.limbeck.compare;

import static org.limbeck.migration.Words.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.limbeck.migration.Naming;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** Tables of which each refers to the one before. */
final class ChainOfTables {
    private ChainOfTables() {}

    /** Table {@code t<number>}; the first refers to none. */
    static Table link(int number) {
        Table table = Table.of(
                        QualifiedName.parse("t" + number),
                        List.of(
                                column("id", bigint()).notNull(),
                                column("name", varchar(80)).notNull().defaultTo("x"),
                                column("created", timestamp(3)).defaultSql("CURRENT_TIMESTAMP"),
                                column("amount", decimal(10, 2)).defaultTo(0),
                                column("next_id", bigint())))
                .plus(primaryKey("id"))
                .plus(check("amount >= 0 AND name <> ''"))
                .plus(index("name").where("amount > 10"));
        return number == 0 ? table : table.plus(foreignKey("next_id").references("t" + (number - 1), "id"));
    }

    /** A whole chain, in no order. */
    static List<Table> of(int length) {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            tables.add(Naming.named(link(i)));
        }
        Collections.shuffle(tables, new Random(1));
        return tables;
    }

    static Schema schema(int length) {
        return Schema.of(of(length));
    }
}
