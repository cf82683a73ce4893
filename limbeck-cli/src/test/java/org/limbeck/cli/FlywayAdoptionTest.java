package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Histories that the real Flyway made become Limbeck's. */
class FlywayAdoptionTest {
    private static final String[] ADOPT = {"adopt", "flyway", "--from", "flyway"};

    @TempDir
    private Path folder;

    private TestShell shell = new TestShell(Path.of("."));
    private TestDatabase h2 = TestDatabase.sqliteInMemory();

    @BeforeEach
    void begin() {
        h2.close();
        h2 = TestDatabase.create(DatabaseKind.H2);
        shell = project(h2);
    }

    @AfterEach
    void end() {
        h2.close();
    }

    private TestShell project(TestDatabase database) {
        TestShell made = new TestShell(folder).project(TestShell.section("shop", database));
        made.file("flyway/V1__create_customer.sql", "CREATE TABLE customer (id int NOT NULL PRIMARY KEY);\n");
        made.file(
                "flyway/V1_1__add_name.sql",
                "-- with a semicolon; in a comment\r\nALTER TABLE customer ADD COLUMN name varchar(80);\r\n"
                        + "INSERT INTO customer (id, name) VALUES (1, 'a;b');");
        made.file("flyway/U1_1__add_name.sql", "ALTER TABLE customer DROP COLUMN name;\n");
        made.file("flyway/later/V2__create_bill.sql", "CREATE TABLE bill (id int NOT NULL PRIMARY KEY);\n");
        made.file(
                "flyway/R__names.sql", "DROP VIEW IF EXISTS names;\nCREATE VIEW names AS SELECT name FROM customer;\n");
        return made;
    }

    private FluentConfiguration flyway(TestDatabase database) {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("filesystem:" + folder.resolve("flyway"));
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("migrations"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.resolve("migrations").relativize(file).toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @EachDatabase({DatabaseKind.SQLITE, DatabaseKind.H2, DatabaseKind.POSTGRESQL_15})
    void whatFlywayAppliedIsRecordedAndOnlyTheRestRuns(TestDatabase database) throws Exception {
        TestShell shop = project(database);
        flyway(database).target("1.1").load().migrate();

        TestShell.Result adopted = shop.limbeck(ADOPT).exits(0);

        assertThat(adopted.out())
                .contains("Read 5 files of Flyway and ")
                .contains("V1 create customer")
                .contains("Done: shop: 3 revisions recorded as applied, 1 revision pending; nothing was run, and"
                        + " flyway_schema_history is left as it is");
        assertThat(written())
                .containsExactly(
                        "R__names.sql", "V1_1__add_name.sql", "V1__create_customer.sql", "later/V2__create_bill.sql");
        assertThat(shop.limbeck("current").exits(0).out()).contains("behind by 1");
        assertThat(shop.limbeck("status", "--json").exits(0).out()).contains("Flyway");
        assertThat(shop.limbeck("upgrade").exits(0).out())
                .contains("V2 create bill")
                .doesNotContain("V1.1");
        assertThat(database.answer("SELECT count(*) FROM customer")).isEqualTo("1");
        assertThat(database.answer("SELECT count(*) FROM bill")).isEqualTo("0");
        assertThat(shop.limbeck(ADOPT).exits(0).out())
                .contains("was adopted already, at")
                .contains("Nothing to do");
    }

    @EachDatabase({DatabaseKind.SQLITE, DatabaseKind.H2, DatabaseKind.POSTGRESQL_15})
    void theWholeHistoryBuildsAnEmptyDatabase(TestDatabase database) throws Exception {
        TestShell shop = project(database);
        flyway(database).load().migrate();
        shop.limbeck(ADOPT).exits(0);
        try (TestDatabase empty = TestDatabase.create(database.kind())) {
            shop.file(
                    "empty.toml",
                    "[database.empty]\nurl = \"" + empty.url() + "\"\nuser = \"" + empty.user() + "\"\npassword = \""
                            + empty.password() + "\"\nscripts = \"migrations\"\n");
            shop.limbeck("-c", "empty.toml", "upgrade").exits(0);
            assertThat(columns(empty)).isEqualTo(columns(database)).contains("customer.name", "bill.id", "names.name");
            shop.limbeck("-c", "empty.toml", "downgrade", "-3", "--allow-data-loss")
                    .exits(4);
        }
    }

    /** Tables and views with their columns and types, without those of Flyway and Limbeck. */
    private static List<String> columns(TestDatabase database) throws SQLException {
        List<String> columns = new java.util.ArrayList<>();
        try (Connection connection = database.connect();
                ResultSet rows = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (rows.next()) {
                String table = rows.getString("TABLE_NAME").toLowerCase(java.util.Locale.ROOT);
                if (!table.startsWith("flyway") && !table.startsWith("limbeck")) {
                    columns.add(table + "." + rows.getString("COLUMN_NAME").toLowerCase(java.util.Locale.ROOT));
                }
            }
        }
        columns.sort(null);
        return columns;
    }

    @Test
    void scriptsKeepTheirTextToTheByteAndUndoIsTheWayDown() throws Exception {
        flyway(h2).load().migrate();
        shell.limbeck(ADOPT).exits(0);

        String text = Files.readString(folder.resolve("migrations/V1_1__add_name.sql"));

        assertThat(text)
                .startsWith("--@ revision   ")
                .contains("--@ message    V1.1 add name\n-- carried over from Flyway: V1_1__add_name.sql\n")
                .contains("\n--@ upgrade\n" + Files.readString(folder.resolve("flyway/V1_1__add_name.sql")) + "\n")
                .endsWith("\n--@ downgrade\nALTER TABLE customer DROP COLUMN name;\n");
    }

    @Test
    void aDryRunWritesNothing() throws Exception {
        flyway(h2).load().migrate();

        assertThat(shell.limbeck("adopt", "flyway", "--from", "flyway", "--dry-run")
                        .exits(0)
                        .out())
                .contains(
                        "Would be: 4 scripts written to migrations, 4 revisions recorded as applied, 0 revisions pending");

        assertThat(written()).isEmpty();
        assertThat(shell.limbeck("current").out()).contains("unversioned");
    }

    @Test
    void theJournalKnowsWhoAppliedWhatAndWhen() throws Exception {
        flyway(h2).installedBy("anna").load().migrate();
        Map<String, Object> adopted = shell.limbeck("adopt", "flyway", "--from", "flyway", "--json")
                .exits(0)
                .json()
                .get(0);

        assertThat(adopted).containsEntry("tool", "Flyway").containsEntry("dry_run", false);
        assertThat(h2.answer("SELECT count(*) FROM limbeck_revision WHERE finished_by = 'anna' AND host = 'Flyway'"))
                .isEqualTo("4");
        assertThat(h2.answer("SELECT max(\"installed_on\") FROM \"flyway_schema_history\"")
                        .substring(0, 19))
                .isEqualTo(h2.answer("SELECT max(finished_at) FROM limbeck_revision")
                        .substring(0, 19)
                        .replace('T', ' '));
        assertThat(h2.answer("SELECT details FROM limbeck_event"))
                .isEqualTo("Flyway, flyway_schema_history: 4 applied, 0 pending");
    }

    @Test
    void ourChecksumIsFlyways() throws Exception {
        shell.file("flyway/V3__odd.sql", "-- äöü €\n\n\r\nSELECT 1;\rSELECT 2; \n\n");
        shell.file("flyway/V4__mark.sql", "\uFEFFSELECT 1;\n");
        flyway(h2).load().migrate();

        shell.limbeck(ADOPT).exits(0);
    }

    @Test
    void anEditedFileIsRefused() throws Exception {
        flyway(h2).load().migrate();
        shell.file("flyway/V1__create_customer.sql", "CREATE TABLE customer (id bigint NOT NULL PRIMARY KEY);\n");

        TestShell.Result refused = shell.limbeck(ADOPT).exits(4);

        assertThat(refused.err())
                .startsWith("LMB-5111 V1__create_customer.sql is not what was applied: it was edited since")
                .contains("--allow-edited");
        assertThat(written()).isEmpty();
        shell.limbeck("adopt", "flyway", "--from", "flyway", "--allow-edited").exits(0);
    }

    @Test
    void aFailedMigrationIsRefused() throws Exception {
        shell.file("flyway/V3__broken.sql", "CREATE TABLE half (id int);\nSELECT nothing FROM nowhere;\n");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> flyway(h2).load().migrate())
                .isInstanceOf(FlywayException.class);

        assertThat(shell.limbeck(ADOPT).exits(4).err())
                .startsWith("LMB-5111 Flyway failed in V3__broken.sql, and nobody knows how much of it is there")
                .contains("flyway repair");
    }

    @Test
    void placeholdersNeedTheirValues() throws Exception {
        shell.file("flyway/V3__tenant.sql", "INSERT INTO bill VALUES (${first});\n");
        flyway(h2).placeholders(Map.of("first", "7")).load().migrate();

        assertThat(shell.limbeck(ADOPT).exits(2).err())
                .startsWith("LMB-1117 Placeholders have no value: first")
                .contains("-x first=...");

        shell.limbeck("adopt", "flyway", "--from", "flyway", "-x", "first=7").exits(0);
        assertThat(Files.readString(folder.resolve("migrations/V3__tenant.sql")))
                .contains("VALUES (7);");
    }

    @Test
    void whatWasThereBeforeFlywayHasARevisionThatStops() throws Exception {
        h2.execute("CREATE TABLE customer (id int NOT NULL PRIMARY KEY)");
        Files.delete(folder.resolve("flyway/V1__create_customer.sql"));
        flyway(h2).baselineOnMigrate(true).load().migrate();

        assertThat(shell.limbeck(ADOPT).exits(0).out())
                .contains("(baseline 1)   what was there before Flyway has no script; its revision stops");

        assertThat(shell.limbeck("current").out()).contains("up to date");
        shell.file("empty.toml", "[database.empty]\nurl = \"" + TestShell.memory() + "\"\nscripts = \"migrations\"\n");
        assertThat(shell.limbeck("-c", "empty.toml", "upgrade").exits(1).err())
                .contains("what was there before Flyway has no script");
    }

    @Test
    void javaAndMissingScriptsAreStopsAndCallbacksAreLeft() throws Exception {
        shell.file("flyway/V3__gone.sql", "CREATE TABLE gone (id int);\n");
        shell.file("flyway/afterMigrate.sql", "SELECT 1;\n");
        flyway(h2).load().migrate();
        Files.delete(folder.resolve("flyway/V3__gone.sql"));
        shell.file("flyway/V4__Fill.java", "class V4__Fill {}\n");

        assertThat(shell.limbeck(ADOPT).exits(0).out())
                .contains("V3__gone.sql       it was applied, but the file is gone; its revision stops")
                .contains("V4__Fill.java      a migration in Java; its revision stops until it is written anew")
                .contains("afterMigrate.sql   a callback; Limbeck has none");

        assertThat(shell.limbeck("upgrade").exits(1).err())
                .contains("V4__Fill.java was a migration in Java for Flyway, and is not written anew yet");
    }

    @Test
    void whatCameOutOfOrderIsOrderedAndWhatWasSkippedRunsLast() throws Exception {
        Files.move(folder.resolve("flyway/later/V2__create_bill.sql"), folder.resolve("V2__create_bill.sql"));
        shell.file("flyway/V3__third.sql", "CREATE TABLE third (id int);\n");
        flyway(h2).load().migrate();
        Files.move(folder.resolve("V2__create_bill.sql"), folder.resolve("flyway/V2__create_bill.sql"));

        assertThat(shell.limbeck(ADOPT).exits(0).out())
                .contains("V2 was never applied, though V3 is: it is put behind it, and runs with the next upgrade");
        assertThat(shell.limbeck("upgrade").exits(0).out()).contains("V2 create bill");
        assertThat(shell.limbeck("current").out()).contains("up to date");
    }

    @Test
    void aSecondDatabaseUsesTheScriptsThatAreThere() throws Exception {
        flyway(h2).load().migrate();
        shell.limbeck(ADOPT).exits(0);
        List<String> before = written();
        try (TestDatabase production = TestDatabase.create(DatabaseKind.SQLITE)) {
            shell.file(
                    "production.toml",
                    "[database.production]\nurl = \"" + production.url() + "\"\nscripts = \"migrations\"\n");
            flyway(production).target("1.1").load().migrate();

            assertThat(shell.limbeck("-c", "production.toml", "adopt", "flyway", "--from", "flyway")
                            .exits(0)
                            .out())
                    .contains("Wrote 0 scripts")
                    .contains("2 revisions recorded as applied, 2 revisions pending");
            assertThat(shell.limbeck("-c", "production.toml", "upgrade")
                            .exits(0)
                            .out())
                    .contains("V2 create bill")
                    .contains("R names");
        }
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void aLineThatLooksLikeADirectiveGetsABlank() throws Exception {
        shell.file("flyway/V3__looks.sql", "--@ upgrade\nINSERT INTO bill VALUES (3); -- x\n--@todo\n");
        flyway(h2).load().migrate();
        shell.limbeck(ADOPT).exits(0);

        assertThat(Files.readString(folder.resolve("migrations/V3__looks.sql")))
                .endsWith("--@ upgrade\n-- @ upgrade\nINSERT INTO bill VALUES (3); -- x\n-- @todo\n");
    }

    @Test
    void aDatabaseThatFlywayNeverSawIsRefused() {
        assertThat(shell.limbeck(ADOPT).exits(4).err())
                .startsWith("LMB-5111 The database has no table flyway_schema_history");
    }

    @Test
    void theFolderOfScriptsMustBeAnother() {
        assertThat(shell.limbeck("adopt", "flyway", "--from", "migrations")
                        .exits(2)
                        .err())
                .startsWith("LMB-2003 The folder of scripts and the folder to adopt are one");
    }
}
