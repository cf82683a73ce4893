package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code init} and {@code config}. */
class ProjectCommandsTest {
    private static final String TWO = """
            [defaults]
            select = "${DB_TYPE:-h2}_*"
            [database.h2_shop]
            url = "jdbc:h2:mem:shop"
            scripts = "migrations"
            password = "${SHOP_PASSWORD:-geheim}"
            [database.postgresql_shop]
            url = "jdbc:postgresql://db/shop?password=geheim"
            user = "${SHOP_USER}"
            scripts = "migrations"
            """;

    @TempDir
    private Path temporary;

    private TestShell shell = new TestShell(Path.of(""));

    @BeforeEach
    void openShell() {
        shell = new TestShell(temporary);
    }

    @Test
    void initMakesAProjectThatWorks() throws IOException {
        assertThat(shell.limbeck("init", "my shop").exits(0).out()).isEqualTo("""
                        Created my shop/limbeck.toml, my shop/migrations/, my shop/.gitignore
                        Next: cd "my shop", set the url in limbeck.toml (now jdbc:sqlite:my_shop.db), \
                        then  limbeck revision -m "feat: first table"
                        """);
        assertThat(Files.readString(temporary.resolve("my shop/limbeck.toml")))
                .contains("[database.my_shop]\nurl     = \"jdbc:sqlite:my_shop.db\"\nscripts = \"migrations\"\n");
        shell.limbeck("--project", "my shop", "revision", "--sql", "-m", "feat: first table")
                .exits(0);
        shell.limbeck("--project", "my shop", "upgrade").exits(0);
        assertThat(temporary.resolve("my shop/my_shop.db")).exists();
    }

    @Test
    void initHereNamesTheDatabaseByTheFolder() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("42-Läden"));
        String out = new TestShell(folder)
                .limbeck("init", "--url", "jdbc:postgresql://me:geheim@db/shop")
                .exits(0)
                .out();
        assertThat(out)
                .contains("Next: set the url")
                .contains("jdbc:postgresql://****@db/shop")
                .doesNotContain("cd ");
        assertThat(Files.readString(folder.resolve("limbeck.toml"))).contains("[database.42-L_den]");
    }

    @Test
    void initNeverOverwrites() throws IOException {
        shell.file("limbeck.toml", "# mine\n");
        TestShell.Result result = shell.limbeck("init").exits(2);
        assertThat(result.err()).startsWith("LMB-2008 There is a project already: limbeck.toml");
        assertThat(Files.readString(temporary.resolve("limbeck.toml"))).isEqualTo("# mine\n");

        Path other = shell.file("b/.gitignore", "mine\n");
        shell.file("b/migrations/a.sql", "mine\n");
        assertThat(shell.limbeck("init", "b").exits(0).out()).startsWith("Created b/limbeck.toml\n");
        assertThat(Files.readString(other)).isEqualTo("mine\n");
    }

    @Test
    void configShowsWhereEverySettingIsFrom() {
        shell.project(TWO);
        TestShell.Result result = shell.limbeck("config").exits(0);
        assertThat(result.out())
                .startsWith("limbeck.toml   select h2_*   limbeck.toml:2\n\nh2_shop\n")
                .containsPattern("  url +jdbc:h2:mem:shop +limbeck.toml:4\n")
                .containsPattern("  password +\\*+ +limbeck.toml:6\n")
                .containsPattern("  journal +limbeck +default\n")
                .contains("\npostgresql_shop   (not selected)\n")
                .doesNotContain("geheim");
    }

    @Test
    void configTellsWhatADatabaseLacks() {
        shell.project(TWO);
        TestShell.Result result =
                shell.limbeck("-n", "postgresql_shop", "config").exits(2);
        assertThat(result.out()).startsWith("\npostgresql_shop");
        assertThat(result.err()).startsWith("LMB-2003 The variable SHOP_USER of 'user' has no value");
        shell.limbeck("-n", "postgres_shop", "config").exits(2);
    }

    @Test
    void configSpeaksJson() {
        shell.project(TWO).with("SHOP_PASSWORD", "anders");
        Map<String, Object> json =
                shell.limbeck("config", "--json").exits(0).json().get(0);
        assertThat(json).containsEntry("database", "h2_shop").containsEntry("selected", true);
        assertThat(json.get("settings"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry(
                        "password",
                        Map.of("value", "******", "from", "limbeck.toml:6, SHOP_PASSWORD from the environment"));
    }
}
