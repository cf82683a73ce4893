package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A database compared with what it should be; nothing differs. Ten columns, five constraints and indexes a table. */
final class Comparisons implements Case {
    @Override
    public String name() {
        return "compare";
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        for (TrustingServer server : TrustingServer.start(bench.work())) {
            try (server) {
                for (int tables : List.of(500, 1_000, 5_000)) {
                    compare(bench, server, tables);
                }
            }
        }
    }

    private static void compare(Bench bench, TrustingServer server, int tables)
            throws IOException, InterruptedException {
        Target target = server.fresh();
        fill(target, tables);
        Path project = project(bench, tables);
        for (List<String> words : List.of(List.of("upgrade"), List.of("snapshot", "schema.json"))) {
            bench.processes()
                    .run(bench.tools()
                            .limbeck(bench.jdks().get(0), project, false, words.toArray(String[]::new))
                            .attempts()
                            .on(target));
        }
        String setting = String.format("%,d tables, PostgreSQL 15 (trust)", tables);
        Contest contest = new Contest(bench, "Comparison of schemas", setting)
                .floor(bench.tools().floor("Catalogue", true), 3);
        for (Jdk jdk : bench.jdks()) {
            contest.add(bench.tools().limbeck(jdk, project, true, "check", "--json"), 3);
        }
        contest.on(target);
        if (bench.large() && tables <= 1_000) {
            Target other = server.fresh();
            fill(other, tables);
            Contest peers = new Contest(bench, "Comparison of schemas", setting).add(liquibase(bench, other), 1);
            if (tables == 500) {
                for (Jdk jdk :
                        bench.jdks().stream().filter(one -> one.major() >= 21).toList()) {
                    peers.add(jooq(bench, jdk, other), 1);
                }
            }
            peers.onceOn(target);
        }
    }

    private static Contestant liquibase(Bench bench, Target other) {
        return new Contestant(
                "Liquibase 4.33, diff",
                false,
                target -> bench.tools()
                        .java(
                                "liquibase",
                                "org.limbeck.bench.liquibase.LiquibaseMain",
                                List.of(
                                        "diff",
                                        target.url(),
                                        target.user(),
                                        "",
                                        bench.root().toString(),
                                        other.url())));
    }

    private static Contestant jooq(Bench bench, Jdk jdk, Target other) throws IOException, InterruptedException {
        Path module = bench.root().resolve("benchmarks/jooq");
        Path classes = module.resolve("target/classes");
        bench.processes()
                .run(new Attempt(
                        List.of(
                                jdk.home().resolve("bin/javac").toString(),
                                "-d",
                                classes.toString(),
                                "-cp",
                                bench.tools().classPath("jooq"),
                                module.resolve("Migrate.java").toString()),
                        Map.of(),
                        bench.root()));
        return new Contestant(
                "jOOQ 3.21, migrateTo, " + jdk.title(),
                false,
                target -> bench.tools()
                        .java(jdk, List.of(), "jooq", "Migrate", List.of(target.user(), target.url(), other.url())));
    }

    private static Path project(Bench bench, int tables) throws IOException {
        Path project = bench.work().resolve("compare-" + tables);
        Path migrations = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(
                project.resolve("limbeck.toml"),
                Histories.SETTINGS.replace(
                        "[database.postgresql]", "[database.postgresql]\nmodel = \"snapshot:schema.json\""));
        Files.writeString(migrations.resolve("a.sql"), """
                --@ revision aaaa00000001
                --@ message feat: all is there
                --@ upgrade
                --@ downgrade
                """);
        return project;
    }

    private static void fill(Target target, int tables) {
        try (Connection connection = DriverManager.getConnection(target.url(), target.user(), target.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= tables; i++) {
                statement.execute("""
                        CREATE TABLE t%1$d (id integer NOT NULL, code varchar(20) NOT NULL, name varchar(100),
                          amount numeric(12,2) DEFAULT 0 NOT NULL, at timestamp, day date, flag boolean, note text,
                          kind varchar(10) DEFAULT 'a', parent integer,
                          CONSTRAINT pk_t%1$d PRIMARY KEY (id), CONSTRAINT uq_t%1$d UNIQUE (code)%2$s);
                        CREATE INDEX ix_t%1$d_name ON t%1$d (name);
                        CREATE INDEX ix_t%1$d_at ON t%1$d (at, kind);
                        """.formatted(i, foreignKey(i)));
                if (i % 100 == 0) {
                    // Each table is a lock until then.
                    connection.commit();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String foreignKey(int table) {
        return table < 10
                ? ""
                : ", CONSTRAINT fk_t" + table + " FOREIGN KEY (parent) REFERENCES t" + table / 10 + " (id)";
    }
}
