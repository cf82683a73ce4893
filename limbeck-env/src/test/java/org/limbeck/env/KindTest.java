package org.limbeck.env;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindTest {
    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``, 1, empty_to_value",
                "``, http://x, empty_to_value",
                "1, ``, value_to_empty",
                "/x, ``, value_to_empty",
                "1, 2, numeric_increase",
                "9, 10, numeric_increase",
                "10, 9, numeric_decrease",
                "-10, -9, numeric_increase",
                "-1, 1, numeric_increase",
                "1, -1, numeric_decrease",
                "0.5, 0.25, numeric_decrease",
                "0.5, 0.50001, numeric_increase",
                "1.10, 1.9, numeric_increase",
                "007, 8, numeric_increase",
                "+3, 2, numeric_decrease",
                "99999999999999999999999999, 100000000000000000000000000, numeric_increase",
                "1, 01, string",
                "1.0, 1, string",
                "0, -0, string",
                "1, 1s, string",
                "1., 2., string",
                "., 1, string",
                "-, 1, string",
                "1e3, 1e4, string",
                "true, false, boolean",
                "False, true, boolean",
                "TRUE, False, boolean",
                "true, yes, string",
                "http://a, http://b, url",
                "https://a, x, url",
                "x, redis://b, url",
                "jdbc:h2:mem:a, x, url",
                "see http://a, x, string",
                "http://a, /b, url",
                "/a, /b, path",
                "a, /b, path",
                "./a, b, path",
                "../a, b, path",
                "~/a, b, path",
                "C:\\a, b, path",
                "c:/a, b, path",
                "C:a, b, string",
                "a, b, string",
            })
    void theFirstThatFits(String current, String template, String kind) {
        assertThat(Kind.of(current, template).text()).isEqualTo(kind);
    }

    @Test
    void numbersOfAnyLengthAreComparedAtOnce() {
        String huge = "9".repeat(1_000_000);
        assertThat(Kind.of(huge + "0", huge)).isEqualTo(Kind.NUMERIC_DECREASE);
    }
}
