package org.limbeck.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

class FaultyDataSourceTest {

    private static final int INSERT = 2;
    private static final int COMMIT = 3;

    @EachDatabase
    void recordsTheStatementsOfAProcessThatLives(TestDatabase database) throws SQLException {
        FaultyDataSource source = new FaultyDataSource(database, Fault.never());

        work(source);

        assertThat(source.statements())
                .containsExactly("CREATE TABLE person (id INT PRIMARY KEY)", "INSERT INTO person VALUES (1)", "COMMIT");
        assertThat(source.isDead()).isFalse();
        assertThat(persons(database)).isEqualTo(1);
    }

    @EachDatabase
    void losesTheTransactionWhenItDiesBeforeTheCommit(TestDatabase database) throws Exception {
        dieAt(Fault.before(COMMIT), database);

        assertThat(persons(database)).isZero();
    }

    @EachDatabase
    void keepsTheTransactionWhenItDiesAfterTheCommit(TestDatabase database) throws Exception {
        dieAt(Fault.after(COMMIT), database);

        assertThat(persons(database)).isEqualTo(1);
    }

    @EachDatabase
    void losesTheTransactionWhenItDiesAfterAStatementInIt(TestDatabase database) throws Exception {
        dieAt(Fault.after(INSERT), database);

        assertThat(persons(database)).isZero();
    }

    @EachDatabase
    void neverSendsTheStatementBeforeWhichItDies(TestDatabase database) throws Exception {
        dieAt(Fault.before(1), database);

        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute("CREATE TABLE person (id INT PRIMARY KEY)"))
                    .isFalse();
        }
    }

    @EachDatabase
    void leavesNoLocks(TestDatabase database) throws Exception {
        dieAt(Fault.after(INSERT), database);

        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE person");
        }
    }

    @EachDatabase
    void cutsEveryConnectionAtOnce(TestDatabase database) throws Exception {
        FaultyDataSource source = new FaultyDataSource(database, Fault.before(1));
        try (Connection bystander = source.getConnection();
                Statement made = bystander.createStatement();
                ResultSet rows = bystander.getMetaData().getTableTypes()) {
            assertLost(() -> work(source));

            assertLost(bystander::createStatement);
            assertLost(() -> made.execute("SELECT 1"));
            assertLost(rows::next);
            assertLost(source::getConnection);
            assertThat(bystander.isClosed()).isTrue();
            assertThat(bystander.isValid(1)).isFalse();
        }
        source.awaitGone();
    }

    @EachDatabase
    void hidesTheOutcomeOfAStatementThatFails(TestDatabase database) throws SQLException {
        FaultyDataSource source = new FaultyDataSource(database, Fault.after(1));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            assertLost(() -> statement.execute("DROP TABLE nobody_made_this"));
        }
    }

    @EachDatabase
    void passesOnTheErrorsOfTheServer(TestDatabase database) throws SQLException {
        FaultyDataSource source = new FaultyDataSource(database, Fault.never());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DROP TABLE nobody_made_this"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("nobody_made_this");
        }
    }

    @Test
    void countsABatchOnceAndNamesPreparedStatements() throws SQLException {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.H2)) {
            FaultyDataSource source = new FaultyDataSource(database, Fault.never());
            work(source);
            try (Connection connection = source.getConnection();
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO person VALUES (?)");
                    Statement both = connection.createStatement()) {
                insert.setInt(1, 2);
                insert.addBatch();
                insert.setInt(1, 3);
                insert.addBatch();
                insert.executeBatch();
                both.addBatch("DELETE FROM person");
                both.addBatch("DROP TABLE person");
                both.executeBatch();
            }
            assertThat(source.statements())
                    .endsWith("INSERT INTO person VALUES (?)", "DELETE FROM person;\nDROP TABLE person");
        }
    }

    @Test
    void countsTurningAutoCommitOnInATransactionAsACommit() throws SQLException {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.H2)) {
            FaultyDataSource source = new FaultyDataSource(database, Fault.never());
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(true);
                connection.setAutoCommit(false);
                connection.releaseSavepoint(connection.setSavepoint());
                connection.rollback(connection.setSavepoint());
                connection.rollback();
                connection.setAutoCommit(true);
            }
            assertThat(source.statements())
                    .containsExactly(
                            "SAVEPOINT",
                            "RELEASE SAVEPOINT",
                            "SAVEPOINT",
                            "ROLLBACK TO SAVEPOINT",
                            "ROLLBACK",
                            "COMMIT");
        }
    }

    @Test
    void leadsFromAResultBackToItsOwnConnection() throws SQLException {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.H2);
                Connection connection = new FaultyDataSource(database, Fault.never()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1")) {
            assertThat(rows.getStatement()).isSameAs(statement);
            assertThat(statement.getConnection()).isSameAs(connection).isEqualTo(connection);
            assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
        }
    }

    private static void dieAt(Fault fault, TestDatabase database) throws Exception {
        FaultyDataSource source = new FaultyDataSource(database, fault);
        assertLost(() -> work(source));
        assertThat(source.isDead()).isTrue();
        assertThat(source.statements()).hasSize(fault.statement());
        source.awaitGone();
    }

    private static void work(FaultyDataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE person (id INT PRIMARY KEY)");
            connection.setAutoCommit(false);
            statement.executeUpdate("INSERT INTO person VALUES (1)");
            connection.commit();
        }
    }

    private static int persons(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM person")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void assertLost(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08006"));
    }
}
