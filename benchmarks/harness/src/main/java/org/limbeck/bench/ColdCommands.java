package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.limbeck.testkit.server.TestDatabase;

/** What a person waits for at the keyboard. */
final class ColdCommands implements Case {
    private static final List<Integer> SIZES = List.of(10, 1_000, 5_000, 20_000);
    private static final int FOR_PEERS = 3;

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        for (int size : SIZES) {
            Path project = bench.histories().sql(size);
            try (TestDatabase database = Engine.SQLITE.create()) {
                all(bench, size, project, Engine.target(database), "SQLite");
            }
        }
        for (TrustingServer server : TrustingServer.start(bench.work())) {
            try (server) {
                for (int size : List.of(10, 5_000)) {
                    all(bench, size, bench.histories().sql(size), server.fresh(), "PostgreSQL (trust)");
                }
            }
        }
    }

    private static void all(Bench bench, int size, Path project, Target target, String where)
            throws IOException, InterruptedException {
        stamp(bench, project, target);
        String setting = String.format("%,d revisions, %s", size, where);
        Contest current = new Contest(bench, "Cold `current`", setting);
        current.floor(bench.tools().floor("Query", false), 100);
        for (Jdk jdk : bench.jdks()) {
            current.add(bench.tools().limbeck(jdk, project, false, "current"), 100);
        }
        current.on(target);
        for (String command : List.of("history", "status")) {
            Contest other = new Contest(bench, "Cold `" + command + "`", setting);
            for (Jdk jdk : bench.jdks()) {
                other.add(bench.tools().limbeck(jdk, project, false, command), 5);
            }
            other.on(target);
        }
        peers(bench, size, setting, target);
    }

    /** Peers have tables of their own in the same database; nothing is applied there, which is the cheaper case. */
    private static void peers(Bench bench, int size, String setting, Target target)
            throws IOException, InterruptedException {
        if (size == 10 || size == 5_000 && bench.large()) {
            new Contest(bench, "Cold `current`", setting)
                    .add(bench.tools().flyway("info", bench.histories().flyway(size), false), FOR_PEERS)
                    .add(bench.tools().liquibase("status", bench.histories().liquibase(size), false), FOR_PEERS)
                    .on(target);
        }
    }

    private static void stamp(Bench bench, Path project, Target target) throws IOException, InterruptedException {
        bench.processes()
                .run(bench.tools()
                        .limbeck(
                                bench.jdks().get(0),
                                project,
                                false,
                                "stamp",
                                "head",
                                "--force",
                                "--reason",
                                "benchmark")
                        .attempts()
                        .on(target));
    }
}
