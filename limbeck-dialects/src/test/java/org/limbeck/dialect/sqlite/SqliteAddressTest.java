package org.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.connect.Connector;
import org.limbeck.connect.OpenDatabase;

/** Addresses with files in them. */
class SqliteAddressTest {
    private final SqliteProvider provider = new SqliteProvider();

    @ParameterizedTest
    @CsvSource({
        "jdbc:sqlite:data/a.db, jdbc:sqlite:/srv/data/a.db",
        "jdbc:sqlite:a.db?foreign_keys=on, jdbc:sqlite:/srv/a.db?foreign_keys=on",
        "jdbc:sqlite:file:../a.db?cache=shared, jdbc:sqlite:file:/a.db?cache=shared",
        "jdbc:sqlite:/tmp/a.db, jdbc:sqlite:/tmp/a.db",
        "jdbc:sqlite::memory:, jdbc:sqlite::memory:",
        "jdbc:sqlite:file:a?mode=memory, jdbc:sqlite:file:a?mode=memory",
        "jdbc:sqlite::resource:a.db, jdbc:sqlite::resource:a.db",
        "jdbc:sqlite:, jdbc:sqlite:"
    })
    void filesAreLookedForInTheFolder(String url, String within) {
        assertThat(provider.within(Path.of("/srv"), url)).isEqualTo(within);
    }

    @Test
    void theFolderOfTheFileIsMade(@TempDir Path temporary) {
        Path file = temporary.resolve("new folder").resolve("a.db");
        DatabaseSettings settings = DatabaseSettings.of("a", "jdbc:sqlite:" + file);
        try (OpenDatabase database = new Connector(List.of(provider), settings, null).open()) {
            assertThat(database.dialect().name()).isEqualTo("sqlite");
        }
        assertThat(Files.exists(file)).isTrue();
    }
}
