package org.limbeck.bench.floor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The statements by which SQLite's manual changes a table, and nothing else. */
public final class Rebuild {
    private Rebuild() {}

    /** @param words address, and a file of statements, one a line */
    public static void main(String[] words) throws Exception {
        List<String> lines = Files.readAllLines(Path.of(words[1]));
        try (Connection connection = DriverManager.getConnection(words[0])) {
            run(connection, lines);
        }
    }

    private static void run(Connection connection, List<String> lines) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String line : lines) {
                statement.execute(line);
            }
        }
    }
}
