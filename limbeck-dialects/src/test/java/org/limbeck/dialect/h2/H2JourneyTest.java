package org.limbeck.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.command.RunOptions;
import org.limbeck.dialect.MigrationLock.Held;
import org.limbeck.dialect.MigrationLock.LockScope;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** Whole runs on H2: journal, lease, resume. */
class H2JourneyTest {
    @TempDir
    private Path scripts;

    private TestDatabase database;
    private Limbeck limbeck;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.create(DatabaseKind.H2);
        limbeck = Limbeck.configure()
                .dataSource(database.dataSource())
                .scripts(scripts.toString())
                .dialects(List.of(new H2Provider()))
                .lockTimeout(Duration.ofMillis(200))
                .load();
        script("R1", """
                --@ revision 111111111111
                --@ message  feat: orders
                --@ upgrade
                CREATE TABLE orders (id BIGINT PRIMARY KEY, note VARCHAR(20));
                INSERT INTO orders VALUES (1, 'a;b'), (2, $$it's$$); // both
                --@ downgrade
                DROP TABLE orders;
                """);
        script("R2", """
                --@ revision 222222222222
                --@ down     111111111111
                --@ message  feat: status
                --@ upgrade
                ALTER TABLE orders ADD COLUMN status VARCHAR(10) DEFAULT 'new' NOT NULL;
                UPDATE orders SET status = 'done' WHERE id = 2;
                --@ downgrade
                ALTER TABLE orders DROP COLUMN status;
                """);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(scripts.resolve(name + ".sql"), text);
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Test
    void upAndDownAgain() throws SQLException {
        limbeck.upgrade();
        assertThat(rows("SELECT id || note || status FROM orders ORDER BY id")).containsExactly("1a;bnew", "2it'sdone");
        assertThat(rows("SELECT id || state FROM limbeck_revision ORDER BY 1"))
                .containsExactly("111111111111applied", "222222222222applied");
        limbeck.upgrade();
        limbeck.downgrade("-1", RunOptions.USUAL.allowingDataLoss(true));
        assertThat(rows("SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 'ORDERS'"))
                .containsExactlyInAnyOrder("ID", "NOTE");
        assertThat(rows("SELECT id FROM limbeck_revision")).containsExactly("111111111111");
    }

    @Test
    void theLeaseIsGivenBackAndKeepsOthersAway() throws SQLException {
        limbeck.upgrade();
        assertThat(limbeck.lockHolder()).isEmpty();
        try (Connection other = database.connect()) {
            H2Dialect dialect = (H2Dialect) new H2Provider().offline("h2");
            Held held = dialect.lock()
                    .tryAcquire(other, new LockScope("limbeck_revision", database.url()), "somebody", database::connect)
                    .orElseThrow();
            assertThat(limbeck.lockHolder().orElseThrow()).startsWith("somebody since");
            assertThatThrownBy(() -> limbeck.downgrade("base"))
                    .hasMessageContaining("LMB-4004")
                    .hasMessageContaining("somebody since");
            held.close();
        }
        assertThat(rows("SELECT token FROM limbeck_lock")).containsExactly("2");
    }

    @Test
    void aFailedRunGoesOnWhereItStopped() throws IOException, SQLException {
        script("R3", """
                --@ revision 333333333333
                --@ down     222222222222
                --@ upgrade
                CREATE TABLE more (id INT);
                INSERT INTO more VALUES (1);
                INSERT INTO nowhere VALUES (1);
                """);
        assertThatThrownBy(() -> limbeck.upgrade()).hasMessageContaining("NOWHERE");
        script("R3", """
                --@ revision 333333333333
                --@ down     222222222222
                --@ upgrade
                CREATE TABLE more (id INT);
                INSERT INTO more VALUES (1);
                INSERT INTO more VALUES (2);
                """);
        limbeck.upgrade();
        assertThat(rows("SELECT id FROM more ORDER BY id")).containsExactly("1", "2");
    }
}
