package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.testkit.manual.Chapter;
import org.limbeck.testkit.manual.Program;
import org.limbeck.testkit.manual.Sample;
import org.limbeck.testkit.manual.Shell;

/** The chapters on other tools, executed with the real ones. With {@code -Dmanual.update} they are rewritten. */
class AdoptionManualTest {
    private static final Path MANUAL = Path.of("..", "docs");

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"from-flyway.md", "from-liquibase.md", "from-alembic.md", "existing-databases.md"})
    void everySampleHappensAsShown(String name) throws Exception {
        Chapter chapter = Chapter.read(MANUAL.resolve(name));
        Shell shell = new Shell(temporary, programs(), AdoptionManualTest::steady);
        Map<Integer, String> actual = new HashMap<>();
        for (Sample sample : chapter.samples()) {
            actual.put(sample.line(), shell.execute(sample));
        }
        if (Boolean.getBoolean("manual.update")) {
            Files.writeString(MANUAL.resolve(name), chapter.with(actual));
        }
        for (Sample sample : chapter.samples()) {
            assertThat(actual.get(sample.line()))
                    .as("docs/" + name + ":" + sample.line())
                    .isEqualTo(sample.text());
        }
        assertThat(chapter.samples()).hasSizeGreaterThan(3);
    }

    private static Map<String, Program> programs() {
        return Map.of(
                "limbeck", (words, out, folder) -> Main.run(words.toArray(String[]::new), Map.of(), out, out, folder),
                "mkdir", (words, out, folder) -> Files.createDirectories(folder.resolve(words.get(0))) == null ? 1 : 0,
                "sql", (words, out, folder) -> sql(words, folder),
                "flyway", (words, out, folder) -> flyway(words, folder),
                "liquibase", AdoptionManualTest::liquibase);
    }

    private static String address(Path folder, String name) {
        return "jdbc:sqlite:" + folder.resolve(name);
    }

    private static int sql(List<String> words, Path folder) throws Exception {
        String sql = words.get(words.size() - 1);
        String file = words.size() > 1 ? words.get(0) : "shop.db";
        try (Connection connection = DriverManager.getConnection(address(folder, file));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return 0;
        }
    }

    private static int flyway(List<String> words, Path folder) {
        Flyway.configure()
                .dataSource(address(folder, "shop.db"), "", "")
                .installedBy("anna")
                .locations("filesystem:" + folder.resolve("src/main/resources/db/migration"))
                .target(words.get(0).replace("-target=", ""))
                .load()
                .migrate();
        return 0;
    }

    private static int liquibase(List<String> words, PrintStream out, Path folder) throws Exception {
        boolean print = words.contains("update-sql");
        try (Connection connection = DriverManager.getConnection(address(folder, print ? "empty.db" : "shop.db"))) {
            Liquibase liquibase = new Liquibase(
                    "master.xml",
                    new DirectoryResourceAccessor(folder.resolve("changelog")),
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
            if (print) {
                StringWriter sql = new StringWriter();
                liquibase.getDatabase().setOutputDefaultSchema(false);
                liquibase.update(new Contexts(), new LabelExpression(), sql);
                Files.writeString(folder.resolve("up.sql"), sql.toString());
            } else {
                liquibase.update(new Contexts());
            }
        }
        return 0;
    }

    private static String steady(String output) {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        return output.replaceAll(" +[0-9.]+ (ms|s)(?=\n)", "      2 ms")
                .replaceAll(today + "T[\\d:.]+Z", "2026-11-20T09:31:00Z")
                .replaceAll(today + " \\d\\d:\\d\\d(:\\d\\d)?", "2026-11-20 09:31:00")
                .replace(today, "2026-11-20")
                .replaceAll("  " + System.getProperty("user.name") + "(@\\S+)?(?=\n)", "  anna");
    }
}
