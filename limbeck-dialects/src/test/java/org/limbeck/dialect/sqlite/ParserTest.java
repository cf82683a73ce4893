package org.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.dialect.Live;
import org.limbeck.error.LimbeckException;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.testkit.server.TestDatabase;

/** What SQLite lets people write is understood, and what it is written in is kept. */
final class ParserTest {

    /** Each is run on SQLite first, so that no test holds a grammar of our own against it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t(a)",
                "CREATE TABLE t(a,b,c)",
                "create table 't'('a' 'int', \"b\" [var char](10), `c` text)",
                "CREATE TABLE t(a int not null null unique default 1 check(a>0) references x collate nocase)",
                "CREATE TABLE t(a DEFAULT -1, b DEFAULT +1.5e-3, c DEFAULT x'00', d DEFAULT null, e DEFAULT foo, f DEFAULT ((1 + 2) * 3))",
                "CREATE TABLE t(a int default 0x10, b default .5, c default 1_000, d default TRUE, e default \"dq\")",
                "CREATE TABLE t(a /* c1 */ int -- c2\n, -- c3\n b text /* unclosed, ) */, c)",
                "CREATE TABLE t(a CONSTRAINT one, b CONSTRAINT two CONSTRAINT three NOT NULL)",
                "CREATE TABLE t(a, UNIQUE(a) CHECK(a) CONSTRAINT n CHECK(a>1) PRIMARY KEY(a) FOREIGN KEY(a) REFERENCES t)",
                "CREATE TABLE t(a REFERENCES x(y) ON DELETE SET DEFAULT ON UPDATE NO ACTION MATCH simple NOT DEFERRABLE INITIALLY IMMEDIATE)",
                "CREATE TABLE t(a, FOREIGN KEY(a) REFERENCES x(y) DEFERRABLE)",
                "CREATE TABLE t(a INTEGER PRIMARY KEY DESC ON CONFLICT IGNORE)",
                "CREATE TABLE t(a INTEGER, PRIMARY KEY(a AUTOINCREMENT) ON CONFLICT ABORT)",
                "CREATE TABLE t(a, PRIMARY KEY(a COLLATE nocase ASC), UNIQUE('a'))",
                "CREATE TABLE t(x, a AS (1), b INT AS (a || ')') STORED, c GENERATED ALWAYS AS (\"a\" + 1) VIRTUAL)",
                "CREATE TABLE t(a UNSIGNED BIG INT(10, 5), b DOUBLE PRECISION, c VARCHAR(  255  ), d DECIMAL(+10,-5))",
                "CREATE TABLE t(action int, key text, replace blob, first, last, without, match, row)",
                "CREATE TABLE t(a CHECK(a IN (1, 2) IS NULL OR a LIKE '%)''(' ESCAPE '(') )",
                "CREATE TABLE \"t\"(\"a b\" INT CHECK(\"a b\" > 0), \"\"\"q\"\"\" INT)",
                "CREATE TABLE t(a INT PRIMARY KEY, b ANY) WITHOUT ROWID , STRICT",
                "CREATE TABLE t(größe TEXT, 名前 INT, e\u0301 INT)"
            })
    void theGrammarOfSqlite(String sql) throws SQLException {
        try (TestDatabase database = TestDatabase.sqliteInMemory();
                Live live = Live.on(database, new SqliteProvider())) {
            live.execute(sql);
            assertThat(live.schema().unknowns()).isEmpty();
            assertThat(live.table("t").columns().stream().map(Column::name).toList())
                    .isEqualTo(live.texts("SELECT name FROM pragma_table_xinfo('t') ORDER BY cid"));
            String again = TableParser.parse(live.texts("SELECT sql FROM sqlite_master WHERE name = 't'")
                            .get(0))
                    .create("u");
            live.execute(again);
            for (String pragma : List.of("table_xinfo", "index_list", "foreign_key_list")) {
                assertThat(live.texts("SELECT * FROM pragma_" + pragma + "('u')")
                                .toString()
                                .replace("_u_", "_t_"))
                        .isEqualTo(live.texts("SELECT * FROM pragma_" + pragma + "('t')")
                                .toString());
            }
        }
    }

    @Test
    void whatItSays() {
        TableText text = TableParser.parse("""
                CREATE TABLE "t" (
                  id INTEGER PRIMARY KEY AUTOINCREMENT, -- the number
                  Name varchar(10) COLLATE nocase CONSTRAINT nn NOT NULL DEFAULT 'x',
                  up INT CONSTRAINT fk REFERENCES T(ID) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
                  twice AS (id * 2) STORED,
                  CONSTRAINT ck CHECK (id > 0), UNIQUE (NAME)
                ) strict""");
        Table table = TableReader.read(
                new QualifiedName(null, "t"),
                text,
                List.of("CREATE INDEX i ON t (NAME COLLATE rtrim DESC, (id + 1)) WHERE up"));
        assertThat(table.columns()).extracting(Column::name).containsExactly("id", "Name", "up", "twice");
        assertThat(table.column("id").orElseThrow().generation()).isEqualTo(new Generation.Identity(false, null, null));
        assertThat(table.column("Name").orElseThrow().defaultValue()).isEqualTo(new DefaultValue.Literal("x"));
        assertThat(table.column("Name").orElseThrow().nullable()).isFalse();
        assertThat(table.column("Name").orElseThrow().collation()).isEqualTo("nocase");
        assertThat(table.column("twice").orElseThrow().generation())
                .isEqualTo(new Generation.Computed(SqlText.of("id * 2"), true));
        ForeignKey key = table.foreignKeys().get(0);
        assertThat(key.name()).isEqualTo("fk");
        assertThat(key.referencedColumns()).containsExactly("id");
        assertThat(table.constraint("ck").orElseThrow()).isEqualTo(new Check("ck", SqlText.of("id > 0"), true));
        assertThat(table.constraints().get(3).columns()).containsExactly("Name");
        Index index = table.index("i").orElseThrow();
        assertThat(index.members().get(0).column()).isEqualTo("Name");
        assertThat(index.members().get(0).collation()).isEqualTo("rtrim");
        assertThat(index.members().get(0).descending()).isTrue();
        assertThat(index.members().get(1).expression()).isEqualTo(SqlText.of("(id + 1)"));
        assertThat(index.where()).isEqualTo(SqlText.of("up"));
        assertThat(table.options()).containsEntry("sqlite", "STRICT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t(a int UNKNOWN (1) x)",
                "CREATE TABLE t(a",
                "CREATE TABLE t(a 'x)",
                "CREATE TABLE t(a) WITH (x = 1)",
                "CREATE TABLE t(a, CONSTRAINT n EXCLUDE (a))",
                "DROP TABLE t"
            })
    void whatIsNotUnderstoodIsAnError(String sql) {
        assertThatThrownBy(() -> TableParser.parse(sql))
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("not understood")
                .hasMessageContaining(sql);
    }

    @Test
    void whatIsNotATableIsReported() throws SQLException {
        try (TestDatabase database = TestDatabase.sqliteInMemory();
                Live live = Live.on(database, new SqliteProvider())) {
            live.execute("CREATE VIRTUAL TABLE words USING fts5(text)", "CREATE TABLE t (a)");
            assertThat(live.schema().tables().keySet())
                    .extracting(QualifiedName::name)
                    .containsExactly("t");
            assertThat(live.schema().unknowns()).singleElement().asString().contains("table words is virtual");
            assertThat(live.dialect().reflector().table(live.connection(), new QualifiedName(null, "words")))
                    .isEmpty();
        }
    }

    @Test
    void viewsAndWhatTheyRead() throws SQLException {
        try (TestDatabase database = TestDatabase.sqliteInMemory();
                Live live = Live.on(database, new SqliteProvider())) {
            live.execute(
                    "CREATE TABLE t (a, t2)",
                    "CREATE TABLE t2 (a)",
                    "CREATE VIEW z AS SELECT a FROM t",
                    "CREATE VIEW y(b) AS SELECT a FROM z",
                    "CREATE VIEW x AS SELECT t2 FROM t2 AS q, main.t WHERE q.a IN (SELECT b FROM y)",
                    "CREATE VIEW w AS SELECT a AS t FROM t2",
                    "INSERT INTO t VALUES (1, 2)");
            assertThat(live.state().viewsReading(QualifiedName.parse("t")))
                    .extracting(v -> v.name().name())
                    .containsExactly("z", "y", "x");
            live.apply(op -> op.aroundViews(List.of("z", "y", "x"), inner -> inner.setDefault("t", "a", 5)));
            assertThat(live.texts("SELECT b FROM y")).containsExactly("1");
            assertThat(live.rows("SELECT * FROM w")).isEmpty();
        }
    }
}
