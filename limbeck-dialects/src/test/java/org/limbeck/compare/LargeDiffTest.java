package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.dialect.postgresql.PostgresqlProvider;
import org.limbeck.dialect.sqlite.SqliteProvider;
import org.limbeck.migration.Naming;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.DropTable;
import org.limbeck.operation.Operation;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** Large schemas and long chains; a walk by recursion or by pairs would not end in time. */
class LargeDiffTest {
    private static final Dialect POSTGRESQL =
            new PostgresqlProvider().dialect(new ServerInfo("PostgreSQL", "18", 18, 0));
    private static final Dialect SQLITE = new SqliteProvider().dialect(new ServerInfo("SQLite", "3.50", 3, 50));

    private static Table link(int number) {
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

    private static List<Table> chain(int length) {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            tables.add(Naming.named(link(i)));
        }
        Collections.shuffle(tables, new Random(1));
        return tables;
    }

    private static Schema schema(List<Table> tables) {
        java.util.Map<QualifiedName, Table> all = new java.util.LinkedHashMap<>();
        tables.forEach(table -> all.put(table.name(), table));
        return Schema.EMPTY.withTables(all);
    }

    private static SchemaChanges between(Schema have, Schema want) {
        return SchemaDiff.between(have, want, POSTGRESQL, CompareOptions.USUAL);
    }

    private static int number(QualifiedName name) {
        return Integer.parseInt(name.name().substring(1));
    }

    @Test
    void aChainOfAnyLengthIsCreatedParentsFirstAndDroppedChildrenFirst() {
        Schema schema = schema(chain(5000));
        SchemaChanges forth = between(Schema.EMPTY, schema);
        List<Integer> created = new ArrayList<>();
        for (Operation operation : forth.upgrade()) {
            if (operation instanceof CreateTable create) {
                created.add(number(create.table().name()));
            }
        }
        assertThat(created).hasSize(5000).isSorted();
        List<Integer> dropped = new ArrayList<>();
        for (Operation operation : between(schema, Schema.EMPTY).upgrade()) {
            if (operation instanceof DropTable drop) {
                dropped.add(number(drop.name()));
            }
        }
        assertThat(dropped).hasSize(5000).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void manyTablesWithoutADifferenceHaveNone() {
        Schema schema = schema(chain(4_000));
        assertThat(between(schema, schema).differences()).isEmpty();
    }

    @Test
    void aCircleOfTablesIsCutOnce() {
        List<Table> circle = new ArrayList<>(chain(50));
        circle.removeIf(table -> table.name().name().equals("t0"));
        circle.add(link(0).plus(foreignKey("next_id").references("t49", "id").named("fk_back")));
        SchemaChanges forth = between(Schema.EMPTY, schema(circle));
        assertThat(forth.upgrade().stream().filter(o -> o instanceof org.limbeck.operation.AddConstraint))
                .hasSize(1);
        assertThat(between(forth.have(), Schema.EMPTY).differences()).isEmpty();
        SchemaChanges back = between(schema(circle), Schema.EMPTY);
        assertThat(back.upgrade().stream().filter(o -> o instanceof org.limbeck.operation.DropConstraint))
                .hasSize(1);
    }

    @Test
    void theSameGivesTheSame() {
        List<Table> tables = chain(60);
        List<Table> others = new ArrayList<>(tables);
        Collections.shuffle(others, new Random(2));
        assertThat(between(Schema.EMPTY, schema(tables)).upgrade())
                .isEqualTo(between(Schema.EMPTY, schema(others)).upgrade());
        assertThat(SchemaDiff.between(schema(tables), Schema.EMPTY, SQLITE, CompareOptions.USUAL)
                        .upgrade())
                .isEqualTo(SchemaDiff.between(schema(others), Schema.EMPTY, SQLITE, CompareOptions.USUAL)
                        .upgrade());
    }
}
