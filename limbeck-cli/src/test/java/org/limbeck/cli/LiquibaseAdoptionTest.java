package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;

import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Histories that the real Liquibase made become Limbeck's. */
class LiquibaseAdoptionTest {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd">
            """;

    @TempDir
    private Path folder;

    private TestDatabase h2 = TestDatabase.sqliteInMemory();
    private TestShell shell = new TestShell(Path.of("."));

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
        made.file("liquibase/db/master.xml", HEAD + """
                    <include file="v1/tables.sql" relativeToChangelogFile="true"/>
                    <include file="db/v2.xml"/>
                </databaseChangeLog>
                """);
        made.file("liquibase/db/v1/tables.sql", """
                --liquibase formatted sql

                --changeset anna:1
                --comment: the first
                CREATE TABLE customer (id int NOT NULL PRIMARY KEY);
                --rollback DROP TABLE customer;

                --changeset anna:2 dbms:oracle
                CREATE TABLE only_oracle (id int);

                --changeset ben:2
                ALTER TABLE customer ADD name varchar(80);
                INSERT INTO customer (id, name) VALUES (1, 'a;b');
                --rollback not required
                """);
        return made;
    }

    private void second(String changes) {
        shell.file("liquibase/db/v2.xml", HEAD + changes + "</databaseChangeLog>\n");
    }

    private static final String SQL_CHANGES = """
            <changeSet id="3" author="carl">
                <sql>CREATE TABLE bill (id int NOT NULL PRIMARY KEY); INSERT INTO bill VALUES (7)</sql>
                <rollback>DROP TABLE bill</rollback>
            </changeSet>
            """;

    private static final String TYPED_CHANGES = """
            <changeSet id="3" author="carl">
                <createTable tableName="bill">
                    <column name="id" type="int"><constraints primaryKey="true" nullable="false"/></column>
                    <column name="note" type="varchar(40)" defaultValue="none"/>
                </createTable>
            </changeSet>
            <changeSet id="4" author="carl">
                <createIndex tableName="bill" indexName="ix_bill_note"><column name="note"/></createIndex>
            </changeSet>
            """;

    private Liquibase liquibase(Database database) throws Exception {
        return new Liquibase("db/master.xml", new DirectoryResourceAccessor(folder.resolve("liquibase")), database);
    }

    private void update(TestDatabase database, int changes) throws Exception {
        try (Connection connection = database.connect()) {
            Database there =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            liquibase(there).update(changes, new Contexts(), new LabelExpression());
        }
    }

    /** What Liquibase prints for an empty database of the kind. */
    private void print(TestDatabase kind) throws Exception {
        try (TestDatabase empty = TestDatabase.create(kind.kind());
                Connection connection = empty.connect()) {
            Database there =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            there.setOutputDefaultSchema(false);
            there.setOutputDefaultCatalog(false);
            StringWriter up = new StringWriter();
            liquibase(there).update(new Contexts(), new LabelExpression(), up);
            shell.file("up.sql", up.toString());
            StringWriter down = new StringWriter();
            liquibase(there).futureRollbackSQL(new Contexts(), new LabelExpression(), down);
            shell.file("down.sql", down.toString());
        }
    }

    private TestShell.Result adopt(String... more) {
        String[] words = new String[4 + more.length];
        System.arraycopy(new String[] {"adopt", "liquibase", "--from", "liquibase/db/master.xml"}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return shell.limbeck(words);
    }

    private TestShell empty() {
        shell.file("new.toml", "[database.fresh]\nurl = \"" + TestShell.memory() + "\"\nscripts = \"migrations\"\n");
        return shell;
    }

    @EachDatabase({DatabaseKind.SQLITE, DatabaseKind.H2, DatabaseKind.POSTGRESQL_15, DatabaseKind.MARIADB_10_11})
    void changeSetsInSqlAreCarriedAndOnlyTheRestRuns(TestDatabase database) throws Exception {
        shell = project(database);
        second(SQL_CHANGES);
        update(database, 2);

        assertThat(adopt().exits(0).out())
                .contains("Read 3 files of Liquibase and 2 rows of databasechangelog")
                .contains("anna:1 of tables")
                .contains("for oracle only: nothing to do here")
                .contains("3 revisions recorded as applied, 1 revision pending");
        assertThat(shell.limbeck("current").exits(0).out()).contains("behind by 1");
        assertThat(shell.limbeck("upgrade").exits(0).out())
                .contains("carl:3 of v2")
                .doesNotContain("ben");
        assertThat(database.answer("SELECT count(*) FROM customer")).isEqualTo("1");
        assertThat(database.answer("SELECT id FROM bill")).isEqualTo("7");
        assertThat(adopt().exits(0).out()).contains("was adopted already, at");
    }

    @Test
    void rollbackIsTheWayDownAndAnEmptyDatabaseCanBeBuilt() throws Exception {
        second(SQL_CHANGES);
        update(h2, 9);
        adopt().exits(0);

        assertThat(Files.readString(folder.resolve("migrations/v1/tables__anna_1.sql")))
                .endsWith("""

                        --@ upgrade
                        CREATE TABLE customer (id int NOT NULL PRIMARY KEY);

                        --@ downgrade
                        DROP TABLE customer;
                        """);
        empty().limbeck("-c", "new.toml", "upgrade").exits(0);
        shell.limbeck("-c", "new.toml", "downgrade", "-1", "--allow-data-loss").exits(0);
        assertThat(shell.limbeck("-c", "new.toml", "current").out()).contains("behind by 1");
    }

    @EachDatabase({DatabaseKind.SQLITE, DatabaseKind.H2, DatabaseKind.POSTGRESQL_15, DatabaseKind.MARIADB_10_11})
    void whatIsNoSqlIsTakenFromWhatLiquibasePrints(TestDatabase database) throws Exception {
        shell = project(database);
        second(TYPED_CHANGES);
        update(database, 3);
        print(database);

        adopt("--sql-file", "up.sql", "--downgrade-sql-file", "down.sql").exits(0);

        String carried = Files.readString(folder.resolve("migrations/v2__carl_4.sql"));
        assertThat(carried)
                .containsIgnoringCase("ix_bill_note ON ")
                .containsIgnoringCase("DROP INDEX ")
                .doesNotContainIgnoringCase("databasechangelog (")
                .doesNotContain("Release Database Lock");
        assertThat(shell.limbeck("upgrade").exits(0).out())
                .contains("carl:4 of v2")
                .doesNotContain("carl:3");
        shell.limbeck("downgrade", "-2", "--allow-data-loss").exits(0);
        shell.limbeck("upgrade").exits(0);
        assertThat(database.answer("SELECT count(*) FROM bill")).isEqualTo("0");
    }

    @Test
    void whatIsNoSqlStopsWithoutIt() throws Exception {
        second(TYPED_CHANGES);
        update(h2, 3);

        assertThat(adopt().exits(0).out())
                .contains("v2.xml::3::carl")
                .contains("createTable: no SQL; its revision stops until --sql-file gives it");
        assertThat(shell.limbeck("upgrade").exits(1).err())
                .contains("v2.xml::4::carl of Liquibase is no SQL (createIndex)");
    }

    @Test
    void whatRunsInSomeContextsOnlyIsLeftWhereItDidNotRun() throws Exception {
        second("""
                <changeSet id="5" author="carl" context="test"><sql>CREATE TABLE for_tests (id int)</sql></changeSet>
                <changeSet id="6" author="carl" runOnChange="true"><sql>SELECT 1</sql></changeSet>
                """);
        try (Connection connection = h2.connect()) {
            liquibase(DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)))
                    .update(new Contexts("production"));
        }

        assertThat(adopt().exits(0).out())
                .contains("v2.xml::5::carl")
                .contains("it was not applied here, and runs in some contexts or labels only")
                .contains("v2.xml::6::carl is an ordinary revision now: it runs once")
                .contains("0 revisions pending");
    }

    @Test
    void aChangeSetThatIsGoneStops() throws Exception {
        second(SQL_CHANGES);
        update(h2, 9);
        second("");

        assertThat(adopt().exits(0).out())
                .contains("db/v2.xml::3::carl")
                .contains("it was applied, but its change set is gone; its revision stops");
        assertThat(shell.limbeck("current").out()).contains("up to date");
    }

    @Test
    void otherDelimitersBecomeSemicolons() throws Exception {
        second("");
        shell.file("liquibase/db/v1/tables.sql", """
                --liquibase formatted sql
                --changeset anna:1 endDelimiter:/
                CREATE TABLE one (id int)
                /
                CREATE TABLE two (id int)
                /
                """);
        update(h2, 9);
        adopt().exits(0);

        assertThat(Files.readString(folder.resolve("migrations/v1/tables__anna_1.sql")))
                .endsWith("--@ upgrade\nCREATE TABLE one (id int);\nCREATE TABLE two (id int);\n");
    }

    @Test
    void aFormThatIsNotReadIsTakenFromWhatLiquibasePrints() throws IOException, Exception {
        second(TYPED_CHANGES);
        update(h2, 3);
        print(h2);
        shell.file("liquibase/db/master.yaml", "databaseChangeLog:\n- include:\n    file: db/v2.xml\n");

        assertThat(shell.limbeck("adopt", "liquibase", "--from", "liquibase/db/master.yaml", "--sql-file", "up.sql")
                        .exits(0)
                        .out())
                .contains("master.yaml   a changelog in a form that is not read")
                .contains("3 revisions recorded as applied, 1 revision pending");
    }

    @Test
    void nothingOutsideAnXmlFileIsRead() throws Exception {
        second("");
        update(h2, 9);
        shell.file("secret.txt", "secret");
        shell.file(
                "liquibase/db/v2.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file://" + folder.resolve("secret.txt") + "\">]>\n"
                        + "<databaseChangeLog><changeSet id=\"9\" author=\"eve\"><sql>&e;</sql></changeSet></databaseChangeLog>");

        TestShell.Result refused = adopt();

        assertThat(refused.out() + refused.err()).doesNotContain("secret\n").doesNotContain("eve:9");
        assertThat(folder.resolve("migrations/v2__eve_9.sql")).doesNotExist();
    }
}
