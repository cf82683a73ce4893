package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The start of a small application with Spring Boot, whose database is up to date. */
final class SpringStarts implements Case {
    private static final String APPLICATION = "org.limbeck.bench.spring.Application";

    @Override
    public String name() {
        return "spring";
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        for (int size : List.of(10, 1_000)) {
            Path limbeck = bench.histories().sql(size).resolve("migrations");
            Path flyway = bench.histories().flyway(size);
            for (TrustingServer server : TrustingServer.start(bench.work())) {
                try (server) {
                    Target target = server.fresh();
                    Target other = server.fresh();
                    new Contest(
                                    bench,
                                    "Start of an application with Spring Boot 3.5",
                                    String.format("%,d revisions applied, PostgreSQL 15 (trust)", size))
                            .floor(application(bench, "spring", "floor: no migration tool", target), 3)
                            .add(
                                    application(
                                            bench, "spring-limbeck", "Limbeck", target, "--limbeck.scripts=" + limbeck),
                                    3)
                            .add(
                                    application(
                                            bench,
                                            "spring-flyway",
                                            "Flyway 13.12",
                                            other,
                                            "--spring.flyway.locations=filesystem:" + flyway),
                                    3)
                            .on(target);
                }
            }
        }
    }

    private static Contestant application(
            Bench bench, String module, String name, Target database, String... properties) {
        return new Contestant(name, false, target -> {
            List<String> words = new java.util.ArrayList<>(List.of(
                    "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.username=" + database.user(),
                    "--logging.level.root=warn",
                    "--spring.main.banner-mode=off"));
            words.addAll(List.of(properties));
            return bench.tools().java(module, APPLICATION, words);
        });
    }
}
