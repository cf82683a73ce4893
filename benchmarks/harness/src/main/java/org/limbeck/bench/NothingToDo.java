package org.limbeck.bench;

import java.io.IOException;
import java.util.List;

import org.limbeck.testkit.server.TestDatabase;

/** An upgrade of what is at its head, in a process of its own. */
final class NothingToDo implements Case {
    @Override
    public String name() {
        return "noop";
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        for (Engine engine : Upgrades.available()) {
            for (int size : List.of(10, 1_000, 5_000)) {
                limbeck(bench, engine, size);
            }
        }
        for (int size : bench.large() ? List.of(10, 1_000) : List.of(10)) {
            peers(bench, size);
        }
    }

    private static void limbeck(Bench bench, Engine engine, int size) throws IOException, InterruptedException {
        Tools tools = bench.tools();
        Jdk jdk = bench.jdks().get(0);
        try (TestDatabase database = engine.create()) {
            Target target = Engine.target(database);
            bench.processes()
                    .run(tools.limbeck(
                                    jdk,
                                    bench.histories().sql(size),
                                    false,
                                    "stamp",
                                    "head",
                                    "--force",
                                    "--reason",
                                    "benchmark")
                            .attempts()
                            .on(target));
            new Contest(bench, "Upgrade with nothing to do", Upgrades.setting(size, engine))
                    .floor(tools.floor("Query", true), 5)
                    .add(tools.limbeck(jdk, bench.histories().sql(size), true, "upgrade"), 5)
                    .on(target);
        }
    }

    /** Their first run, which is not counted, does the work. */
    private static void peers(Bench bench, int size) throws IOException, InterruptedException {
        for (boolean flyway : new boolean[] {true, false}) {
            try (TestDatabase database = Engine.POSTGRESQL.create()) {
                new Contest(bench, "Upgrade with nothing to do", Upgrades.setting(size, Engine.POSTGRESQL))
                        .add(
                                flyway
                                        ? bench.tools()
                                                .flyway(
                                                        "migrate",
                                                        bench.histories().flyway(size),
                                                        true)
                                        : bench.tools()
                                                .liquibase(
                                                        "update",
                                                        bench.histories().liquibase(size),
                                                        true),
                                3)
                        .on(Engine.target(database));
            }
        }
    }
}
