import static org.limbeck.migration.Words.*;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.limbeck.data.Data;
import org.limbeck.migration.*;
import org.limbeck.schema.ReferentialAction;

/** One column, "provider/model", becomes a table: an agent may use several models. */
@Revision(
        id = "7883f1b07bc3",
        down = "8f4846812221",
        message = "feat: several models for an agent",
        created = "2026-11-19T16:40")
final class R20261119_1640_ModelsOfAgents implements Migration {

    @Override
    public void upgrade(Op op) {
        op.createTable(
                "agent_model",
                column("agent_id", varchar(36)).notNull(),
                column("priority", integer()).notNull().defaultTo(1),
                column("provider", varchar(60)).notNull(),
                column("model", varchar(120)).notNull(),
                primaryKey("agent_id", "priority"),
                foreignKey("agent_id").references("agent", "id").onDelete(ReferentialAction.CASCADE));
        op.run("split provider and model", R20261119_1640_ModelsOfAgents::split);
        op.checkNoRows(
                "every model has moved",
                "SELECT a.id FROM agent a LEFT JOIN agent_model m ON m.agent_id = a.id"
                        + " WHERE a.model IS NOT NULL AND m.agent_id IS NULL");
        op.dropColumn("agent", "model");
    }

    @Override
    public void downgrade(Op op) {
        op.addColumn("agent", column("model", varchar(120)).comment("provider/model, such as openai/gpt-4o"));
        op.run("join provider and model", R20261119_1640_ModelsOfAgents::join);
        op.lossy("An agent keeps its first model only", "SELECT COUNT(*) FROM agent_model WHERE priority > 1");
        op.dropTable("agent_model");
    }

    private static void split(Data data) throws SQLException {
        Connection connection = data.connection();
        try (PreparedStatement read = connection.prepareStatement("SELECT id, model FROM agent WHERE model IS NOT NULL");
                PreparedStatement write = connection.prepareStatement(
                        "INSERT INTO agent_model (agent_id, priority, provider, model) VALUES (?, 1, ?, ?)");
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                String[] parts = rows.getString(2).split("/", 2);
                write.setString(1, rows.getString(1));
                write.setString(2, parts.length == 2 ? parts[0] : "unknown");
                write.setString(3, parts[parts.length - 1]);
                write.addBatch();
            }
            write.executeBatch();
        }
    }

    private static void join(Data data) throws SQLException {
        Connection connection = data.connection();
        try (PreparedStatement read = connection.prepareStatement(
                        "SELECT agent_id, provider, model FROM agent_model WHERE priority = 1");
                PreparedStatement write = connection.prepareStatement("UPDATE agent SET model = ? WHERE id = ?");
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                write.setString(1, rows.getString(2) + "/" + rows.getString(3));
                write.setString(2, rows.getString(1));
                write.addBatch();
            }
            write.executeBatch();
        }
    }

    @Override
    public void verify(Checks check) {
        check.noRows(
                "no model without a name", "SELECT agent_id FROM agent_model WHERE model = '' OR provider = ''");
    }
}
