package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The start of a small application with Spring Boot, whose database is empty or up to date. */
final class SpringStarts implements Case {
    private static final String APPLICATION = "org.limbeck.bench.spring.Application";

    @Override
    public String name() {
        return "spring";
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        for (TrustingServer server : TrustingServer.start(bench.work())) {
            try (server) {
                for (int size : List.of(0, 10)) {
                    contest(bench, "empty database, " + size + " revisions to apply", size)
                            .onFresh(server::fresh);
                }
                for (int size : List.of(10, 1_000)) {
                    contest(bench, String.format("%,d revisions applied", size), size)
                            .onOwn(server::fresh);
                }
            }
        }
    }

    private static Contest contest(Bench bench, String setting, int size) throws IOException {
        Path limbeck = Files.createDirectories(bench.histories().sql(size).resolve("migrations"));
        Path flyway = bench.histories().flyway(size);
        return new Contest(bench, "Start of an application with Spring Boot 3.5", setting + ", PostgreSQL 15 (trust)")
                .floor(application(bench, "spring", "floor: no migration tool"), 3)
                .add(application(bench, "spring-limbeck", "Limbeck", "--limbeck.scripts=" + limbeck), 3)
                .add(
                        application(
                                bench,
                                "spring-flyway",
                                "Flyway 13.12",
                                "--spring.flyway.locations=filesystem:" + flyway),
                        3);
    }

    private static Contestant application(Bench bench, String module, String name, String... properties) {
        return new Contestant(name, false, target -> {
            List<String> words = new ArrayList<>(List.of(
                    "--spring.datasource.url=" + target.url(),
                    "--spring.datasource.username=" + target.user(),
                    "--logging.level.root=warn",
                    "--spring.main.banner-mode=off"));
            words.addAll(List.of(properties));
            return bench.tools().java(module, APPLICATION, words);
        });
    }
}
