package org.limbeck.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.limbeck.load.PlainDialect;
import org.limbeck.load.ScriptLocations;
import org.limbeck.load.Scripts;

class MergingTest {
    @TempDir
    Path folder;

    /** One base, on which two lines stand. */
    @BeforeEach
    void base() {
        java("aaaa", "", """
                op.createTable("orders", column("id", bigint()).notNull(), column("status", varchar(9)), primaryKey("id"));
                op.createTable("country", column("code", varchar(2)).notNull(), column("name", text()), primaryKey("code"));
                op.createEnum("mood", "good", "bad");
                """);
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            op.setType("orders", "status", text()); | op.setType("orders", "status", varchar(20)); | certain BOTH_ALTER column orders.status: both change its type, differently
            op.setType("orders", "status", text()); | op.setType("orders", "status", text()); | possible BOTH_ALTER column orders.status: both change its type, alike
            op.setNotNull("orders", "status"); | op.setDefault("orders", "status", "new"); | possible BOTH_ALTER column orders.status: one changes its nullability, the other its default
            op.dropColumn("orders", "status"); | op.createIndex("orders", index("status")); | certain DROPPED_AND_USED column orders.status: one drops it, the other uses it
            op.setDefault("orders", "status", "x"); | op.dropColumn("orders", "status"); | certain DROPPED_AND_USED column orders.status: one drops it, the other changes its default
            op.renameColumn("orders", "status", "state"); | op.update("orders", row("status", "x"), allRows()); | certain RENAMED_AND_USED column orders.status: one renames it to state, the other uses it
            op.renameColumn("orders", "status", "state"); | op.renameColumn("orders", "status", "phase"); | certain BOTH_RENAME column orders.status: both rename it, to state and to phase
            op.renameTable("orders", "purchase"); | op.addColumn("orders", column("x", integer())); | certain RENAMED_AND_USED table orders: one renames it to purchase, the other uses it
            op.dropTable("orders"); | op.addColumn("orders", column("x", integer())); | certain DROPPED_AND_USED table orders: one drops it, the other uses it
            op.dropTable("country"); | op.addConstraint("orders", foreignKey("status").references("country", "code")); | certain DROPPED_AND_USED table country: one drops it, the other uses it
            op.dropTable("country"); | op.dropTable("country"); | certain BOTH_DROP table country: both drop it
            op.createTable("note", column("id", integer())); | op.createTable("note", column("id", integer())); | certain BOTH_CREATE table note: both create it, alike
            op.createTable("note", column("id", integer())); | op.createTable("note", column("id", bigint())); | certain BOTH_CREATE table note: both create it, differently
            op.addColumn("orders", column("x", integer())); | op.addColumn("orders", column("x", text())); | certain BOTH_CREATE column orders.x: both create it, differently
            op.createIndex("orders", index("status")); | op.createIndex("orders", index("status")); | certain BOTH_CREATE index ix_orders_status of table orders: both create it, alike
            op.addEnumValue("mood", "odd"); | op.addEnumValue("mood", "odd").after("good"); | certain BOTH_CREATE value 'odd' of enum mood: both create it, differently
            op.addEnumValue("mood", "odd"); | op.addEnumValue("mood", "even"); | possible BOTH_ALTER enum mood: both add values, whose order depends on which line is first
            op.insert("country", row("code", "de", "name", "Germany")); | op.insert("country", row("code", "de", "name", "Deutschland")); | certain SAME_ROWS rows of table country: both insert the same row with code de, differently
            op.delete("country", where("code", "de")); | op.insert("country", row("code", "de")); | possible ROWS_CHANGED rows of table country: both change them
            op.sql("CREATE TRIGGER x ON orders ..."); | op.addColumn("orders", column("x", integer())); | possible RAW_SQL table orders: the SQL text of one names it, the other changes it
            op.createView("v", "SELECT status FROM orders"); | op.dropColumn("orders", "status"); | possible RAW_SQL column orders.status: the SQL text of one names it, the other drops it
            op.when(tableMissing("x"), then -> then.dropTable("country")); | op.dropTable("country"); | possible BOTH_DROP table country: both drop it
            op.sql("ALTER TABLE orders ADD COLUMN x int"); | op.addColumn("orders", column("x", integer())); | certain BOTH_CREATE column orders.x: both create it, differently
            """)
    void conflictsAreFound(String one, String other, String expected) {
        assertThat(found(one, other)).contains(expected);
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            op.addColumn("orders", column("x", integer())); | op.addColumn("orders", column("y", integer()));
            op.addColumn("orders", column("x", integer())); | op.createIndex("orders", index("status"));
            op.createTable("a", column("x", integer())); | op.createTable("b", column("x", integer()));
            op.insert("country", row("code", "de")); | op.insert("country", row("code", "fr"));
            op.sql("ALTER TABLE orders ADD COLUMN x int, ADD y int"); | op.sql("ALTER TABLE orders ADD z decimal(3, 2)");
            op.sql("SELECT 1 FROM orders"); | op.addColumn("orders", column("x", integer()));
            op.createView("v", "SELECT id FROM orders"); | op.dropColumn("orders", "status");
            op.on("mysql", there -> there.dropTable("orders")); | op.addColumn("orders", column("x", integer()));
            op.setType("orders", "status", text()); | op.setType("country", "name", varchar(9));
            """)
    void whatDoesNotMeetIsNoConflict(String one, String other) {
        assertThat(found(one, other)).isEmpty();
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            CREATE TABLE note (id int); | CREATE TABLE IF NOT EXISTS note (id bigint); | certain BOTH_CREATE table note: both create it, differently
            ALTER TABLE "orders" DROP COLUMN status; | ALTER TABLE orders ALTER COLUMN status SET NOT NULL; | certain DROPPED_AND_USED column orders.status: one drops it, the other changes its definition
            ALTER TABLE orders RENAME TO purchase; | DROP TABLE orders; | certain RENAMED_AND_USED table orders: one renames it to purchase, the other drops it
            UPDATE orders SET status = 'x'; | DELETE FROM orders WHERE status = 'y'; | possible ROWS_CHANGED rows of table orders: both change them
            CREATE INDEX i ON orders (status); | CREATE UNIQUE INDEX i ON orders (id); | certain BOTH_CREATE index i of table orders: both create it, differently
            ALTER TABLE orders ADD CONSTRAINT k CHECK (id > 0); | ALTER TABLE orders ADD CONSTRAINT k CHECK (id > 1); | certain BOTH_CREATE constraint k of table orders: both create it, differently
            VACUUM orders; | ALTER TABLE orders ADD x int; | possible RAW_SQL table orders: the SQL text of one names it, the other changes it
            """)
    void sqlScriptsAreReadAsFarAsTheirFirstWordsTell(String one, String other, String expected) {
        sql("bbbb", "aaaa", one);
        sql("cccc", "aaaa", other);
        assertThat(texts(analysis("bbbb", "cccc"))).contains(expected);
    }

    @Test
    void bothSidesAreNamedWithFileAndLine() {
        java("bbbb", "aaaa", "op.dropTable(\"orders\");");
        sql("cccc", "aaaa", "UPDATE orders SET status = 'x';");
        Conflict conflict = analysis("bbbb", "cccc").conflicts().get(0);
        assertThat(conflict.one().what()).isEqualTo("drop table orders");
        assertThat(conflict.one().place()).hasToString(folder.resolve("Sbbbb.java") + ":9");
        assertThat(conflict.other().revision().id()).isEqualTo("cccc");
        assertThat(conflict.other().place()).hasToString(folder.resolve("cccc.sql") + ":4");
    }

    @Test
    void textsInSqlAreNotShown() {
        sql("bbbb", "aaaa", "UPDATE orders SET status = 'secret' WHERE id = 1;");
        java("cccc", "aaaa", "op.dropTable(\"orders\");");
        assertThat(analysis("bbbb", "cccc").conflicts().get(0).one().what())
                .isEqualTo("update orders set status = '...' where id = 1");
    }

    @Test
    void partsOfATableThatBothCreateAreNotToldOneByOne() {
        String both = "op.createTable(\"note\", column(\"id\", integer())); op.createIndex(\"note\", index(\"id\"));";
        assertThat(found(both, both)).containsExactly("certain BOTH_CREATE table note: both create it, alike");
    }

    @Test
    void everyRevisionOfALineCounts() {
        java("bbbb", "aaaa", "");
        java("b222", "bbbb", "op.dropTable(\"orders\");");
        java("cccc", "aaaa", "op.addColumn(\"orders\", column(\"x\", integer()));");
        java("c222", "cccc", "");
        MergeAnalysis analysis = analysis("b222", "c222");
        assertThat(analysis.lines()).map(line -> line.own().size()).containsExactly(2, 2);
        assertThat(texts(analysis)).hasSize(1);
    }

    @Test
    void threeLinesAreComparedInPairs() {
        java("bbbb", "aaaa", "op.dropTable(\"orders\");");
        java("cccc", "aaaa", "op.dropTable(\"country\");");
        java("dddd", "aaaa", "op.dropTable(\"country\"); op.dropTable(\"orders\");");
        assertThat(analysis("bbbb", "cccc", "dddd").conflicts())
                .map(c -> c.one().revision().id() + " " + c.other().revision().id() + " " + c.object())
                .containsExactlyInAnyOrder("bbbb dddd table orders", "cccc dddd table country");
    }

    @Test
    void whatIsNotLookedIntoIsSaid() {
        java("bbbb", "aaaa", "op.run(\"fill\", data -> {});");
        java("cccc", "aaaa", "op.parameter(\"x\");");
        assertThat(analysis("bbbb", "cccc").unseen())
                .hasSize(2)
                .anyMatch(text -> text.equals("The code of the data step 'fill' of revision bbbb is not looked into."))
                .anyMatch(text -> text.startsWith("Revision cccc is not looked into: The script reads the parameter"));
    }

    @Test
    void scriptsThatDoNotCompileDoNotHinder() {
        java("bbbb", "aaaa", "op.nonsense();");
        java("cccc", "aaaa", "");
        MergeAnalysis analysis = analysis("bbbb", "cccc");
        assertThat(analysis.conflicting()).isFalse();
        assertThat(analysis.unseen()).singleElement().asString().startsWith("The scripts cannot be read: ");
    }

    @Test
    void jsonTellsTheSame() {
        java("bbbb", "aaaa", "op.dropTable(\"orders\");");
        java("cccc", "aaaa", "op.dropTable(\"orders\");");
        Map<String, ?> json = analysis("bbbb", "cccc").json();
        assertThat(String.valueOf(json.get("conflicts")))
                .contains("kind=both-drop", "severity=certain", "object=table orders", "revision=bbbb", "line=9");
        assertThat(String.valueOf(json.get("lines"))).contains("head=bbbb");
    }

    // ---- scripts

    private List<String> found(String one, String other) {
        java("bbbb", "aaaa", one);
        java("cccc", "aaaa", other);
        return texts(analysis("bbbb", "cccc"));
    }

    private static List<String> texts(MergeAnalysis analysis) {
        assertThat(analysis.unseen()).isEmpty();
        return analysis.conflicts().stream()
                .map(c -> (c.certain() ? "certain " : "possible ") + c.kind() + " " + c.object() + ": " + c.text())
                .toList();
    }

    private MergeAnalysis analysis(String... heads) {
        Scripts scripts = Scripts.read(ScriptLocations.of(folder.toString()));
        return new Merging(scripts, PlainDialect.SQLITE, Map.of())
                .analyse(List.of(heads).stream().map(scripts.graph()::get).toList());
    }

    private void java(String id, String down, String statements) {
        write("S" + id + ".java", """
                import static org.limbeck.migration.Words.*;
                import org.limbeck.migration.*;

                @Revision(id = "%s"%s)
                final class S%s implements Migration {
                    @Override
                    public void upgrade(Op op) {

                        %s
                    }
                }
                """.formatted(id, down.isEmpty() ? "" : ", down = \"" + down + "\"", id, statements));
    }

    private void sql(String id, String down, String statements) {
        write(id + ".sql", "--@ revision " + id + "\n--@ down " + down + "\n--@ upgrade\n" + statements + "\n");
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
