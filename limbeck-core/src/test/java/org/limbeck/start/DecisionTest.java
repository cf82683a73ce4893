package org.limbeck.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.limbeck.command.Status.State;
import org.limbeck.config.AtStart;
import org.limbeck.config.AtStart.Ahead;
import org.limbeck.config.AtStart.Policy;

/** The table of decisions, all of it. */
class DecisionTest {
    private static final String TABLE = """
            state                    migrate  check    warn     off
            UP_TO_DATE               NOTHING  NOTHING  NOTHING  NOTHING
            BEHIND                   UPGRADE  REFUSE   WARN     NOTHING
            AHEAD                    REFUSE   REFUSE   WARN     NOTHING
            DIVERGED                 REFUSE   REFUSE   WARN     NOTHING
            INCOMPLETE               REFUSE   REFUSE   WARN     NOTHING
            UNVERSIONED_EMPTY        UPGRADE  REFUSE   WARN     NOTHING
            UNVERSIONED_WITH_TABLES  REFUSE   REFUSE   WARN     NOTHING
            SEVERAL_HEADS            REFUSE   REFUSE   WARN     NOTHING
            DIRTY                    UPGRADE  REFUSE   WARN     NOTHING
            """;

    @Test
    void isThisTable() {
        StringBuilder actual = new StringBuilder("state                    migrate  check    warn     off\n");
        for (State state : State.values()) {
            String row = Stream.of(Policy.values())
                    .map(policy -> String.format("%-9s", Decision.of(AtStart.USUAL.with(policy), state)))
                    .collect(Collectors.joining());
            actual.append(String.format("%-25s", state))
                    .append(row.stripTrailing())
                    .append('\n');
        }
        assertThat(actual).hasToString(TABLE);
    }

    /** The setting for newer databases changes that one row, and never to an upgrade. */
    @ParameterizedTest
    @EnumSource(Policy.class)
    void aNewerDatabaseMayBeAllowed(Policy policy) {
        AtStart strict = AtStart.USUAL.with(policy);
        AtStart lenient = strict.with(Ahead.WARN);
        Map<Policy, Decision> allowed = Map.of(Policy.OFF, Decision.NOTHING);
        for (State state : State.values()) {
            Decision expected =
                    state == State.AHEAD ? allowed.getOrDefault(policy, Decision.WARN) : Decision.of(strict, state);
            assertThat(Decision.of(lenient, state)).as("%s", state).isEqualTo(expected);
        }
    }
}
