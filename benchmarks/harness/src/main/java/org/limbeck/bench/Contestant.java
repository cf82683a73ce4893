package org.limbeck.bench;

import java.io.IOException;

/**
 * Who does the work of a case.
 *
 * @param name as it stands in the table
 * @param counted whether the statements that the server sees are counted, which takes one more run
 * @param attempts makes the process to run against a database
 */
record Contestant(String name, boolean counted, Attempts attempts) {

    /** Makes the process of one run, and whatever it needs on disk. */
    @FunctionalInterface
    interface Attempts {
        Attempt on(Target target) throws IOException;
    }
}
