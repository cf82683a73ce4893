package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A column of a large SQLite table gets another type, for which SQLite copies the table. */
final class Rebuilds implements Case {
    private static final int ROWS = 1_000_000;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        Path project = Files.createDirectories(bench.work().resolve("rebuild"));
        Path memory = Path.of(System.getProperty("java.io.tmpdir"));
        Path template = memory.resolve("limbeck-bench-template.db");
        Path copy = memory.resolve("limbeck-bench-rebuild.db");
        script(project);
        Path statements = Files.writeString(project.resolve("statements.txt"), String.join("\n", STATEMENTS) + "\n");
        make(bench, project, template);
        try {
            new Contest(bench, "Change of a type in SQLite", String.format("%,d rows", ROWS))
                    .floor(
                            onCopy(
                                    template,
                                    copy,
                                    new Contestant(
                                            "floor: bare SQL by JDBC",
                                            false,
                                            target -> bench.tools()
                                                    .java(
                                                            "floor",
                                                            "org.limbeck.bench.floor.Rebuild",
                                                            List.of(target.url(), statements.toString())))),
                            5)
                    .add(
                            onCopy(
                                    template,
                                    copy,
                                    bench.tools().limbeck(bench.jdks().get(0), project, false, "upgrade")),
                            5)
                    .on(new Target("jdbc:sqlite:" + copy, "", ""));
        } finally {
            Files.deleteIfExists(template);
            Files.deleteIfExists(copy);
        }
    }

    /** What SQLite's manual says, with the checks that make it safe. */
    private static final List<String> STATEMENTS = List.of(
            "PRAGMA foreign_keys = OFF",
            "BEGIN IMMEDIATE",
            "CREATE TABLE new_orders (id INTEGER NOT NULL PRIMARY KEY, customer TEXT NOT NULL, amount TEXT NOT NULL,"
                    + " note TEXT)",
            "INSERT INTO new_orders (id, customer, amount, note) SELECT id, customer, amount, note FROM orders",
            "DROP TABLE orders",
            "ALTER TABLE new_orders RENAME TO orders",
            "CREATE INDEX ix_orders_customer ON orders (customer)",
            "COMMIT",
            "PRAGMA foreign_keys = ON");

    private static void script(Path project) throws IOException {
        Files.writeString(project.resolve("limbeck.toml"), Histories.SETTINGS);
        Path migrations = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(migrations.resolve("a.sql"), """
                --@ revision aaaa00000001
                --@ message feat: orders
                --@ upgrade
                CREATE TABLE orders (id INTEGER NOT NULL PRIMARY KEY, customer TEXT NOT NULL, amount INTEGER NOT NULL, note TEXT);
                CREATE INDEX ix_orders_customer ON orders (customer);
                --@ downgrade
                DROP TABLE orders;
                """);
        Files.writeString(migrations.resolve("B.java"), """
                import static org.limbeck.migration.Words.*;

                import org.limbeck.migration.*;

                @Revision(id = "aaaa00000002", down = "aaaa00000001", message = "feat: amounts as text")
                final class B implements Migration {
                    @Override
                    public void upgrade(Op op) {
                        op.setType("orders", "amount", text());
                    }

                    @Override
                    public void downgrade(Op op) {
                        op.setType("orders", "amount", integer());
                    }
                }
                """);
    }

    private static void make(Bench bench, Path project, Path template) throws IOException, InterruptedException {
        Files.deleteIfExists(template);
        Target target = new Target("jdbc:sqlite:" + template, "", "");
        bench.processes()
                .run(bench.tools()
                        .limbeck(bench.jdks().get(0), project, false, "upgrade", "aaaa00000001")
                        .attempts()
                        .on(target));
        try (Connection connection = DriverManager.getConnection(target.url());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS + ")"
                            + " INSERT INTO orders SELECT i, 'customer ' || (i % 5000), i * 7, 'a note of some length ' || i FROM n");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Contestant onCopy(Path template, Path copy, Contestant who) {
        return new Contestant(who.name(), false, target -> {
            Files.deleteIfExists(copy);
            Files.copy(template, copy);
            return who.attempts().on(target);
        });
    }
}
