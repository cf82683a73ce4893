package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;

import org.limbeck.command.Locking;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.config.Secret;
import org.limbeck.connect.Connector;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.dialects.Dialects;
import org.limbeck.journal.Journal;
import org.limbeck.journal.JournalTables;
import org.limbeck.journal.Who;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Every command that writes waits for another migrator, and gives up with exit code 3. */
class LockedTest {
    private static final List<String> WRITING =
            List.of("upgrade", "stamp aaaa", "sync --apply", "adopt flyway --from flyway");

    @TempDir
    private Path folder;

    @EachDatabase({DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL_15, DatabaseKind.MARIADB_10_11})
    void writingCommandsWait(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE t1 (id integer)");
        TestShell shell = new TestShell(folder)
                .project(
                        TestShell.section("shop", database) + "model = \"sql:schema.sql\"\nlock-timeout = \"100ms\"\n");
        shell.script("aaaa", "", "feat: t1", "CREATE TABLE t1 (id integer);", "DROP TABLE t1;");
        shell.file("schema.sql", "CREATE TABLE t1 (id integer); CREATE TABLE t2 (id integer);");
        shell.file("flyway/V1__t1.sql", "CREATE TABLE t1 (id integer);");
        DatabaseSettings settings = DatabaseSettings.of("shop", database.url(), "migrations").toBuilder()
                .login(database.user(), Secret.of(database.password()))
                .build();
        try (OpenDatabase other = new Connector(Dialects.providers(), settings, null).open();
                MigrationLock.Held held = Locking.acquire(
                        other,
                        new Journal(other.dialect(), JournalTables.of(settings.journal()), Who.me()),
                        Duration.ofSeconds(10),
                        event -> {},
                        () -> false)) {
            assertThat(held.held()).isTrue();
            for (String words : WRITING) {
                assertThat(shell.limbeck(words.split(" ")).exits(3).err())
                        .as(words)
                        .startsWith("LMB-4004 Another migrator works on this database; waited 1");
            }
            if (database.kind() == DatabaseKind.SQLITE) {
                // Elsewhere raw SQL is tried out in a database that must be named.
                shell.limbeck("baseline", "--auto").exits(3);
            }
        }
    }
}
