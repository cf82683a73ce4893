package org.limbeck.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.limbeck.error.ErrorCode;

/** What each error exits with. */
class ExitCodeTest {

    /** By ranges, and those that leave theirs by name: a new code is decided here or by its range. */
    @Test
    void everyErrorHasItsExitCode() {
        Map<ErrorCode, Integer> others = new EnumMap<>(ErrorCode.class);
        others.put(ErrorCode.LOCK_TIMEOUT, 3);
        others.put(ErrorCode.INTERRUPTED, 130);
        others.put(ErrorCode.MISSING_PARAMETER, 2);
        others.put(ErrorCode.KIND_CHANGED, 2);
        others.put(ErrorCode.FOREIGN_JOURNAL, 2);
        for (ErrorCode code : ErrorCode.values()) {
            int range = switch (code.number() / 100) {
                case 12, 20 -> 2;
                case 51 -> 4;
                default -> 1;
            };
            assertThat(ExitCode.of(code)).as(code.name()).isEqualTo(others.getOrDefault(code, range));
        }
    }
}
