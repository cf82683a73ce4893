package org.limbeck.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.migration.Environment;

class HooksTest {
    @TempDir
    Path folder;

    private Environment environment() {
        return Scripts.read(ScriptLocations.of(folder.toString())).environment();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void whereThereIsNoneEverythingIsIncluded() {
        assertThat(environment().includes("table", "t")).isTrue();
        assertThat(environment().url("shop", Map.of())).isNull();
    }

    @Test
    void itIsCompiledWithTheHelpersBesideIt() throws IOException {
        write("Owned.java", "class Owned { static boolean by(String name) { return name.startsWith(\"mem_\"); } }");
        write("Environment.java", """
                import org.limbeck.migration.*;
                import java.util.Map;
                final class Environment implements org.limbeck.migration.Environment {
                    public boolean includes(String kind, String name) { return !Owned.by(name); }
                    public String url(String database, Map<String, String> variables) {
                        return "jdbc:" + database + ":" + variables.get("HOST");
                    }
                }
                """);
        assertThat(environment().includes("table", "mem_user")).isFalse();
        assertThat(environment().includes("table", "orders")).isTrue();
        assertThat(environment().url("shop", Map.of("HOST", "db"))).isEqualTo("jdbc:shop:db");
    }

    @Test
    void aClassThatIsNoneIsRefused() throws IOException {
        write("Environment.java", "class Environment { }");
        assertThat(Problems.text(this::environment)).contains("does not implement", "Environment.java");
    }

    @Test
    void aConstructorThatFailsIsTold() throws IOException {
        write(
                "Environment.java",
                "class Environment implements org.limbeck.migration.Environment {"
                        + " Environment() { throw new IllegalStateException(\"no wind\"); } }");
        assertThat(Problems.text(this::environment)).contains("cannot be instantiated", "no wind");
    }

    @Test
    void twoOfThemAreRefused() throws IOException {
        Files.createDirectory(folder.resolve("in"));
        write("Environment.java", "class Environment implements org.limbeck.migration.Environment { }");
        write("in/Environment.java", "class Environment implements org.limbeck.migration.Environment { }");
        assertThat(Problems.text(this::environment)).contains("two files");
    }
}
