package org.limbeck.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.bigint;
import static org.limbeck.migration.Words.check;
import static org.limbeck.migration.Words.column;
import static org.limbeck.migration.Words.desc;
import static org.limbeck.migration.Words.foreignKey;
import static org.limbeck.migration.Words.index;
import static org.limbeck.migration.Words.integer;
import static org.limbeck.migration.Words.primaryKey;
import static org.limbeck.migration.Words.row;
import static org.limbeck.migration.Words.unique;
import static org.limbeck.migration.Words.varchar;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.dialect.Live;
import org.limbeck.dialect.Reflector;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** What is read besides tables, and how. */
class H2ReflectorTest {
    private static final String TRIGGER_CLASS = "org.h2.fulltext.FullText$FullTextTrigger";

    private TestDatabase database;
    private Live live;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.create(DatabaseKind.H2);
        live = Live.on(database, new H2Provider());
    }

    @AfterEach
    void close() throws SQLException {
        live.close();
        database.close();
    }

    private Reflector reflector() {
        return live.dialect().reflector();
    }

    @Test
    void anEmptySchema() throws SQLException {
        assertThat(live.schema()).isEqualTo(Schema.EMPTY);
        assertThat(reflector().countTables(live.connection())).isZero();
        assertThat(reflector().table(live.connection(), QualifiedName.parse("nothing")))
                .isEmpty();
        assertThat(reflector().view(live.connection(), QualifiedName.parse("no.thing")))
                .isEmpty();
        assertThat(reflector().sequence(live.connection(), QualifiedName.parse("nothing")))
                .isEmpty();
        assertThat(reflector().enumType(live.connection(), QualifiedName.parse("nothing")))
                .isEmpty();
        assertThat(reflector().triggersOn(live.connection(), QualifiedName.parse("nothing")))
                .isEmpty();
        assertThat(reflector().viewsReading(live.connection(), QualifiedName.parse("nothing")))
                .isEmpty();
    }

    @Test
    void limbecksOwnTablesAreReadButNotCounted() throws SQLException {
        live.execute(
                "CREATE TABLE limbeck_revision (a INT)",
                "CREATE TABLE limbeck_event (a INT)",
                "CREATE TABLE limbeck_lock (a INT)",
                "CREATE TABLE own (a INT)",
                "CREATE VIEW v AS SELECT 1 AS one",
                "CREATE LOCAL TEMPORARY TABLE temp (a INT)");
        assertThat(live.schema().tables().keySet())
                .extracting(QualifiedName::toString)
                .containsExactly("limbeck_event", "limbeck_lock", "limbeck_revision", "own");
        assertThat(reflector().countTables(live.connection())).isOne();
    }

    @Test
    void viewsComeBackAndCanBeCreatedAgain() throws SQLException {
        live.apply(op -> op.createTable("t", column("a", integer()), column("n", varchar(9))));
        live.execute(
                "CREATE VIEW plain AS SELECT a, n FROM t WHERE n = 'PUBLIC.\"PUBLIC\".\"X\"'",
                "CREATE VIEW named (x, y) AS SELECT a, n FROM t",
                "CREATE VIEW \"ALL\" AS SELECT * FROM named JOIN plain ON x = a",
                "CREATE VIEW \"VALUES\" AS VALUES (1, 'é')",
                "COMMENT ON VIEW plain IS 'it''s'");
        Schema before = live.schema();
        Map<QualifiedName, View> views = before.views();
        assertThat(views).hasSize(4);
        View plain = before.view(QualifiedName.parse("plain")).orElseThrow();
        assertThat(plain.comment()).isEqualTo("it's");
        assertThat(plain.query().sql()).contains("FROM \"T\"").contains("'PUBLIC.\"PUBLIC\".\"X\"'");
        assertThat(before.view(QualifiedName.parse("named")).orElseThrow().options())
                .containsEntry("h2", "(\"X\", \"Y\")");
        for (QualifiedName name : views.keySet()) {
            assertThat(reflector().view(live.connection(), name)).isEqualTo(before.view(name));
        }
        live.apply(op -> List.of("all", "values", "named", "plain").forEach(op::dropView));
        live.apply(op -> {
            for (String name : List.of("plain", "named", "all", "values")) {
                op.createView(before.view(QualifiedName.parse(name)).orElseThrow());
            }
        });
        assertThat(live.schema().views()).isEqualTo(views);
    }

    @Test
    void viewsThatReadATableComeInOrder() throws SQLException {
        live.execute(
                "CREATE SCHEMA other",
                "CREATE TABLE t (a INT)",
                "CREATE TABLE \"t\" (a INT)",
                "CREATE VIEW z AS SELECT a FROM t",
                "CREATE VIEW y AS SELECT a FROM z",
                "CREATE VIEW other.b AS SELECT y.a FROM y JOIN z ON y.a = z.a",
                "CREATE VIEW unrelated AS SELECT a AS t FROM \"t\"");
        assertThat(reflector().viewsReading(live.connection(), QualifiedName.parse("t")))
                .extracting(v -> v.name().toString())
                .containsExactly("z", "y", "other.b");
        assertThat(reflector().viewsReading(live.connection(), QualifiedName.parse("y")))
                .extracting(v -> v.name().toString())
                .containsExactly("other.b");
    }

    @Test
    void triggersComeBackAndCanBeCreatedAgain() throws SQLException {
        live.apply(op -> op.createTable("t", column("id", bigint()), primaryKey("id")));
        live.execute(
                "CREATE TRIGGER \"it's one\" BEFORE INSERT, UPDATE ON \"T\" FOR EACH ROW QUEUE 10 NOWAIT CALL '"
                        + TRIGGER_CLASS + "'",
                "CREATE TRIGGER \"two's\" AFTER DELETE ON \"T\" CALL '" + TRIGGER_CLASS + "'");
        List<Trigger> triggers = reflector().triggersOn(live.connection(), QualifiedName.parse("t"));
        assertThat(triggers)
                .extracting(t -> t.definition().sql())
                .containsExactly(
                        "CREATE TRIGGER \"it's one\" BEFORE INSERT, UPDATE ON \"T\" FOR EACH ROW QUEUE 10 NOWAIT CALL '"
                                + TRIGGER_CLASS + "'",
                        "CREATE TRIGGER \"two's\" AFTER DELETE ON \"T\" CALL '" + TRIGGER_CLASS + "'");
        assertThat(live.schema().triggersOn(QualifiedName.parse("t"))).isEqualTo(triggers);
        live.apply(op -> triggers.forEach(op::dropTrigger));
        assertThat(live.schema().triggers()).isEmpty();
        live.apply(op -> triggers.forEach(op::createTrigger));
        assertThat(reflector().triggersOn(live.connection(), QualifiedName.parse("t")))
                .isEqualTo(triggers);
    }

    @Test
    void routinesComeBackAndCanBeCreatedAgain() throws SQLException {
        live.execute(
                "CREATE ALIAS \"Twice\" DETERMINISTIC AS 'int twice(int x) { return x * 2; }'",
                "CREATE ALIAS \"root of\" FOR 'java.lang.Math.sqrt'");
        Map<QualifiedName, Routine> routines = live.schema().routines();
        assertThat(routines.values())
                .extracting(r -> r.definition().sql())
                .containsExactly(
                        "CREATE ALIAS \"Twice\" DETERMINISTIC AS 'int twice(int x) { return x * 2; }'",
                        "CREATE ALIAS \"root of\" FOR 'java.lang.Math.sqrt'");
        live.apply(op -> routines.values().forEach(op::dropRoutine));
        live.apply(op -> routines.values().forEach(op::createRoutine));
        assertThat(live.schema().routines()).isEqualTo(routines);
    }

    @Test
    void sequencesShowWhatIsNotUsual() throws SQLException {
        List<Sequence> sequences = List.of(
                Sequence.of("plain"),
                Sequence.of("up")
                        .startingAt(7)
                        .incrementBy(3)
                        .between(2, 100)
                        .cycling()
                        .caching(5),
                Sequence.of("down").incrementBy(-1),
                Sequence.of("low").incrementBy(-2).between(-10, -2));
        live.apply(op -> sequences.forEach(op::createSequence));
        assertThat(live.schema().sequences().values()).containsExactlyInAnyOrderElementsOf(sequences);
        assertThat(reflector().sequence(live.connection(), QualifiedName.parse("up")))
                .contains(sequences.get(1));
        live.apply(op -> op.alterSequence(Sequence.of("up")));
        assertThat(reflector().sequence(live.connection(), QualifiedName.parse("up")))
                .contains(Sequence.of("up"));
    }

    @Test
    void whatIsNotUnderstoodIsTold() throws SQLException {
        live.execute(
                "CREATE DOMAIN d AS VARCHAR(9) CHECK (VALUE <> 'x')",
                "CREATE TABLE t (a INT INVISIBLE, b d, c INT, UNIQUE NULLS ALL DISTINCT (b, c))",
                "CREATE UNIQUE NULLS ALL DISTINCT INDEX i ON t (c, a)",
                "COMMENT ON INDEX i IS 'x'",
                "ALTER TABLE t ADD CONSTRAINT k CHECK (c > 0)",
                "COMMENT ON CONSTRAINT k IS 'x'",
                "CREATE CONSTANT one VALUE 1",
                "CREATE SYNONYM syn FOR t",
                "CREATE MATERIALIZED VIEW mv AS SELECT a FROM t",
                "CREATE GLOBAL TEMPORARY TABLE temp (a INT)",
                "CREATE GLOBAL TEMPORARY TABLE ht_human (a INT)",
                "CREATE GLOBAL TEMPORARY TABLE hte_human (a INT)",
                "CREATE SEQUENCE small AS SMALLINT",
                "CREATE TRIGGER g AFTER INSERT ON t AS 'org.h2.api.Trigger create() {"
                        + " return (connection, before, after) -> {}; }'");
        Schema schema = live.schema();
        assertThat(schema.unknowns())
                .containsExactlyInAnyOrder(
                        "column T.A is INVISIBLE",
                        "constraint CONSTRAINT_5 has NULLS ALL DISTINCT",
                        "index I has a comment",
                        "index I has NULLS ALL DISTINCT",
                        "constraint K has a comment",
                        "there is a domain D",
                        "there is a constant ONE",
                        "there is a synonym SYN",
                        "there is a materialised view MV",
                        "there is a global temporary TEMP",
                        "sequence SMALL is of type SMALLINT",
                        "trigger G has its source in SQL, which the catalogue does not show");
        assertThat(schema.tables().keySet()).containsExactly(QualifiedName.parse("t"));
        assertThat(live.table("t").column("b").orElseThrow().type().name()).isEqualTo("\"D\"");
    }

    @Test
    void keysAreRightAfterTheirColumnsWereRenamed() throws SQLException {
        live.apply(op -> {
            op.createTable(
                    "p",
                    column("a", bigint()),
                    column("b", bigint()),
                    primaryKey("b", "a"),
                    unique("a", "b").named("u"));
            op.createTable(
                    "c",
                    column("x", bigint()),
                    column("y", bigint()),
                    foreignKey("x", "y").references("p", "a", "b"));
            op.createIndex("c", index("y", "x"));
            op.renameColumn("p", "a", "aa");
            op.renameColumn("c", "x", "xx");
        });
        assertThat(live.table("p").primaryKey().orElseThrow().columns()).containsExactly("b", "aa");
        assertThat(live.table("p").constraint("u").orElseThrow().columns()).containsExactly("aa", "b");
        assertThat(live.table("c").foreignKeys().get(0).columns()).containsExactly("xx", "y");
        assertThat(live.table("c").foreignKeys().get(0).referencedColumns()).containsExactly("aa", "b");
        assertThat(live.schema().table(QualifiedName.parse("c"))).contains(live.table("c"));
    }

    @Test
    void theNumberOfQueriesDoesNotGrow() throws SQLException {
        many(0, 1);
        int few = queries();
        many(1, 30);
        assertThat(queries()).isEqualTo(few).isLessThanOrEqualTo(16);
    }

    private void many(int from, int to) throws SQLException {
        live.execute("CREATE SEQUENCE s" + from);
        for (int i = from; i < to; i++) {
            String name = "t" + i;
            live.apply(op -> op.createTable(
                    name,
                    column("id", bigint()).autoIncrement(),
                    column("p", bigint()),
                    primaryKey("id"),
                    foreignKey("p").references(name, "id"),
                    check("p > 0"),
                    index("p")));
            live.execute("CREATE VIEW v" + i + " AS SELECT id FROM t" + i);
        }
    }

    private int queries() throws SQLException {
        int[] count = {0};
        Connection counting = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("createStatement")) {
                        count[0]++;
                    }
                    return method.invoke(live.connection(), arguments);
                });
        reflector().schema(counting, null);
        return count[0];
    }

    // ---- addresses with other rules

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";DATABASE_TO_LOWER=TRUE",
                ";DATABASE_TO_UPPER=FALSE",
                ";CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                ";MODE=PostgreSQL",
                ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                ";MODE=MySQL;DATABASE_TO_LOWER=TRUE",
                ";MODE=MariaDB",
                ";MODE=Oracle",
                ";MODE=MSSQLServer",
                ";MODE=DB2",
                ";MODE=Derby",
                ";MODE=HSQLDB",
                ";MODE=LEGACY",
                ";MODE=STRICT",
                ";DEFAULT_NULL_ORDERING=FIRST",
                ";DEFAULT_NULL_ORDERING=LAST"
            })
    void namesAreExactAndTablesComeBackWhateverTheAddressSays(String parameters) throws SQLException {
        String url = "jdbc:h2:mem:modes" + Math.abs(parameters.hashCode()) + parameters;
        try (Live other = Live.on(DriverManager.getConnection(url, "sa", ""), new H2Provider())) {
            List<Operation> operations = Live.record(op -> op.createTable(
                    "orders",
                    column("id", bigint()).autoIncrement(),
                    column("Status", varchar(20)).notNull().defaultTo("new").comment("it's"),
                    column("LOUD", integer()),
                    primaryKey("id"),
                    unique("Status"),
                    index("LOUD", "Status"),
                    index(desc("LOUD"), IndexMember.column("Status")).named("falling")));
            other.execute(operations);
            Table created = ((CreateTable) operations.get(0)).table();
            assertThat(other.normal("orders")).isEqualTo(other.dialect().normalise(created));
            other.apply(op -> {
                op.insert("orders", row("id", 10, "LOUD", 1, "Status", "a"), row("id", 11, "LOUD", 2, "Status", "b"));
                op.upsert("orders", List.of("id"), row("id", 10, "Status", "c"));
                op.insert("orders", row("Status", "d"));
                op.renameColumn("orders", "LOUD", "quiet");
                op.setType("orders", "quiet", bigint());
                op.addColumn("orders", column("more", varchar(5)));
                op.dropColumn("orders", "Status");
            });
            assertThat(other.texts("SELECT id, quiet FROM orders ORDER BY 1"))
                    .containsExactly("10|1", "11|2", "12|null");
            other.apply(op -> op.dropTable("orders"));
            assertThat(other.schema().tables()).isEmpty();
        }
    }

    @Test
    void anIndexOfAnotherOrderOfNullsIsSeenWhateverIsUsual() throws SQLException {
        String url = "jdbc:h2:mem:high;DEFAULT_NULL_ORDERING=HIGH";
        try (Live high = Live.on(DriverManager.getConnection(url, "sa", ""), new H2Provider())) {
            high.execute("CREATE TABLE t (a INT, b INT)", "CREATE INDEX i ON t (a, b NULLS FIRST)");
            Index index = high.table("t").indexes().get(0);
            assertThat(index.members().get(0).nulls()).isNull();
            assertThat(index.members().get(1).nulls()).isEqualTo(IndexMember.Nulls.FIRST);
        }
    }
}
