package org.limbeck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;

/** Why contexts did not start. */
final class Refusals {
    private Refusals() {}

    static StartRefusedException of(AssertableApplicationContext context) {
        assertThat(context).hasFailed();
        Throwable failure = context.getStartupFailure();
        while (failure != null) {
            if (failure instanceof StartRefusedException refused) {
                return refused;
            }
            failure = failure.getCause();
        }
        throw new AssertionError("it was not refused", context.getStartupFailure());
    }
}
