package org.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.dialect.Live;
import org.limbeck.dialects.Dialects;
import org.limbeck.graph.Direction;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** Scripts for the sqlite3 shell: a rebuild is one transaction in them too, and the shell stops at errors. */
final class OfflineScriptTest {
    @TempDir
    Path folder;

    @BeforeEach
    void scripts() throws IOException {
        script("a1a1", "", """
                op.createTable("t", column("id", bigint()).autoIncrement(), column("a", varchar(20)), primaryKey("id"));
                op.insert("t", row("a", "x"), row("a", "yy"));
                """);
        script("b2b2", ", down = \"a1a1\"", """
                op.insert("t", row("a", "zzz"));
                op.setType("t", "a", varchar(LIMIT));
                op.setNotNull("t", "a");
                op.insert("t", row("a", "u"));
                """);
    }

    private void script(String id, String down, String up) throws IOException {
        Files.writeString(folder.resolve("R" + id + ".java"), """
                import static org.limbeck.migration.Words.*;

                import org.limbeck.migration.*;

                @Revision(id = "%s"%s, message = "feat: revision")
                final class R%s implements Migration {
                    private static final int LIMIT = 3;

                    @Override
                    public void upgrade(Op op) {
                        %s
                    }
                }
                """.formatted(id, down, id, up));
    }

    private Limbeck limbeck() {
        return Limbeck.configure()
                .url("jdbc:sqlite:none.db")
                .scripts(folder.toString())
                .classCache(folder.resolve(".cache"))
                .dialects(Dialects.providers())
                .load();
    }

    private String sql() {
        StringBuilder sql = new StringBuilder();
        limbeck().script(Direction.UP, "head", Map.of(), sql);
        return sql.toString();
    }

    @Test
    void neighboursShareOneTransactionWithKeysOff() {
        List<String> lines = sql().lines()
                .filter(l -> l.startsWith("PRAGMA") || l.startsWith("BEGIN") || l.startsWith("COMMIT"))
                .toList();
        assertThat(String.join("\n", lines).replaceAll("(?s).*(BEGIN.*BEGIN.*PRAGMA foreign)", "$1"))
                .contains("""
                        COMMIT;
                        PRAGMA foreign_keys = OFF;
                        PRAGMA legacy_alter_table = ON;
                        BEGIN IMMEDIATE;
                        COMMIT;
                        PRAGMA legacy_alter_table = OFF;
                        BEGIN IMMEDIATE;
                        COMMIT;""");
    }

    @Test
    void theShellMakesWhatARunMakes() throws Exception {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE)) {
            Path file = Path.of(database.url().substring("jdbc:sqlite:".length()));
            assertThat(shell(file, sql())).isZero();
            try (Live live = Live.on(database, new SqliteProvider())) {
                assertThat(live.texts("SELECT id, a FROM t")).containsExactly("1|x", "2|yy", "3|zzz", "4|u");
                assertThat(live.table("t").column("a").orElseThrow().nullable()).isFalse();
                assertThat(live.texts("SELECT count(*) FROM limbeck_revision")).containsExactly("2");
            }
        }
    }

    @Test
    void theShellStopsWhereValuesDoNotFit() throws Exception {
        String sql = sql().replace("'zzz'", "'zzzz'");
        try (TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE)) {
            Path file = Path.of(database.url().substring("jdbc:sqlite:".length()));
            assertThat(shell(file, sql)).isNotZero();
            try (Live live = Live.on(database, new SqliteProvider())) {
                assertThat(live.texts("SELECT id, a FROM t")).containsExactly("1|x", "2|yy", "3|zzzz");
                assertThat(live.texts("SELECT count(*) FROM limbeck_revision")).containsExactly("1");
            }
        }
    }

    private int shell(Path file, String sql) throws IOException, InterruptedException, SQLException {
        Path script = Files.writeString(folder.resolve("script.sql"), sql);
        Process process;
        try {
            process = new ProcessBuilder("sqlite3", file.toString())
                    .redirectInput(script.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out.txt").toFile())
                    .start();
        } catch (IOException e) {
            assumeThat(false).as("sqlite3 is not here").isTrue();
            throw e;
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
