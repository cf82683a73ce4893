package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.limbeck.json.Json;
import org.limbeck.testkit.server.TestDatabase;

/** A folder with a project in it, and the program called in it. */
final class TestShell {
    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();

    private String url = "";

    TestShell(Path folder) {
        this.folder = folder;
    }

    /** What a call gave. */
    record Result(int code, String out, String err) {
        Result exits(int expected) {
            assertThat(code).as(out + err).isEqualTo(expected);
            return this;
        }

        /** The lines of the output as JSON. */
        List<Map<String, Object>> json() {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (String line : out.lines().toList()) {
                Map<String, Object> read = new LinkedHashMap<>(Json.readObject(line));
                lines.add(read);
            }
            return lines;
        }
    }

    Path folder() {
        return folder;
    }

    TestShell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Result limbeck(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(words, environment, printer(out), printer(err), folder);
        return new Result(code, text(out), text(err));
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Writes a file of the project. */
    Path file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A project with one database, {@code shop}, on H2 in memory. */
    TestShell shop(String... more) {
        url = memory();
        return project(
                "[database.shop]\nurl = \"" + url + "\"\nscripts = \"migrations\"\n" + String.join("\n", more) + "\n");
    }

    /** The address of the database of {@link #shop}. */
    String url() {
        return url;
    }

    /** The part of the settings for a database whose scripts are in {@code migrations}. */
    static String section(String name, TestDatabase database) {
        return "[database." + name + "]\nurl = \"" + database.url() + "\"\nuser = \"" + database.user()
                + "\"\npassword = \"" + database.password() + "\"\nscripts = \"migrations\"\n";
    }

    TestShell project(String settings) {
        file("limbeck.toml", settings);
        file("migrations/.keep", "");
        return this;
    }

    /** The address of a database of its own, which lives as long as the tests. */
    static String memory() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    /** An SQL script; each statement of the way up ends with a semicolon. */
    TestShell script(String id, String down, String message, String up, String downSql) {
        file(
                "migrations/" + id + ".sql",
                "--@ revision " + id + "\n" + (down.isEmpty() ? "" : "--@ down " + down + "\n") + "--@ message "
                        + message + "\n--@ created 2026-11-20T09:31\n\n--@ upgrade\n" + up + "\n\n--@ downgrade\n"
                        + downSql + "\n");
        return this;
    }

    /** A script that makes a table and drops it on the way down. */
    TestShell table(String id, String down, String table) {
        return script(
                id, down, "feat: add " + table, "CREATE TABLE " + table + " (id int);", "DROP TABLE " + table + ";");
    }
}
