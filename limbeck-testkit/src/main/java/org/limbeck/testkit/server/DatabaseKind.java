package org.limbeck.testkit.server;

import java.util.Optional;

/** The databases on which tests run. */
public enum DatabaseKind {
    /** SQLite, in a file. */
    SQLITE,
    /** H2, in memory. */
    H2,
    /** PostgreSQL 15. */
    POSTGRESQL_15(ServerProduct.POSTGRESQL, "15"),
    /** PostgreSQL 18. */
    POSTGRESQL_18(ServerProduct.POSTGRESQL, "18"),
    /** MariaDB 10.11. */
    MARIADB_10_11(ServerProduct.MARIADB, "10.11"),
    /** MySQL 9.7. */
    MYSQL_9_7(ServerProduct.MYSQL, "9.7");

    private final Optional<ServerProduct> product;
    private final String version;

    DatabaseKind() {
        this.product = Optional.empty();
        this.version = "";
    }

    DatabaseKind(ServerProduct product, String version) {
        this.product = Optional.of(product);
        this.version = version;
    }

    /** Whether this is a server, with sessions of its own, and not an engine inside the JVM. */
    public boolean isServer() {
        return product.isPresent();
    }

    ServerProduct product() {
        return product.orElseThrow();
    }

    String version() {
        return version;
    }
}
