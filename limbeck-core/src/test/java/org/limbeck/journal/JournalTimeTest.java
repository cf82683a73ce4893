package org.limbeck.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalTimeTest {
    /** From 1970 to 9999. */
    @Property(tries = 500)
    void isWrittenAsInstantsAre(@ForAll @LongRange(min = 0, max = 253_402_300_799_999L) long millis) {
        assertThat(Journal.text(millis)).isEqualTo(Instant.ofEpochMilli(millis).toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999, 1000, 59_999, 60_000, 61_000, 3_600_000, 86_400_000, 1_795_166_940_000L})
    void hasItsSecondsAlways(long millis) {
        assertThat(Journal.text(millis)).isEqualTo(Instant.ofEpochMilli(millis).toString());
    }
}
