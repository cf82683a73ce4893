package org.limbeck.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabaseTest {

    @EachDatabase
    void isEmptyAndWritable(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            createPerson(connection);
            assertThat(personCount(connection)).isEqualTo(1);
        }
    }

    @EachDatabase
    void keepsWhatAnEarlierConnectionWrote(TestDatabase database) throws SQLException {
        try (Connection first = database.connect()) {
            createPerson(first);
        }
        try (Connection second = database.dataSource().getConnection()) {
            assertThat(personCount(second)).isEqualTo(1);
        }
    }

    @EachDatabase
    void isNotSharedWithAnother(TestDatabase database) throws SQLException {
        try (TestDatabase other = TestDatabase.create(database.kind());
                Connection mine = database.connect();
                Connection theirs = other.connect()) {
            createPerson(mine);
            createPerson(theirs);
            assertThat(personCount(mine)).isEqualTo(1);
            assertThat(personCount(theirs)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void isDroppedWhenClosedAlthoughATransactionIsOpenInIt(DatabaseKind kind) throws SQLException {
        TestDatabase database = TestDatabase.create(kind);
        try (Connection leaked = database.connect()) {
            createPerson(leaked);
            leaked.setAutoCommit(false);
            personCount(leaked);
            database.close();
            database.close();
        } catch (SQLException e) {
            // The leaked connection may find its session ended.
        }
        assertThatThrownBy(() -> {
                    try (Connection late = database.connect()) {
                        personCount(late);
                    }
                })
                .isInstanceOf(SQLException.class);
    }

    @EachDatabase(except = {DatabaseKind.SQLITE, DatabaseKind.H2})
    void tellsWhenASessionIsGone(TestDatabase database) throws Exception {
        try (Connection connection = database.connect()) {
            long session = database.sessionOf(connection);
            assertThat(database.hasSession(session)).isTrue();

            database.killSession(session);
            database.awaitGone(session, Duration.ofSeconds(10));

            assertThat(database.hasSession(session)).isFalse();
            assertThatThrownBy(() -> personCount(connection)).isInstanceOf(SQLException.class);
        }
    }

    @EachDatabase(except = {DatabaseKind.SQLITE, DatabaseKind.H2})
    void hasAnAdministratorInAnotherDatabaseOfTheServer(TestDatabase database) throws SQLException {
        try (Connection admin = database.adminConnect();
                Connection connection = database.connect()) {
            assertThat(admin.getCatalog()).isNotEqualTo(connection.getCatalog());
        }
    }

    @EachDatabase
    void isCreatedByManyThreadsAtOnce(TestDatabase database) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> work = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<String>) () -> urlOfOne(database.kind()))
                    .toList();
            List<Future<String>> urls = threads.invokeAll(work);
            for (Future<String> url : urls) {
                assertThat(url.get()).isNotEqualTo(database.url());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String urlOfOne(DatabaseKind kind) {
        try (TestDatabase own = TestDatabase.create(kind)) {
            return own.url();
        }
    }

    @Test
    void isSharedByConnectionsWhenSqliteIsInMemory() throws SQLException {
        try (TestDatabase database = TestDatabase.sqliteInMemory();
                Connection first = database.connect();
                Connection second = database.connect()) {
            createPerson(first);
            assertThat(personCount(second)).isEqualTo(1);
        }
    }

    @Test
    void isReopenedWhenH2IsInAFile() throws SQLException {
        try (TestDatabase database = TestDatabase.h2InFile()) {
            try (Connection first = database.connect()) {
                createPerson(first);
            }
            try (Connection second = database.connect()) {
                assertThat(personCount(second)).isEqualTo(1);
            }
        }
    }

    private static void createPerson(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE person (id INT PRIMARY KEY)");
            statement.execute("INSERT INTO person VALUES (1)");
        }
    }

    private static int personCount(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM person")) {
            row.next();
            return row.getInt(1);
        }
    }
}
