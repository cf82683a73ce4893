package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** What cannot be adopted is refused with its file and what to do; nothing is written then. */
class AdoptionRefusalTest {
    private static final String ROOT = "<databaseChangeLog>%s</databaseChangeLog>";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create(DatabaseKind.H2);
    private TestShell shell = new TestShell(Path.of("."));

    /** The tables of all three, as they are before anything was applied. */
    @BeforeEach
    void begin() throws SQLException {
        shell = new TestShell(folder).project(TestShell.section("shop", database));
        database.execute(
                "CREATE TABLE databasechangelog (id varchar(255), author varchar(255), filename varchar(255),"
                        + " dateexecuted timestamp, orderexecuted int, exectype varchar(10), tag varchar(255))",
                "CREATE TABLE alembic_version (version_num varchar(32))",
                "CREATE TABLE \"flyway_schema_history\" (\"installed_rank\" int, \"version\" varchar(50),"
                        + " \"description\" varchar(200), \"type\" varchar(20), \"script\" varchar(1000),"
                        + " \"checksum\" int, \"installed_by\" varchar(100), \"installed_on\" timestamp,"
                        + " \"execution_time\" int, \"success\" boolean)");
    }

    @AfterEach
    void end() {
        database.close();
    }

    private void refused(String tool, String from, String... words) {
        TestShell.Result result = shell.limbeck("adopt", tool, "--from", from);
        assertThat(result.code()).as(result.out()).isNotZero();
        assertThat(result.err()).contains(words);
        assertThat(folder.resolve("migrations"))
                .isDirectoryNotContaining(file -> file.toString().endsWith(".sql"));
    }

    @Test
    void flyway() throws Exception {
        refused("flyway", "nowhere", "LMB-3005 There is no folder", "--from DIR");
        shell.file("a/V1__first.sql", "SELECT 1;");
        shell.file("a/V1.0__second.sql", "SELECT 1;");
        refused("flyway", "a", "LMB-5111 Two files are one migration: V1.0__second.sql and V1__first.sql");
        shell.file("b/V1__first.sql", "");
        Files.writeString(folder.resolve("b/V1__first.sql"), "-- größe", StandardCharsets.ISO_8859_1);
        refused("flyway", "b", "LMB-3005 It is not UTF-8", "V1__first.sql");
    }

    @Test
    void liquibase() {
        refused("liquibase", "nowhere.xml", "LMB-3005 There is no changelog", "There is no such file.");
        shell.file("l/circle.xml", ROOT.formatted("<include file=\"circle.xml\"/>"));
        refused("liquibase", "l/circle.xml", "LMB-1110 Changelogs include each other in a circle");
        refused("liquibase", "l", "LMB-3005 There is no changelog", "It is a folder.");
        shell.file("l/gap.xml", ROOT.formatted("<include file=\"other.xml\"/>"));
        refused("liquibase", "l/gap.xml", "LMB-3005 An included changelog is not there: other.xml", "at gap.xml");
        shell.file("l/bad.xml", "<databaseChangeLog><include");
        refused("liquibase", "l/bad.xml", "LMB-1110 It is no XML: bad.xml");
        shell.file("l/bad.json", "{\"databaseChangeLog\": [");
        refused("liquibase", "l/bad.json", "LMB-1110 It is no JSON: bad.json");
        shell.file("l/text.txt", "x");
        refused(
                "liquibase",
                "l/text.txt",
                "LMB-5111 There is nothing of Liquibase to adopt",
                "1 file was read",
                "text.txt");
        shell.file("l/empty.json", "{}");
        refused("liquibase", "l/empty.json", "LMB-5111 There is nothing of Liquibase to adopt", "--from");
        shell.file(
                "l/twice.sql", "--liquibase formatted sql\n--changeset a:1\nSELECT 1;\n--changeset a:1\nSELECT 2;\n");
        refused(
                "liquibase",
                "l/twice.sql",
                "LMB-5111 Two change sets are one: twice.sql::1::a",
                "twice.sql:2",
                "twice.sql:4");
    }

    /** Only what the changelog includes is read, wherever our scripts are. */
    @Test
    void aChangelogBesideTheFolderOfScriptsIsAdopted() {
        shell.file("root.xml", ROOT.formatted("<include file=\"l/one.sql\"/><include file=\"l/one.sql\"/>"));
        shell.file("l/one.sql", "--liquibase formatted sql\n--changeset a:1\nSELECT 1;\n");
        assertThat(shell.limbeck("adopt", "liquibase", "--from", "root.xml")
                        .exits(0)
                        .out())
                .contains("1 revision pending");
    }

    @Test
    void alembic() {
        refused("alembic", "migrations", "LMB-2003 The folder of scripts and the folder to adopt are one");
        refused("alembic", "", "LMB-2003 The folder of scripts and the folder to adopt are one");
        shell.file("a/one.py", "revision = 'aa11'\ndown_revision = None\n");
        shell.file("a/two.py", "revision = 'aa11'\ndown_revision = None\n");
        refused("alembic", "a", "LMB-1101 Two files are revision aa11: one.py and two.py");
        shell.file("a/two.py", "revision = 'aa12'\ndown_revision = 'nobody'\n");
        refused("alembic", "a", "LMB-1102 the parent nobody of aa12 does not exist", "at two.py");
        shell.file("a/two.py", "revision = 'aa12'\ndown_revision = 'aa13'\n");
        shell.file("a/three.py", "revision = 'aa13'\ndown_revision = 'aa12'\n");
        refused("alembic", "a", "LMB-1104 revisions stand in a circle: aa12 -> aa13 -> aa12");
        shell.file("b/none.py", "print('hello')\n");
        refused("alembic", "b", "LMB-5111 There is nothing of Alembic to adopt", "none.py: no revision");
    }

    @Test
    void whatHasAHistoryAlready() {
        shell.limbeck("revision", "-m", "feat: own", "--sql", "--rev-id", "abcd")
                .exits(0);
        shell.file("a/one.py", "revision = 'aa11'\ndown_revision = None\n");
        String[] adopt = {"adopt", "alembic", "--from", "a"};
        assertThat(shell.limbeck(adopt).exits(4).err())
                .contains(
                        "LMB-5111 The folder of scripts holds other revisions already",
                        "There are 1, and none of them");
        shell.limbeck("upgrade").exits(0);
        assertThat(shell.limbeck(adopt).exits(4).err())
                .contains("LMB-5111 Database 'shop' has a history of Limbeck already", "Its journal has 1 revision.");
    }
}
