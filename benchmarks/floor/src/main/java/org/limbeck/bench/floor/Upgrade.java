package org.limbeck.bench.floor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs each file in a transaction of its own, with one row that says so, and nothing else: no lock, no checksum. Where DDL
 * commits by itself, it may write the row before and change it after, as whoever wants to go on after a crash must.
 */
public final class Upgrade {
    private Upgrade() {}

    /** @param words address, user, password, folder; and "intent" for two writes */
    public static void main(String[] words) throws SQLException, IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(Path.of(words[3]))) {
            files = found.sorted().toList();
        }
        try (Connection connection = DriverManager.getConnection(words[0], words[1], words[2])) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE done (name varchar(200) PRIMARY KEY, state varchar(10))");
            }
            if (words.length > 4) {
                withIntent(connection, files);
                return;
            }
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    PreparedStatement done = connection.prepareStatement("INSERT INTO done VALUES (?, 'done')")) {
                for (Path file : files) {
                    statement.execute(Files.readString(file));
                    done.setString(1, file.getFileName().toString());
                    done.executeUpdate();
                    connection.commit();
                }
            }
        }
    }

    private static void withIntent(Connection connection, List<Path> files) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                PreparedStatement begun = connection.prepareStatement("INSERT INTO done VALUES (?, 'begun')");
                PreparedStatement done = connection.prepareStatement("UPDATE done SET state = 'done' WHERE name = ?")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                begun.setString(1, name);
                begun.executeUpdate();
                statement.execute(Files.readString(file));
                done.setString(1, name);
                done.executeUpdate();
            }
        }
    }
}
