package org.limbeck.stairway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.model.Snapshot;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.testkit.history.Stairway;
import org.limbeck.testkit.history.StairwayReport;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** Histories with one fault each, and what is told of it. */
class StairwayTest {
    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE);

    @AfterEach
    void drop() {
        database.close();
    }

    private StairwayTest sql(String id, String down, String up, String back) throws IOException {
        String header = "--@ revision " + id + "\n" + (down.isEmpty() ? "" : "--@ down " + down + "\n");
        Files.writeString(
                folder.resolve(id + ".sql"), header + "--@ upgrade\n" + up + "\n--@ downgrade\n" + back + "\n");
        return this;
    }

    private StairwayTest java(String id, String down, String up, String back) throws IOException {
        Files.writeString(folder.resolve("R" + id + ".java"), """
                import static org.limbeck.migration.Words.*;
                import org.limbeck.migration.*;
                @Revision(id = "%s", down = %s)
                final class R%s implements Migration {
                    @Override public void upgrade(Op op) { %s }
                    @Override public void downgrade(Op op) { %s }
                }
                """.formatted(
                        id, down.isEmpty() ? "{}" : "\"" + down + "\"", id, up, back));
        return this;
    }

    private Stairway stairway() {
        return Stairway.on(database.dataSource()).scripts(folder.toString());
    }

    private AbstractThrowableAssert<?, ?> fails() {
        return assertThatThrownBy(() -> stairway().climb()).isInstanceOf(AssertionError.class);
    }

    private StairwayTest orders() throws IOException {
        return sql("0001", "", """
                CREATE TABLE customer (id integer NOT NULL PRIMARY KEY AUTOINCREMENT, name varchar(80) NOT NULL UNIQUE,
                  phone varchar(20));
                CREATE TABLE orders (id bigint NOT NULL PRIMARY KEY, status varchar(10) NOT NULL,
                  customer_id bigint NOT NULL REFERENCES customer (id), CHECK (status IN ('new', 'done')));
                """, "DROP TABLE orders; DROP TABLE customer;");
    }

    private long rows(String table) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    @Test
    void everyTableHasRowsThatFit() throws Exception {
        orders().java("0002", "0001", """
                op.createTable("deep", column("a", bigint()).notNull(), column("b", decimal(5, 2)).notNull(),
                        column("c", bool()).notNull(), column("d", timestamp()).notNull(), column("e", uuid()).notNull(),
                        column("f", json()).notNull(), column("g", binary()).notNull(), column("h", date()).notNull(),
                        primaryKey("a"), foreignKey("a").references("orders", "id"), check("b between 3 and 4"));
                """, "op.dropTable(\"deep\");");
        StairwayReport report = stairway().climb();
        assertThat(report.unseeded()).isEmpty();
        assertThat(report.losses()).isEmpty();
        assertThat(report.revisions()).containsExactly("0001", "0002");
        for (String table : List.of("customer", "orders", "deep")) {
            assertThat(rows(table)).as(table).isPositive();
        }
        assertThat(report.text()).matches("SQLite [^\n]*: 2 revisions up, down and up again");
    }

    @Test
    void aDowngradeThatForgetsSomethingIsTold() throws Exception {
        orders().sql(
                        "0002",
                        "0001",
                        "CREATE TABLE audit (id integer); CREATE INDEX ix_a ON orders (status);",
                        "DROP INDEX ix_a;");
        fails().hasMessageContaining("revision 0002 at " + folder.resolve("0002.sql"))
                .hasMessageContaining("does not lead back to the schema before it")
                .hasMessageContaining("left over:  table audit");
    }

    @Test
    void aDowngradeThatMakesSomethingElseIsTold() throws Exception {
        orders().java(
                        "0002",
                        "0001",
                        "op.lossy(\"phones go\"); op.dropColumn(\"customer\", \"phone\");",
                        "op.addColumn(\"customer\", column(\"phone\", varchar(30)));");
        fails().hasMessageContaining("revision 0002")
                .hasMessageContaining("differs:  column customer.phone: type  was varchar(20), is VARCHAR(30)");
    }

    @Test
    void aDowngradeThatForgetsToBringSomethingBackIsTold() throws Exception {
        orders().java("0002", "0001", "op.lossy(\"phones go\"); op.dropColumn(\"customer\", \"phone\");", "");
        fails().hasMessageContaining("missing:  column customer.phone");
    }

    @Test
    void aDowngradeThatFailsWithRowsIsTold() throws Exception {
        orders().sql(
                        "0002",
                        "0001",
                        "CREATE TABLE note (id integer PRIMARY KEY, text varchar(9))",
                        "INSERT INTO none VALUES (1); DROP TABLE note;");
        fails().hasMessageContaining("revision 0002")
                .hasMessageContaining("cannot be taken down with rows in the tables")
                .hasMessageContaining("none");
    }

    @Test
    void anUpgradeThatFailsWithRowsIsTold() throws Exception {
        orders().sql(
                        "0002",
                        "0001",
                        "CREATE UNIQUE INDEX ux ON orders (status || 'x'); INSERT INTO orders SELECT id + 10000, customer_id, status FROM orders;",
                        "DROP INDEX ux;");
        fails().hasMessageContaining("revision 0002").hasMessageContaining("cannot be run up with rows in the tables");
    }

    @Test
    void dataThatDoesNotComeBackIsAFailureUnlessItIsSaid() throws Exception {
        orders().sql(
                        "0002",
                        "0001",
                        "UPDATE customer SET phone = upper(phone);",
                        "UPDATE customer SET name = 'x' || id;");
        fails().hasMessageContaining("0002 loses column customer.name (2 rows), and its script does not say so")
                .hasMessageContaining("0002 loses column customer.phone (2 rows)");
    }

    @Test
    void rowsThatDoNotComeBackAreTold() throws Exception {
        orders().sql("0002", "0001", "DELETE FROM orders;", "");
        fails().hasMessageContaining("0002 loses rows of orders (2 rows)");
    }

    @Test
    void declaredLossIsReportedAndAFailureOnlyWhenStrict() throws Exception {
        orders().java(
                        "0002",
                        "0001",
                        "op.lossy(\"phones go\"); op.dropColumn(\"customer\", \"phone\");",
                        "op.addColumn(\"customer\", column(\"phone\", type(\"varchar(20)\")));");
        assertThat(stairway().climb().losses())
                .singleElement()
                .hasToString("0002 loses column customer.phone (2 rows): \"phones go\"");
        try (TestDatabase other = TestDatabase.create(DatabaseKind.SQLITE)) {
            assertThatThrownBy(() -> Stairway.on(other.dataSource())
                            .scripts(folder.toString())
                            .strict()
                            .climb())
                    .hasMessageContaining("0002 loses column customer.phone");
        }
    }

    @Test
    void whatAnSqlScriptDropsIsReported() throws Exception {
        orders().sql(
                        "0002",
                        "0001",
                        "ALTER TABLE customer DROP COLUMN phone;",
                        "ALTER TABLE customer ADD COLUMN phone varchar(20);");
        assertThat(stairway().climb().losses())
                .singleElement()
                .hasToString("0002 loses column customer.phone (2 rows): dropped by its upgrade");
    }

    @Test
    void aMoveThatKeepsItsDataLosesNothing() throws Exception {
        orders().sql(
                        "0002",
                        "0001",
                        "CREATE TABLE phone (customer_id integer NOT NULL PRIMARY KEY, number varchar(20));"
                                + " INSERT INTO phone SELECT id, phone FROM customer;"
                                + " ALTER TABLE customer DROP COLUMN phone;",
                        "ALTER TABLE customer ADD COLUMN phone varchar(20);"
                                + " UPDATE customer SET phone = (SELECT number FROM phone WHERE customer_id = customer.id);"
                                + " DROP TABLE phone;");
        assertThat(stairway().climb().losses()).isEmpty();
    }

    @Test
    void aRevisionWithoutAWayBackIsSkippedWhenItSaysSo() throws Exception {
        orders().java("0002", "0001", "op.sql(\"DELETE FROM orders\");", "op.irreversible(\"they are gone\");")
                .sql("0003", "0002", "CREATE TABLE t (id integer);", "DROP TABLE t;");
        StairwayReport report = stairway().climb();
        assertThat(report.oneWay()).containsExactly("0002");
        assertThat(report.text()).contains("0002 has no way back, and says so");
    }

    @Test
    void branchesAndMergesAreClimbedOneByOne() throws Exception {
        orders().sql("0002", "0001", "CREATE TABLE left_side (id integer);", "DROP TABLE left_side;")
                .sql("0003", "0001", "CREATE TABLE right_side (id integer);", "DROP TABLE right_side;")
                .sql("0004", "0002, 0003", "CREATE TABLE both_sides (id integer);", "DROP TABLE both_sides;")
                .sql("1001", "", "CREATE TABLE other (id integer);", "DROP TABLE other;");
        assertThat(stairway().climb().revisions()).hasSize(5);
    }

    @Test
    void ownSeedsAndIgnoredColumnsAreHeeded() throws Exception {
        orders().sql("0002", "0001", "UPDATE customer SET phone = 'x';", "");
        Stairway stairway = stairway()
                .seed("0001", "INSERT INTO customer (id, name, phone) VALUES (7, 'Ann', '123')")
                .ignoring("customer.phone");
        assertThat(stairway.climb().losses()).isEmpty();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT phone FROM customer WHERE name = 'Ann'")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).isEqualTo("x");
        }
    }

    @Test
    void aSeedThatFailsIsTold() throws Exception {
        orders();
        assertThatThrownBy(() -> stairway()
                        .seed("0001", "INSERT INTO nowhere VALUES (1)")
                        .climb())
                .hasMessageContaining("the seed  INSERT INTO nowhere VALUES (1)  fails");
    }

    @Test
    void aTableThatCannotBeFilledIsReported() throws Exception {
        sql(
                "0001",
                "",
                "CREATE TABLE odd (a integer NOT NULL, b integer NOT NULL, CHECK (a > b AND b > a));",
                "DROP TABLE odd;");
        StairwayReport report = stairway().climb();
        assertThat(report.unseeded()).containsOnlyKeys("odd");
        assertThat(report.text()).contains("table odd had no rows: ");
    }

    @Test
    void parametersAreGiven() throws Exception {
        Files.writeString(folder.resolve("p.sql"), """
                --@ revision 0001
                --@ parameter tenant
                --@ upgrade
                CREATE TABLE ${tenant:identifier} (id integer);
                --@ downgrade
                DROP TABLE ${tenant:identifier};
                """);
        stairway().parameters(Map.of("tenant", "acme")).climb();
        assertThat(rows("acme")).isPositive();
    }

    @Test
    void theModelMustBeWhatTheHistoryMakes() throws Exception {
        orders();
        Schema made = Schema.of(List.of(table("customer"), table("orders"), table("invoice")));
        Path model = Files.writeString(folder.resolve("model.json"), Snapshot.write(made));
        assertThatThrownBy(() -> stairway().model("snapshot:" + model).climb())
                .hasMessageContaining("the history does not make the model snapshot:" + model)
                .hasMessageContaining("+ table invoice")
                .hasMessageContaining("- column customer.phone");
    }

    private static Table table(String name) {
        return Table.of(
                QualifiedName.parse(name),
                List.of(Column.of("id", DataType.of(TypeKind.BIGINT)).notNull()));
    }

    @Test
    void aHistoryEqualsItsOwnSnapshot() throws Exception {
        orders();
        stairway().climb();
        Limbeck limbeck = Limbeck.configure().dataSource(database.dataSource()).load();
        Path model = Files.writeString(folder.resolve("model.json"), Snapshot.write(limbeck.schema()));
        try (TestDatabase other = TestDatabase.create(DatabaseKind.SQLITE)) {
            StairwayReport report = Stairway.on(other.dataSource())
                    .scripts(folder.toString())
                    .model("snapshot:" + model)
                    .climb();
            assertThat(report.revisions()).containsExactly("0001");
        }
    }
}
