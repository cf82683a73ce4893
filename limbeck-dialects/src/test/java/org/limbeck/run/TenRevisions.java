package org.limbeck.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A history of ten revisions with a branch and a merge, in Java and SQL, that runs on every database. */
final class TenRevisions {
    static final String HEAD = "aa10";

    private TenRevisions() {}

    /** Writes the scripts into a folder. */
    static void write(Path folder) throws IOException {
        java(folder, "aa01", "", """
                op.createTable("customer",
                        column("id", bigint()).notNull().autoIncrement(),
                        column("name", varchar(40)).notNull(),
                        column("joined", date()),
                        primaryKey("id"), unique("name"), index("joined"));
                op.insert("customer", row("id", 1, "name", "Ann", "joined", java.time.LocalDate.of(2020, 1, 2)), row("id", 2, "name", "O'Neil"));
                """, "op.dropTable(\"customer\");");
        sql(folder, "aa02", "aa01", """
                CREATE TABLE log (id integer NOT NULL PRIMARY KEY, note varchar(200));
                INSERT INTO log (id, note) VALUES (1, 'first; with a semicolon');
                INSERT INTO log (id, note) VALUES (2, 'second');
                CREATE TABLE later (id integer NOT NULL PRIMARY KEY);
                """, "DROP TABLE later; DROP TABLE log;");
        java(folder, "aa03", "aa02", """
                op.addColumn("customer", column("status", varchar(10)).notNull().defaultTo("new"));
                op.update("customer", row("status", "old"), where("name", "Ann"));
                op.addConstraint("customer", check("status <> 'bad'").named("ck_status"));
                op.createIndex("customer", index(desc("status"), asc("name")));
                """, """
                op.dropIndex("customer", "ix_customer_status_name");
                op.dropConstraint("customer", "ck_status");
                op.dropColumn("customer", "status");
                """);
        java(folder, "aa04", "aa03", """
                op.createTable("purchase",
                        column("id", integer()).notNull(),
                        column("customer_id", bigint()).notNull(),
                        column("amount", decimal(10, 2)).notNull().defaultTo(0),
                        primaryKey("id"),
                        foreignKey("customer_id").references("customer", "id").onDelete(org.limbeck.schema.ReferentialAction.CASCADE));
                op.insert("purchase",
                        row("id", 1, "customer_id", lookup("customer", "id", row("name", "Ann")), "amount", new java.math.BigDecimal("12.50")),
                        row("id", 2, "customer_id", lookup("customer", "id", row("id", 2, "name", "O'Neil")), "amount", 7));
                """, "op.dropTable(\"purchase\");");
        sql(
                folder,
                "aa05",
                "aa04",
                """
                UPDATE log SET note = 'changed' WHERE id = 2;
                ALTER TABLE log ADD COLUMN level integer;
                UPDATE log SET level = id * 10;
                INSERT INTO log (id, note, level) VALUES (3, 'third', 30);
                """,
                "DELETE FROM log WHERE id = 3; ALTER TABLE log DROP COLUMN level; UPDATE log SET note = 'second' WHERE id = 2;");
        java(
                folder,
                "aa06",
                "aa05",
                """
                op.when(columnMissing("customer", "nick"), then -> {
                    then.addColumn("customer", column("nick", varchar(20)));
                    then.update("customer", row("nick", sqlValue("lower(name)")), allRows());
                    then.setNotNull("customer", "nick");
                });
                op.when(tableMissing("customer"), then -> then.createTable("never", column("id", integer())))
                        .otherwise(other -> other.insert("log", row("id", 4, "note", "decided", "level", 40)));
                """,
                "op.delete(\"log\", where(\"id\", 4)); op.dropColumn(\"customer\", \"nick\");");
        java(folder, "aa07", "aa06", """
                op.addColumn("purchase", column("cents", bigint()));
                op.run("to cents", data -> {
                    try (var statement = data.connection().createStatement()) {
                        statement.executeUpdate("UPDATE purchase SET cents = amount * 100");
                    }
                });
                op.checkNoRows("all have cents", "SELECT 1 FROM purchase WHERE cents IS NULL");
                op.dropColumn("purchase", column("amount", decimal(10, 2)).notNull().defaultTo(0));
                op.setNotNull("purchase", "cents");
                """, """
                op.addColumn("purchase", column("amount", decimal(10, 2)).notNull().defaultTo(0));
                op.run("from cents", data -> {
                    try (var statement = data.connection().createStatement()) {
                        statement.executeUpdate("UPDATE purchase SET amount = cents / 100.0");
                    }
                });
                op.dropColumn("purchase", "cents");
                """);
        java(folder, "aa08", "aa07", """
                op.setType("customer", "name", varchar(80));
                op.renameColumn("customer", "nick", "alias");
                op.setDefault("customer", "status", "fresh");
                op.insert("customer", row("id", 3, "name", "Zoë", "alias", "zoe"));
                """, """
                op.delete("customer", where("alias", "zoe"));
                op.setDefault("customer", "status", "new");
                op.renameColumn("customer", "alias", "nick");
                op.setType("customer", "name", varchar(40));
                """);
        sql(
                folder,
                "aa09",
                "aa07",
                "CREATE VIEW spender AS SELECT customer_id, cents FROM purchase;",
                "DROP VIEW spender;");
        java(folder, HEAD, "aa08\", \"aa09", "", "");
    }

    private static void java(Path folder, String id, String down, String up, String back) throws IOException {
        String downs = down.isEmpty() ? "" : ", down = {\"" + down + "\"}";
        write(folder.resolve("R" + id + ".java"), """
                import static org.limbeck.migration.Words.*;

                import org.limbeck.migration.*;

                @Revision(id = "%s"%s, message = "feat: revision %s")
                final class R%s implements Migration {
                    @Override
                    public void upgrade(Op op) {
                        %s
                    }

                    @Override
                    public void downgrade(Op op) {
                        %s
                    }
                }
                """.formatted(id, downs, id, id, up, back));
    }

    private static void sql(Path folder, String id, String down, String up, String back) throws IOException {
        write(folder.resolve(id + ".sql"), """
                --@ revision %s
                --@ down %s
                --@ message feat: revision %s

                --@ upgrade
                %s

                --@ downgrade
                %s
                """.formatted(id, down, id, up, back));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }
}
