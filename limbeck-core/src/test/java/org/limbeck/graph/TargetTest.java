package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.graph.Graphs.failure;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.error.ErrorCode;

class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "head, , head, ",
        "+2, , , 2",
        "-1, , , -1",
        "ae10+2, , ae10, 2",
        "ae10-2, , ae10, -2",
        "alpha@head, alpha, head, ",
        "alpha@+1, alpha, , 1",
        "alpha@-3, alpha, , -3",
        "alpha@head-3, alpha, head, -3",
        "alpha@base+1, alpha, base, 1",
        "current-1, , current, -1",
        "v0.1.2, , v0.1.2, ",
    })
    void isTakenApart(String text, String branch, String symbol, Integer steps) {
        assertThat(Target.parse(text, Set.of())).isEqualTo(new Target(text, branch, symbol, steps));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "@head",
                "alpha@",
                "+",
                "-",
                "+x",
                "+2x",
                "+1+1",
                "ae10-",
                "ae10+2x",
                "a@b@c",
                "a:b",
                "+99999999999"
            })
    void anythingElseIsAnError(String text) {
        assertThat(failure(ErrorCode.INVALID_TARGET, () -> Target.parse(text, Set.of()))
                        .problem()
                        .what())
                .contains("'" + text + "'");
    }

    @Test
    void aReleaseNameMayHoldASign() {
        Set<String> releases = Set.of("2026-11", "1.0+build");

        assertThat(Target.parse("2026-11", releases).symbol()).isEqualTo("2026-11");
        assertThat(Target.parse("alpha@1.0+build", releases).symbol()).isEqualTo("1.0+build");
        assertThat(Target.parse("2026-12", releases).steps()).isEqualTo(-12);
    }

    @Test
    void aRangeHasOneColonAndOpenEnds() {
        assertThat(TargetRange.parse("a:b", Set.of()).from()).isEqualTo(Target.parse("a", Set.of()));
        assertThat(TargetRange.parse("a:", Set.of()).to()).isNull();
        assertThat(TargetRange.parse(":b", Set.of()).from()).isNull();
        assertThat(TargetRange.parse(":", Set.of()).from()).isNull();
        failure(ErrorCode.INVALID_TARGET, () -> TargetRange.parse("a", Set.of()));
        failure(ErrorCode.INVALID_TARGET, () -> TargetRange.parse("a:b:c", Set.of()));
        failure(ErrorCode.INVALID_TARGET, () -> TargetRange.parse("-2x:", Set.of()));
    }
}
