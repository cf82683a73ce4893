package org.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.migration.Words.*;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.limbeck.dialect.Live;
import org.limbeck.error.LimbeckException;
import org.limbeck.migration.Block;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RenameTable;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.View;
import org.limbeck.testkit.server.TestDatabase;

/**
 * Each operation on a table with rows: afterwards the catalogue holds what the operation says it leaves behind, and its
 * inverse brings back what was there before.
 */
class OperationsTest {

    private static final Block BASE = op -> {
        op.createEnum("mood", "sad", "glad");
        op.createSequence("numbers");
        op.createTable(
                "parent",
                column("id", integer()).autoIncrement(),
                column("code", varchar(10)).notNull(),
                primaryKey("id"),
                unique("code"));
        op.createTable(
                "t",
                column("id", bigint()).autoIncrement(),
                column("a", integer()).defaultTo(5).comment("an a"),
                column("b", varchar(20)).notNull(),
                column("c", text()),
                column("m", enumOf("mood")).defaultTo("sad"),
                column("p", integer()),
                comment("a table"),
                primaryKey("id"),
                check("a > 0").named("a_positive"),
                unique("b").named("b_once"),
                index("a").named("by_a"));
        op.insert("parent", row("code", "x"), row("code", "y"));
        op.insert("t", row("a", 1, "b", "one", "c", "1", "p", 1), row("a", 2, "b", "two", "m", "glad", "p", 2));
    };

    private static Map<QualifiedName, Table> normal(Live live, Schema schema) {
        Map<QualifiedName, Table> tables = new TreeMap<>();
        schema.tables()
                .values()
                .forEach(t -> tables.put(t.name(), live.dialect().normalise(t)));
        return tables;
    }

    /** Up: evolved as said. Down by the inverse: as before. */
    private static void upAndDown(TestDatabase database, Block block) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.apply(BASE);
            Schema before = live.schema();
            List<Operation> operations = Live.record(block);
            List<Operation> inverse = live.inverse(operations);
            live.execute(operations);
            evolved(live, before, operations);
            live.execute(inverse);
            Schema back = live.schema();
            assertThat(normal(live, back)).isEqualTo(normal(live, before));
            assertThat(back.enums()).isEqualTo(before.enums());
            assertThat(back.sequences()).isEqualTo(before.sequences());
            assertThat(back.views()).isEqualTo(before.views());
            assertThat(live.texts("SELECT a, b, m FROM t ORDER BY id")).containsExactly("1|one|sad", "2|two|glad");
        }
    }

    private static Live up(TestDatabase database, Block block) throws SQLException {
        Live live = Live.on(database, new PostgresqlProvider());
        live.apply(BASE);
        Schema before = live.schema();
        List<Operation> operations = Live.record(block);
        live.execute(operations);
        evolved(live, before, operations);
        return live;
    }

    private static void evolved(Live live, Schema before, List<Operation> operations) throws SQLException {
        Schema expected = before;
        for (Operation operation : operations) {
            expected = operation.evolve(expected);
        }
        Schema found = live.schema();
        assertThat(normal(live, found)).isEqualTo(normal(live, expected));
        assertThat(found.enums()).isEqualTo(expected.enums());
        assertThat(found.sequences()).isEqualTo(expected.sequences());
        assertThat(found.unknowns()).isEmpty();
    }

    private static Routine routine(Schema schema, String name) {
        return Objects.requireNonNull(schema.routines().get(QualifiedName.parse(name)), name);
    }

    // ---- tables and columns

    @OnPostgresql
    void createAndDropTable(TestDatabase database) throws SQLException {
        upAndDown(
                database,
                op -> op.createTable(
                        "u", column("id", integer()).autoIncrement(), primaryKey("id"), comment("new"), index("id")));
    }

    @OnPostgresql
    void dropTableComesBackWithEverything(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.apply(BASE);
            Schema before = live.schema();
            List<Operation> drop = Live.record(op -> op.dropTable("t"));
            List<Operation> inverse = live.inverse(drop);
            live.execute(drop);
            assertThat(live.schema().tables()).doesNotContainKey(QualifiedName.parse("t"));
            live.execute(inverse);
            assertThat(normal(live, live.schema())).isEqualTo(normal(live, before));
        }
    }

    @OnPostgresql
    void renameTableAndColumn(TestDatabase database) throws SQLException {
        upAndDown(database, op -> {
            op.addConstraint("t", foreignKey("p").references("parent", "id").named("up"));
            op.renameTable("parent", "above");
            op.renameColumn("above", "id", "number");
            op.renameColumn("t", "p", "q");
        });
    }

    @OnPostgresql
    void tableMovesToAnotherSchema(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.apply(BASE).apply(op -> {
                op.createSchema("other");
                op.renameTable("t", "other.u");
            });
            assertThat(live.table("other.u").name()).isEqualTo(QualifiedName.parse("other.u"));
            assertThat(live.schema().namespaces()).containsExactly("other");
            live.apply(op -> op.renameTable("other.u", "v"));
            assertThat(live.table("other.v").index("by_a")).isPresent();
            Operation homeless = new RenameTable(QualifiedName.parse("other.v"), QualifiedName.parse("t"));
            assertThatThrownBy(() -> live.execute(List.of(homeless)))
                    .isInstanceOf(LimbeckException.class)
                    .hasMessageContaining("other.t");
        }
    }

    @OnPostgresql
    void comments(TestDatabase database) throws SQLException {
        upAndDown(database, op -> {
            op.setTableComment("t", "it's \\ another");
            op.setColumnComment("t", "a", null);
            op.setColumnComment("t", "b", "a b");
        });
    }

    @OnPostgresql
    void addColumns(TestDatabase database) throws SQLException {
        upAndDown(database, op -> {
            op.addColumn(
                    "t", column("d", varchar(20)).notNull().defaultTo("new").comment("with comment"));
            op.addColumn("t", column("e", integer()).storedAs("a * 2"));
            op.addColumn("t", column("f", bigint()).fromSequence("numbers"));
            op.addColumn("t", column("g", enumOf("mood")));
        });
    }

    @OnPostgresql
    void dropColumnWithItsIndexAndConstraint(TestDatabase database) throws SQLException {
        up(database, op -> {
                    op.createIndex("t", index("c", "a"));
                    op.dropColumn("t", "c");
                    op.dropColumn("t", "b");
                })
                .close();
    }

    @OnPostgresql
    void nullability(TestDatabase database) throws SQLException {
        upAndDown(database, op -> {
            op.setNotNull("t", "p");
            op.setNullable("t", "b");
        });
    }

    @OnPostgresql
    void defaults(TestDatabase database) throws SQLException {
        upAndDown(database, op -> {
            op.setDefault("t", "a", 7);
            op.setDefault("t", "m", "glad");
            op.setDefaultSql("t", "c", "upper('x')");
            op.dropDefault("t", "a");
        });
    }

    // ---- generation

    @OnPostgresql
    void identityComesAndGoes(TestDatabase database) throws SQLException {
        try (Live live = up(database, op -> {
            op.dropGeneration("t", "id");
            op.setGeneration("t", column("p", integer()).autoIncrementAlways());
        })) {
            live.apply(op -> op.insert("t", row("id", 3, "b", "three")));
            assertThat(live.texts("SELECT p FROM t WHERE id = 3")).containsExactly("3");
            live.apply(op -> {
                op.setGeneration("t", column("p", integer()).autoIncrement());
                op.setGeneration("t", column("id", bigint()).fromSequence("numbers"));
            });
            assertThat(live.normal("t").column("id").orElseThrow())
                    .isEqualTo(column("id", bigint()).notNull().fromSequence("numbers"));
        }
    }

    @OnPostgresql
    void aSerialColumnIsAnIdentityAndLosesItsSequence(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.execute("CREATE TABLE s (id serial PRIMARY KEY, v text)", "INSERT INTO s (v) VALUES ('x')");
            assertThat(live.normal("s").column("id").orElseThrow())
                    .isEqualTo(column("id", integer()).notNull().autoIncrement());
            assertThat(live.schema().sequences()).isEmpty();
            live.apply(op -> op.setType("s", "id", bigint()));
            assertThat(live.texts("SELECT seqtypid::regtype FROM pg_sequence")).containsExactly("bigint");
            live.apply(op -> op.dropGeneration("s", "id"));
            assertThat(live.texts("SELECT count(*) FROM pg_class WHERE relkind = 'S'"))
                    .containsExactly("0");
            live.apply(op -> op.setGeneration("s", column("id", bigint()).autoIncrement()));
            live.execute("INSERT INTO s (v) VALUES ('y')");
            assertThat(live.texts("SELECT id FROM s ORDER BY id")).containsExactly("1", "2");
        }
    }

    @OnPostgresql
    void computedColumns(TestDatabase database) throws SQLException {
        try (Live live =
                up(database, op -> op.addColumn("t", column("e", integer()).storedAs("a * 2")))) {
            if (live.dialect().server().atLeast(17, 0)) {
                live.apply(op -> op.setGeneration("t", column("e", integer()).storedAs("a * 3")));
                assertThat(live.texts("SELECT e FROM t ORDER BY id")).containsExactly("3", "6");
            } else {
                assertThatThrownBy(() -> live.apply(op ->
                                op.setGeneration("t", column("e", integer()).storedAs("a * 3"))))
                        .isInstanceOf(LimbeckException.class)
                        .hasMessageContaining("17");
            }
            live.apply(op -> op.dropGeneration("t", "e"));
            assertThat(live.normal("t").column("e").orElseThrow()).isEqualTo(column("e", integer()));
            assertThatThrownBy(() -> live.apply(
                            op -> op.setGeneration("t", column("a", integer()).storedAs("p * 3"))))
                    .isInstanceOf(LimbeckException.class)
                    .hasMessageContaining("Only a new column can be computed");
        }
    }

    @OnPostgresql
    void virtualColumnsNeedVersion18(TestDatabase database) throws SQLException {
        Block block = op -> op.addColumn("t", column("v", integer()).virtualAs("a + 1"));
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            if (live.dialect().server().atLeast(18, 0)) {
                upAndDown(database, block);
            } else {
                live.apply(BASE);
                assertThatThrownBy(() -> live.apply(block))
                        .isInstanceOf(LimbeckException.class)
                        .hasMessageContaining("storedAs");
            }
        }
    }

    // ---- constraints and indexes

    @OnPostgresql
    void constraints(TestDatabase database) throws SQLException {
        upAndDown(database, op -> {
            op.addConstraint("t", foreignKey("p").references("parent", "id").named("up"));
            op.addConstraint("t", check("length(b) > 1").named("b_long"));
            op.addConstraint("t", unique("a", "b"));
            op.renameConstraint("t", "b_once", "b_single");
            op.replaceConstraint("t", "a_positive", check("a >= 0").named("a_positive"));
            op.dropConstraint("t", unique("a", "b"));
        });
    }

    @OnPostgresql
    void primaryKeyIsReplaced(TestDatabase database) throws SQLException {
        up(
                        database,
                        op -> op.replaceConstraint(
                                "t", "pk_t", primaryKey("id", "b").named("pk_t")))
                .close();
    }

    @OnPostgresql
    void constraintsValidatedLater(TestDatabase database) throws SQLException {
        try (Live live = up(database, op -> {
            op.addConstraint("t", check("a > 1").notValid().named("more"));
            op.addConstraint(
                    "t", foreignKey("p").references("parent", "id").notValid().named("up"));
        })) {
            live.apply(op -> op.validateConstraint("t", "up"));
            assertThat(live.table("t").foreignKeys().get(0).validated()).isTrue();
            assertThatThrownBy(() -> live.apply(op -> op.validateConstraint("t", "more")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("more");
        }
    }

    @OnPostgresql
    void indexes(TestDatabase database) throws SQLException {
        upAndDown(database, op -> {
            op.createIndex("t", index("b", "a").unique().named("ba"));
            op.createIndex(
                    "t", index(desc("a"), expression("lower(b)")).where("a > 1").named("partly"));
            op.renameIndex("t", "by_a", "a_index");
            op.dropIndex("t", index("b", "a").unique());
        });
    }

    @OnPostgresql
    void concurrentIndexReplacesWhatADeadBuildLeft(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.apply(BASE).execute("INSERT INTO t (a, b) VALUES (2, 'again')");
            assertThatThrownBy(() -> live.apply(op ->
                            op.createIndexConcurrently("t", index("a").unique().named("once"))))
                    .isInstanceOf(SQLException.class);
            assertThat(live.state().invalidIndex(QualifiedName.parse("t"), "once"))
                    .isTrue();
            assertThat(live.table("t").index("once")).isEmpty();
            assertThat(live.schema().unknowns()).containsExactly("index once of t is invalid");
            live.execute("DELETE FROM t WHERE b = 'again'");
            live.apply(op -> op.createIndexConcurrently("t", index("a").unique().named("once")));
            assertThat(live.table("t").index("once")).isPresent();
            live.apply(op -> op.dropIndexConcurrently("t", "once"));
            assertThat(live.table("t").index("once")).isEmpty();
        }
    }

    // ---- schemas, sequences, enums

    @OnPostgresql
    void sequences(TestDatabase database) throws SQLException {
        upAndDown(database, op -> {
            op.createSequence(Sequence.of("more")
                    .startingAt(100)
                    .incrementBy(10)
                    .between(5, 1000)
                    .cycling()
                    .caching(3));
            op.alterSequence(Sequence.of("numbers").incrementBy(2).startingAt(7));
            op.alterSequence(Sequence.of("more"));
        });
    }

    @OnPostgresql
    void dropSequence(TestDatabase database) throws SQLException {
        upAndDown(database, op -> op.dropSequence("numbers"));
    }

    @OnPostgresql
    void enumsGrow(TestDatabase database) throws SQLException {
        try (Live live = up(database, op -> {
            op.addEnumValue("mood", "so-so").after("sad");
            op.addEnumValue("mood", "it's great").in("t", "m");
            op.renameEnumValue("mood", "glad", "happy");
        })) {
            assertThat(live.schema()
                            .enumType(QualifiedName.parse("mood"))
                            .orElseThrow()
                            .values())
                    .containsExactly("sad", "so-so", "happy", "it's great");
            assertThat(live.texts("SELECT m FROM t ORDER BY id")).containsExactly("sad", "happy");
        }
    }

    @OnPostgresql
    void enumsComeAndGo(TestDatabase database) throws SQLException {
        upAndDown(database, op -> op.createEnum("size", "s", "m", "l"));
    }

    // ---- views, routines, triggers, extensions

    @OnPostgresql
    void viewsComeAndGo(TestDatabase database) throws SQLException {
        upAndDown(database, op -> {
            op.createView("v", "SELECT a, b FROM t");
            op.replaceView("v", "SELECT a, b, c FROM t");
            op.createView(View.of("w", "SELECT a FROM v").kept());
            op.createIndex("w", index("a").unique().named("w_a"));
        });
    }

    @OnPostgresql
    void viewsAroundAChangeOfType(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.apply(BASE)
                    .execute(
                            "CREATE VIEW v WITH (security_barrier) AS SELECT a, b FROM t WHERE a > 0 WITH LOCAL CHECK OPTION",
                            "CREATE MATERIALIZED VIEW w AS SELECT a FROM v",
                            "CREATE UNIQUE INDEX w_a ON w (a)",
                            "COMMENT ON VIEW v IS 'it''s v'",
                            "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                            "CREATE TRIGGER instead INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f()");
            Schema before = live.schema();
            assertThat(live.state().viewsReading(QualifiedName.parse("t")))
                    .extracting(v -> v.name().name())
                    .containsExactly("v", "w");
            live.apply(op -> op.aroundViews(List.of("v", "w"), inner -> inner.setType("t", "a", bigint())));
            Schema after = live.schema();
            assertThat(after.views()).isEqualTo(before.views());
            assertThat(after.triggers()).isEqualTo(before.triggers());
            assertThat(after.view(QualifiedName.parse("w")).orElseThrow().indexes())
                    .hasSize(1);
        }
    }

    @OnPostgresql
    void routinesAndTriggers(TestDatabase database) throws SQLException {
        Block block = op -> {
            op.createFunction(
                    "twice",
                    "(integer)",
                    "CREATE FUNCTION twice(x integer) RETURNS integer LANGUAGE sql AS $$ SELECT x * 2; $$");
            op.createProcedure("nothing", "()", "CREATE PROCEDURE nothing() LANGUAGE plpgsql AS $$ BEGIN NULL; END $$");
            op.createFunction(
                    "touch",
                    "()",
                    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.c := 'x'; RETURN NEW; END $$");
            op.createTrigger(
                    "t", "t_touch", "CREATE TRIGGER t_touch BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION touch()");
        };
        upAndDown(database, block);
        try (TestDatabase other = TestDatabase.create(database.kind());
                Live live = up(other, block)) {
            Schema schema = live.schema();
            assertThat(schema.routines().keySet().stream().map(QualifiedName::name))
                    .containsExactly("nothing", "touch", "twice");
            assertThat(routine(schema, "twice").signature()).isEqualTo("(integer)");
            List<Operation> again = Live.record(op -> {
                op.dropTrigger(schema.triggersOn(QualifiedName.parse("t")).get(0));
                op.createTrigger(schema.triggersOn(QualifiedName.parse("t")).get(0));
                op.dropRoutine(routine(schema, "nothing"));
                op.createRoutine(routine(schema, "nothing"));
            });
            live.execute(again);
            assertThat(live.schema()).isEqualTo(schema);
        }
    }

    @OnPostgresql
    void extensions(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            org.junit.jupiter.api.Assumptions.assumeFalse(
                    live.texts("SELECT 1 FROM pg_available_extensions WHERE name = 'pgcrypto'")
                            .isEmpty());
            live.apply(op -> op.createExtension("pgcrypto"));
            live.apply(op -> op.createExtension("pgcrypto"));
            assertThat(live.schema().extensions()).containsOnlyKeys("pgcrypto");
            assertThat(live.schema().routines()).isEmpty();
            live.apply(op -> op.dropExtension("pgcrypto"));
            assertThat(live.schema().extensions()).isEmpty();
        }
    }

    // ---- SQL

    @OnPostgresql
    void rawSqlIsPlacedByWhatItIs(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.apply(BASE).apply(op -> {
                op.sql("CREATE INDEX CONCURRENTLY raw ON t (c); VACUUM t");
                op.sql("ALTER TYPE mood ADD VALUE 'new'");
                op.sql("UPDATE t SET m = 'new'; SELECT 1");
            });
            assertThat(live.texts("SELECT DISTINCT m FROM t")).containsExactly("new");
        }
    }
}
