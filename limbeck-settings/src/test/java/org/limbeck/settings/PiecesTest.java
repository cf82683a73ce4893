package org.limbeck.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables, lengths of time, patterns of names. */
class PiecesTest {
    private static final Variables VARIABLES =
            new Variables(Map.of("A", "one", "EMPTY", "", "B", "${A}"), Map.of("A", "other", "C", "three"));

    @ParameterizedTest
    @CsvSource({
        "${A}, one", "x${A}y${C}z, xoneythreez", "${D:-d}, d", "${D:-}, ''", "${EMPTY:-e}, e", "${EMPTY}, ''",
        "${D:-${C}}, three", "${D:-${E:-deep}}, deep", "$${A}, ${A}", "cost $5, cost $5", "${B}, ${A}", "${A:-}}, one}"
    })
    void putsVariablesIn(String text, String expanded) {
        assertThat(VARIABLES.expand(text).text()).isEqualTo(expanded);
    }

    @Test
    void tellsWhatIsMissingOrMalformed() {
        assertThat(VARIABLES.expand("${D}${E}").missing()).containsExactly("D", "E");
        assertThat(VARIABLES.expand("a ${D").malformed()).isEqualTo("${D");
        assertThat(VARIABLES.expand("${D d}").malformed()).isEqualTo("${D d}");
        assertThat(VARIABLES.expand("${A}${C}").used()).containsExactly("A from the environment", "C from .env");
    }

    @Property
    void lengthsComeBack(@ForAll @LongRange(min = 0, max = 999_999_999) long millis) {
        Duration length = Duration.ofMillis(millis);
        assertThat(Durations.parse(Durations.text(length))).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({"''", "5", "s", "-5s", "5 days", "1.5s", "9999999999s"})
    void isNoLength(String text) {
        assertThat(Durations.parse(text)).isNull();
    }

    @Property
    void patternsMatchLikeRegularExpressions(
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 6) String name,
            @ForAll("patterns") String pattern) {
        String regex = pattern.replace("*", ".*").replace("?", ".");
        assertThat(Glob.matches(pattern, name)).isEqualTo(name.matches(regex));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ab*?").ofMaxLength(5);
    }
}
