package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the scripts: the same tables for everybody, one to a revision. Written once and kept. */
record Histories(Path work) {
    static final String SETTINGS = """
            [defaults]
            select = "${BENCH_KIND}"
            url = "${BENCH_URL}"
            user = "${BENCH_USER:-}"
            password = "${BENCH_PASSWORD:-}"
            scripts = "migrations"
            [database.sqlite]
            [database.postgresql]
            [database.mariadb]
            [database.mysql]
            """;

    /** Writes a folder. */
    @FunctionalInterface
    private interface Writer {
        void write(Path folder) throws IOException;
    }

    /** A project of Limbeck's with scripts in SQL. */
    Path sql(int revisions) throws IOException {
        return once("limbeck-sql-" + revisions, folder -> {
            for (int i = 1; i <= revisions; i++) {
                script(folder, i, ".sql", """
                        --@ revision %s
                        %s--@ message  feat: add table %d
                        --@ created  2026-11-20T09:31

                        --@ upgrade
                        %s;

                        --@ downgrade
                        DROP TABLE t%d;
                        """.formatted(
                                id(i), i == 1 ? "" : "--@ down     " + id(i - 1) + "\n", i, table(i), i));
            }
        });
    }

    /** A project of Limbeck's with scripts in Java. */
    Path java(int revisions) throws IOException {
        return once("limbeck-java-" + revisions, folder -> {
            for (int i = 1; i <= revisions; i++) {
                script(folder, i, ".java", """
                        import static org.limbeck.migration.Words.*;

                        import org.limbeck.migration.*;

                        @Revision(id = "%s"%s, message = "feat: add table %d", created = "2026-11-20T09:31")
                        final class R%06d implements Migration {
                            @Override
                            public void upgrade(Op op) {
                                op.createTable("t%d",
                                        column("id", integer()).notNull(),
                                        column("name", varchar(100)),
                                        primaryKey("id"));
                            }

                            @Override
                            public void downgrade(Op op) {
                                op.dropTable("t%d");
                            }
                        }
                        """.formatted(
                                id(i), i == 1 ? "" : ", down = \"" + id(i - 1) + "\"", i, i, i, i));
            }
        });
    }

    /** The bare statements, one to a file. */
    Path floor(int revisions) throws IOException {
        return once("floor-" + revisions, folder -> {
            for (int i = 1; i <= revisions; i++) {
                Files.writeString(folder.resolve("%06d.sql".formatted(i)), table(i));
            }
        });
    }

    Path flyway(int revisions) throws IOException {
        return once("flyway-" + revisions, folder -> {
            for (int i = 1; i <= revisions; i++) {
                Files.writeString(folder.resolve("V%06d__add_table_%d.sql".formatted(i, i)), table(i) + ";\n");
            }
        });
    }

    Path liquibase(int revisions) throws IOException {
        return once("liquibase-" + revisions, folder -> {
            Path changes = Files.createDirectories(folder.resolve("changes"));
            for (int i = 1; i <= revisions; i++) {
                Files.writeString(
                        changes.resolve("%06d.sql".formatted(i)),
                        "--liquibase formatted sql\n--changeset bench:" + i + "\n" + table(i)
                                + ";\n--rollback DROP TABLE t" + i + ";\n");
            }
            Files.writeString(folder.resolve("all.xml"), """
                    <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                        xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                      <includeAll path="changes" relativeToChangelogFile="true"/>
                    </databaseChangeLog>
                    """);
        });
    }

    /** The id of the last revision. */
    static String id(int number) {
        return "%012x".formatted(0xb00000000000L + number);
    }

    private static String table(int number) {
        return "CREATE TABLE t" + number + " (id integer NOT NULL PRIMARY KEY, name varchar(100))";
    }

    private static void script(Path folder, int number, String end, String text) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        if (number == 1) {
            Files.writeString(folder.resolve("limbeck.toml"), SETTINGS);
        }
        Files.writeString(migrations.resolve("R%06d".formatted(number) + end), text);
    }

    private Path once(String name, Writer writer) throws IOException {
        Path folder = work.resolve(name);
        Path done = work.resolve(name + ".done");
        if (!Files.exists(done)) {
            Files.createDirectories(folder);
            writer.write(folder);
            Files.createFile(done);
        }
        return folder;
    }
}
