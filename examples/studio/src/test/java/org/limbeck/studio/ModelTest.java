package org.limbeck.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.limbeck.Limbeck;
import org.limbeck.compare.CompareOptions;
import org.limbeck.compare.Difference;
import org.limbeck.compare.Filter;
import org.limbeck.compare.SchemaDiff;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.config.Secret;
import org.limbeck.connect.Connector;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialects.Dialects;
import org.limbeck.hibernate.HibernateSource;
import org.limbeck.model.Model;
import org.limbeck.model.ModelSource.Request;
import org.limbeck.schema.Schema;
import org.limbeck.settings.Project;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** The entities and the histories say the same on each kind of database. */
class ModelTest {
    private static final Path STUDIO = Path.of(".");

    @ParameterizedTest
    @CsvSource({
        "SQLITE, agent", "POSTGRESQL_15, agent", "MYSQL_9_7, agent", "MARIADB_10_11, agent",
        "SQLITE, ops", "POSTGRESQL_15, ops", "MYSQL_9_7, ops", "MARIADB_10_11, ops"
    })
    void theModelEqualsTheHistory(DatabaseKind kind, String purpose) throws SQLException {
        try (TestDatabase database = TestDatabase.create(kind)) {
            DatabaseSettings settings = settings(database, purpose);
            Limbeck.configure()
                    .settings(settings)
                    .dialects(Dialects.providers())
                    .load()
                    .upgrade();
            try (OpenDatabase open = new Connector(Dialects.providers(), settings, null).open()) {
                createForeignTable(open.connection());
                assertThat(differences(open, settings)).isEmpty();
            }
        }
    }

    private static List<Difference> differences(OpenDatabase open, DatabaseSettings settings) throws SQLException {
        String address = Objects.requireNonNull(settings.model()).substring("hibernate:".length());
        Model model = new HibernateSource()
                .read(new Request(address, open.dialect(), STUDIO, List.of(), ModelTest.class.getClassLoader()));
        Schema live = open.dialect().reflector().schema(open.connection(), null);
        String[] excluded = settings.excluded().stream()
                .map(DatabaseSettings.Exclusion::table)
                .toArray(String[]::new);
        CompareOptions options = CompareOptions.USUAL.withTablesOnly(true).withFilter(Filter.USUAL.except(excluded));
        return SchemaDiff.between(live, model.schema(), open.dialect(), options).differences();
    }

    /** The memory module brings a table of its own, which is none of ours. */
    private static void createForeignTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE user_message (id BIGINT PRIMARY KEY, text VARCHAR(200))");
        }
    }

    private static DatabaseSettings settings(TestDatabase database, String purpose) {
        String type = switch (database.kind()) {
            case SQLITE -> "sqlite";
            case POSTGRESQL_15, POSTGRESQL_18 -> "postgresql";
            default -> "mysql";
        };
        Map<String, String> environment = Map.of(
                "DB_TYPE", type, "MYSQL_KIND", database.kind() == DatabaseKind.MARIADB_10_11 ? "mariadb" : "mysql");
        return Project.load(STUDIO, null, environment, Dialects.providers()).database(type + "_" + purpose).toBuilder()
                .url(database.url())
                .login(database.user(), Secret.of(database.password()))
                .build();
    }
}
