package org.limbeck.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.limbeck.compare.CompareOptions;
import org.limbeck.compare.Difference;
import org.limbeck.compare.ObjectKind;
import org.limbeck.compare.SchemaDiff;
import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.dialect.StatementGroup;
import org.limbeck.model.Model;
import org.limbeck.model.ModelSource.Request;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Schema;
import org.limbeck.state.ReplayedState;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** What Hibernate creates and what the model says are the same: nothing differs. */
class NoNoiseTest {
    private static final String GALLERY = "org.limbeck.hibernate.gallery";
    private static final String COMMENTED = GALLERY + ",org.limbeck.hibernate.commented";
    private static final String NAMED = COMMENTED + ",org.limbeck.hibernate.named";

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"SQLITE", "H2", "POSTGRESQL_15", "MARIADB_10_11", "MYSQL_9_7"})
    void theModelEqualsWhatHibernateCreates(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.create(kind);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Dialect dialect = Servers.dialect(ServerInfo.of(connection));
            if (kind == DatabaseKind.MARIADB_10_11) {
                // What fits into a varchar depends on the character set, which Hibernate asks of a connection.
                statement.execute("ALTER DATABASE CHARACTER SET utf8mb4");
            }
            Request request = new Request(
                    mapped(kind), dialect, Path.of("."), List.of(), getClass().getClassLoader());
            Quiet.during(() -> create(database, request));
            Model model = new HibernateSource().read(request);
            Schema live = dialect.reflector().schema(connection, null);
            assertThat(model.schema().tables()).hasSizeGreaterThanOrEqualTo(60);
            CompareOptions options = CompareOptions.USUAL.withTablesOnly(true);
            assertThat(SchemaDiff.between(live, model.schema(), dialect, options)
                            .differences())
                    .filteredOn(difference -> kind != DatabaseKind.SQLITE || !notCreated(difference))
                    .isEmpty();
            assertThat(model.schema().tables().keySet()).isEqualTo(live.tables().keySet());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"SQLITE", "H2", "POSTGRESQL_15", "MARIADB_10_11", "MYSQL_9_7"})
    void whatIsCreatedFromTheModelEqualsIt(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.create(kind);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Dialect dialect = Servers.dialect(ServerInfo.of(connection));
            Request request = new Request(
                    mapped(kind), dialect, Path.of("."), List.of(), getClass().getClassLoader());
            Schema wanted = new HibernateSource().read(request).schema();
            List<Operation> all = SchemaDiff.between(Schema.EMPTY, wanted, dialect, CompareOptions.USUAL)
                    .upgrade();
            for (StatementGroup group : dialect.renderer().render(all, ReplayedState.empty())) {
                for (org.limbeck.dialect.Statement one : group.statements()) {
                    statement.execute(one.sql());
                }
            }
            Schema live = dialect.reflector().schema(connection, null);
            CompareOptions options = CompareOptions.USUAL.withTablesOnly(true);
            assertThat(SchemaDiff.between(live, wanted, dialect, options).differences())
                    .isEmpty();
        }
    }

    /** Hibernate cannot create comments on SQLite, nor named enums anywhere but on PostgreSQL. */
    static String mapped(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE -> GALLERY;
            case POSTGRESQL_15, POSTGRESQL_18 -> NAMED;
            default -> COMMENTED;
        };
    }

    /** On SQLite Hibernate creates no foreign keys, and unique keys of single columns only. */
    private static boolean notCreated(Difference difference) {
        ObjectKind kind = difference.subject().kind();
        return difference.change() == Difference.Change.ADDED
                && (kind == ObjectKind.FOREIGN_KEY || kind == ObjectKind.UNIQUE);
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
