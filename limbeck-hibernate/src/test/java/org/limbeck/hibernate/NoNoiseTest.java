package org.limbeck.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.limbeck.compare.CompareOptions;
import org.limbeck.compare.Difference;
import org.limbeck.compare.ObjectKind;
import org.limbeck.compare.SchemaDiff;
import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.dialect.StatementGroup;
import org.limbeck.model.Model;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Schema;
import org.limbeck.state.ReplayedState;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** What Hibernate creates and what the model says are the same: nothing differs. */
class NoNoiseTest {
    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"SQLITE", "H2", "POSTGRESQL_15", "POSTGRESQL_18", "MARIADB_10_11", "MYSQL_9_7"})
    void theModelEqualsWhatHibernateCreates(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.create(kind);
                Connection connection = database.connect()) {
            Dialect dialect = Servers.dialect(ServerInfo.of(connection));
            Gallery.create(database, dialect);
            Model model = new HibernateSource().read(Gallery.request(kind, dialect));
            Schema live = dialect.reflector().schema(connection, null);
            assertThat(model.schema().tables()).hasSizeGreaterThanOrEqualTo(60);
            CompareOptions options = CompareOptions.USUAL.withTablesOnly(true);
            assertThat(SchemaDiff.between(live, model.schema(), dialect, options)
                            .differences())
                    .filteredOn(difference -> kind != DatabaseKind.SQLITE || !notCreated(difference))
                    .isEmpty();
            assertThat(model.schema().tables().keySet()).isEqualTo(live.tables().keySet());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"SQLITE", "H2", "POSTGRESQL_15", "MARIADB_10_11", "MYSQL_9_7"})
    void whatIsCreatedFromTheModelEqualsIt(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.create(kind);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Dialect dialect = Servers.dialect(ServerInfo.of(connection));
            Schema wanted =
                    new HibernateSource().read(Gallery.request(kind, dialect)).schema();
            List<Operation> all = SchemaDiff.between(Schema.EMPTY, wanted, dialect, CompareOptions.USUAL)
                    .upgrade();
            for (StatementGroup group : dialect.renderer().render(all, ReplayedState.empty())) {
                for (org.limbeck.dialect.Statement one : group.statements()) {
                    statement.execute(one.sql());
                }
            }
            Schema live = dialect.reflector().schema(connection, null);
            CompareOptions options = CompareOptions.USUAL.withTablesOnly(true);
            assertThat(SchemaDiff.between(live, wanted, dialect, options).differences())
                    .isEmpty();
        }
    }

    /** On SQLite Hibernate creates no foreign keys, and unique keys of single columns only. */
    private static boolean notCreated(Difference difference) {
        ObjectKind kind = difference.subject().kind();
        return difference.change() == Difference.Change.ADDED
                && (kind == ObjectKind.FOREIGN_KEY || kind == ObjectKind.UNIQUE);
    }
}
