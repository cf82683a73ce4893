package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.limbeck.dialect.Live;
import org.limbeck.dialect.StatementGroup;
import org.limbeck.schema.Schema;
import org.limbeck.state.ReplayedState;
import org.limbeck.testkit.fault.Fault;
import org.limbeck.testkit.fault.FaultyDataSource;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** A schema of ten thousand tables, each of which refers to another. */
class LargeDatabaseTest {
    /** SQLite takes twenty seconds to create so many, and longer the more there are. */
    private static int tables(TestDatabase database) {
        return database.kind() == DatabaseKind.SQLITE ? 3_000 : 10_000;
    }

    @EachDatabase({DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL_18})
    void manyTablesAreReadAsOftenAsFewAndComparedInASmallHeap(TestDatabase database) throws Exception {
        int tables = tables(database);
        create(database, 0, 3);
        execute(database, List.of("ALTER TABLE t0 ADD COLUMN more integer"));
        int queries = queriesThatFindOne(database, 3);
        execute(database, List.of("ALTER TABLE t0 DROP COLUMN more"));
        create(database, 3, tables);
        assertThat(comparedElsewhere(database)).containsExactly("0 differences");
        execute(database, List.of("ALTER TABLE t0 ADD COLUMN more integer"));
        assertThat(queriesThatFindOne(database, tables)).isEqualTo(queries);
    }

    /** Creates the links of the chain from one number up to another. */
    private static void create(TestDatabase database, int from, int to) throws SQLException {
        try (Live live = OpenLive.of(database)) {
            Schema have = ChainOfTables.schema(from);
            Schema want = ChainOfTables.schema(to);
            SchemaChanges changes = SchemaDiff.between(have, want, live.dialect(), CompareOptions.USUAL);
            List<String> statements =
                    live.dialect().renderer().render(changes.upgrade(), new ReplayedState(want)).stream()
                            .map(StatementGroup::statements)
                            .flatMap(List::stream)
                            .map(org.limbeck.dialect.Statement::sql)
                            .toList();
            execute(database, statements);
        }
    }

    /** Each table is a lock until its transaction ends, of which PostgreSQL has a limited number. */
    private static void execute(TestDatabase database, List<String> statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < statements.size(); i += 200) {
                for (String sql : statements.subList(i, Math.min(i + 200, statements.size()))) {
                    statement.addBatch(sql);
                }
                statement.executeBatch();
                connection.commit();
            }
        }
    }

    private static int queriesThatFindOne(TestDatabase database, int tables) throws SQLException {
        FaultyDataSource counting = new FaultyDataSource(database, Fault.never());
        try (Live live = OpenLive.of(counting.getConnection())) {
            int before = counting.statements().size();
            assertThat(compared(live, tables).differences())
                    .extracting(Object::toString)
                    .containsExactly("- column t0.more  integer");
            return counting.statements().size() - before;
        }
    }

    private static SchemaChanges compared(Live live, int tables) {
        Schema want = ChainOfTables.schema(tables);
        return Comparison.of(live.connection(), live.dialect(), want, CompareOptions.USUAL);
    }

    /** How many differences a JVM with a heap of 100 MB finds. */
    private static List<String> comparedElsewhere(TestDatabase database) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx100m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Compare.class.getName(),
                        database.url(),
                        database.user(),
                        String.valueOf(tables(database)))
                .redirectErrorStream(true);
        builder.environment().put("COMPARE_PASSWORD", database.password());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }

    /** Compares a database with the chain, in a process of its own. */
    static final class Compare {
        private Compare() {}

        /** @param words address, user and number of tables */
        public static void main(String[] words) throws SQLException {
            try (Live live =
                    OpenLive.of(DriverManager.getConnection(words[0], words[1], System.getenv("COMPARE_PASSWORD")))) {
                int differences =
                        compared(live, Integer.parseInt(words[2])).differences().size();
                System.out.println(differences + " differences");
            }
        }
    }
}
