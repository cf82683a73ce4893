package org.limbeck.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.migration.Words.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Placement;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.h2.H2Provider;
import org.limbeck.dialect.mysql.MySqlProvider;
import org.limbeck.dialect.postgresql.PostgresqlProvider;
import org.limbeck.dialect.sqlite.SqliteProvider;
import org.limbeck.error.LimbeckException;
import org.limbeck.load.LoadedScript;
import org.limbeck.load.ScriptLocations;
import org.limbeck.load.Scripts;
import org.limbeck.load.SqlScript;
import org.limbeck.load.SqlStep;
import org.limbeck.meaning.Meaning;
import org.limbeck.migration.Migration;
import org.limbeck.migration.Op;
import org.limbeck.migration.Recording;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Schema;
import org.limbeck.state.ReplayedState;
import org.limbeck.write.Draft.Line;

class SqlWriterTest {
    private static final Dialect SQLITE = new SqliteProvider().offline("sqlite");
    private static final Dialect POSTGRESQL = new PostgresqlProvider().offline("postgresql");
    private static final Dialect MYSQL = new MySqlProvider().offline("mysql");
    private static final Dialect MARIADB = new MySqlProvider().offline("mariadb");
    private static final Dialect H2 = new H2Provider().offline("h2");
    private static final ScriptHead HEAD = new ScriptHead(
            "",
            "S",
            "3f2a9c1b7d04",
            List.of(),
            List.of(),
            List.of(),
            LocalDateTime.of(2026, 11, 20, 9, 31),
            "feat: orders");
    private static final String TRIGGER = """
            CREATE TRIGGER touched BEFORE UPDATE ON orders FOR EACH ROW
            BEGIN
                SET NEW.touched = 1;
                SET NEW.word = '//; $$';
            END""";
    private static final String FUNCTION = """
            CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $body$
            BEGIN
                RETURN 'a;b' || $$;$$; -- done;
            END $body$""";
    private static final List<String> HARD = List.of(
            "it's; done",
            "back\\slash\\",
            "-- no comment",
            "/* none\n either */",
            "--@ downgrade",
            "line\n--@ check x\nline",
            "$$; $tag$;",
            "\"quoted\"; `ticked`; [bracketed",
            "DELIMITER //",
            "//; || @@ ~~",
            "größe 🐘;",
            "${parameter}",
            "# hash");

    @Test
    void statementsStandInTheirSections() {
        Draft draft = new Draft(
                List.of(
                        new Line.Note("What the model says."),
                        run(op -> op.createTable(
                                "orders",
                                column("id", bigint()).notNull(),
                                column("word", varchar(9)),
                                primaryKey("id"))),
                        run(op -> op.createIndex("orders", index("word"))),
                        new Line.Off(one(op -> op.dropTable("old")), "No class is mapped to table old."),
                        run(op -> op.checkNoRows("no word is empty", "SELECT 1 FROM orders WHERE word = ''"))),
                List.of(run(op -> op.dropTable("orders"))));
        assertThat(SqlWriter.write(HEAD, draft, POSTGRESQL, Schema.EMPTY)).isEqualTo("""
                --@ revision   3f2a9c1b7d04
                --@ created    2026-11-20T09:31:00
                --@ message    feat: orders

                --@ upgrade
                -- What the model says.

                CREATE TABLE orders (
                  id bigint NOT NULL,
                  word varchar(9),
                  CONSTRAINT pk_orders PRIMARY KEY (id)
                );

                CREATE INDEX ix_orders_word ON orders (word);

                -- No class is mapped to table old.
                -- DROP TABLE old;

                --@ check no word is empty
                SELECT 1 FROM orders WHERE word = '';

                --@ downgrade
                DROP TABLE orders;
                """);
    }

    @Test
    void aBodyOfStatementsGetsADelimiterWhereItNeedsOne() {
        Draft draft = Draft.of(recorded(op -> op.createTrigger("orders", "touched", TRIGGER)), List.of());
        assertThat(SqlWriter.write(HEAD, draft, MYSQL, Schema.EMPTY)).contains("END;\n");
        assertThat(read(SqlWriter.write(HEAD, draft, MYSQL, Schema.EMPTY), MYSQL)
                        .upgrade())
                .containsExactly(TRIGGER);
    }

    @Test
    void severalKindsOfDatabasesHaveSectionsOfTheirOwn() {
        Draft draft = Draft.of(
                recorded(op -> op.addColumn("t", column("a", json()))), recorded(op -> op.dropColumn("t", "a")));
        String text = SqlWriter.write(
                HEAD,
                draft,
                List.of(new SqlWriter.Target(POSTGRESQL, Schema.EMPTY), new SqlWriter.Target(MYSQL, Schema.EMPTY)));
        assertThat(text)
                .contains("--@ upgrade postgresql\nALTER TABLE t ADD COLUMN a jsonb;\n")
                .contains("--@ upgrade mysql\nALTER TABLE t ADD COLUMN a json;\n")
                .contains("--@ downgrade postgresql\n", "--@ downgrade mysql\n");
    }

    @Test
    void theWayBackKnowsWhatTheWayUpMadeOnItsDialect() {
        Draft draft = Draft.of(
                recorded(op -> op.on(
                        "mysql",
                        there -> there.createTable("t", column("a", varchar(9)).notNull()))),
                recorded(op -> op.on("mysql", there -> there.setNullable("t", "a"))));
        assertThat(SqlWriter.write(HEAD, draft, MYSQL, Schema.EMPTY))
                .contains("--@ downgrade\nALTER TABLE t MODIFY COLUMN a varchar(9)");
    }

    @Test
    void aScriptWithoutWayBackHasNoDowngrade() {
        Draft draft = Draft.of(
                recorded(op -> op.createTable("t", column("a", integer()))),
                recorded(op -> op.irreversible("the rows are gone")));
        String text = SqlWriter.write(HEAD, draft, SQLITE, Schema.EMPTY);
        assertThat(text).doesNotContain("--@ downgrade").endsWith("-- irreversible: the rows are gone\n");
        assertThat(read(text, SQLITE).downgrade()).isFalse();
    }

    @Test
    void whatSqlCannotSayIsRefusedWithTheWayOut() {
        Draft draft = Draft.of(recorded(op -> op.when(tableMissing("t"), then -> then.dropTable("u"))), List.of());
        assertThatThrownBy(() -> SqlWriter.write(HEAD, draft, SQLITE, Schema.EMPTY))
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("An SQL script cannot say: when table t is missing")
                .hasMessageContaining("write a Java script: leave out --sql");
    }

    @Test
    void aRebuildOfSqliteIsRefused() {
        List<Operation> create = recorded(op -> op.createTable("t", column("a", integer()), column("b", integer())));
        Draft draft = Draft.of(
                Stream.concat(create.stream(), recorded(op -> op.setNotNull("t", "a")).stream())
                        .toList(),
                List.of());
        assertThatThrownBy(() -> SqlWriter.write(HEAD, draft, SQLITE, Schema.EMPTY))
                .hasMessageContaining("SQLite rebuilds the table");
    }

    @Test
    void aStatementThatWouldBeReadAsSeveralIsRefused() {
        Draft draft = Draft.of(recorded(op -> op.createTrigger("orders", "touched", TRIGGER)), List.of());
        assertThatThrownBy(() -> SqlWriter.write(HEAD, draft, POSTGRESQL, Schema.EMPTY))
                .hasMessageContaining(
                        "A statement cannot be written so that it is read as one: CREATE TRIGGER touched");
    }

    @Property(tries = 60)
    void whatIsWrittenIsReadAsTheSameStatements(@ForAll long seed) {
        for (Dialect dialect : List.of(SQLITE, POSTGRESQL, MYSQL, MARIADB, H2)) {
            List<Operation> operations = sayable(random(new Random(seed)), dialect);
            List<String> expected = statements(operations, dialect);
            String text = SqlWriter.write(HEAD, Draft.of(operations, operations), dialect, Schema.EMPTY);
            assertThat(read(text, dialect).upgrade()).as(text).isEqualTo(expected);
        }
    }

    // ---- operations with hard words

    private static List<Operation> random(Random random) {
        List<Operation> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String table = "t" + i;
            String name = "c " + word(random).replace('\n', ' ');
            all.addAll(recorded(op -> {
                op.createTable(
                        table,
                        column("id", integer()).notNull(),
                        column(name, varchar(50)).defaultTo(word(random)).comment(word(random)),
                        primaryKey("id"),
                        comment(word(random)));
                op.insert(table, row("id", 1, name, word(random)), row("id", 2, name, null));
                op.update(table, row(name, word(random)), where("id", 2));
                op.sql("UPDATE " + table + " SET id = 3 /* one; two */ WHERE id = 4");
                op.setColumnComment(table, name, word(random));
            }));
        }
        all.addAll(recorded(op -> {
            op.on("sqlite, mysql", there -> there.createTrigger("t0", "touched", TRIGGER));
            op.on("postgresql", there -> there.createFunction("f", "()", FUNCTION));
        }));
        return all;
    }

    private static String word(Random random) {
        return HARD.get(random.nextInt(HARD.size()));
    }

    /** What the dialect can say without a rebuild. */
    private static List<Operation> sayable(List<Operation> operations, Dialect dialect) {
        return new Meaning(dialect, step -> "")
                .chosen(operations).stream()
                        .filter(operation -> {
                            try {
                                return dialect.renderer().render(List.of(operation), ReplayedState.empty()).stream()
                                        .flatMap(group -> group.statements().stream())
                                        .noneMatch(statement -> statement.placement() == Placement.ISOLATED);
                            } catch (LimbeckException e) {
                                return false;
                            }
                        })
                        .toList();
    }

    private static List<String> statements(List<Operation> operations, Dialect dialect) {
        return dialect.renderer().render(operations, ReplayedState.empty()).stream()
                .flatMap(group -> group.statements().stream())
                .map(Statement::sql)
                .map(String::strip)
                .toList();
    }

    private record Read(List<String> upgrade, boolean downgrade) {}

    private static Read read(String text, Dialect dialect) {
        try {
            Path folder = Files.createTempDirectory("limbeck-sql");
            Path file = folder.resolve("S.sql");
            try {
                Files.writeString(file, text);
                Scripts scripts = Scripts.read(ScriptLocations.of(folder.toString()));
                LoadedScript loaded = scripts.load(Set.of(HEAD.id()), dialect).get(HEAD.id());
                SqlScript script = (SqlScript) Objects.requireNonNull(loaded);
                List<String> upgrade = script.upgrade().steps(Map.of()).stream()
                        .map(SqlStep::sql)
                        .toList();
                return new Read(upgrade, script.downgrade() != null);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Script {
        void record(Op op);
    }

    private static List<Operation> recorded(Script script) {
        Migration migration = script::record;
        return Recording.upgrade(migration, List.of(), Map.of()).operations();
    }

    private static Operation one(Script script) {
        return recorded(script).get(0);
    }

    private static Line run(Script script) {
        return new Line.Do(one(script));
    }
}
