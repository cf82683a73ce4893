package org.limbeck.dialect.h2;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.limbeck.dialect.Scratch;

/** A nameless database in memory, which reads names and types as the live one does. */
final class ScratchMemory implements Scratch {

    @Override
    public <T> T in(Connection live, Work<T> work) throws SQLException {
        try (Connection memory = DriverManager.getConnection("jdbc:h2:mem:" + settings(live))) {
            return work.run(memory);
        }
    }

    private static String settings(Connection live) throws SQLException {
        StringBuilder settings = new StringBuilder();
        try (Statement statement = live.createStatement();
                ResultSet rows = statement.executeQuery("SELECT SETTING_NAME, SETTING_VALUE FROM"
                        + " INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME IN ('MODE', 'DATABASE_TO_UPPER',"
                        + " 'DATABASE_TO_LOWER', 'CASE_INSENSITIVE_IDENTIFIERS')")) {
            while (rows.next()) {
                String value = rows.getString(2);
                if (value.matches("[A-Za-z]+")) {
                    settings.append(';').append(rows.getString(1)).append('=').append(value);
                }
            }
        }
        return settings.toString();
    }
}
