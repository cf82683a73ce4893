package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.*;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.limbeck.dialect.Feature;
import org.limbeck.dialect.Live;
import org.limbeck.migration.Block;
import org.limbeck.operation.Blocks;
import org.limbeck.schema.Schema;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** What words cannot decide the database decides, out of sight. */
class JudgeTest {
    private static final Block LIVE = op -> {
        op.createTable(
                "item",
                column("id", integer()).notNull(),
                column("price", decimal(9, 2)).notNull(),
                column("name", varchar(20)),
                primaryKey("id"),
                check("price > 0 AND id <> 7").named("ck_item"));
        op.createView("cheap", "SELECT id, name FROM item WHERE price < 10 AND name IS NOT NULL");
    };

    /** The same in other words. */
    private static final Block WANT = op -> {
        op.createTable(
                "item",
                column("id", integer()).notNull(),
                column("price", decimal(9, 2)).notNull(),
                column("name", varchar(20)),
                primaryKey("id"),
                check("((price > 0) AND (id != 7))").named("ck_item"));
        op.createView("cheap", "select id,\n  name -- the name\nFROM item WHERE ((price < 10) AND (name IS NOT NULL))");
    };

    private static Schema schema(Block block) {
        return Blocks.evolve(Schema.EMPTY, Live.record(block));
    }

    private static SchemaChanges compared(Live live, Schema want) {
        return Comparison.of(live.connection(), live.dialect(), want, CompareOptions.USUAL);
    }

    /** SQLite keeps the words as they are written, so it cannot know. */
    @EachDatabase(except = DatabaseKind.SQLITE)
    void otherWordsForTheSameAreNoDifference(TestDatabase database) throws SQLException {
        try (Live live = OpenLive.of(database)) {
            live.apply(LIVE);
            assertThat(compared(live, schema(WANT)).differences()).isEmpty();
        }
    }

    @EachDatabase
    void nothingIsLeftAndNothingOfTheConnectionIsChanged(TestDatabase database) throws SQLException {
        try (Live live = OpenLive.of(database)) {
            live.apply(LIVE);
            Schema before = live.schema();
            String own = Catalogue.ownSchema(live.connection(), live.dialect());
            Schema other = schema(op -> {
                WANT.record(op);
                op.replaceConstraint("item", "ck_item", check("price > 5").named("ck_item"));
                op.replaceView("cheap", "SELECT id FROM item");
            });
            assertThat(compared(live, other).differences()).hasSize(2);
            assertThat(live.schema()).isEqualTo(before);
            assertThat(live.connection().getAutoCommit()).isTrue();
            assertThat(Catalogue.ownSchema(live.connection(), live.dialect())).isEqualTo(own);
            assertThat(scratches(live)).isEmpty();
        }
    }

    /** Schemas of this database; databases of a server may be those of other tests. */
    private static List<String> scratches(Live live) throws SQLException {
        return live.dialect().supports(Feature.SCHEMAS)
                ? live.texts("SELECT schema_name FROM information_schema.schemata WHERE schema_name"
                        + " LIKE 'limbeck_scratch_%'")
                : List.of();
    }

    @EachDatabase
    void whatCannotBeCreatedIsTold(TestDatabase database) throws SQLException {
        try (Live live = OpenLive.of(database)) {
            live.apply(LIVE);
            SchemaChanges changes = compared(live, schema(op -> {
                LIVE.record(op);
                op.replaceView("cheap", "SELECT id FROM no_such_table");
                op.replaceConstraint(
                        "item", "ck_item", check("no_such_function(price) > 5").named("ck_item"));
            }));
            assertThat(changes.differences()).hasSize(2);
            boolean lazy = database.kind() == DatabaseKind.SQLITE;
            assertThat(changes.remarks())
                    .as("SQLite looks at a view when it is read")
                    .hasSize(lazy ? 1 : 2)
                    .allMatch(remark -> remark.contains(" could not be decided: "));
        }
    }

    @EachDatabase({DatabaseKind.MARIADB_10_11, DatabaseKind.MYSQL_9_7})
    void whatAKilledProcessLeftIsDroppedByTheNext(TestDatabase database) throws SQLException {
        try (Live live = OpenLive.of(database)) {
            live.apply(LIVE).execute("CREATE DATABASE IF NOT EXISTS limbeck_scratch_1000_0123abcd");
            compared(live, schema(WANT));
            assertThat(live.texts("SHOW DATABASES LIKE 'limbeck\\_scratch\\_1000\\_%'"))
                    .isEmpty();
        }
    }

    @EachDatabase(DatabaseKind.POSTGRESQL_18)
    void withoutTheRightToTryItIsTold(TestDatabase database) throws SQLException {
        String role = "limbeck_reader_" + UUID.randomUUID().toString().replace("-", "");
        try (Live live = OpenLive.of(database)) {
            live.apply(LIVE).execute("CREATE ROLE " + role, "SET ROLE " + role);
            try {
                SchemaChanges changes = compared(live, schema(WANT));
                assertThat(changes.differences()).extracting(Difference::object).containsExactly("view cheap");
                assertThat(changes.remarks())
                        .singleElement()
                        .asString()
                        .startsWith(
                                "cheap could not be decided, for there is no place to try: ERROR: permission denied");
            } finally {
                live.execute("RESET ROLE", "DROP ROLE " + role);
            }
        }
    }
}
