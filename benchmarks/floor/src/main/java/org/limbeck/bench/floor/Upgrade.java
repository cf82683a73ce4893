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

/** Runs each file in a transaction of its own, with one row that says so, and nothing else: no lock, no checksum. */
public final class Upgrade {
    private Upgrade() {}

    /** @param words address, user, password, folder */
    public static void main(String[] words) throws SQLException, IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(Path.of(words[3]))) {
            files = found.sorted().toList();
        }
        try (Connection connection = DriverManager.getConnection(words[0], words[1], words[2])) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE done (name varchar(200) PRIMARY KEY)");
            }
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    PreparedStatement done = connection.prepareStatement("INSERT INTO done VALUES (?)")) {
                for (Path file : files) {
                    statement.execute(Files.readString(file));
                    done.setString(1, file.getFileName().toString());
                    done.executeUpdate();
                    connection.commit();
                }
            }
        }
    }
}
