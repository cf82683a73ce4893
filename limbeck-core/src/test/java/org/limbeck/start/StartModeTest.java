package org.limbeck.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.config.AtStart;
import org.limbeck.config.AtStart.Policy;

/** The two variables. */
class StartModeTest {
    @Test
    void withoutVariablesAStartMayUpgradeAndGoesOn() {
        assertThat(StartMode.of(Map.of())).isEqualTo(StartMode.USUAL);
        assertThat(StartMode.of(Map.of("MIGRATION_ENABLED", "", "MODE", "api"))).isEqualTo(StartMode.USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", "no", "off", "0", " false "})
    void upgradesCanBeForbidden(String word) {
        assertThat(StartMode.of(Map.of("MIGRATION_ENABLED", word)).migrationEnabled())
                .isFalse();
    }

    @Test
    void aWordThatIsNotUnderstoodIsNoYes() {
        assertThatThrownBy(() -> StartMode.of(Map.of("MIGRATION_ENABLED", "flase")))
                .hasMessageContaining("LMB-2003 MIGRATION_ENABLED is \"flase\"");
    }

    /** Where upgrades are forbidden one is warned; a job upgrades whatever the policy of the application is. */
    @ParameterizedTest
    @CsvSource({
        "true,  api,       MIGRATE, MIGRATE",
        "true,  api,       CHECK,   CHECK",
        "true,  api,       OFF,     OFF",
        "false, api,       MIGRATE, WARN",
        "false, api,       CHECK,   CHECK",
        "false, api,       OFF,     OFF",
        "true,  migration, MIGRATE, MIGRATE",
        "true,  migration, CHECK,   MIGRATE",
        "true,  migration, WARN,    MIGRATE",
        "true,  migration, OFF,     MIGRATE",
        "false, migration, MIGRATE, WARN",
        "false, migration, OFF,     OFF",
    })
    void changesPolicies(String enabled, String mode, Policy policy, Policy applied) {
        StartMode start = StartMode.of(Map.of("MIGRATION_ENABLED", enabled, "MODE", mode));
        assertThat(start.applied(AtStart.USUAL.with(policy))).isEqualTo(AtStart.USUAL.with(applied));
    }
}
