import static org.limbeck.migration.Words.*;

import org.limbeck.migration.*;

@Revision(
        id = "1d2c3b4a5f60",
        down = "031b34b4dd30",
        message = "feat: invoices",
        labels = "billing",
        created = "2026-11-16T10:30")
final class R20261116_1030_Invoices implements Migration {

    @Override
    public void upgrade(Op op) {
        op.addColumn("execution", column("tokens", bigint()).notNull().defaultTo(0));
        op.createTable(
                "invoice",
                column("id", bigint()).notNull().autoIncrement(),
                column("number", varchar(20)).notNull(),
                column("issued_on", date()).notNull(),
                column("amount", decimal(12, 2)).notNull(),
                column("currency", character(3)).notNull().defaultTo("EUR"),
                column("paid", bool()).notNull().defaultTo(false),
                primaryKey("id"),
                unique("number"),
                check("amount >= 0").named("ck_invoice_amount"));
        op.createIndex("invoice", index(desc("issued_on"), asc("currency")).named("ix_invoice_issued_on"));
        op.createView(
                "workflow_usage",
                "SELECT w.id AS workflow_id, w.name AS workflow, COUNT(e.id) AS executions, SUM(e.tokens) AS tokens"
                        + " FROM workflow w LEFT JOIN execution e ON e.workflow_id = w.id"
                        + " GROUP BY w.id, w.name");
    }

    @Override
    public void downgrade(Op op) {
        op.dropView("workflow_usage");
        op.dropTable("invoice");
        op.dropColumn("execution", "tokens");
    }
}
