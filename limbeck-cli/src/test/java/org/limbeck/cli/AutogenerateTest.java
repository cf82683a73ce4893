package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.model.Snapshot;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;

/** Drafts of revisions from a model, and what is checked with it. */
class AutogenerateTest {
    @TempDir
    private Path folder;

    private TestShell shell;

    @BeforeEach
    void project() {
        shell = new TestShell(folder).shop("model = \"snapshot:model.json\"");
    }

    private static Table customer(Column... more) {
        List<Column> columns = Stream.concat(
                        Stream.of(
                                Column.of("id", DataType.of(TypeKind.BIGINT)).notNull(),
                                Column.of("name", DataType.of(TypeKind.VARCHAR, 80))
                                        .notNull()),
                        Stream.of(more))
                .toList();
        return Table.of(QualifiedName.parse("customer"), columns)
                .plus(PrimaryKey.of("id"))
                .plus(Index.of(List.of(IndexMember.column("name"))).named("ix_customer_name"));
    }

    private void model(Table... tables) {
        shell.file("model.json", Snapshot.write(Schema.of(List.of(tables))));
    }

    private String script(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
            Path file = files.filter(path -> path.toString().contains(part))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file);
        }
    }

    @Test
    void theWholeLoop() throws IOException {
        model(customer());
        assertThat(shell.limbeck("revision", "--autogenerate", "-m", "feat: add customers", "--rev-id", "aaaa")
                        .exits(0)
                        .out())
                .contains("Compared 1 table of snapshot:model.json with jdbc:h2:mem:")
                .contains("  + table customer                    id, name\n")
                .contains("  + index customer.ix_customer_name   (name)\n")
                .contains("Review it, then  limbeck upgrade");
        assertThat(script("AddCustomers")).contains("""
                    public void upgrade(Op op) {
                        op.createTable("customer",
                                column("id", bigint()).notNull(),
                                column("name", varchar(80)).notNull(),
                                primaryKey("id"));
                        op.createIndex("customer", index("name"));
                    }
                """).contains("""
                    public void downgrade(Op op) {
                        op.dropIndex("customer", "ix_customer_name");
                        op.dropTable("customer");
                    }
                """);
        assertThat(shell.limbeck("check").exits(1).err()).contains("LMB-4020", "Not applied: aaaa", "limbeck upgrade");
        shell.limbeck("upgrade").exits(0);
        assertThat(shell.limbeck("check").exits(0).out()).contains("no difference");
        assertThat(shell.limbeck("revision", "--autogenerate", "-m", "feat: nothing")
                        .exits(0)
                        .out())
                .contains("No difference: no script is written.");
    }

    @Test
    void aDraftInSqlGoesUpAndDown() throws IOException {
        model(customer());
        shell.limbeck("revision", "--autogenerate", "-m", "feat: add customers", "--sql")
                .exits(0);
        shell.limbeck("upgrade").exits(0);
        shell.limbeck("check").exits(0);
        model(customer(Column.of("email", DataType.of(TypeKind.VARCHAR, 120))));
        assertThat(shell.limbeck("check").exits(1).out()).contains("  + column customer.email   VARCHAR(120)\n");
        shell.limbeck("revision", "--autogenerate", "-m", "feat: add emails", "--sql")
                .exits(0);
        assertThat(script("AddEmails")).contains("""
                --@ upgrade
                ALTER TABLE "CUSTOMER" ADD COLUMN "EMAIL" VARCHAR(120);

                --@ downgrade
                ALTER TABLE "CUSTOMER" DROP COLUMN "EMAIL";
                """);
        shell.limbeck("upgrade").exits(0);
        shell.limbeck("check").exits(0);
        shell.limbeck("downgrade", "-1").exits(0);
        shell.limbeck("upgrade").exits(0);
        shell.limbeck("check").exits(0);
    }

    private void upgradedTo(Table table) {
        model(table);
        shell.limbeck("revision", "--autogenerate", "-m", "feat: begin").exits(0);
        shell.limbeck("upgrade").exits(0);
    }

    @Test
    void whatIsNotInTheModelIsACommentUnlessItMayBeDropped() throws IOException {
        upgradedTo(customer(Column.of("email", DataType.of(TypeKind.VARCHAR, 120))));
        model(customer());
        assertThat(shell.limbeck("revision", "--autogenerate", "-m", "feat: no emails")
                        .exits(0)
                        .out())
                .contains("  - column customer.email   VARCHAR(120)\n")
                .contains("left to you, as comments", "--allow-drop");
        assertThat(script("NoEmails")).contains("        // op.dropColumn(\"customer\", \"email\");\n");
        shell.limbeck("upgrade").exits(0);
        shell.limbeck("check").exits(1);
        shell.limbeck("revision", "--autogenerate", "-m", "feat: really none", "--allow-drop")
                .exits(0);
        assertThat(script("ReallyNone"))
                .contains("        op.dropColumn(\"customer\", \"email\");\n")
                .contains("        op.addColumn(\"customer\", column(\"email\", varchar(120)));\n");
        shell.limbeck("upgrade").exits(0);
        shell.limbeck("check").exits(0);
    }

    @Test
    void aRenamingThatIsSaidKeepsTheData() throws IOException {
        upgradedTo(customer(Column.of("mail", DataType.of(TypeKind.VARCHAR, 120))));
        model(customer(Column.of("email", DataType.of(TypeKind.VARCHAR, 120))));
        assertThat(shell.limbeck("revision", "--autogenerate", "-m", "feat: unsure")
                        .exits(0)
                        .out())
                .contains("column customer.mail -> email looks renamed", "--rename customer.mail:email");
        assertThat(script("Unsure")).contains("        // op.dropColumn(", "        // op.addColumn(", "--rename");
        shell.limbeck("upgrade").exits(0);
        shell.limbeck("revision", "--autogenerate", "-m", "feat: email", "--rename", "customer.mail:email")
                .exits(0);
        assertThat(script("_Email")).contains("op.renameColumn(\"customer\", \"mail\", \"email\");");
        shell.limbeck("upgrade").exits(0);
        shell.limbeck("check").exits(0);
        assertThat(shell.limbeck("check", "--rename", "mail").exits(2).err()).contains("table.old:new");
    }

    @Test
    void failIfChangedWritesNothing() throws IOException {
        model(customer());
        assertThat(shell.limbeck("revision", "--autogenerate", "-m", "feat: x", "--fail-if-changed")
                        .exits(1)
                        .out())
                .contains("+ table customer");
        try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactly(".keep");
        }
    }

    @Test
    void noDatabaseIsNeededWithHistory() {
        upgradedTo(customer());
        model(customer(Column.of("email", DataType.of(TypeKind.VARCHAR, 120))));
        shell.project("[database.shop]\nurl = \"jdbc:h2:tcp://127.0.0.1:1/none\"\nscripts = \"migrations\"\n"
                + "model = \"snapshot:model.json\"\n");
        assertThat(shell.limbeck("check", "--from", "history").exits(1).out()).contains("+ column customer.email");
        assertThat(shell.limbeck("check", "--from", "history", "--json")
                        .exits(1)
                        .json()
                        .get(0))
                .containsEntry("against", "history")
                .extractingByKey("differences")
                .asString()
                .contains("change=added", "part=email");
    }

    @Test
    void driftIsWhatSomebodyDidByHand() {
        upgradedTo(customer());
        assertThat(shell.limbeck("drift").exits(0).out()).contains("as its history made it");
        byHand("ALTER TABLE customer ADD COLUMN secret int", "DROP INDEX ix_customer_name");
        TestShell.Result drift = shell.limbeck("drift").exits(1);
        assertThat(drift.out())
                .contains("was changed beside its history: 2 differences")
                .containsPattern("\\+ column customer\\.secret +only in the database")
                .containsPattern("- index customer\\.ix_customer_name +missing in the database");
        assertThat(shell.limbeck("drift", "--json").exits(1).json().get(0).get("repairs"))
                .asList()
                .hasSize(2);
    }

    /** Raw SQL is run in memory to see what it makes. */
    @Test
    void driftKnowsWhatRawSqlMade() {
        model();
        shell.script("aaaa", "", "feat: raw", "CREATE TABLE t (id int, name varchar(10));", "DROP TABLE t;");
        shell.limbeck("upgrade").exits(0);
        shell.limbeck("drift").exits(0);
        byHand("ALTER TABLE t ALTER COLUMN name SET DATA TYPE varchar(20)");
        assertThat(shell.limbeck("drift").exits(1).out()).contains("t.name");
        model(Table.of(QualifiedName.parse("t"), List.of(Column.of("id", DataType.of(TypeKind.INTEGER)))));
        assertThat(shell.limbeck("check", "--from", "history").exits(1).out()).contains("- column t.name");
    }

    /** What could reach another database is not built to see what it makes. */
    @Test
    void aHistoryThatLeadsOutOfItsDatabaseIsNotBuiltElsewhere() throws IOException {
        Path other = folder.resolve("other.db");
        shell.project("[database.shop]\nurl = \"jdbc:sqlite:shop.db\"\nscripts = \"migrations\"\n"
                + "model = \"snapshot:model.json\"\n");
        model();
        shell.script(
                "aaaa",
                "",
                "feat: leads out",
                "CREATE TABLE t (id int);\nATTACH DATABASE '" + other + "' AS beside;",
                "DROP TABLE t;");
        assertThat(shell.limbeck("check", "--from", "history").exits(0).out()).contains("raw SQL");
        assertThat(other).doesNotExist();
    }

    @Test
    void kindsAndForeignKeysCanBeLeftAlone() {
        String excluded = "exclude-kinds = [\"index\"]\nexclude-foreign-keys = [\"fk_old_*\"]";
        shell.shop("model = \"snapshot:model.json\"", excluded);
        model(customer());
        shell.limbeck("revision", "--autogenerate", "-m", "feat: begin").exits(0);
        shell.limbeck("upgrade").exits(0);
        byHand(
                "CREATE INDEX by_hand ON customer (name)",
                "ALTER TABLE customer ADD CONSTRAINT fk_old_self FOREIGN KEY (id) REFERENCES customer (id)");
        shell.limbeck("check").exits(0);
        byHand("ALTER TABLE customer ADD CONSTRAINT fk_new_self FOREIGN KEY (id) REFERENCES customer (id)");
        shell.limbeck("check").exits(1);
        shell.shop("model = \"snapshot:model.json\"", "exclude-kinds = [\"indexes\"]");
        assertThat(shell.limbeck("check").exits(2).err()).contains("no kind of things 'indexes'", "index");
    }

    private void byHand(String... statements) {
        try (Connection connection = DriverManager.getConnection(shell.url());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hook leaves things alone, and edits what is drafted. */
    @Test
    void theEnvironmentDecides() throws IOException {
        model(customer(Column.of("email", DataType.of(TypeKind.VARCHAR, 120))), other("tmp_x"));
        shell.file("migrations/Environment.java", """
                import java.util.List;
                import org.limbeck.operation.*;

                final class Environment implements org.limbeck.migration.Environment {
                    @Override
                    public boolean includes(String kind, String name) {
                        return !name.startsWith("tmp_") && !kind.equals("index");
                    }

                    @Override
                    public List<Operation> edit(List<Operation> upgrade) {
                        return upgrade.stream().filter(op -> !(op instanceof CreateIndex)).toList();
                    }
                }
                """);
        shell.limbeck("revision", "--autogenerate", "-m", "feat: begin").exits(0);
        assertThat(script("Begin")).contains("createTable(\"customer\"").doesNotContain("tmp_x", "createIndex");
        shell.limbeck("upgrade").exits(0);
        shell.limbeck("check").exits(0);
    }

    private static Table other(String name) {
        return Table.of(QualifiedName.parse(name), List.of(Column.of("id", DataType.of(TypeKind.INTEGER))));
    }

    @Test
    void aSnapshotIsAModelThatDoesNotDiffer() throws IOException {
        upgradedTo(customer());
        shell.limbeck("snapshot", "model.json").exits(0);
        assertThat(Files.readString(folder.resolve("model.json"))).contains("limbeck_snapshot", "customer");
        shell.limbeck("check").exits(0);
        assertThat(shell.limbeck("snapshot").exits(0).out()).isEqualTo(Files.readString(folder.resolve("model.json")));
    }

    @Test
    void aModelThatIsNotThereIsTold() {
        assertThat(shell.limbeck("check").exits(2).err()).contains("model.json", "limbeck snapshot model.json");
        shell.shop();
        assertThat(shell.limbeck("check").exits(2).err()).contains("has no model");
    }

    private void twoDatabases(String oneScripts, String otherScripts) {
        shell.project("""
                [database.one]
                url = "%s"
                scripts = "%s"
                model = "snapshot:model.json"

                [database.other]
                url = "jdbc:sqlite:other.db"
                scripts = "%s"
                model = "snapshot:model.json"
                """.formatted(TestShell.memory(), oneScripts, otherScripts));
        shell.file(oneScripts + "/.keep", "");
        shell.file(otherScripts + "/.keep", "");
    }

    private long scripts(String folderName) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(folderName))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .count();
        }
    }

    @Test
    void generateWritesForEachDatabaseThatDiffers() throws IOException {
        twoDatabases("migrations/one", "migrations/other");
        model(customer());
        assertThat(shell.limbeck("generate", "-m", "feat: begin").exits(0).out())
                .containsPattern("one     wrote migrations/one/R\\d+_\\d+_Begin\\.java   [0-9a-f]+ <- base\n")
                .containsPattern("other   wrote migrations/other/R\\d+_\\d+_Begin\\.java   [0-9a-f]+ <- base\n")
                .containsPattern("2 files published together \\(change set [0-9a-f]+\\)\\.\n");
        assertThat(scripts("migrations/one")).isEqualTo(1);
        shell.limbeck("upgrade", "--all").exits(0);
        assertThat(shell.limbeck("generate", "-m", "feat: again").exits(0).out())
                .isEqualTo("one     no change\nother   no change\n");
        assertThat(shell.limbeck("check", "--all").exits(0).out()).contains("no difference");
    }

    @Test
    void databasesThatShareAHistoryShareTheScript() throws IOException {
        twoDatabases("migrations", "migrations");
        model(customer(
                Column.of("born", DataType.of(TypeKind.DATE)), Column.of("paid", DataType.of(TypeKind.BOOLEAN))));
        assertThat(shell.limbeck("generate", "-m", "feat: begin").exits(0).out())
                .contains("1 file (change set");
        assertThat(scripts("migrations")).isEqualTo(1);
        shell.limbeck("upgrade", "--all").exits(0);
        shell.limbeck("check", "--all").exits(0);
    }

    @Test
    void generateIsAllOrNothing() throws IOException {
        twoDatabases("migrations/one", "migrations/other");
        model(customer());
        shell.script("aaaa", "", "feat: waits", "SELECT 1;", "SELECT 1;");
        Files.move(folder.resolve("migrations/aaaa.sql"), folder.resolve("migrations/other/aaaa.sql"));
        TestShell.Result result = shell.limbeck("generate", "-m", "feat: begin").exits(1);
        assertThat(result.out()).contains("one     2 differences", "Nothing is written: all or none.");
        assertThat(result.err()).contains("LMB-4020", "Not applied: aaaa");
        assertThat(scripts("migrations/one")).isZero();
        assertThat(shell.limbeck("generate", "-m", "feat: begin", "-n", "one")
                        .exits(0)
                        .out())
                .contains("1 file (change set");
        assertThat(shell.limbeck("generate", "-m", "feat: begin", "--fail-if-changed", "-n", "one")
                        .exits(1)
                        .err())
                .contains("LMB-4020");
    }

    @Test
    void generateTellsPrograms() {
        twoDatabases("migrations/one", "migrations/other");
        model(customer());
        assertThat(shell.limbeck("generate", "-m", "feat: begin", "--json")
                        .exits(0)
                        .json())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .containsEntry("event", "written")
                        .containsKeys("change_set", "revision", "file", "parents"));
    }
}
