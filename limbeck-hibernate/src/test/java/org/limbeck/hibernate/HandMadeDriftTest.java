package org.limbeck.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.model.Model;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/**
 * Hibernate makes a schema, a person changes it by hand: the comparison says exactly that, and the draft of a revision,
 * written as a script and run, repairs it. The drifts are in the resources, a file for each kind of database.
 */
class HandMadeDriftTest {
    private static final int DRIFTS = 60;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"SQLITE", "H2", "POSTGRESQL_18", "MARIADB_10_11", "MYSQL_9_7"})
    void everyDriftIsNamedAndRepaired(DatabaseKind kind) throws Exception {
        HandMade handMade = HandMade.of(kind);
        try (TestDatabase database = TestDatabase.create(kind);
                Connection connection = database.connect()) {
            Dialect dialect = Servers.dialect(ServerInfo.of(connection));
            Gallery.create(database, dialect);
            Model mapped = new HibernateSource().read(Gallery.request(kind, dialect));
            DriftedDatabase drifted = new DriftedDatabase(database, connection, dialect, folder);
            drifted.catchUp(mapped);
            HandMade.Part tables = handMade.parts().get(0);
            HandMade.Part everything = handMade.parts().get(1);
            List<String> failures = new ArrayList<>();
            drifted.execute(tables.before());
            for (HandMade.Drift drift : tables.drifts()) {
                failures.addAll(drifted.drift(drift, mapped));
            }
            failures.addAll(drifted.left(mapped));
            drifted.execute(everything.before());
            Model whole = Model.of(drifted.schema());
            for (HandMade.Drift drift : everything.drifts()) {
                failures.addAll(drifted.drift(drift, whole));
            }
            failures.addAll(drifted.left(whole));
            assertThat(failures).isEmpty();
            assertThat(handMade.parts().stream()
                            .mapToInt(part -> part.drifts().size())
                            .sum())
                    .isGreaterThanOrEqualTo(DRIFTS);
        }
    }
}
