package org.limbeck.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.cli.Main;

/** The drivers that are shipped must be content with what they are told, or nothing of them would be recorded. */
final class PretendServerTest {
    @TempDir
    Path folder;

    @BeforeEach
    void project() throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/train.sql"), """
                --@ revision %s
                --@ message  feat: train
                --@ upgrade
                CREATE TABLE training (id INTEGER NOT NULL PRIMARY KEY);
                """.formatted(Training.REVISION));
    }

    @Test
    void satisfiesTheDriverOfPostgresql() throws IOException {
        try (PretendServer server = new PretendPostgresql()) {
            upgradeAndLook("jdbc:postgresql://" + server.address());
        }
    }

    @Test
    void satisfiesTheDriverOfMariaDb() throws IOException {
        try (PretendServer server = new PretendMariaDb()) {
            upgradeAndLook("jdbc:mariadb://" + server.address());
        }
    }

    private void upgradeAndLook(String address) throws IOException {
        Files.writeString(folder.resolve("limbeck.toml"), """
                [database.train]
                url = "%straining"
                user = "training"
                scripts = "migrations"
                """.formatted(address));
        assertThat(run("current")).contains("exit 0");
        assertThat(run("upgrade")).contains("exit 0", Training.REVISION);
        assertThat(run("current", "--check")).contains("exit 0", Training.REVISION, "(head)");
    }

    private String run(String... words) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        int code = Main.run(words, Map.of(), out, out, folder);
        return told.toString(StandardCharsets.UTF_8) + "exit " + code;
    }
}
