package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.graph.Direction;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Scripts for a database that cannot be reached: plain JDBC executes them, statement by statement. */
class OfflineScriptTest {
    @TempDir
    Path folder;

    private History history() {
        return new History(folder)
                .java("aa01", "", """
                        op.createTable("t1", column("id", integer()).notNull(), column("name", varchar(20)), primaryKey("id"), index("name"));
                        op.insert("t1", row("id", 1, "name", "O'Neil; -- no"), row("id", 2));
                        """, "op.dropTable(\"t1\");")
                .java(
                        "aa02",
                        "aa01",
                        """
                        op.addColumn("t1", column("n", integer()).notNull().defaultTo(5));
                        op.setType("t1", "name", varchar(40));
                        op.createTable("t2", column("id", integer()).notNull(), primaryKey("id"), foreignKey("id").references("t1", "id"));
                        """,
                        "op.dropTable(\"t2\"); op.setType(\"t1\", \"name\", varchar(20)); op.dropColumn(\"t1\", \"n\");")
                .table("aa03", "aa02", "t3");
    }

    private static Limbeck offline(History history, TestDatabase database) {
        return history.on(database.dataSource()).url(database.url()).load();
    }

    private static String script(Limbeck limbeck, Direction direction, String range, Map<String, Boolean> assumed) {
        StringBuilder out = new StringBuilder();
        limbeck.script(direction, range, assumed, out);
        return out.toString();
    }

    private static void execute(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            StringBuilder sql = new StringBuilder();
            for (String line : script.split("\n")) {
                boolean command =
                        line.isBlank() || line.startsWith("--") || line.startsWith("\\") || line.startsWith(".");
                if (!command) {
                    sql.append(line).append('\n');
                }
                if (!command && line.endsWith(";")) {
                    statement.execute(sql.substring(0, sql.lastIndexOf(";")));
                    sql.setLength(0);
                }
            }
            assertThat(sql.toString()).as("what lacks a terminator").isEmpty();
        }
    }

    private static String picture(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Picture.of(connection, Tables.dialect(connection));
        }
    }

    @EachDatabase
    void aScriptDoesWhatARunDoes(TestDatabase database) throws Exception {
        Limbeck limbeck = offline(history(), database);
        String expected;
        try (TestDatabase connected = TestDatabase.create(database.kind())) {
            history().limbeck(connected).upgrade();
            expected = picture(connected);
        }

        execute(database, script(limbeck, Direction.UP, "head", Map.of()));

        assertThat(picture(database)).isEqualTo(expected);
        assertThat(limbeck.upgrade().nothingToDo()).isTrue();
        assertThat(limbeck.status().isUpToDate()).isTrue();

        execute(database, script(limbeck, Direction.DOWN, "aa03:aa02", Map.of()));
        assertThat(limbeck.quickStatus().rows()).hasSize(2);
        assertThat(Tables.of(database)).containsExactly("t1", "t2");
        execute(database, script(limbeck, Direction.UP, "aa02:aa03", Map.of()));
        assertThat(picture(database)).isEqualTo(expected);
    }

    /** What only a connected run can do stops the script before what stands on it. */
    @EachDatabase
    void aDataStepStopsTheScript(TestDatabase database) throws Exception {
        Limbeck limbeck = offline(
                new History(folder)
                        .table("aa01", "", "t1")
                        .java("aa02", "aa01", "op.run(\"move the rows\", data -> {}); op.dropTable(\"t1\");", ""),
                database);
        String script = script(limbeck, Direction.UP, "head", Map.of());

        Throwable stop = catchThrowable(() -> execute(database, script));

        assertThat(stop).isInstanceOf(SQLException.class).hasMessageContaining("move the rows");
        assertThat(Tables.of(database)).contains("t1");
    }

    @EachDatabase
    void aConditionMustBeAssumed(TestDatabase database) throws Exception {
        Limbeck limbeck = offline(new History(folder).table("aa01", "", "t1").java("aa02", "aa01", """
                        op.when(columnMissing("t1", "n"), then -> then.addColumn("t1", column("n", integer())))
                                .otherwise(o -> o.dropColumn("t1", "n"));
                        """, ""), database);

        String unknown = script(limbeck, Direction.UP, "head", Map.of());
        assertThat(unknown).contains("--assume aa02#1=yes");
        assertThat(unknown.toUpperCase(java.util.Locale.ROOT))
                .doesNotContain("ADD COLUMN")
                .doesNotContain("DROP COLUMN");

        execute(database, script(limbeck, Direction.UP, "head", Map.of("aa02#1", true)));
        assertThat(Tables.value(database, "n", "t1", "")).isEqualTo("no row");
        assertThat(limbeck.upgrade().nothingToDo()).isTrue();
    }
}
