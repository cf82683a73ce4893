package org.limbeck.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.limbeck.dialect.Scratch;

/**
 * A database of its own, dropped afterwards. Its name tells when it was made, so that what a killed process left is known
 * and dropped by the next one, an hour later.
 */
final class ScratchDatabase implements Scratch {
    private static final String PREFIX = "limbeck_scratch_";
    private static final long HOUR_MILLIS = 3_600_000;

    @Override
    public <T> T in(Connection live, Work<T> work) throws SQLException {
        String own = live.getCatalog();
        long now = System.currentTimeMillis();
        String name = PREFIX + now + "_" + UUID.randomUUID().toString().substring(0, 8);
        try (Statement statement = live.createStatement()) {
            dropLeftovers(statement, now);
            statement.execute("CREATE DATABASE " + name + likeOwn(statement));
        }
        try {
            live.setCatalog(name);
            return work.run(live);
        } finally {
            try (Statement statement = live.createStatement()) {
                statement.execute("DROP DATABASE IF EXISTS " + name);
            } finally {
                if (own != null && !own.isEmpty()) {
                    live.setCatalog(own);
                }
            }
        }
    }

    /** The character set and collation of the database that is in use. */
    private static String likeOwn(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT @@character_set_database, @@collation_database")) {
            row.next();
            return " CHARACTER SET " + row.getString(1) + " COLLATE " + row.getString(2);
        }
    }

    private static void dropLeftovers(Statement statement, long now) throws SQLException {
        List<String> old = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SHOW DATABASES LIKE 'limbeck\\_scratch\\_%'")) {
            while (rows.next()) {
                if (isOld(rows.getString(1), now)) {
                    old.add(rows.getString(1));
                }
            }
        }
        for (String name : old) {
            statement.execute("DROP DATABASE IF EXISTS `" + name + "`");
        }
    }

    static boolean isOld(String name, long now) {
        if (!name.matches(PREFIX + "[0-9]{1,15}_[0-9a-f]{8}")) {
            return false;
        }
        long made = Long.parseLong(name.substring(PREFIX.length(), name.indexOf('_', PREFIX.length())));
        return made < now - HOUR_MILLIS;
    }
}
