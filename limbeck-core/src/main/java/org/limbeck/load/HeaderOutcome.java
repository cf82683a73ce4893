package org.limbeck.load;

import org.limbeck.error.Problem;

/** What the beginning of a file turned out to be. */
sealed interface HeaderOutcome {

    /** A script. */
    record Found(ScriptHeader header) implements HeaderOutcome {}

    /** Java without a revision: shared by scripts. */
    record Helper() implements HeaderOutcome {}

    /** The text ends before the header does. */
    record TooShort() implements HeaderOutcome {}

    /** Not a script as it should be. */
    record Bad(Problem problem) implements HeaderOutcome {}
}
