package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.foreignKey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.dialect.postgresql.PostgresqlProvider;
import org.limbeck.dialect.sqlite.SqliteProvider;
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

    private static SchemaChanges between(Schema have, Schema want) {
        return SchemaDiff.between(have, want, POSTGRESQL, CompareOptions.USUAL);
    }

    private static int number(QualifiedName name) {
        return Integer.parseInt(name.name().substring(1));
    }

    @Test
    void aChainOfAnyLengthIsCreatedParentsFirstAndDroppedChildrenFirst() {
        Schema schema = ChainOfTables.schema(5000);
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
        Schema schema = ChainOfTables.schema(4_000);
        assertThat(between(schema, schema).differences()).isEmpty();
    }

    @Test
    void aCircleOfTablesIsCutOnce() {
        List<Table> circle = new ArrayList<>(ChainOfTables.of(50));
        circle.removeIf(table -> table.name().name().equals("t0"));
        circle.add(ChainOfTables.link(0)
                .plus(foreignKey("next_id").references("t49", "id").named("fk_back")));
        SchemaChanges forth = between(Schema.EMPTY, Schema.of(circle));
        assertThat(forth.upgrade().stream().filter(o -> o instanceof org.limbeck.operation.AddConstraint))
                .hasSize(1);
        assertThat(between(forth.have(), Schema.EMPTY).differences()).isEmpty();
        SchemaChanges back = between(Schema.of(circle), Schema.EMPTY);
        assertThat(back.upgrade().stream().filter(o -> o instanceof org.limbeck.operation.DropConstraint))
                .hasSize(1);
    }

    @Test
    void theSameGivesTheSame() {
        List<Table> tables = ChainOfTables.of(60);
        List<Table> others = new ArrayList<>(tables);
        Collections.shuffle(others, new Random(2));
        assertThat(between(Schema.EMPTY, Schema.of(tables)).upgrade())
                .isEqualTo(between(Schema.EMPTY, Schema.of(others)).upgrade());
        assertThat(SchemaDiff.between(Schema.of(tables), Schema.EMPTY, SQLITE, CompareOptions.USUAL)
                        .upgrade())
                .isEqualTo(SchemaDiff.between(Schema.of(others), Schema.EMPTY, SQLITE, CompareOptions.USUAL)
                        .upgrade());
    }
}
