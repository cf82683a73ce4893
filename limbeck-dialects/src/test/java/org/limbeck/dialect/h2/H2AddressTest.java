package org.limbeck.dialect.h2;

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
class H2AddressTest {
    private final H2Provider provider = new H2Provider();

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:./data/a, jdbc:h2:/srv/data/a",
        "jdbc:h2:file:data/a;MODE=MySQL, jdbc:h2:file:/srv/data/a;MODE=MySQL",
        "jdbc:h2:/tmp/a, jdbc:h2:/tmp/a",
        "jdbc:h2:~/a, jdbc:h2:~/a",
        "jdbc:h2:file:~/a, jdbc:h2:file:~/a",
        "jdbc:h2:mem:a, jdbc:h2:mem:a",
        "jdbc:h2:tcp://localhost/a, jdbc:h2:tcp://localhost/a"
    })
    void filesAreLookedForInTheFolder(String url, String within) {
        assertThat(provider.within(Path.of("/srv"), url)).isEqualTo(within);
    }

    @Test
    void theFolderOfTheFileIsMade(@TempDir Path temporary) {
        Path file = temporary.resolve("new").resolve("a");
        DatabaseSettings settings = DatabaseSettings.of("a", "jdbc:h2:" + file);
        try (OpenDatabase database = new Connector(List.of(provider), settings, null).open()) {
            assertThat(database.dialect().name()).isEqualTo("h2");
        }
        assertThat(Files.exists(temporary.resolve("new").resolve("a.mv.db"))).isTrue();
    }
}
