package org.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Failure;
import org.limbeck.dialect.Live;
import org.limbeck.sql.StatementSplitter;
import org.limbeck.testkit.server.TestDatabase;

/** Errors are told apart, sessions prepared, and statements placed as the server itself would. */
class SessionTest {
    private static final Dialect DIALECT = new PostgresqlProvider().offline("postgresql");

    private static Failure failure(Live live, String... statements) {
        SQLException error = catchThrowableOfType(SQLException.class, () -> live.execute(statements));
        return DIALECT.failure(error);
    }

    @OnPostgresql
    void failures(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider());
                Live other = Live.on(database, new PostgresqlProvider())) {
            live.execute("CREATE TABLE t (a int)");
            assertThat(failure(live, "SELECT * FROM missing")).isEqualTo(Failure.NO_SUCH_TABLE);
            assertThat(failure(live, "SELECT * FROM missing.t")).isEqualTo(Failure.NO_SUCH_TABLE);
            assertThat(failure(live, "SELECT 1/0")).isEqualTo(Failure.OTHER);
            assertThat(failure(live, "SET default_transaction_read_only = on", "CREATE TABLE u (a int)"))
                    .isEqualTo(Failure.READ_ONLY);
            live.execute("SET default_transaction_read_only = off", "BEGIN", "LOCK TABLE t");
            assertThat(failure(other, "SET lock_timeout = '10ms'", "SELECT * FROM t"))
                    .isEqualTo(Failure.LOCK_WAIT);
            database.killSession(database.sessionOf(live.connection()));
            assertThat(failure(live, "SELECT 1")).isEqualTo(Failure.CONNECTION_LOST);
        }
    }

    @OnPostgresql
    void failuresOfConnecting(TestDatabase database) {
        SQLException password = catchThrowableOfType(
                SQLException.class, () -> DriverManager.getConnection(database.url(), database.user(), "wrong"));
        assertThat(DIALECT.failure(password)).isEqualTo(Failure.ACCESS_DENIED);
        SQLException port = catchThrowableOfType(
                SQLException.class,
                () -> DriverManager.getConnection("jdbc:postgresql://127.0.0.1:1/x?loginTimeout=5", "u", "p"));
        assertThat(DIALECT.failure(port)).isEqualTo(Failure.UNREACHABLE);
        SQLException missing = catchThrowableOfType(
                SQLException.class,
                () -> DriverManager.getConnection(
                        database.url().replaceFirst("/limbeck_test[^/?]*", "/limbeck_missing"),
                        database.user(),
                        database.password()));
        assertThat(DIALECT.failure(missing)).isEqualTo(Failure.UNREACHABLE);
    }

    @OnPostgresql
    void aSessionIsNamedUnlessItHasAName(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            assertThat(live.texts("SHOW application_name")).containsExactly("limbeck");
            live.execute("SET application_name = 'shop'", "SET standard_conforming_strings = off");
            live.dialect().prepare(live.connection());
            assertThat(live.texts("SHOW application_name")).containsExactly("shop");
            assertThat(live.texts("SHOW standard_conforming_strings")).containsExactly("on");
            assertThat(live.texts(String.valueOf(live.dialect().currentSchemaSql())))
                    .containsExactly("public");
        }
    }

    /** What the server refuses in a transaction, by asking the server. */
    @OnPostgresql
    void knowsWhatRefusesATransaction(TestDatabase database) throws SQLException {
        String[] statements = {
            "CREATE INDEX CONCURRENTLY i2 ON t (a)",
            "create unique index concurrently if not exists i3 on t (a)",
            "DROP INDEX CONCURRENTLY i",
            "DROP INDEX i",
            "REINDEX INDEX CONCURRENTLY i",
            "REINDEX (CONCURRENTLY) TABLE t",
            "REINDEX TABLE t",
            "REINDEX SCHEMA public",
            "VACUUM t",
            "/* why */ VACUUM (FULL) t",
            "ANALYZE t",
            "CLUSTER",
            "CLUSTER t USING i",
            "ALTER TYPE mood ADD VALUE 'x'",
            "ALTER SYSTEM RESET work_mem",
            "REFRESH MATERIALIZED VIEW CONCURRENTLY m",
            "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY",
            "ALTER TABLE p DETACH PARTITION p1",
            "CREATE TABLE \"concurrently\" (a int)",
            "CREATE INDEX \"concurrently\" ON t (a)",
            "INSERT INTO t VALUES (1)"
        };
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE TYPE mood AS ENUM ('a');"
                    + " CREATE MATERIALIZED VIEW m AS SELECT 1 AS x; CREATE UNIQUE INDEX mi ON m (x);"
                    + " CREATE TABLE p (a int) PARTITION BY LIST (a);"
                    + " CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)");
            connection.setAutoCommit(false);
            for (String sql : statements) {
                String state = "";
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    state = String.valueOf(e.getSQLState());
                }
                connection.rollback();
                assertThat(DIALECT.refusesTransaction(sql))
                        .as(sql + " " + state)
                        .isEqualTo(state.equals("25001"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE DATABASE x",
                "DROP DATABASE x",
                "CREATE TABLESPACE x LOCATION '/x'",
                "ALTER DATABASE x SET TABLESPACE y",
                "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p",
                "COMMIT PREPARED 'x'"
            })
    void knowsWhatRefusesATransactionOnAWholeServer(String sql) {
        assertThat(DIALECT.refusesTransaction(sql)).isTrue();
        assertThat(DIALECT.commitsByItself(sql)).isFalse();
    }

    @OnPostgresql
    void stopsAScript(TestDatabase database) throws SQLException {
        String message = "it's $limbeck$ 100% \\ over";
        String script = DIALECT.stopScript(message);
        String forPsql = "\\set ON_ERROR_STOP on\n";
        assertThat(script).startsWith(forPsql).endsWith(";");
        String stop = script.substring(forPsql.length());
        assertThat(StatementSplitter.all(stop, DIALECT.syntax())).hasSize(1);
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            SQLException error = catchThrowableOfType(SQLException.class, () -> live.execute(stop));
            assertThat(error.getMessage()).contains(message);
        }
    }

    @Test
    void theProviderKnowsItsOwn() {
        PostgresqlProvider provider = new PostgresqlProvider();
        assertThat(provider.accepts("jdbc:postgresql://h/d")).isTrue();
        assertThat(provider.accepts("jdbc:mysql://h/d")).isFalse();
        assertThat(provider.accepts(DIALECT.server())).isTrue();
        assertThat(provider.driverClass("jdbc:postgresql:x")).isEqualTo("org.postgresql.Driver");
        assertThat(DIALECT.answersTo()).containsExactly("postgresql");
    }
}
