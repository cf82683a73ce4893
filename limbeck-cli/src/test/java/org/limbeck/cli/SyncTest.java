package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
        sql(shop, OLD);
        sql(wanted, WANTED);
        shell = project(shop, wanted);
    }

    @AfterEach
    void end() {
        shop.close();
        wanted.close();
    }

    private TestShell project(TestDatabase have, TestDatabase want) {
        return new TestShell(folder)
                .project(section("shop", have) + "model = \"database:wanted\"\n\n" + section("wanted", want));
    }

    private static String section(String name, TestDatabase database) {
        return "[database." + name + "]\nurl = \"" + database.url() + "\"\nuser = \"" + database.user()
                + "\"\npassword = \"" + database.password() + "\"\nscripts = \"migrations\"\n";
    }

    private static void sql(TestDatabase database, String... sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    private static String answer(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
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
            sql(database, OLD);
            sql(want, WANTED);
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
            assertThat(answer(database, "SELECT word FROM customer")).isEqualTo("it's");
            assertThat(answer(database, "SELECT nick FROM customer")).isEqualTo("ann");
            assertThat(answer(database, "SELECT reason FROM limbeck_event WHERE event = 'synced'"))
                    .isEqualTo("last one by hand");
            assertThat(answer(database, "SELECT details FROM limbeck_event WHERE event = 'synced'"))
                    .containsIgnoringCase("bill");
            assertThat(sync("--apply").exits(0).out()).contains("shop: nothing to add.");
            sync("--apply", "--allow-drop").exits(0);
            assertThat(sync().exits(0).out()).contains("shop is as its model. Nothing to do.");
        }
    }

    @Test
    void whatRowsMayBeAgainstIsNoAddition() throws Exception {
        sql(
                wanted,
                "DROP TABLE bill",
                "ALTER TABLE customer ADD COLUMN needed int NOT NULL DEFAULT 0",
                "CREATE UNIQUE INDEX uq_customer_note ON customer (note)");
        sql(shop, "ALTER TABLE customer ADD COLUMN note varchar(30)");

        assertThat(sync("--apply").exits(0).out())
                .contains("+ column customer.needed")
                .contains("~ column customer.note: type")
                .contains("only with --allow-change");
        assertThat(sync("--apply", "--allow-change").exits(0).out()).contains("+ index customer.uq_customer_note");
    }

    @Test
    void aColumnThatRowsHaveNoValueForIsLeftAlone() throws Exception {
        sql(
                wanted,
                "DROP TABLE bill",
                "DROP TABLE customer",
                "CREATE TABLE customer (id int NOT NULL PRIMARY KEY, nick varchar(10), must int NOT NULL)");

        assertThat(sync("--apply").exits(0).out())
                .contains("+ column customer.must")
                .contains("the rows of customer have no value for it: give the model a default");
        sql(shop, "DELETE FROM customer");
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

    @Test
    void baselineGoesWithApply() {
        sync("--then-baseline").exits(2);
    }
}
