package org.limbeck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import org.limbeck.error.ErrorCode;
import org.limbeck.testkit.fault.Fault;
import org.limbeck.testkit.fault.FaultyDataSource;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Where locks, processes and networks matter. */
class ServersTest {
    @TempDir
    Path folder;

    private ApplicationContextRunner application(DataSource source) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(LimbeckAutoConfiguration.class))
                .withBean("dataSource", DataSource.class, () -> source)
                .withPropertyValues("limbeck.name=shop", "limbeck.scripts=" + folder);
    }

    private List<String> applied(DataSource source) {
        List<String> applied = new ArrayList<>();
        application(source).run(context -> {
            assertThat(context).hasNotFailed();
            applied.addAll(
                    context.getBean(LimbeckInitializer.class).outcomes().get(0).applied());
        });
        return applied;
    }

    /** One upgrades, the others wait for it and find nothing to do; none starts on the old schema. */
    @EachDatabase({DatabaseKind.POSTGRESQL_15, DatabaseKind.MARIADB_10_11, DatabaseKind.SQLITE})
    void threeApplicationsStartAtOnce(TestDatabase database) throws Exception {
        Databases.script(folder, "aa01", "", "t1");
        Databases.script(folder, "aa02", "aa01", "t2");
        List<CompletableFuture<List<String>>> starts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            starts.add(CompletableFuture.supplyAsync(() -> applied(database.dataSource())));
        }
        List<String> all = new ArrayList<>();
        for (CompletableFuture<List<String>> start : starts) {
            all.addAll(start.get(60, TimeUnit.SECONDS));
        }
        assertThat(all).containsExactly("aa01", "aa02");
    }

    @EachDatabase({DatabaseKind.POSTGRESQL_15, DatabaseKind.MARIADB_10_11})
    void oneThatDiedInTheMiddleIsFinishedByTheNext(TestDatabase database) throws Exception {
        Databases.script(folder, "aa01", "", "t1");
        Databases.script(folder, "aa02", "aa01", "t2");
        FaultyDataSource counted = new FaultyDataSource(database, Fault.before(14));
        application(counted).run(context -> assertThat(context).hasFailed());
        counted.awaitGone();

        assertThat(applied(database.dataSource())).isNotEmpty().endsWith("aa02");
        assertThat(applied(database.dataSource())).isEmpty();
    }

    /** A pool does not undo what is set in a session; the application would go on with the modes of an upgrade. */
    @EachDatabase({DatabaseKind.POSTGRESQL_15, DatabaseKind.MARIADB_10_11})
    void sessionsOfThePoolAreGivenBackAsTheyWere(TestDatabase database) throws Exception {
        Databases.script(folder, "aa01", "", "t1");
        boolean postgresql = database.kind() == DatabaseKind.POSTGRESQL_15;
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.url());
            pool.setUsername(database.user());
            pool.setPassword(database.password());
            pool.setMaximumPoolSize(2);
            pool.setConnectionInitSql(
                    postgresql ? "SET standard_conforming_strings = off" : "SET SESSION sql_mode = 'ANSI_QUOTES'");
            String ask = postgresql
                    ? "SELECT current_setting('standard_conforming_strings') || ' ' || current_setting('application_name')"
                    : "SELECT @@SESSION.sql_mode";
            String before = sessions(pool, ask);
            assertThat(applied(new DelegatingDataSource(pool))).containsExactly("aa01");
            assertThat(sessions(pool, ask))
                    .isEqualTo(before)
                    .contains(postgresql ? "off PostgreSQL JDBC Driver" : "ANSI_QUOTES");
        }
    }

    private static String sessions(DataSource pool, String ask) throws SQLException {
        try (Connection one = pool.getConnection();
                Connection two = pool.getConnection()) {
            return answer(one, ask) + ", " + answer(two, ask);
        }
    }

    private static String answer(Connection connection, String ask) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ask)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void nobodyAtTheAddressIsToldWithoutAStackTrace() {
        Databases.script(folder, "aa01", "", "t1");
        application(Databases.source("jdbc:postgresql://127.0.0.1:9/shop", "shop", "geheim"))
                .withPropertyValues("limbeck.start-wait=300ms")
                .run(context -> {
                    StartRefusedException refused = Refusals.of(context);
                    assertThat(refused.code()).isEqualTo(ErrorCode.NOT_REACHABLE);
                    assertThat(refused).hasNoCause().hasMessageNotContaining("geheim");
                });
    }

    @EachDatabase(DatabaseKind.SQLITE)
    void aLockedFileIsTold(TestDatabase database) throws Exception {
        Databases.script(folder, "aa01", "", "t1");
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            application(database.dataSource())
                    .withPropertyValues("limbeck.start-wait=0s")
                    .run(context -> assertThat(Refusals.of(context).code()).isEqualTo(ErrorCode.LOCK_TIMEOUT));
            statement.execute("ROLLBACK");
        }
    }
}
