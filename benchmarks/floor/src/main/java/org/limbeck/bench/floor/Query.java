package org.limbeck.bench.floor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The least that {@code current} can be: connects, asks one question, prints the answer. */
public final class Query {
    private Query() {}

    /** @param words address, user, password */
    public static void main(String[] words) throws SQLException {
        try (Connection connection = DriverManager.getConnection(words[0], words[1], words[2]);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1")) {
            rows.next();
            System.out.println(rows.getString(1));
        }
    }
}
