package org.limbeck.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseNameTest {

    @Test
    void isUnique() {
        assertThat(DatabaseName.next()).isNotEqualTo(DatabaseName.next());
    }

    @Test
    void isForgottenAfterHalfADay() {
        assertThat(DatabaseName.isForgotten("limbeck_test_3_0123456789ab")).isTrue();
        assertThat(DatabaseName.isForgotten(DatabaseName.next())).isFalse();
    }

    @Test
    void isNeverForgottenWhenNotOurs() {
        assertThat(DatabaseName.isForgotten("postgres")).isFalse();
        assertThat(DatabaseName.isForgotten("limbeck_test_3_customers")).isFalse();
    }
}
