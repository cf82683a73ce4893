package org.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.migration.Words.*;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.dialect.Live;
import org.limbeck.dialect.Placement;
import org.limbeck.dialect.StatementGroup;
import org.limbeck.error.LimbeckException;
import org.limbeck.migration.Block;
import org.limbeck.testkit.fault.Fault;
import org.limbeck.testkit.fault.FaultyDataSource;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** The transaction of a rebuild: all or nothing, and the settings of the user come back. */
final class IsolationTest {
    private static final String[] SCHEMA = {
        "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT UNIQUE, b INTEGER)",
        "CREATE TABLE c (t INTEGER REFERENCES t (id) ON DELETE CASCADE)",
        "CREATE VIEW v AS SELECT a FROM t",
        "CREATE INDEX ix ON t (b)",
        "CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END",
        "INSERT INTO t (a, b) VALUES ('x', 1), ('y', 2)",
        "INSERT INTO c VALUES (1), (2)",
        "ANALYZE"
    };
    private static final Block CHANGE = op -> {
        op.setType("t", "a", varchar(5));
        op.dropColumn("t", "b");
        op.renameColumn("t", "a", "aa");
        op.addConstraint("t", check("aa <> ''"));
    };

    @ParameterizedTest
    @EnumSource(Fault.Moment.class)
    void killedAtAnyStatementItLeavesTheDatabaseAsItWasOrDone(Fault.Moment moment) throws Exception {
        int statements = statements();
        assertThat(statements).isGreaterThan(15);
        boolean done = false;
        for (int n = 1; n <= statements; n++) {
            try (TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE)) {
                Snapshot before = prepared(database);
                FaultyDataSource source = new FaultyDataSource(database, new Fault(n, moment));
                assertThatThrownBy(() -> run(source.getConnection())).hasMessageContaining("connection lost");
                try (Live live = Live.on(database, new SqliteProvider())) {
                    if (done(live)) {
                        done = true;
                        assertThat(live.texts("SELECT * FROM c")).containsExactly("1", "2");
                    } else {
                        assertThat(done).as("statement " + n).isFalse();
                        assertThat(Snapshot.of(live)).as("statement " + n).isEqualTo(before);
                        live.apply(CHANGE);
                        assertThat(done(live)).isTrue();
                    }
                }
            }
        }
    }

    private static boolean done(Live live) throws SQLException {
        return live.schema()
                .table(org.limbeck.schema.QualifiedName.parse("t"))
                .orElseThrow()
                .column("aa")
                .isPresent();
    }

    private static Snapshot prepared(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new SqliteProvider())) {
            live.execute(SCHEMA);
            return Snapshot.of(live);
        }
    }

    private static void run(Connection connection) throws SQLException {
        try (Live live = Live.on(connection, new SqliteProvider())) {
            live.execute("PRAGMA foreign_keys = ON");
            live.apply(CHANGE);
        }
    }

    private static int statements() throws SQLException {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE)) {
            prepared(database);
            FaultyDataSource source = new FaultyDataSource(database, Fault.never());
            run(source.getConnection());
            return source.statements().size();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void settingsComeBackAfterSuccessAndFailure(boolean on) throws SQLException {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE);
                Live live = Live.on(database, new SqliteProvider())) {
            live.execute(SCHEMA).execute("PRAGMA foreign_keys = " + on, "PRAGMA legacy_alter_table = " + on);
            live.apply(op -> op.setDefault("t", "b", 7));
            assertThat(live.texts("PRAGMA foreign_keys")).containsExactly(on ? "1" : "0");
            assertThat(live.texts("PRAGMA legacy_alter_table")).containsExactly(on ? "1" : "0");
            assertThatThrownBy(() -> live.apply(op -> op.addConstraint("t", check("b > 1"))))
                    .hasMessageContaining("CHECK constraint failed");
            assertThat(live.texts("PRAGMA foreign_keys")).containsExactly(on ? "1" : "0");
            assertThat(live.texts("PRAGMA legacy_alter_table")).containsExactly(on ? "1" : "0");
            assertThat(live.connection().getAutoCommit()).isTrue();
        }
    }

    @Test
    void aConnectionInATransactionIsRefused() throws SQLException {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE);
                Live live = Live.on(database, new SqliteProvider())) {
            live.execute(SCHEMA).execute("PRAGMA foreign_keys = ON", "BEGIN");
            assertRefused(live);
            live.execute("ROLLBACK", "PRAGMA foreign_keys = OFF", "BEGIN");
            assertRefused(live);
            live.execute("ROLLBACK");
            live.connection().setAutoCommit(false);
            assertRefused(live);
            live.connection().setAutoCommit(true);
            live.apply(op -> op.setDefault("t", "b", 7));
        }
    }

    private static void assertRefused(Live live) {
        assertThatThrownBy(() -> live.dialect().isolated(live.connection(), () -> {}))
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("in a transaction already");
    }

    @Test
    void neighboursOnOneTableAreOneRebuild() throws SQLException {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE);
                Live live = Live.on(database, new SqliteProvider())) {
            live.execute(SCHEMA);
            List<StatementGroup> groups = live.render(op -> {
                op.addColumn("c", column("x", integer()));
                op.addColumn("t", column("n", integer()));
                op.setNotNull("t", "b");
                op.createIndex("t", index("n"));
                op.setDefault("t", "b", 0);
                op.insert("c", row("t", 1));
                op.setNullable("t", "b");
            });
            assertThat(groups).extracting(StatementGroup::first).containsExactly(0, 1, 5, 6);
            assertThat(groups).extracting(StatementGroup::last).containsExactly(0, 4, 5, 6);
            assertThat(groups)
                    .extracting(g -> g.statements().get(0).placement())
                    .containsExactly(Placement.INSIDE, Placement.ISOLATED, Placement.INSIDE, Placement.ISOLATED);
            assertThat(groups.get(1).statements())
                    .filteredOn(s -> s.sql().startsWith("INSERT INTO _limbeck_new_t"))
                    .hasSize(1);
        }
    }

    @Test
    void tablesInTheWay() throws SQLException {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE);
                Live live = Live.on(database, new SqliteProvider())) {
            live.execute(SCHEMA)
                    .execute("CREATE TABLE _limbeck_new_t (mine TEXT)", "INSERT INTO _limbeck_new_t VALUES (1)");
            assertThatThrownBy(() -> live.apply(op -> op.dropDefault("t", "b")).apply(op -> op.setDefault("t", "b", 1)))
                    .hasMessageContaining("Table _limbeck_new_t is in the way");
            assertThat(live.texts("SELECT * FROM _limbeck_new_t")).containsExactly("1");
            assertThat(live.schema().unknowns()).singleElement().asString().contains("interrupted rebuild");

            String create = live.render(op -> op.setDefault("c", "t", 1))
                    .get(0)
                    .statements()
                    .get(0)
                    .sql();
            live.execute(create).apply(op -> op.setDefault("c", "t", 1));
            assertThat(live.texts("SELECT name FROM sqlite_master WHERE name = '_limbeck_new_c'"))
                    .isEmpty();
            assertThat(live.texts("SELECT * FROM c")).containsExactly("1", "2");
        }
    }
}
