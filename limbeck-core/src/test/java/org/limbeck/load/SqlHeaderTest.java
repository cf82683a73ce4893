package org.limbeck.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionNode;
import org.limbeck.load.HeaderOutcome.Bad;
import org.limbeck.load.HeaderOutcome.Found;
import org.limbeck.load.HeaderOutcome.TooShort;
import org.limbeck.load.ScriptSource.InFile;

class SqlHeaderTest {
    private static final ScriptSource SOURCE = new InFile(Path.of("m/a.sql"));
    private static final String EXAMPLE = """
            \uFEFF/* Licence
             * --@ revision no
             */
            -- --@ revision no

            --@ revision 3f2a9c1b7d04\r
              --@ down     9b1c77e0a5d2, a1 b2
            --@ message  feat: give every order a größe
            --@ depends-on x1
            --@ labels billing, shop
            --@ created 2026-11-20 09:31:05Z
            --@ parameter tenant
            --@ parameter region, zone
            --@ transactional false
            --@ ignore L0203 the table is small
            --@ upgrade
            SELECT 1;
            """;

    private static HeaderOutcome read(String text) {
        return SqlHeader.read(text, true, SOURCE);
    }

    @Test
    void readsEveryDirective() {
        ScriptHeader header = ((Found) read(EXAMPLE)).header();
        assertThat(header.node())
                .isEqualTo(new RevisionNode(
                        "3f2a9c1b7d04",
                        List.of("9b1c77e0a5d2", "a1", "b2"),
                        List.of("x1"),
                        List.of("billing", "shop"),
                        "feat: give every order a größe",
                        LocalDateTime.of(2026, 11, 20, 9, 31, 5),
                        new Place("m/a.sql", 6)));
        assertThat(header.parameters()).containsExactly("tenant", "region", "zone");
        assertThat(header.className()).isNull();
    }

    @Test
    void neverAnswersWronglyFromATextThatIsCut() {
        for (int length = 0; length < EXAMPLE.length(); length++) {
            HeaderOutcome outcome = SqlHeader.read(EXAMPLE.substring(0, length), false, SOURCE);
            assertThat(outcome).isIn(new TooShort(), read(EXAMPLE));
        }
    }

    @Test
    void takesBaseAndNothingAsNoParent() {
        for (String down : List.of("--@ down base\n", "--@ down\n", "")) {
            Found found = (Found) read("--@ revision abcd\n" + down + "--@ upgrade");
            assertThat(found.header().node().downs()).isEmpty();
        }
    }

    static Stream<List<Object>> bad() {
        return Stream.of(
                List.of("", 0, ErrorCode.UNREADABLE_SCRIPT, "has no revision header"),
                List.of("SELECT 1;", 0, ErrorCode.UNREADABLE_SCRIPT, "has no revision header"),
                List.of("--@ upgrade\nSELECT 1;", 0, ErrorCode.UNREADABLE_SCRIPT, "has no revision header"),
                List.of("--@ revision", 1, ErrorCode.UNREADABLE_SCRIPT, "names no id"),
                List.of("\n--@ revision a", 2, ErrorCode.UNREADABLE_SCRIPT, "no upgrade section"),
                List.of("--@ revision a\n\nSELECT 1;", 3, ErrorCode.UNREADABLE_SCRIPT, "before the first section"),
                List.of("--@ revison a", 1, ErrorCode.UNKNOWN_DIRECTIVE, "-> write --@ revision"),
                List.of("--@ Upgrade", 1, ErrorCode.UNKNOWN_DIRECTIVE, "-> write --@ upgrade"),
                List.of("--@ frobnicate", 1, ErrorCode.UNKNOWN_DIRECTIVE, "-> use one of: revision, down"),
                List.of("--@", 1, ErrorCode.UNKNOWN_DIRECTIVE, "no keyword"),
                List.of(
                        "--@ revision a\n--@ down b\n--@ down c",
                        3,
                        ErrorCode.UNREADABLE_SCRIPT,
                        "down is written twice"),
                List.of("--@ created\n", 1, ErrorCode.UNREADABLE_SCRIPT, "names no time"),
                List.of("--@ parameter a b;c", 1, ErrorCode.UNREADABLE_SCRIPT, "may not be named b;c"),
                List.of("--@ transactional maybe", 1, ErrorCode.UNREADABLE_SCRIPT, "neither true nor false"),
                List.of("--@ check x", 1, ErrorCode.UNREADABLE_SCRIPT, "before the first section"),
                List.of("\n/* --@ revision a", 2, ErrorCode.UNTERMINATED_STATEMENT, "never ends"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void saysWhatIsWrong(List<Object> row) {
        assertThat(read((String) row.get(0))).isInstanceOf(Bad.class);
        Problem problem = ((Bad) read((String) row.get(0))).problem();
        assertThat(problem.place()).isEqualTo(new Place("m/a.sql", (Integer) row.get(1)));
        assertThat(problem.code()).isEqualTo(row.get(2));
        assertThat(problem.text()).contains((String) row.get(3));
    }
}
