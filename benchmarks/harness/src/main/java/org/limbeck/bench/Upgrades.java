package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** From an empty database to the head, one table to a revision. */
final class Upgrades implements Case {
    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        for (Engine engine : Engine.values()) {
            if (engine.missing().isEmpty()) {
                thousand(bench, engine);
                if (bench.large()) {
                    fiveThousand(bench, engine);
                }
            }
        }
    }

    private static void thousand(Bench bench, Engine engine) throws IOException, InterruptedException {
        Tools tools = bench.tools();
        Jdk jdk = bench.jdks().get(0);
        Contest contest = new Contest(bench, "Upgrade of an empty database", setting(1_000, engine))
                .floor(floor(bench, 1_000), 3)
                .add(named("SQL", tools.limbeck(jdk, bench.histories().sql(1_000), true, "upgrade")), 3)
                .add(named("Java", tools.limbeck(jdk, bench.histories().java(1_000), true, "upgrade")), 3);
        if (engine == Engine.MARIADB || engine == Engine.MYSQL) {
            String files = bench.histories().floor(1_000).toString();
            Contestant floor = tools.floor("Upgrade", true, files, "intent");
            contest.add(new Contestant(floor.name() + ", with an intent", true, floor.attempts()), 3);
        }
        if (engine == Engine.SQLITE) {
            contest.add(compiledAnew(tools.limbeck(jdk, bench.histories().java(1_000), false, "upgrade"), bench), 3);
            contest.add(tools.javac(jdk, bench.histories().java(1_000).resolve("migrations"), bench.work()), 3);
        }
        for (Jdk other : bench.jdks().subList(1, bench.jdks().size())) {
            contest.add(named("SQL", tools.limbeck(other, bench.histories().sql(1_000), false, "upgrade")), 3);
        }
        contest.onFresh(engine);
        boolean counted = bench.large() && engine == Engine.POSTGRESQL;
        int runs = engine == Engine.POSTGRESQL ? 2 : 1;
        new Contest(bench, "Upgrade of an empty database", setting(1_000, engine))
                .add(tools.flyway("migrate", bench.histories().flyway(1_000), counted), runs)
                .add(tools.liquibase("update", bench.histories().liquibase(1_000), counted), runs)
                .onFresh(engine);
    }

    private static void fiveThousand(Bench bench, Engine engine) throws IOException, InterruptedException {
        Contest contest = new Contest(bench, "Upgrade of an empty database", setting(5_000, engine))
                .floor(floor(bench, 5_000), 1)
                .add(
                        named(
                                "SQL",
                                bench.tools()
                                        .limbeck(
                                                bench.jdks().get(0),
                                                bench.histories().sql(5_000),
                                                false,
                                                "upgrade")),
                        1);
        contest.onFresh(engine);
    }

    private static Contestant floor(Bench bench, int size) throws IOException {
        return bench.tools()
                .floor("Upgrade", true, bench.histories().floor(size).toString());
    }

    /** The first time on a machine: no script is compiled yet. */
    private static Contestant compiledAnew(Contestant who, Bench bench) {
        return new Contestant(who.name() + ", Java, compiled anew", false, target -> {
            Path classes = bench.histories().java(1_000).resolve(".limbeck/classes");
            if (Files.isDirectory(classes)) {
                try (Stream<Path> files = Files.walk(classes)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return who.attempts().on(target);
        });
    }

    private static Contestant named(String more, Contestant who) {
        return new Contestant(who.name() + ", " + more, who.counted(), who.attempts());
    }

    static String setting(int size, Engine engine) {
        return String.format("%,d revisions, %s", size, engine.title());
    }

    static List<Engine> available() {
        return List.of(Engine.values()).stream()
                .filter(engine -> engine.missing().isEmpty())
                .toList();
    }
}
