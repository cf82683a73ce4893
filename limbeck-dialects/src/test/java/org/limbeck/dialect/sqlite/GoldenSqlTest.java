package org.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.*;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Live;
import org.limbeck.migration.Block;
import org.limbeck.operation.Blocks;
import org.limbeck.schema.Schema;

/**
 * The SQL of each operation, without a database. {@code -Dlimbeck.golden=<folder of the module>} writes it anew, for a
 * person to read.
 */
final class GoldenSqlTest {
    private static final String GOLDEN = "golden/sqlite.sql";
    private final Dialect dialect = new SqliteProvider().offline("sqlite");
    private final StringBuilder text = new StringBuilder();

    private static final Schema BEFORE = Blocks.evolve(Schema.EMPTY, Live.record(op -> {
        op.createTable("kind", column("code", varchar(20)).notNull(), primaryKey("code"));
        op.createTable(
                "orders",
                column("id", bigint()).autoIncrement(),
                column("status", varchar(20)).notNull().defaultTo("new"),
                column("kind", varchar(20)),
                column("Größe \"x\"", decimal(12, 2)),
                column("state", enumOf("state", "on", "off")),
                primaryKey("id"),
                foreignKey("kind").references("kind", "code").onDelete(org.limbeck.schema.ReferentialAction.CASCADE),
                check("status <> ''").named("ck_status"),
                unique("kind", "status"),
                index(desc("status")).where("kind IS NOT NULL"));
        op.createView("open_orders", "SELECT id FROM orders WHERE status <> 'done'");
        op.createTrigger("orders", "tr_orders", "CREATE TRIGGER tr_orders AFTER INSERT ON orders BEGIN SELECT 1; END");
    }));

    private void show(String title, Block block) {
        text.append("-- ").append(title).append('\n');
        Live.sql(dialect, BEFORE, block)
                .forEach(sql -> text.append(dialect.script(sql)).append('\n'));
        text.append('\n');
    }

    @Test
    void everyOperation() throws IOException {
        tables();
        columns();
        constraints();
        indexes();
        others();
        rows();
        String rewritten = System.getProperty("limbeck.golden");
        if (rewritten != null) {
            Files.writeString(Path.of(rewritten, "src/test/resources", GOLDEN), text);
        }
        assertThat(text.toString()).isEqualTo(golden());
    }

    private static String golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(GoldenSqlTest.class.getResourceAsStream("/" + GOLDEN))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void tables() {
        show(
                "create table",
                op -> op.createTable(
                        "select",
                        column("id", integer()).autoIncrement(),
                        column("a b", varchar(20)).notNull().defaultTo("it's"),
                        column("flag", bool()).defaultTo(true),
                        column("at", timestampTz(6)).defaultSql("CURRENT_TIMESTAMP"),
                        column("n", integer()).defaultSql("abs(random())"),
                        column("u", uuid()).defaultTo(new UUID(1, 2)),
                        column("b", fixedBinary(16)),
                        column("j", json()),
                        column("nc", text()).collate("NOCASE"),
                        column("dbl", integer()).storedAs("n * 2"),
                        column("vir", integer()).virtualAs("n * 3"),
                        column("e", enumOf("e", "it's", "b")).defaultTo("b"),
                        primaryKey("id"),
                        unique("a b"),
                        check("n > 0"),
                        index("n"),
                        comment("ignored"),
                        option("sqlite", "STRICT")));
        show(
                "create table with a start",
                op -> op.createTable(
                        "numbered",
                        column("id", integer())
                                .withGeneration(new org.limbeck.schema.Generation.Identity(true, 100L, null)),
                        primaryKey("id")));
        show(
                "create table without rowid",
                op -> op.createTable(
                        "pairs",
                        column("a", integer()),
                        column("b", integer()),
                        primaryKey("a", "b"),
                        option("sqlite", "WITHOUT ROWID")));
        show("drop table", op -> op.dropTable("orders"));
        show("rename table", op -> op.renameTable("orders", "Orders 2"));
        show("rename table in case only", op -> op.renameTable("orders", "ORDERS"));
        show("comments", op -> {
            op.setTableComment("orders", "x");
            op.setColumnComment("orders", "id", "x");
        });
    }

    private void columns() {
        show(
                "add column",
                op -> op.addColumn("orders", column("x", varchar(5)).notNull().defaultTo("a")));
        show(
                "add column with expression",
                op -> op.addColumn("orders", column("x", timestamp()).defaultSql("CURRENT_TIMESTAMP")));
        show("drop column", op -> op.dropColumn("orders", "Größe \"x\""));
        show("drop column with constraint", op -> op.dropColumn("orders", "kind"));
        show("rename column", op -> op.renameColumn("orders", "status", "the status"));
        show("set type", op -> op.setType("orders", "status", varchar(10)));
        show(
                "set type, truncating",
                op -> op.setType("orders", "status", varchar(10)).truncating());
        show("set type, using", op -> op.setType("orders", "status", integer()).using("length(status)"));
        show("set not null", op -> op.setNotNull("orders", "kind"));
        show("set nullable", op -> op.setNullable("orders", "status"));
        show("set default", op -> op.setDefault("orders", "kind", "k"));
        show("drop default", op -> op.dropDefault("orders", "status"));
        show(
                "set generation",
                op -> op.setGeneration(
                        "orders", column("Größe \"x\"", decimal(12, 2)).storedAs("id * 2")));
        show("drop generation", op -> op.dropGeneration("orders", "id"));
        show(
                "add enum value",
                op -> op.addEnumValue("state", "idle").after("on").in("orders", "state"));
        show("rename enum value", op -> op.renameEnumValue("state", "on", "up").in("orders", "state"));
    }

    private void constraints() {
        show("add check", op -> op.addConstraint("orders", check("id > 0")));
        show("add unique", op -> op.addConstraint("orders", unique("status")));
        show(
                "add foreign key",
                op -> op.addConstraint("orders", foreignKey("status").references("kind", "code")));
        show("add primary key", op -> {
            op.createTable("p", column("a", integer()));
            op.addConstraint("p", primaryKey("a"));
        });
        show("drop constraint", op -> op.dropConstraint("orders", "ck_status"));
        show("drop constraint by structure", op -> op.dropConstraint("orders", unique("kind", "status")));
        show("rename constraint", op -> op.renameConstraint("orders", "ck_status", "ck 2"));
        show(
                "replace constraint",
                op -> op.replaceConstraint(
                        "orders", "ck_status", check("status > 'a'").named("ck_status")));
        show("validate constraint", op -> op.validateConstraint("orders", "fk_orders_kind"));
    }

    private void indexes() {
        show(
                "create index",
                op -> op.createIndex(
                        "orders",
                        index(desc("status"), expression("lower(kind)"))
                                .where("id > 5")
                                .unique()));
        show("create index concurrently", op -> op.createIndexConcurrently("orders", index("kind")));
        show("drop index", op -> op.dropIndex("orders", "ix_orders_status"));
        show("drop index by structure", op -> op.dropIndex("orders", index(desc("status"))));
        show("rename index", op -> op.renameIndex("orders", "ix_orders_status", "ix 2"));
    }

    private void others() {
        show("create view", op -> op.createView("v", "SELECT 1 AS one"));
        show("replace view", op -> op.replaceView("open_orders", "SELECT id, status FROM orders"));
        show("drop view", op -> op.dropView("open_orders"));
        show(
                "around views",
                op -> op.aroundViews(List.of("open_orders"), inner -> inner.dropDefault("orders", "status")));
        show(
                "create trigger",
                op -> op.createTrigger(
                        "kind", "t", "CREATE TRIGGER t AFTER INSERT ON kind BEGIN SELECT 1; SELECT 2; END"));
        show("drop trigger", op -> op.dropTrigger("orders", "tr_orders"));
        show("enums are kept at columns", op -> {
            op.createEnum("e", "a");
            op.dropEnum("e", "a");
        });
        show("SQL", op -> op.sql("UPDATE orders SET kind = ';'; DELETE FROM kind"));
        show("notes", op -> op.lossy("why"));
    }

    private void rows() {
        show(
                "insert",
                op -> op.insert(
                        "orders",
                        row("id", 1, "status", "it's \\ \n🙂", "Größe \"x\"", 1.5),
                        row("id", 2, "status", sqlValue("upper('x')"), "Größe \"x\"", null),
                        row("id", 3, "kind", lookup("kind", "code", row("code", "a")))));
        show(
                "insert values of many types",
                op -> op.insert(
                        "t",
                        row(
                                "a",
                                true,
                                "b",
                                new byte[] {1, (byte) 0xAB},
                                "c",
                                LocalDate.of(2026, 11, 20),
                                "d",
                                Instant.EPOCH,
                                "e",
                                new UUID(1, 2))));
        show("update", op -> op.update("orders", row("status", "x"), where("kind", null)));
        show("delete", op -> op.delete("orders", where("status = 'x'")));
        show(
                "upsert",
                op -> op.upsert(
                        "kind",
                        List.of("code"),
                        row("code", "a", "label", "A"),
                        row("code", "b", "label", "B"),
                        row("code", "c")));
    }
}
