package org.limbeck.hibernate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;

import org.limbeck.dialect.Dialect;
import org.limbeck.model.ModelSource.Request;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** The entities of the gallery, and the tables that Hibernate itself creates for them. */
final class Gallery {
    private static final String GALLERY = "org.limbeck.hibernate.gallery";
    private static final String COMMENTED = GALLERY + ",org.limbeck.hibernate.commented";
    private static final String NAMED = COMMENTED + ",org.limbeck.hibernate.named";

    private Gallery() {}

    static Request request(DatabaseKind kind, Dialect dialect) {
        return new Request(mapped(kind), dialect, Path.of("."), List.of(), Gallery.class.getClassLoader());
    }

    /** Hibernate cannot create comments on SQLite, nor named enums anywhere but on PostgreSQL. */
    private static String mapped(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE -> GALLERY;
            case POSTGRESQL_15, POSTGRESQL_18 -> NAMED;
            default -> COMMENTED;
        };
    }

    /** Lets Hibernate create all tables in an empty database. */
    static void create(TestDatabase database, Dialect dialect) throws SQLException {
        if (database.kind() == DatabaseKind.MARIADB_10_11) {
            // What fits into a varchar depends on the character set, which Hibernate asks of a connection.
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER DATABASE CHARACTER SET utf8mb4");
            }
        }
        Quiet.during(() -> create(database, request(database.kind(), dialect)));
    }

    private static boolean create(TestDatabase database, Request request) {
        MappedClasses mapped = MappedClasses.find(HibernateAddress.parse(request.address()), request);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("hibernate.connection.url", database.url());
        settings.put("hibernate.connection.username", database.user());
        settings.put("hibernate.connection.password", database.password());
        settings.put("hibernate.hbm2ddl.auto", "create-only");
        settings.put("hibernate.hbm2ddl.halt_on_error", "true");
        try (StandardServiceRegistry services =
                new StandardServiceRegistryBuilder().applySettings(settings).build()) {
            MetadataSources sources = new MetadataSources(services);
            mapped.classes().forEach(sources::addAnnotatedClass);
            MetadataImplementor metadata = (MetadataImplementor) sources.buildMetadata();
            // As a session factory does before it creates tables.
            metadata.orderColumns(false);
            SchemaManagementToolCoordinator.process(metadata, services, settings, drop -> {});
            return true;
        }
    }
}
