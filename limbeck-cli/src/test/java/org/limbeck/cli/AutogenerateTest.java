package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        // Another history on the same database stands for a person at a console.
        shell.script(
                "bbbb",
                "",
                "feat: by hand",
                "ALTER TABLE customer ADD COLUMN secret int; DROP INDEX ix_customer_name;",
                "SELECT 1;");
        shell.limbeck("upgrade", "heads").exits(0);
        assertThat(shell.limbeck("drift").exits(0).out()).contains("raw SQL");
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
}
