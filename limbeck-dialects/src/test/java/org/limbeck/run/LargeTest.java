package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.command.Status;
import org.limbeck.testkit.fault.ChildJvm;
import org.limbeck.testkit.fault.Fault;
import org.limbeck.testkit.fault.FaultyDataSource;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** Ten thousand revisions, and a script of a hundred megabytes. */
class LargeTest {
    private static final int REVISIONS = 10_000;

    @TempDir
    Path folder;

    private static String id(int number) {
        return "a" + (100_000 + number);
    }

    /** What is sent grows with the revisions that run, and not with those that are there. */
    @Test
    void tenThousandRevisions() {
        History history = new History(folder);
        for (int i = 1; i <= REVISIONS; i++) {
            history.sql(
                    id(i), i == 1 ? "" : id(i - 1), "CREATE TABLE t" + i + " (id integer);", "DROP TABLE t" + i + ";");
        }
        try (TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE)) {
            Limbeck limbeck = history.limbeck(database);
            limbeck.stamp(List.of(id(REVISIONS - 200)), false, "restored", null);
            assertThat(limbeck.quickStatus().standing().behind()).isEqualTo(200);

            int few = sent(history, database, id(REVISIONS - 190));
            int more = sent(history, database, id(REVISIONS - 170));
            assertThat(more - few).isBetween(10 * 3, 10 * 4);
            limbeck.upgrade();

            Status status = limbeck.status();
            assertThat(status.isUpToDate()).isTrue();
            assertThat(status.rows()).hasSize(REVISIONS);
            assertThat(sent(history, database, "head")).isLessThanOrEqualTo(2);
        }
    }

    private static int sent(History history, TestDatabase database, String target) {
        FaultyDataSource counted = new FaultyDataSource(database, Fault.never());
        history.on(counted).load().upgrade(target);
        return counted.statements().size();
    }

    /** A JVM of its own with little memory: the script is never held. */
    @Test
    void aScriptOfAHundredMegabytes() throws Exception {
        int rows = 100_000;
        write(folder.resolve("big.sql"), rows);
        assertThat(Files.size(folder.resolve("big.sql"))).isGreaterThan(100_000_000L);
        try (TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE);
                ChildJvm child =
                        ChildJvm.start(UpgradeMain.class, UpgradeMain.environment(database, folder), "-Xmx128m")) {
            child.await("ready");
            child.proceed();
            assertThat(child.await("done")).isEqualTo("1 applied");
            assertThat(Tables.rows(database, "t1")).isEqualTo(rows);
        }
    }

    private static void write(Path file, int rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("--@ revision a1b2\n--@ message feat: big\n\n--@ upgrade\n");
            out.write("CREATE TABLE t1 (id integer, text varchar(1000));\n");
            String text = "x'';--".repeat(160);
            for (int i = 0; i < rows; i++) {
                out.write("INSERT INTO t1 (id, text) VALUES (" + i + ", '" + text + "');\n");
            }
        }
    }
}
