package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Where a database without a history stands is seen in its schema. */
class BaselineTest {
    private static final String CUSTOMER = "CREATE TABLE customer (id int NOT NULL PRIMARY KEY)";
    private static final String NAME = "ALTER TABLE customer ADD COLUMN name varchar(80)";
    private static final String BILL = "CREATE TABLE bill (id int NOT NULL PRIMARY KEY)";

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
        TestShell made = new TestShell(folder)
                .project(TestShell.section("shop", database) + "releases = { \"v1.0\" = \"aaaa1111\" }\n");
        made.script("aaaa1111", "", "feat: customers", CUSTOMER + ";", "DROP TABLE customer;");
        made.script("bbbb2222", "aaaa1111", "feat: names", NAME + ";", "ALTER TABLE customer DROP COLUMN name;");
        made.script("cccc3333", "bbbb2222", "feat: bills", BILL + ";", "DROP TABLE bill;");
        return made;
    }

    // ---- stamp

    @Test
    void aStampThatWouldNotBeTrueIsRefusedWithWhatDiffers() throws Exception {
        h2.execute(CUSTOMER);

        assertThat(shell.limbeck("stamp", "bbbb2222").exits(4).err())
                .startsWith("""
                        LMB-5101 The schema of 'shop' is not that of bbbb2222
                          For that it would need:
                            + column customer.name  \
                        """)
                .endsWith("""
                          -> Find the revision that it is at:  limbeck baseline
                          -> Or record it all the same:  --force --reason "..."
                        """);
        assertThat(shell.limbeck("current").out()).contains("unversioned");
        shell.limbeck("stamp", "aaaa1111").exits(0);
        shell.limbeck("stamp", "bbbb2222", "--force").exits(4);
        shell.limbeck("stamp", "bbbb2222", "--force", "--reason", "the column comes tonight")
                .exits(0);
    }

    @EachDatabase({DatabaseKind.POSTGRESQL_15, DatabaseKind.MARIADB_10_11})
    void whatRawSqlMadeIsSaidAndSeenInAScratchDatabase(TestDatabase database) throws Exception {
        shell = project(database);
        database.execute(CUSTOMER, "CREATE TABLE other (id int)");
        assertThat(shell.limbeck("stamp", "aaaa1111").exits(4).err()).contains("- table other");
        database.execute("DROP TABLE other");

        assertThat(shell.limbeck("stamp", "aaaa1111").exits(0).out())
                .contains("Not compared, because raw SQL may have made it")
                .contains("- table customer")
                .contains("raw SQL of aaaa1111: create table customer");

        try (TestDatabase empty = TestDatabase.create(database.kind())) {
            assertThat(shell.limbeck("stamp", "bbbb2222", "--scratch", scratch(empty))
                            .exits(4)
                            .err())
                    .contains("+ column customer.name");
        }
        try (TestDatabase empty = TestDatabase.create(database.kind())) {
            database.execute(NAME);
            assertThat(shell.limbeck("stamp", "bbbb2222", "--scratch", scratch(empty))
                            .exits(0)
                            .out())
                    .doesNotContain("Not compared");
            assertThat(shell.limbeck("stamp", "cccc3333", "--scratch", scratch(empty))
                            .exits(2)
                            .err())
                    .startsWith("LMB-2006 The scratch database is not empty");
        }
    }

    /** With its own login in the address, for a server makes a user for each database. */
    private static String scratch(TestDatabase empty) {
        String url = empty.url();
        return url + (url.contains("?") ? "&" : "?") + "user=" + empty.user() + "&password=" + empty.password();
    }

    @Test
    void stampingDownToTheBaseNeedsAnEmptySchema() throws Exception {
        shell.limbeck("upgrade").exits(0);
        assertThat(shell.limbeck("stamp", "base").exits(4).err())
                .contains("is not that of the base")
                .contains("- table bill");
        h2.execute("DROP TABLE bill", "DROP TABLE customer");
        shell.limbeck("stamp", "base").exits(0);
    }

    // ---- baseline

    @EachDatabase({DatabaseKind.SQLITE, DatabaseKind.H2})
    void theExactMatchIsFoundRecordedAndUpgradedFrom(TestDatabase database) throws Exception {
        shell = project(database);
        database.execute(CUSTOMER, NAME, "INSERT INTO customer (id) VALUES (1)");

        assertThat(shell.limbeck("baseline").exits(0).out()).isEqualTo("""
                        shop has 1 table and no history. Compared with 3 places in the history; the best:
                          ✓ bbbb2222   -      feat: names       exactly this
                          ! aaaa1111   v1.0   feat: customers   1 difference
                          ! cccc3333   -      feat: bills       1 difference
                        Record it:  limbeck baseline bbbb2222  (or --auto)
                        """);
        assertThat(shell.limbeck("baseline", "--auto").exits(0).out())
                .isEqualTo("shop is recorded at bbbb2222 (2 revisions, nothing executed), 1 revision pending\n"
                        + "Next:  limbeck upgrade\n");
        assertThat(shell.limbeck("upgrade").exits(0).out()).contains("cccc3333").doesNotContain("bbbb2222  feat");
        assertThat(shell.limbeck("baseline").exits(4).err())
                .startsWith("LMB-5101 Database 'shop' has a history already");
    }

    @Test
    void whatIsNotExactIsProposedAndNeverTakenByItself() throws Exception {
        h2.execute(CUSTOMER, "ALTER TABLE customer ADD COLUMN nick varchar(10)");

        assertThat(shell.limbeck("baseline").exits(0).out())
                .contains("! aaaa1111   v1.0   feat: customers   1 difference")
                .contains("To be at aaaa1111 it would need:\n  - column customer.nick  ")
                .contains("The schema is exactly that of no revision.");
        assertThat(shell.limbeck("baseline", "--auto").exits(4).err())
                .startsWith("LMB-5101 Where 'shop' stands is not beyond doubt")
                .contains("aaaa1111  feat: customers: 1 difference");
        shell.limbeck("baseline", "v1.0").exits(4);
        shell.limbeck("baseline", "v1.0", "--force", "--reason", "nick is of an add-on")
                .exits(0);
        assertThat(shell.limbeck("current").out()).startsWith("aaaa1111  v1.0");
    }

    @Test
    void revisionsThatChangeOnlyDataAreNotGuessed() throws Exception {
        shell.script("dddd4444", "cccc3333", "feat: first bill", "INSERT INTO bill VALUES (1);", "DELETE FROM bill;");
        h2.execute(CUSTOMER, NAME, BILL);

        assertThat(shell.limbeck("baseline").exits(0).out())
                .contains("✓ cccc3333")
                .contains("✓ dddd4444")
                .contains("The schema is the same at 2 revisions, and what they do besides is not seen in it.");
        shell.limbeck("baseline", "--auto").exits(4);
        shell.limbeck("baseline", "cccc3333").exits(0);
    }

    @Test
    void revisionsThatDoNothingAreTakenAlong() throws Exception {
        shell.script("dddd4444", "cccc3333", "merge: nothing", "", "");
        h2.execute(CUSTOMER, NAME, BILL);

        Map<String, Object> found =
                shell.limbeck("baseline", "--json").exits(0).json().get(0);
        assertThat(found).containsEntry("certain", "dddd4444").containsEntry("compared", 4L);
        assertThat((List<?>) found.get("candidates")).hasSize(4);
        assertThat(shell.limbeck("baseline", "--auto", "--json").exits(0).json().get(0))
                .containsEntry("event", "baselined")
                .containsEntry("heads", List.of("dddd4444"))
                .containsEntry("pending", 0L);
    }

    @Test
    void withoutScriptsThereIsNothingToCompareWith() throws Exception {
        h2.execute(CUSTOMER);
        shell = new TestShell(folder.resolve("fresh")).project(TestShell.section("shop", h2));
        assertThat(shell.limbeck("baseline").exits(4).err())
                .startsWith("LMB-5101 There is no revision to compare 'shop' with")
                .contains("limbeck stamp");
    }

    @Test
    void anEmptyDatabaseNeedsNoBaseline() {
        assertThat(shell.limbeck("baseline").exits(4).err())
                .startsWith("LMB-5101 Database 'shop' is empty")
                .contains("-> limbeck upgrade");
    }
}
