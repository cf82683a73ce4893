package org.limbeck.testkit.server;

/**
 * What differs between the products that run as servers; what is written here is MySQL and MariaDB. Database names given
 * here are ours and safe to write bare.
 */
enum ServerProduct {
    POSTGRESQL("postgresql", "postgres", "") {
        @Override
        String create(String database) {
            // template0 is never connected to, so that databases can be created at the same time; its files are
            // copied, for at this size the copy is cheaper than logging every page.
            return "CREATE DATABASE " + database + " TEMPLATE template0 STRATEGY file_copy";
        }

        @Override
        String databases() {
            return "SELECT datname FROM pg_database";
        }

        @Override
        String currentSession() {
            return "SELECT pg_backend_pid()";
        }

        @Override
        String session() {
            return "SELECT pid FROM pg_stat_activity WHERE pid = ?";
        }

        @Override
        String sessionsOf() {
            return "SELECT pid FROM pg_stat_activity WHERE datname = ?";
        }

        @Override
        String drop(String database) {
            return super.drop(database) + " WITH (FORCE)";
        }

        @Override
        String kill(long session) {
            return "SELECT pg_terminate_backend(" + session + ")";
        }
    },
    MARIADB("mariadb", "", ""),
    // Without TLS the driver must be allowed to ask the server for the key that hides the password.
    MYSQL("mysql", "", "?sslMode=DISABLED&allowPublicKeyRetrieval=true");

    private final String engine;
    private final String adminDatabase;
    private final String parameters;

    ServerProduct(String engine, String adminDatabase, String parameters) {
        this.engine = engine;
        this.adminDatabase = adminDatabase;
        this.parameters = parameters;
    }

    /** The name of the engine, in the scripts and in JDBC URLs. */
    String engine() {
        return engine;
    }

    ServerAddress local(String port, String user, String password) {
        return new ServerAddress(
                "jdbc:" + engine + "://127.0.0.1:" + port + "/" + adminDatabase + parameters, user, password);
    }

    String create(String database) {
        return "CREATE DATABASE " + database;
    }

    String drop(String database) {
        return "DROP DATABASE IF EXISTS " + database;
    }

    String databases() {
        return "SHOW DATABASES";
    }

    String currentSession() {
        return "SELECT CONNECTION_ID()";
    }

    /** Finds a session by its number. */
    String session() {
        return "SELECT id FROM information_schema.processlist WHERE id = ?";
    }

    /** Lists the sessions in a database. */
    String sessionsOf() {
        return "SELECT id FROM information_schema.processlist WHERE db = ?";
    }

    String kill(long session) {
        return "KILL CONNECTION " + session;
    }
}
