package org.limbeck.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;
import org.limbeck.testkit.server.TestServers;

/** The databases of the benchmarks. */
enum Engine {
    SQLITE("SQLite", DatabaseKind.SQLITE),
    POSTGRESQL("PostgreSQL 15", DatabaseKind.POSTGRESQL_15),
    MARIADB("MariaDB 10.11", DatabaseKind.MARIADB_10_11),
    MYSQL("MySQL 9.7", DatabaseKind.MYSQL_9_7);

    private final String title;
    private final DatabaseKind kind;

    Engine(String title, DatabaseKind kind) {
        this.title = title;
        this.kind = kind;
    }

    String title() {
        return title;
    }

    /** Why it cannot be had here. */
    Optional<String> missing() {
        return TestServers.missing(kind);
    }

    /** A fresh database. */
    TestDatabase create() {
        return TestDatabase.create(kind);
    }

    static Target target(TestDatabase database) {
        return new Target(database.url(), database.user(), database.password());
    }

    /** What the database calls itself. */
    String version() {
        try (TestDatabase database = create();
                Connection connection = database.connect()) {
            return connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            return title + " (" + e.getMessage() + ")";
        }
    }
}
