package org.limbeck.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.dialects.Dialects;
import org.limbeck.load.ScriptLocations;
import org.limbeck.load.Scripts;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

class ReplayTest {
    private static final QualifiedName ORDERS = QualifiedName.parse("orders");
    private static final QualifiedName ITEMS = QualifiedName.parse("Order Items");

    @TempDir
    Path folder;

    private void java(String id, String down, String body) throws Exception {
        Files.writeString(folder.resolve("S" + id + ".java"), """
                import static org.limbeck.migration.Words.*;

                import org.limbeck.migration.*;

                @Revision(id = "%s", %smessage = "feat: %s")
                final class S%s implements Migration {
                    @Override
                    public void upgrade(Op op) {
                        %s
                    }
                }
                """.formatted(
                        id, down.isEmpty() ? "" : "down = \"" + down + "\", ", id, id, body));
    }

    private Scripts scripts() {
        return Scripts.read(ScriptLocations.of(folder.toString()));
    }

    private void history() throws Exception {
        java("aaaa", "", """
                op.createTable("orders", column("id", bigint()).notNull().autoIncrement(),
                        column("total", decimal(10, 2)).notNull().defaultTo(0), primaryKey("id"));
                op.when(tableMissing("orders"), then -> then.dropTable("orders"));
                """);
        java("bbbb", "aaaa", """
                op.when(columnMissing("orders", "status"),
                        then -> then.addColumn("orders", column("status", varchar(20))));
                op.on("nowhere", there -> there.dropTable("orders"));
                op.createIndex("orders", index("status"));
                op.run("nothing to see", data -> {});
                op.sql("UPDATE orders SET status = 'new'");
                op.renameColumn("orders", "total", "amount");
                """);
    }

    /** What is replayed is what the database has. */
    @EachDatabase
    void givesWhatTheDatabaseHas(TestDatabase database) throws Exception {
        history();
        Limbeck.configure()
                .dataSource(database.dataSource())
                .scripts(folder.toString())
                .dialects(Dialects.providers())
                .load()
                .upgrade();
        try (Connection connection = database.connect()) {
            Dialect dialect = dialect(connection);
            Replay replay = Replay.ofHeads(scripts(), dialect, Map.of());
            assertThat(replay.exact()).isTrue();
            assertThat(replay.schema().tables()).containsOnlyKeys(ORDERS);
            Table live = dialect.reflector().table(connection, ORDERS).orElseThrow();
            assertThat(dialect.normalise(replay.schema().table(ORDERS).orElseThrow()))
                    .isEqualTo(dialect.normalise(live));
        }
    }

    private static Dialect dialect(Connection connection) throws Exception {
        ServerInfo server = ServerInfo.of(connection);
        return Dialects.providers().stream()
                .filter(provider -> provider.accepts(server))
                .findFirst()
                .orElseThrow()
                .dialect(server);
    }

    private static Dialect offline() {
        DialectProvider provider = Dialects.providers().get(0);
        return provider.offline(provider.names().get(0));
    }

    @Test
    void whatRawSqlMayHaveTouchedIsUnknown() throws Exception {
        history();
        Files.writeString(folder.resolve("c.sql"), """
                --@ revision cccc
                --@ down bbbb
                --@ upgrade
                INSERT INTO orders (amount) VALUES (1);
                CREATE TABLE "Order Items" (id int);
                """);
        Replay replay = Replay.ofHeads(scripts(), offline(), Map.of());
        assertThat(replay.exact()).isFalse();
        assertThat(replay.unknowns()).extracting(Replay.Unknown::revision).containsExactly("cccc");
        assertThat(replay.knows(ORDERS)).isTrue();
        assertThat(replay.knows(ITEMS)).isFalse();
    }

    @Test
    void stopsWhereItIsTold() throws Exception {
        history();
        Schema first =
                Replay.of(scripts(), offline(), List.of("aaaa"), Map.of()).schema();
        assertThat(first.table(ORDERS).orElseThrow().column("status")).isEmpty();
        assertThat(Replay.of(scripts(), offline(), List.of(), Map.of()).schema().tables())
                .isEmpty();
    }
}
