package org.limbeck.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * What all cases share.
 *
 * @param root the folder of the project
 * @param work where generated scripts and databases are
 * @param runs how often each contestant runs at most
 * @param large whether the cases that take minutes are run, too
 * @param jdks the first one is used for everything, the others for Limbeck besides
 */
record Bench(Path root, Path work, int runs, boolean large, List<Jdk> jdks, Processes processes, Report report) {
    Bench {
        jdks = List.copyOf(jdks);
    }

    Tools tools() {
        return new Tools(root, jdks.get(0));
    }

    Histories histories() {
        return new Histories(work);
    }
}
