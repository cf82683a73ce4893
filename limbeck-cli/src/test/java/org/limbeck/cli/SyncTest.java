package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** What a model has more is added to a database without a history, and nothing else happens. */
class SyncTest {
    private static final String[] OLD = {
        "CREATE TABLE customer (id int NOT NULL PRIMARY KEY, nick varchar(10))",
        "INSERT INTO customer (id, nick) VALUES (1, 'ann')"
    };
    private static final String[] WANTED = {
        "CREATE TABLE customer (id int NOT NULL PRIMARY KEY, word varchar(80) DEFAULT 'it''s' NOT NULL, note varchar(20))",
        "CREATE TABLE bill (id int NOT NULL PRIMARY KEY, customer_id int REFERENCES customer (id))",
        "CREATE INDEX ix_customer_word ON customer (word)"
    };

    @TempDir
    private Path folder;

    private TestDatabase shop = TestDatabase.sqliteInMemory();
    private TestDatabase wanted = TestDatabase.sqliteInMemory();
    private TestShell shell = new TestShell(Path.of("."));

    @BeforeEach
    void begin() throws SQLException {
        end();
        shop = TestDatabase.create(DatabaseKind.SQLITE);
        wanted = TestDatabase.create(DatabaseKind.SQLITE);
        shop.execute(OLD);
        wanted.execute(WANTED);
        shell = project(shop, wanted);
    }

    @AfterEach
    void end() {
        shop.close();
        wanted.close();
    }

    private TestShell project(TestDatabase have, TestDatabase want) {
        return new TestShell(folder)
                .project(TestShell.section("shop", have) + "model = \"database:wanted\"\n\n"
                        + TestShell.section("wanted", want));
    }

    private TestShell.Result sync(String... more) {
        String[] words = new String[3 + more.length];
        System.arraycopy(new String[] {"-n", "shop", "sync"}, 0, words, 0, 3);
        System.arraycopy(more, 0, words, 3, more.length);
        return shell.limbeck(words);
    }

    @EachDatabase({DatabaseKind.SQLITE, DatabaseKind.H2, DatabaseKind.POSTGRESQL_15, DatabaseKind.MARIADB_10_11})
    void additionsAreDoneAndNothingElse(TestDatabase database) throws Exception {
        try (TestDatabase want = TestDatabase.create(database.kind())) {
            database.execute(OLD);
            want.execute(WANTED);
            shell = project(database, want);

            TestShell.Result plan = sync().exits(0);
            assertThat(plan.out())
                    .contains("+ column customer.word")
                    .contains("+ table bill")
                    .contains("+ index customer.ix_customer_word")
                    .contains("- column customer.nick")
                    .contains("only with --allow-drop")
                    .contains("\nBy\n  ")
                    .contains("Nothing was done. Do it:  limbeck -n shop sync --apply");
            assertThat(plan.out().toLowerCase(java.util.Locale.ROOT)).contains("it''s");

            assertThat(sync("--apply", "--reason", "last one by hand").exits(0).out())
                    .contains("run, kept in the journal");
            assertThat(database.answer("SELECT word FROM customer")).isEqualTo("it's");
            assertThat(database.answer("SELECT nick FROM customer")).isEqualTo("ann");
            assertThat(database.answer("SELECT reason FROM limbeck_event WHERE event = 'synced'"))
                    .isEqualTo("last one by hand");
            assertThat(database.answer("SELECT details FROM limbeck_event WHERE event = 'synced'"))
                    .containsIgnoringCase("bill");
            assertThat(sync("--apply").exits(0).out()).contains("shop: nothing to add.");
            sync("--apply", "--allow-drop").exits(0);
            assertThat(sync().exits(0).out()).contains("shop is as its model. Nothing to do.");
        }
    }

    @Test
    void whatRowsMayBeAgainstIsNoAddition() throws Exception {
        wanted.execute(
                "DROP TABLE bill",
                "ALTER TABLE customer ADD COLUMN needed int NOT NULL DEFAULT 0",
                "CREATE UNIQUE INDEX uq_customer_note ON customer (note)");
        shop.execute("ALTER TABLE customer ADD COLUMN note varchar(30)");

        assertThat(sync("--apply").exits(0).out())
                .contains("+ column customer.needed")
                .contains("~ column customer.note: type")
                .contains("only with --allow-change");
        assertThat(sync("--apply", "--allow-change").exits(0).out()).contains("+ index customer.uq_customer_note");
    }

    @Test
    void aColumnThatRowsHaveNoValueForIsLeftAlone() throws Exception {
        wanted.execute(
                "DROP TABLE bill",
                "DROP TABLE customer",
                "CREATE TABLE customer (id int NOT NULL PRIMARY KEY, nick varchar(10), must int NOT NULL)");

        assertThat(sync("--apply").exits(0).out())
                .contains("+ column customer.must")
                .contains("the rows of customer have no value for it: give the model a default");
        shop.execute("DELETE FROM customer");
        assertThat(sync("--json").exits(0).json().get(0)).containsEntry("left", List.of());
    }

    @Test
    void afterItTheHistoryTakesOver() throws Exception {
        shell.file(
                "migrations/all.sql",
                "--@ revision aaaa1111\n--@ message feat: all\n\n--@ upgrade\n" + String.join(";\n", WANTED) + ";\n");

        assertThat(shell.limbeck("-n", "shop", "current").out()).contains("unversioned");
        assertThat(sync("--apply", "--then-baseline").exits(0).out())
                .contains("Not recorded: the schema is not beyond doubt");
        assertThat(shell.limbeck("-n", "shop", "current").out()).contains("unversioned");
        assertThat(sync("--apply", "--allow-drop", "--then-baseline").exits(0).out())
                .contains("shop is recorded at aaaa1111; from here on write revisions");
        Map<String, Object> current =
                shell.limbeck("-n", "shop", "current", "--json").exits(0).json().get(0);
        assertThat(current).containsEntry("state", "up-to-date");
        assertThat(sync().exits(4).err())
                .startsWith("LMB-5115 Database 'shop' has a history")
                .contains("limbeck revision --autogenerate");
    }

    /** Rows may be against what the plan could not see; where DDL is part of a transaction nothing of it stays. */
    @Test
    void aStatementThatFailsIsShown() throws Exception {
        shop.execute("CREATE VIEW bill AS SELECT 1 AS id");
        assertThat(sync("--apply").exits(1).err())
                .startsWith("LMB-4001 A statement of the sync fails: CREATE TABLE bill")
                .contains("view bill already exists", "-> Correct the model or the rows");
        assertThat(shop.answer("SELECT count(*) FROM pragma_table_info('customer') WHERE name = 'word'"))
                .isEqualTo("0");
    }

    @Test
    void baselineGoesWithApply() {
        sync("--then-baseline").exits(2);
    }
}
