package org.limbeck.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** Catches what a piece of code complains about. */
final class Problems {
    private Problems() {}

    static List<Problem> of(ThrowingCallable code) {
        LimbeckException e = catchThrowableOfType(LimbeckException.class, code);
        assertThat(e).as("an error").isNotNull();
        return e.problems();
    }

    static String text(ThrowingCallable code) {
        return of(code).get(0).text();
    }
}
