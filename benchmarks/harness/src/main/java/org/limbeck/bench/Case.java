package org.limbeck.bench;

import java.io.IOException;

/** One question that is answered by measuring. */
interface Case {
    /** By which the command line calls it. */
    String name();

    void run(Bench bench) throws IOException, InterruptedException;
}
