import static org.limbeck.migration.Words.*;

import org.limbeck.migration.*;
import org.limbeck.schema.ReferentialAction;

@Revision(
        id = "f458c7fb17a5",
        message = "feat: agents, workflows and knowledge bases",
        created = "2026-08-30T09:00")
final class R20260830_0900_AgentsWorkflowsAndKnowledgeBases implements Migration {

    @Override
    public void upgrade(Op op) {
        op.createTable(
                "agent",
                column("id", varchar(36)).notNull(),
                column("name", varchar(100)).notNull(),
                column("description", text()),
                column("model", varchar(120)).comment("provider/model, such as openai/gpt-4o"),
                column("temperature", decimal(3, 2)).notNull().defaultTo(0.7),
                column("status", varchar(20)).notNull().defaultTo("draft"),
                column("created_at", timestamp()).notNull().defaultSql("CURRENT_TIMESTAMP"),
                primaryKey("id"),
                unique("name"),
                check("status IN ('draft', 'published', 'archived')").named("ck_agent_status"));
        op.createTable(
                "workflow",
                column("id", bigint()).notNull().autoIncrement(),
                column("agent_id", varchar(36)).notNull(),
                column("name", varchar(100)).notNull(),
                column("definition", json()).notNull(),
                column("version", integer()).notNull().defaultTo(1),
                column("enabled", bool()).notNull().defaultTo(true),
                primaryKey("id"),
                unique("agent_id", "name", "version"),
                foreignKey("agent_id").references("agent", "id").onDelete(ReferentialAction.CASCADE));
        op.createTable(
                "knowledge_base",
                column("id", varchar(36)).notNull(),
                column("name", varchar(100)).notNull(),
                column("collection", varchar(120)).notNull().comment("the collection in the vector store"),
                column("dimension", integer()).notNull().defaultTo(1536),
                column("created_at", timestamp()).notNull().defaultSql("CURRENT_TIMESTAMP"),
                primaryKey("id"),
                check("dimension > 0").named("ck_knowledge_base_dimension"));
        op.createTable(
                "document",
                column("id", bigint()).notNull().autoIncrement(),
                column("knowledge_base_id", varchar(36)).notNull(),
                column("title", varchar(200)).notNull(),
                column("content", longText()),
                column("bytes", bigint()).notNull().defaultTo(0),
                column("indexed_at", timestamp()),
                primaryKey("id"),
                foreignKey("knowledge_base_id").references("knowledge_base", "id"));
        op.createIndex("document", index("knowledge_base_id", "title"));
        op.createTable(
                "agent_knowledge_base",
                column("agent_id", varchar(36)).notNull(),
                column("knowledge_base_id", varchar(36)).notNull(),
                primaryKey("agent_id", "knowledge_base_id"),
                foreignKey("agent_id").references("agent", "id").onDelete(ReferentialAction.CASCADE),
                foreignKey("knowledge_base_id").references("knowledge_base", "id"));
        op.insert(
                "knowledge_base",
                row("id", "00000000-0000-0000-0000-000000000001", "name", "Handbook", "collection", "handbook_v1"));
        op.insert(
                "agent",
                row(
                        "id", "00000000-0000-0000-0000-0000000000a1",
                        "name", "Assistant",
                        "description", "Answers questions about the handbook",
                        "model", "openai/gpt-4o",
                        "status", "published"),
                row(
                        "id", "00000000-0000-0000-0000-0000000000a2",
                        "name", "Reviewer",
                        "description", null,
                        "model", "local/qwen3",
                        "status", "draft"));
    }

    @Override
    public void downgrade(Op op) {
        op.dropTable("agent_knowledge_base");
        op.dropTable("document");
        op.dropTable("knowledge_base");
        op.dropTable("workflow");
        op.dropTable("agent");
    }
}
