package org.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.migration.Words.*;

import java.sql.SQLException;

import org.limbeck.dialect.Live;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.testkit.fault.Fault;
import org.limbeck.testkit.fault.FaultyDataSource;
import org.limbeck.testkit.server.TestDatabase;

/** What is read of a schema that others made, and what is said of what has no place in a schema of Limbeck's. */
class ReflectionTest {

    @OnPostgresql
    void whatIsNotUnderstoodIsNamed(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.execute(
                    "CREATE TABLE part (a int) PARTITION BY LIST (a)",
                    "CREATE TABLE part1 PARTITION OF part FOR VALUES IN (1)",
                    "CREATE TABLE base (a int PRIMARY KEY)",
                    "CREATE TABLE heir (b int) INHERITS (base)",
                    "CREATE UNLOGGED TABLE u (a int, b int, UNIQUE (a) INCLUDE (b))",
                    "ALTER TABLE u ENABLE ROW LEVEL SECURITY",
                    "CREATE POLICY pol ON u USING (a > 1)",
                    "CREATE RULE r AS ON DELETE TO u DO INSTEAD NOTHING",
                    "CREATE DOMAIN dom AS int CHECK (VALUE > 0)",
                    "CREATE TYPE pair AS (a int, b int)",
                    "CREATE TYPE span AS RANGE (subtype = int4)",
                    "CREATE STATISTICS st ON a, b FROM u",
                    "CREATE FOREIGN DATA WRAPPER w",
                    "CREATE SERVER s FOREIGN DATA WRAPPER w",
                    "CREATE FOREIGN TABLE f (a int) SERVER s",
                    "CREATE AGGREGATE total (int) (sfunc = int4pl, stype = int)",
                    "CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    "CREATE FUNCTION twice(text) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    "CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                    "CREATE TRIGGER tr BEFORE INSERT ON base FOR EACH ROW EXECUTE FUNCTION tf()",
                    "ALTER TABLE base DISABLE TRIGGER tr",
                    "CREATE COLLATION co (provider = icu, locale = 'de')",
                    "CREATE TABLE child (a int, b int, FOREIGN KEY (a) REFERENCES base ON DELETE SET NULL (a))");
            Schema schema = live.schema();
            assertThat(schema.unknowns())
                    .containsExactlyInAnyOrder(
                            "table part is partitioned by LIST (a)",
                            "table part1 is a partition of part",
                            "table heir inherits from base",
                            "table u is unlogged",
                            "table u has row-level security",
                            "table u has the policy pol",
                            "relation u has the rule r",
                            "constraint u_a_b_key of u says more than Limbeck knows: UNIQUE (a) INCLUDE (b)",
                            "constraint child_a_fkey of child says more than Limbeck knows: FOREIGN KEY (a) REFERENCES"
                                    + " base(a) ON DELETE SET NULL (a)",
                            "domain dom",
                            "composite type pair",
                            "range type span",
                            "statistics st",
                            "table f is a foreign table",
                            "aggregate total(integer)",
                            "routine twice(text) shares its name with another, of which only one is known",
                            "trigger tr of base does not fire as triggers do by default",
                            "collation co");
            assertThat(schema.tables().keySet().stream().map(QualifiedName::name))
                    .containsExactly("base", "child", "heir", "part", "u");
            assertThat(live.table("part1").columns()).hasSize(1);
        }
    }

    @OnPostgresql
    void version18KnowsMoreConstraints(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            org.junit.jupiter.api.Assumptions.assumeTrue(live.dialect().server().atLeast(18, 0));
            live.execute(
                    "CREATE TABLE t (a int, b int)",
                    "ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID",
                    "ALTER TABLE t ADD CONSTRAINT ne CHECK (b > 1) NOT ENFORCED");
            assertThat(live.schema().unknowns())
                    .containsExactly(
                            "constraint ne of t says more than Limbeck knows: CHECK ((b > 1)) NOT ENFORCED",
                            "constraint nn of t says more than Limbeck knows: NOT NULL a NOT VALID");
        }
    }

    @OnPostgresql
    void anotherSchemaHasQualifiedNames(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.execute("CREATE SCHEMA \"o.x\"", "CREATE TABLE own (id int PRIMARY KEY)");
            live.apply(op -> {
                op.createEnum("\"o.x\".mood", "a");
                op.createSequence("\"o.x\".s");
                op.createTable(
                        "\"o.x\".t",
                        column("id", integer()).autoIncrement(),
                        column("m", enumOf("\"o.x\".mood")).defaultTo("a"),
                        column("n", bigint()).fromSequence("\"o.x\".s"),
                        column("o", integer()),
                        primaryKey("id"),
                        foreignKey("o").references("own", "id"),
                        index("m"));
                op.insert("\"o.x\".t", row("id", 5));
                op.createView("\"o.x\".v", "SELECT id FROM \"o.x\".t");
            });
            Schema schema = live.dialect().reflector().schema(live.connection(), "o.x");
            QualifiedName name = new QualifiedName("o.x", "t");
            assertThat(schema.table(name)).contains(live.table(name.toString()));
            assertThat(schema.table(name).orElseThrow().foreignKeys().get(0).references())
                    .isEqualTo(QualifiedName.parse("own"));
            assertThat(live.normal("\"o.x\".t").column("m").orElseThrow())
                    .isEqualTo(column("m", enumOf("\"o.x\".mood")).defaultTo("a"));
            assertThat(schema.sequences().keySet()).containsExactly(new QualifiedName("o.x", "s"));
            assertThat(schema.views().keySet()).containsExactly(new QualifiedName("o.x", "v"));
            assertThat(schema.namespaces()).containsExactly("o.x");
            assertThat(live.state().viewsReading(name)).hasSize(1);
            live.execute("SET search_path = \"o.x\", public");
            assertThat(live.table("t").foreignKeys().get(0).references()).isEqualTo(QualifiedName.parse("public.own"));
        }
    }

    @OnPostgresql
    void limbecksOwnTablesAreNotCounted(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.execute(
                    "CREATE TABLE limbeck_revision (a int)",
                    "CREATE TABLE limbeck_event (a int)",
                    "CREATE TABLE t (a int)");
            assertThat(live.dialect().reflector().countTables(live.connection()))
                    .isEqualTo(1);
            assertThat(live.schema().tables()).hasSize(3);
        }
    }

    @OnPostgresql
    void whatIsMissingIsEmpty(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            QualifiedName name = QualifiedName.parse("nothing");
            assertThat(live.state().table(name)).isEmpty();
            assertThat(live.state().view(name)).isEmpty();
            assertThat(live.state().sequence(name)).isEmpty();
            assertThat(live.state().enumType(name)).isEmpty();
            assertThat(live.state().triggersOn(name)).isEmpty();
            assertThat(live.state().viewsReading(name)).isEmpty();
            assertThat(live.state().invalidIndex(name, "x")).isFalse();
            live.execute("SET search_path = nowhere");
            assertThat(live.schema().tables()).isEmpty();
            assertThat(live.dialect().reflector().countTables(live.connection()))
                    .isZero();
        }
    }

    @OnPostgresql
    void aSequenceOfAColumnIsSeenOnlyWhenItIsNotItsDefault(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.execute(
                    "CREATE TABLE t (a serial, b int GENERATED ALWAYS AS IDENTITY (START 5 INCREMENT 2), c int)",
                    "CREATE SEQUENCE s AS smallint OWNED BY t.c",
                    "CREATE SEQUENCE down INCREMENT -1");
            assertThat(live.schema().sequences().values())
                    .containsExactly(
                            Sequence.of("down").incrementBy(-1),
                            Sequence.of("s").atMost(Short.MAX_VALUE));
            assertThat(live.table("t").columns())
                    .containsExactly(
                            column("a", integer()).notNull().autoIncrement(),
                            column("b", integer())
                                    .notNull()
                                    .withGeneration(new org.limbeck.schema.Generation.Identity(true, 5L, 2L)),
                            column("c", integer()));
        }
    }

    @OnPostgresql
    void viewsComeAfterThoseTheyRead(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.execute(
                    "CREATE TABLE t (a int)",
                    "CREATE VIEW z AS SELECT a FROM t",
                    "CREATE VIEW y AS SELECT a FROM z",
                    "CREATE VIEW a AS SELECT y.a FROM y JOIN z ON true",
                    "CREATE VIEW b AS SELECT 1 AS x");
            assertThat(live.schema().views().keySet().stream().map(QualifiedName::name))
                    .containsExactly("z", "y", "a", "b");
            assertThat(live.state().viewsReading(QualifiedName.parse("t")).stream()
                            .map(v -> v.name().name()))
                    .containsExactly("z", "y", "a");
        }
    }

    @OnPostgresql
    void asksAsOftenForManyTablesAsForFew(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            for (int i = 0; i < 5; i++) {
                live.execute(
                        "CREATE TABLE t" + i + " (id serial PRIMARY KEY, a int UNIQUE)",
                        "CREATE INDEX ON t" + i + " (a, id)",
                        "CREATE VIEW v" + i + " AS SELECT a FROM t" + i);
            }
        }
        FaultyDataSource counting = new FaultyDataSource(database, Fault.never());
        try (Live live = Live.on(counting.getConnection(), new PostgresqlProvider())) {
            assertThat(live.schema().tables()).hasSize(5);
            assertThat(live.connection().getAutoCommit()).isTrue();
            int queries = queries(counting);
            live.schema();
            assertThat(queries(counting)).isEqualTo(queries + 11);
            live.table("t3");
            assertThat(queries(counting)).isEqualTo(queries + 11 + 4);
        }
    }

    private static int queries(FaultyDataSource counting) {
        return (int) counting.statements().stream()
                .filter(sql -> !sql.equals("ROLLBACK") && !sql.equals("COMMIT"))
                .count();
    }

    /** So that whoever reads goes on as if nothing had been. */
    @OnPostgresql
    void leavesTheTransactionAsItWas(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.connection().setAutoCommit(false);
            live.execute("CREATE TABLE t (id int)");
            assertThat(live.schema().tables()).hasSize(1);
            live.connection().rollback();
            assertThat(live.schema().tables()).isEmpty();
            live.connection().rollback();
            live.connection().setAutoCommit(true);
            assertThatThrownBy(() -> live.dialect().reflector().schema(live.connection(), "\u0000"))
                    .isInstanceOf(SQLException.class);
            assertThat(live.connection().getAutoCommit()).isTrue();
            assertThat(live.schema().tables()).isEmpty();
        }
    }
}
