package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A hundred thousand headers, read and resolved to a graph. */
final class ManyHeaders implements Case {
    private static final int SIZE = 100_000;

    @Override
    public String name() {
        return "headers";
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        Path project = bench.histories().sql(SIZE);
        String scripts = project.resolve("migrations").toString();
        Contest contest = new Contest(bench, "Heads of 100,000 revisions", "`heads`")
                .floor(
                        new Contestant(
                                "floor: 2 KB of each file",
                                false,
                                target ->
                                        bench.tools().java("floor", "org.limbeck.bench.floor.Heads", List.of(scripts))),
                        5);
        for (Jdk jdk : bench.jdks()) {
            contest.add(bench.tools().limbeck(jdk, project, false, "heads"), 5);
        }
        contest.on(new Target("jdbc:sqlite:none.db", "", ""));
    }
}
