package org.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.column;
import static org.limbeck.migration.Words.primaryKey;
import static org.limbeck.migration.Words.row;
import static org.limbeck.migration.Words.timestampTz;
import static org.limbeck.migration.Words.uuid;
import static org.limbeck.migration.Words.varchar;
import static org.limbeck.testkit.server.DatabaseKind.MARIADB_10_11;
import static org.limbeck.testkit.server.DatabaseKind.MYSQL_9_7;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.limbeck.dialect.Failure;
import org.limbeck.dialect.Live;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Each server through the driver of the other. */
class MySqlDriversTest {

    private static Connection crossed(TestDatabase database) throws SQLException {
        String address = database.url().substring(database.url().indexOf("//"));
        String plain = address.contains("?") ? address.substring(0, address.indexOf('?')) : address;
        String url = database.kind() == MYSQL_9_7
                ? "jdbc:mysql:" + plain + "?permitMysqlScheme&allowPublicKeyRetrieval=true"
                : "jdbc:mysql:" + plain + "?sslMode=DISABLED";
        return DriverManager.getConnection(url, database.user(), database.password());
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void theOtherDriverServesToo(TestDatabase database) throws SQLException {
        try (Live live = Live.on(crossed(database), new MySqlProvider())) {
            assertThat(live.dialect().name()).isEqualTo(database.kind() == MYSQL_9_7 ? "mysql" : "mariadb");
            live.apply(op -> {
                op.createTable(
                        "t",
                        column("id", uuid()),
                        column("s", varchar(20)).defaultTo("it's \\"),
                        column("at", timestampTz()),
                        primaryKey("id"));
                op.insert("t", row("id", new UUID(1, 2), "at", Instant.EPOCH.plusSeconds(5)));
            });
            Live usual = Live.on(database, new MySqlProvider());
            assertThat(live.schema().tables()).isEqualTo(usual.schema().tables());
            assertThat(live.texts("SELECT s FROM t")).containsExactly("it's \\");
            usual.close();
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void aKilledSessionIsALostConnectionInBothDrivers(TestDatabase database) throws Exception {
        for (Connection connection : new Connection[] {database.connect(), crossed(database)}) {
            long session = database.sessionOf(connection);
            database.killSession(session);
            database.awaitGone(session, Duration.ofSeconds(20));
            try (java.sql.Statement statement = connection.createStatement()) {
                statement.execute("SELECT 1");
                throw new AssertionError("the session was killed");
            } catch (SQLException e) {
                assertThat(MySqlFailures.of(e)).isEqualTo(Failure.CONNECTION_LOST);
            }
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void aWrongPasswordAndAMissingTableAreKnown(TestDatabase database) throws SQLException {
        try {
            DriverManager.getConnection(database.url(), database.user(), "wrong")
                    .close();
            throw new AssertionError("the password is wrong");
        } catch (SQLException e) {
            assertThat(MySqlFailures.of(e)).isEqualTo(Failure.ACCESS_DENIED);
        }
        try (Live live = Servers.live(database)) {
            live.execute("SELECT * FROM missing");
            throw new AssertionError("the table is missing");
        } catch (SQLException e) {
            assertThat(MySqlFailures.of(e)).isEqualTo(Failure.NO_SUCH_TABLE);
        }
    }

    @Test
    void nobodyAtTheAddressIsUnreachableInBothDrivers() {
        for (String url : new String[] {"jdbc:mysql://127.0.0.1:1/x", "jdbc:mariadb://127.0.0.1:1/x"}) {
            try {
                DriverManager.getConnection(url, "nobody", "").close();
                throw new AssertionError("somebody is there");
            } catch (SQLException e) {
                assertThat(MySqlFailures.of(e)).isEqualTo(Failure.UNREACHABLE);
            }
        }
    }
}
