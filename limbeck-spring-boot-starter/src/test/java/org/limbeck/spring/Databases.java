package org.limbeck.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases and scripts for tests. */
final class Databases {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Databases() {}

    /** The address of a fresh database in memory. */
    static String h2() {
        return "jdbc:h2:mem:spring" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
    }

    static DataSource source(String url) {
        return new DriverManagerDataSource(url);
    }

    static DataSource source(String url, String user, String password) {
        return new DriverManagerDataSource(url, user, password);
    }

    /** A script that makes a table. */
    static void script(Path folder, String id, String down, String table) {
        String parent = down.isEmpty() ? "" : "--@ down " + down + "\n";
        try {
            Files.writeString(
                    folder.resolve(id + ".sql"),
                    "--@ revision " + id + "\n" + parent + "--@ message feat: " + id
                            + "\n\n--@ upgrade\nCREATE TABLE " + table
                            + " (id integer NOT NULL PRIMARY KEY);\n\n--@ downgrade\nDROP TABLE " + table + ";\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
