package org.limbeck.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.config.AtStart;
import org.limbeck.config.ChecksumPolicy;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.config.DatabaseSettings.Exclusion;
import org.limbeck.config.Secret;
import org.limbeck.dialects.Dialects;

/** What a file says is what one gets. */
class ProjectTest {
    private static final String STUDIO = """
            [defaults]
            select          = "${DB_TYPE:-h2}_*"
            message-pattern = "(feat|fix): .+"
            lock-timeout    = "30s"

            [database.h2_agent]
            url      = "jdbc:h2:./data/agent"
            purpose  = "agents, workflows"
            scripts  = "migrations/agent"
            exclude  = [{ table = "user_message", owner = "memory module" }, "spatial_ref_sys"]
            releases = { "v0.1.2" = "f458c7fb17a5", "v0.1.3" = "031b34b4dd30" }

            [database.postgresql_agent]
            url      = "jdbc:postgresql://${DB_HOST:-localhost}/agent"
            kind     = "postgresql"
            user     = "studio"
            password = "${DB_PASSWORD}"
            scripts  = ["migrations/agent", "classpath:db/more"]
            journal  = "app.limbeck"
            lock-timeout    = "2m"
            connect-retries = 3
            transactions    = "all"
            checksums       = "warn"
            file-name       = "{slug}"
            model           = "hibernate:com.example"
            at-start        = "check"
            when-ahead      = "warn"
            start-wait      = "500ms"
            """;

    @TempDir
    private Path temporary;

    private Folder folder = new Folder(Path.of(""));

    @BeforeEach
    void writeStudio() throws IOException {
        folder = new Folder(temporary).toml(STUDIO);
    }

    @Test
    void readsEverySetting() {
        Project project = folder.load(Map.of("DB_PASSWORD", "geheim"));
        DatabaseSettings database = project.database("postgresql_agent");
        assertThat(database)
                .usingRecursiveComparison()
                .isEqualTo(new DatabaseSettings.Builder("postgresql_agent", "jdbc:postgresql://localhost/agent")
                        .kind("postgresql")
                        .login("studio", Secret.of("geheim"))
                        .scripts(List.of(temporary.resolve("migrations/agent").toString(), "classpath:db/more"))
                        .journal("app.limbeck")
                        .lockTimeout(Duration.ofMinutes(2))
                        .connectRetries(3)
                        .oneTransaction(true)
                        .checksums(ChecksumPolicy.WARN)
                        .messagePattern("(feat|fix): .+")
                        .fileName("{slug}")
                        .model("hibernate:com.example")
                        .atStart(new AtStart(AtStart.Policy.CHECK, AtStart.Ahead.WARN, Duration.ofMillis(500)))
                        .build());
        assertThat(project.folder()).isEqualTo(temporary);
        assertThat(project.file()).isEqualTo(temporary.resolve("limbeck.toml"));
    }

    @Test
    void fillsInDefaultsAndTables() {
        DatabaseSettings agent = folder.load().database("h2_agent");
        assertThat(agent.lockTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(agent.purpose()).isEqualTo("agents, workflows");
        assertThat(agent.excluded())
                .containsExactly(new Exclusion("user_message", "memory module"), new Exclusion("spatial_ref_sys", ""));
        assertThat(agent.releases())
                .containsExactly(Map.entry("v0.1.2", "f458c7fb17a5"), Map.entry("v0.1.3", "031b34b4dd30"));
        assertThat(agent.url()).isEqualTo("jdbc:h2:" + temporary.resolve("data/agent"));
    }

    @Test
    void theEnvironmentChoosesTheDatabases() {
        assertThat(folder.load().selected()).containsExactly("h2_agent");
        assertThat(folder.load(Map.of("DB_TYPE", "postgresql")).selected()).containsExactly("postgresql_agent");
        assertThat(folder.load().chosen(null).name()).isEqualTo("h2_agent");
    }

    @Test
    void aBuildToolHandsOverTheClassPathWhereNoneIsSet() throws IOException {
        folder.toml("""
                [database.own]
                url        = "jdbc:h2:./own"
                scripts    = "migrations"
                class-path = ["classes"]
                [database.other]
                url        = "jdbc:h2:./other"
                scripts    = "migrations"
                """);
        String handed = "classes" + File.pathSeparator + "lib/a.jar";
        Project project = folder.load(Map.of(Project.CLASS_PATH, handed));
        assertThat(project.database("own").classPath()).containsExactly("classes");
        assertThat(project.database("other").classPath()).containsExactly("classes", "lib/a.jar");
        assertThat(project.origins("other")).containsEntry("class-path", new Origin(handed, "LIMBECK_CLASS_PATH"));
    }

    @Test
    void theProcessWinsOverTheFile() throws IOException {
        folder.env("DB_HOST=db.internal\nDB_PASSWORD='one'\n");
        Project project = folder.load(Map.of("DB_PASSWORD", "two"));
        DatabaseSettings database = project.database("postgresql_agent");
        assertThat(database.url()).isEqualTo("jdbc:postgresql://db.internal/agent");
        assertThat(Objects.requireNonNull(database.password()).reveal()).isEqualTo("two");
        assertThat(project.origins("postgresql_agent"))
                .containsEntry(
                        "url", new Origin("jdbc:postgresql://db.internal/agent", "limbeck.toml:14, DB_HOST from .env"))
                .containsEntry("password", new Origin("******", "limbeck.toml:17, DB_PASSWORD from the environment"));
    }

    @Test
    void originsTellWhereEverySettingIsFrom() {
        Map<String, Origin> origins = folder.load().origins("h2_agent");
        assertThat(origins)
                .containsEntry("lock-timeout", new Origin("30s", "limbeck.toml:4"))
                .containsEntry("journal", new Origin("limbeck", "default"))
                .containsEntry("kind", new Origin("h2", "default"))
                .containsEntry("exclude", new Origin("user_message, spatial_ref_sys", "limbeck.toml:10"))
                .containsEntry("connect-retries", new Origin("0", "default"));
        assertThat(folder.load().select()).contains(new Origin("h2_*", "limbeck.toml:2"));
    }

    @Test
    void anotherFileIsReadWhereItIs() throws IOException {
        Path other = Files.createDirectories(temporary.resolve("conf")).resolve("test.toml");
        Files.writeString(other, "[database.a]\nurl = \"jdbc:h2:mem:a\"\nscripts = \"../sql\"\n");
        Project project = Project.load(temporary, other, Map.of(), Dialects.providers());
        assertThat(project.database("a").scripts())
                .containsExactly(temporary.resolve("sql").toString());
        assertThat(project.database("a").url()).isEqualTo("jdbc:h2:mem:a");
    }

    @Test
    void kindsOfTheClassPathAreKnown() {
        Project project = Project.load(temporary, null, Map.of());
        assertThat(project.kind(project.database("h2_agent"))).contains("h2");
    }
}
