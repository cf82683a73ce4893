package org.limbeck.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.testkit.server.DatabaseKind.H2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.limbeck.Limbeck;
import org.limbeck.command.RunOptions;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.config.Secret;
import org.limbeck.dialects.Dialects;
import org.limbeck.graph.RevisionNode;
import org.limbeck.settings.Project;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** The example is what it says: it goes up, down and up again on each kind of database. */
class StudioTest {
    private static final Path STUDIO = Path.of("..", "examples", "studio");
    private static final RunOptions LOSING = RunOptions.USUAL.allowingDataLoss(true);

    @EachDatabase(except = H2)
    void agentGoesUpDownAndUp(TestDatabase database) throws SQLException {
        Limbeck limbeck = limbeck(database, "agent");
        limbeck.upgrade("v0.1.3");
        assertThat(texts(database, "SELECT model FROM agent ORDER BY name"))
                .containsExactly("openai/gpt-4o", "local/qwen3");
        limbeck.upgrade();
        assertThat(heads(limbeck)).containsExactly("7883f1b07bc3");
        assertThat(texts(database, "SELECT provider FROM agent_model ORDER BY provider"))
                .containsExactly("local", "openai");

        limbeck.downgrade("8f48", LOSING);
        assertThat(texts(database, "SELECT model FROM agent ORDER BY name"))
                .containsExactly("openai/gpt-4o", "local/qwen3");
        limbeck.downgrade("base", LOSING);
        assertThat(heads(limbeck)).isEmpty();

        limbeck.upgrade();
        assertThat(texts(database, "SELECT provider FROM agent_model ORDER BY provider"))
                .containsExactly("local", "openai");
    }

    @EachDatabase(except = H2)
    void opsGoesUpDownAndUp(TestDatabase database) throws SQLException {
        Limbeck limbeck = limbeck(database, "ops");
        limbeck.upgrade("v0.1.4");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE prompt_template SET body = 'Shorter: {{text}}' WHERE name = 'summarise'");
        }
        assertThat(texts(database, "SELECT COUNT(*) FROM prompt_version")).containsExactly("3");
        limbeck.downgrade("base", LOSING);
        limbeck.upgrade();
        assertThat(texts(database, "SELECT COUNT(*) FROM prompt_version")).containsExactly("2");
    }

    private static Limbeck limbeck(TestDatabase database, String purpose) {
        String type = type(database.kind());
        Map<String, String> environment = Map.of(
                "DB_TYPE", type, "MYSQL_KIND", database.kind() == DatabaseKind.MARIADB_10_11 ? "mariadb" : "mysql");
        Project project = Project.load(STUDIO, null, environment, Dialects.providers());
        DatabaseSettings settings = project.database(type + "_" + purpose);
        return Limbeck.configure()
                .settings(settings.toBuilder()
                        .url(database.url())
                        .login(database.user(), Secret.of(database.password()))
                        .build())
                .dialects(Dialects.providers())
                .load();
    }

    private static List<String> heads(Limbeck limbeck) {
        return limbeck.status().standing().current().stream()
                .map(RevisionNode::id)
                .toList();
    }

    private static String type(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE -> "sqlite";
            case POSTGRESQL_15, POSTGRESQL_18 -> "postgresql";
            default -> "mysql";
        };
    }

    private static List<String> texts(TestDatabase database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
