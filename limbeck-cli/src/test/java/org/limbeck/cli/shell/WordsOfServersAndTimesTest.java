package org.limbeck.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsOfServersAndTimesTest {

    @ParameterizedTest
    @CsvSource({
        "SQLite 3.54.1, SQLite 3.54",
        "H2 2.5.252 (2026-09-23), H2 2.5",
        "PostgreSQL 18.6 (Debian 18.6-1.pgdg12+1), PostgreSQL 18.6",
        "MariaDB 10.11.14-MariaDB-0+deb12u2, MariaDB 10.11",
        "Some Server 9, Some Server 9",
        "Unknown, Unknown"
    })
    void versionsAreShort(String title, String expected) {
        assertThat(ServerName.of(title)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 ms", "999, 999 ms", "1000, 1.0 s", "1849, 1.8 s", "59999, 59.9 s", "125000, 2 min 5 s"})
    void durationsAreRead(long millis, String expected) {
        assertThat(Times.duration(millis)).isEqualTo(expected);
    }

    @Test
    void timesAreUtcAndSaySo() {
        assertThat(Times.of("2026-11-20T09:31:02.123Z")).isEqualTo("2026-11-20 09:31:02 UTC");
        assertThat(Times.of("soon")).isEqualTo("soon");
        assertThat(Times.date(LocalDateTime.of(2026, 11, 20, 9, 31))).isEqualTo("2026-11-20");
        assertThat(Times.date(null)).isEmpty();
        assertThat(Times.iso(LocalDateTime.of(2026, 11, 20, 9, 31))).isEqualTo("2026-11-20T09:31:00Z");
        assertThat(Times.iso(LocalDateTime.of(2026, 11, 20, 9, 31, 7))).isEqualTo("2026-11-20T09:31:07Z");
        assertThat(Times.iso(null)).isNull();
    }

    @Test
    void oneIsNoPlural() {
        assertThat(Counts.of(1, "revision") + Counts.of(0, " table")).isEqualTo("1 revision0  tables");
    }
}
