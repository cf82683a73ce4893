package org.limbeck.testkit.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

class OutagesTest {

    @Test
    void countsTheTestsOfEachKind() {
        Outages outages = new Outages(false);

        assertThat(outages.missing("OLD_DB", "it is not sold any more")).isInstanceOf(TestAbortedException.class);
        assertThat(outages.missing("OLD_DB", "it is not sold any more")).hasMessageContaining("not sold");
        assertThat(outages.missing("NEW_DB", "it is not made yet")).isInstanceOf(TestAbortedException.class);

        assertThat(outages.summary())
                .containsExactly(
                        "skipped: NEW_DB (1 tests): it is not made yet",
                        "skipped: OLD_DB (2 tests): it is not sold any more");
    }

    @Test
    void areFailuresWhereAllIsRequired() {
        Outages outages = new Outages(true);

        assertThat(outages.missing("OLD_DB", "it is not sold any more"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OLD_DB")
                .hasMessageContaining("not sold");
        assertThat(outages.summary()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', , false", "'', true, true", "all, , true", "none, true, false"})
    void areDecidedByThePropertyBeforeTheEnvironment(String require, String ci, boolean expected) {
        assertThat(Outages.allRequired(require, ci)).isEqualTo(expected);
    }
}
