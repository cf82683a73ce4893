package org.limbeck.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.migration.Words.*;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.limbeck.error.LimbeckException;
import org.limbeck.migration.Migration;
import org.limbeck.migration.Op;
import org.limbeck.migration.Recording;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RunStep;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.write.Draft.Line;

class JavaWriterTest {
    private static final ScriptHead HEAD = new ScriptHead(
            "",
            "R20261120_0931_GiveEveryOrderAStatus",
            "3f2a9c1b7d04",
            List.of("9b1c77e0a5d2"),
            List.of(),
            List.of(),
            LocalDateTime.of(2026, 11, 20, 9, 31),
            "feat: give every order a status");

    @Test
    void anEmptyDraftIsAFormToFillIn() {
        assertThat(JavaWriter.write(HEAD, Draft.EMPTY)).isEqualTo("""
                import static org.limbeck.migration.Words.*;

                import org.limbeck.migration.*;

                @Revision(
                        id = "3f2a9c1b7d04",
                        down = "9b1c77e0a5d2",
                        created = "2026-11-20T09:31:00",
                        message = "feat: give every order a status")
                final class R20261120_0931_GiveEveryOrderAStatus implements Migration {

                    @Override
                    public void upgrade(Op op) {
                    }

                    @Override
                    public void downgrade(Op op) {
                    }
                }
                """);
    }

    @Test
    void aDraftReadsAsAColleagueWritesIt() {
        Draft draft = new Draft(
                List.of(
                        run(op -> op.createTable(
                                "order_status",
                                column("code", varchar(20)).notNull(),
                                column("label", varchar(80)).notNull(),
                                primaryKey("code"))),
                        run(op -> op.insert("order_status", row("code", "new", "label", "New"))),
                        run(op -> op.addColumn(
                                "orders",
                                column("status", varchar(20)).notNull().defaultTo("new"))),
                        run(op ->
                                op.addConstraint("orders", foreignKey("status").references("order_status", "code"))),
                        run(op -> op.createIndex("orders", index("status").where("status <> 'done'"))),
                        new Line.Off(
                                one(op -> op.dropColumn("orders", "state")),
                                "The model has no state any more. Is it status? --rename orders.state:status"),
                        new Line.Note("The collation of orders.name differs, which Limbeck does not change.")),
                lines(op -> {
                    op.dropIndex("orders", "ix_orders_status");
                    op.dropConstraint("orders", "fk_orders_status");
                    op.dropColumn("orders", "status");
                    op.dropTable("order_status");
                }));
        assertThat(JavaWriter.write(HEAD, draft)).endsWith("""
                final class R20261120_0931_GiveEveryOrderAStatus implements Migration {

                    @Override
                    public void upgrade(Op op) {
                        op.createTable("order_status",
                                column("code", varchar(20)).notNull(),
                                column("label", varchar(80)).notNull(),
                                primaryKey("code"));
                        op.insert("order_status", row("code", "new", "label", "New"));
                        op.addColumn("orders", column("status", varchar(20)).notNull().defaultTo("new"));
                        op.addConstraint("orders", foreignKey("status").references("order_status", "code"));
                        op.createIndex("orders", index("status").where("status <> 'done'"));

                        // The model has no state any more. Is it status? --rename orders.state:status
                        // op.dropColumn("orders", "state");

                        // The collation of orders.name differs, which Limbeck does not change.
                    }

                    @Override
                    public void downgrade(Op op) {
                        op.dropIndex("orders", "ix_orders_status");
                        op.dropConstraint("orders", "fk_orders_status");
                        op.dropColumn("orders", "status");
                        op.dropTable("order_status");
                    }
                }
                """);
    }

    @Test
    void longCallsAreBrokenWhereTheyBreakWell() {
        assertThat(upgrade(op -> {
                    op.createTable(
                            "billing.invoice",
                            column("id", bigint()).notNull().autoIncrement().startingAt(1000),
                            column(
                                            "state",
                                            enumOf(
                                                    "invoice_state",
                                                    "draft",
                                                    "sent",
                                                    "paid",
                                                    "reminded",
                                                    "cancelled",
                                                    "lost",
                                                    "sold"))
                                    .notNull()
                                    .defaultTo("draft")
                                    .comment("who changes it writes a line into billing.invoice_event as well"),
                            primaryKey("id").named("invoice_pk"),
                            foreignKey("customer").references("crm.customer").onDelete(ReferentialAction.CASCADE),
                            option("mysql", "ENGINE=InnoDB"));
                    op.createView("open_invoices", "SELECT *\nFROM billing.invoice\nWHERE state NOT IN ('paid')\n");
                    op.sql(
                                    "UPDATE billing.invoice SET state = 'lost' WHERE state = 'sent' AND sent_at < CURRENT_DATE - 365")
                            .undo("UPDATE billing.invoice SET state = 'sent' WHERE state = 'lost'")
                            .effectNone();
                    op.when(tableMissing("audit"), then -> then.createTable("audit", column("at", timestamp())))
                            .otherwise(other -> {
                                other.addColumn("audit", column("at", timestamp()));
                                other.on("mysql", there -> there.sql("OPTIMIZE TABLE audit"));
                            });
                }))
                .isEqualTo("""
                        op.createTable("billing.invoice",
                                column("id", bigint()).notNull().autoIncrement().startingAt(1000),
                                column("state",
                                        enumOf("invoice_state", "draft", "sent", "paid", "reminded", "cancelled", "lost", "sold"))
                                        .notNull()
                                        .defaultTo("draft")
                                        .comment("who changes it writes a line into billing.invoice_event as well"),
                                primaryKey("id").named("invoice_pk"),
                                foreignKey("customer").references("crm.customer").onDelete(ReferentialAction.CASCADE),
                                option("mysql", "ENGINE=InnoDB"));

                        op.createView("open_invoices", ""\"
                                SELECT *
                                FROM billing.invoice
                                WHERE state NOT IN ('paid')
                                ""\");

                        op.sql("UPDATE billing.invoice SET state = 'lost' WHERE state = 'sent' AND sent_at < CURRENT_DATE - 365")
                                .undo("UPDATE billing.invoice SET state = 'sent' WHERE state = 'lost'")
                                .effectNone();

                        op.when(tableMissing("audit"), then -> then.createTable("audit", column("at", timestamp())))
                                .otherwise(other -> {
                                    other.addColumn("audit", column("at", timestamp()));
                                    other.on("mysql", there -> there.sql("OPTIMIZE TABLE audit"));
                                });
                        """);
    }

    @Test
    void aWayDownThatMirrorsTheWayUpIsShort() {
        List<Operation> up = recorded(op -> op.addColumn("t", column("a", integer())));
        assertThat(JavaWriter.write(HEAD, Draft.of(up, List.of(new org.limbeck.operation.Invert(up)))))
                .contains("        op.invert(this::upgrade);\n");
    }

    @Test
    void whatIsCommentedOutCompilesWhenTheCommentIsTaken() {
        Draft draft = new Draft(
                List.of(new Line.Off(
                        one(op -> op.update(
                                "t",
                                row("id", java.util.UUID.fromString("00000000-0000-0000-0000-000000000001")),
                                allRows())),
                        "C:\\users decide;\nor you do")),
                List.of());
        String text = JavaWriter.write(JavaWriterLawsTest.head("Sabcd", "abcd"), draft);
        Migration migration = compiled(text.replace("// op", "op"));
        assertThat(Recorded.upgrade(migration)).hasSize(1);
        assertThat(Recorded.upgrade(compiled(text))).isEmpty();
    }

    @Test
    void aScriptInAPackageSaysSo() {
        assertThat(JavaWriter.write(HEAD.inPackage("db.shop"), Draft.EMPTY)).startsWith("package db.shop;\n\nimport ");
    }

    @Test
    void codeThatIsNotKnownAsTextIsRefused() {
        Draft draft = Draft.of(List.of(new RunStep("fill", data -> {})), List.of());
        assertThatThrownBy(() -> JavaWriter.write(HEAD, draft))
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("The code of the data step 'fill' is not known as text");
    }

    @Test
    void briefDropsCarryNoDefinitions() {
        List<Operation> drops = recorded(op -> {
            op.dropTable("t", column("a", integer()));
            op.dropColumn("t", column("a", integer()));
            op.dropConstraint("t", unique("a").named("u"));
            op.dropConstraint("t", unique("a"));
            op.dropIndex("t", index("a").named("i"));
        });
        assertThat(Draft.of(List.of(), drops).brief().downgrade())
                .map(line -> ((Line.Do) line).operation())
                .isEqualTo(recorded(op -> {
                    op.dropTable("t");
                    op.dropColumn("t", "a");
                    op.dropConstraint("t", "u");
                    op.dropConstraint("t", unique("a"));
                    op.dropIndex("t", "i");
                }));
    }

    private interface Script {
        void record(Op op);
    }

    private static List<Operation> recorded(Script script) {
        Migration migration = script::record;
        return Recorded.placeless(
                Recording.upgrade(migration, List.of(), Map.of()).operations());
    }

    private static Operation one(Script script) {
        return recorded(script).get(0);
    }

    private static Line run(Script script) {
        return new Line.Do(one(script));
    }

    private static List<Line> lines(Script script) {
        List<Line> lines = new ArrayList<>();
        recorded(script).forEach(operation -> lines.add(new Line.Do(operation)));
        return lines;
    }

    /** The body of the upgrade. */
    private static String upgrade(Script script) {
        String text = JavaWriter.write(HEAD, new Draft(lines(script), List.of()));
        String begin = "upgrade(Op op) {\n";
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf("    }\n\n    @Override\n    public void downgrade", from))
                .replaceAll("(?m)^        ", "");
    }

    private static Migration compiled(String text) {
        return Objects.requireNonNull(Recorded.compile(Map.of("abcd", text)).get("abcd"));
    }
}
