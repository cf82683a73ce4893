package org.limbeck.dialect;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** The refusal of what a database cannot do. */
public final class Unsupported {
    private Unsupported() {}

    /**
     * @param what the thing, such as {@code an exclusion constraint on booking}
     * @param why the reason
     * @param wayOut what to do instead
     */
    public static LimbeckException on(Dialect dialect, String what, String why, String wayOut) {
        return Problem.of(ErrorCode.NOT_SUPPORTED_HERE, dialect.title() + " cannot do this: " + what)
                .why(why)
                .todo(wayOut)
                .exception();
    }
}
