package org.limbeck.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Failure;
import org.limbeck.dialect.Feature;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.schema.DataType;
import org.limbeck.schema.TypeKind;
import org.limbeck.sql.StatementSplitter;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** Names, literals, errors and what commits. */
class H2DialectTest {
    private static final Dialect H2 = new H2Provider().offline("h2");

    @Test
    void theProviderKnowsItsDatabase() {
        H2Provider provider = new H2Provider();
        assertThat(provider.names()).containsExactly("h2");
        assertThat(provider.accepts("jdbc:h2:mem:x;MODE=PostgreSQL")).isTrue();
        assertThat(provider.accepts("jdbc:postgresql:x")).isFalse();
        assertThat(provider.accepts(new ServerInfo("H2", "2.5.252", 2, 5))).isTrue();
        assertThat(provider.accepts(new ServerInfo("PostgreSQL", "18", 18, 0))).isFalse();
        assertThat(provider.driverClass("jdbc:h2:mem:x")).isEqualTo("org.h2.Driver");
        assertThat(H2.name()).isEqualTo("h2");
        assertThat(H2.title()).isEqualTo("H2");
        assertThat(H2.answersTo()).containsExactly("h2");
    }

    @Test
    void anOldServerIsRefused() {
        assertThatThrownBy(() -> new H2Provider().dialect(new ServerInfo("H2", "1.4.200", 1, 4)))
                .hasMessageContaining("LMB-3009 H2 1.4.200 is not supported")
                .hasMessageContaining("-> ");
        assertThat(new H2Provider()
                        .dialect(new ServerInfo("H2", "2.2.224", 2, 2))
                        .server()
                        .version())
                .isEqualTo("2.2.224");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "orders|\"ORDERS\"",
                "ORDERS|\"ORDERS\"",
                "Orders|\"Orders\"",
                "_1|\"_1\"",
                "a\"b|\"a\"\"b\"",
                "select|\"SELECT\"",
                "é 😀|\"é 😀\"",
                "a'b|\"a'b\""
            })
    void namesAreAlwaysQuoted(String name, String sql) {
        assertThat(H2.identifier(name)).isEqualTo(sql);
    }

    @Test
    void features() {
        Set<Feature> not = EnumSet.of(
                Feature.TRANSACTIONAL_DDL,
                Feature.NAMED_ENUMS,
                Feature.MATERIALISED_VIEWS,
                Feature.EXTENSIONS,
                Feature.EXCLUSIONS,
                Feature.DEFERRABLE_FOREIGN_KEYS,
                Feature.DEFERRABLE_UNIQUES,
                Feature.NOT_VALID,
                Feature.PARTIAL_INDEXES,
                Feature.EXPRESSION_INDEXES,
                Feature.INDEX_PREFIX,
                Feature.CONCURRENT_INDEXES,
                Feature.COLUMN_COLLATIONS,
                Feature.VIRTUAL_COMPUTED,
                Feature.SESSION_LOCK);
        for (Feature feature : Feature.values()) {
            assertThat(H2.supports(feature)).as(feature.name()).isEqualTo(!not.contains(feature));
        }
    }

    @Test
    void literals() {
        assertThat(H2.literal(null, null)).isEqualTo("NULL");
        assertThat(H2.literal("it's \\ \"x\"\n😀", null)).isEqualTo("'it''s \\ \"x\"\n😀'");
        assertThat(H2.literal(5, null)).isEqualTo("5");
        assertThat(H2.literal(new BigDecimal("1E+3"), null)).isEqualTo("1000");
        assertThat(H2.literal(BigInteger.TEN, null)).isEqualTo("10");
        assertThat(H2.literal(true, null)).isEqualTo("TRUE");
        assertThat(H2.literal(new byte[] {0, -1}, null)).isEqualTo("X'00FF'");
        UUID uuid = new UUID(1, 2);
        assertThat(H2.literal(uuid, null)).isEqualTo("UUID '" + uuid + "'");
        assertThat(H2.literal(uuid, DataType.of(TypeKind.VARCHAR, 36))).isEqualTo("'" + uuid + "'");
        assertThat(H2.literal(LocalDate.of(2026, 1, 2), null)).isEqualTo("DATE '2026-01-02'");
        assertThat(H2.literal(LocalTime.of(9, 31), null)).isEqualTo("TIME '09:31:00'");
        assertThat(H2.literal(LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6_000), null))
                .isEqualTo("TIMESTAMP '2026-01-02 03:04:05.000006'");
        Instant instant = Instant.parse("2026-01-02T03:04:05Z");
        String zoned = "TIMESTAMP WITH TIME ZONE '2026-01-02 03:04:05+00:00'";
        assertThat(H2.literal(instant, null)).isEqualTo(zoned);
        assertThat(H2.literal(OffsetDateTime.parse("2026-01-02T05:04:05+02:00"), null))
                .isEqualTo(zoned);
        assertThat(H2.literal(instant.atZone(ZoneId.of("Asia/Tokyo")), null)).isEqualTo(zoned);
        assertThat(H2.literal(instant, DataType.of(TypeKind.TIMESTAMP))).isEqualTo("TIMESTAMP '2026-01-02 03:04:05'");
        assertThat(H2.literal("{}", DataType.of(TypeKind.JSON))).isEqualTo("JSON '{}'");
        assertThat(H2.literal("{}", DataType.of(TypeKind.TEXT).on("h2", DataType.of(TypeKind.JSON))))
                .isEqualTo("JSON '{}'");
        assertThat(H2.literal(Feature.ARRAYS, null)).isEqualTo("'ARRAYS'");
        assertThatThrownBy(() -> H2.literal("a\0b", null)).hasMessageContaining("NUL");
        assertThatThrownBy(() -> H2.literal(Double.NaN, null)).hasMessageContaining("LMB-1118");
        assertThatThrownBy(() -> H2.literal(new Object(), null)).hasMessageContaining("LMB-1118");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t(a int)",
                "  /* c */ ALTER TABLE t ADD b INT",
                "-- c\ndrop view v",
                "COMMENT ON TABLE t IS 'x'",
                "truncate table t",
                "grant select on t to x",
                "analyze",
                "SET MODE PostgreSQL",
                "set referential_integrity false",
                "SCRIPT NODATA",
                "execute immediate 'x'"
            })
    void commits(String sql) {
        assertThat(H2.commitsByItself(sql)).isTrue();
        assertThat(H2.refusesTransaction(sql)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into t values (1)",
                "UPDATE t SET a = 1",
                "merge into t values (1)",
                "delete from t",
                "select 1",
                "with x as (select 1) select * from x",
                "set schema x",
                "SET LOCK_TIMEOUT 5",
                "set @a = 1",
                "call f()",
                ""
            })
    void doesNotCommit(String sql) {
        assertThat(H2.commitsByItself(sql)).isFalse();
    }

    /** The statements above, measured: what an open transaction holds after them. */
    @ParameterizedTest
    @CsvSource({
        "CREATE TABLE z (a INT),true",
        "ALTER TABLE t ADD b INT,true",
        "COMMENT ON TABLE t IS 'x',true",
        "ANALYZE,true",
        "SET REFERENTIAL_INTEGRITY TRUE,true",
        "SCRIPT NODATA,true",
        "SET SCHEMA PUBLIC,false",
        "SET LOCK_TIMEOUT 500,false",
        "SET @a = 1,false",
        "UPDATE t SET a = 2,false"
    })
    void commitsAsTheDatabaseDoes(String sql, boolean commits) throws SQLException {
        assertThat(H2.commitsByItself(sql)).isEqualTo(commits);
        try (TestDatabase database = TestDatabase.create(DatabaseKind.H2);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a INT)");
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO t VALUES (1)");
            statement.execute(sql);
            connection.rollback();
            assertThat(statement.executeQuery("SELECT * FROM t").next()).isEqualTo(commits);
        }
    }

    @Test
    void failures() throws SQLException {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.H2);
                Connection connection = database.connect()) {
            assertThat(failure(connection, "SELECT * FROM nowhere")).isEqualTo(Failure.NO_SUCH_TABLE);
            assertThat(failure(connection, "SELECT * FROM nowhere.x")).isEqualTo(Failure.NO_SUCH_TABLE);
            assertThat(failure(connection, "SELEC")).isEqualTo(Failure.OTHER);
            try (Connection other = database.connect()) {
                execute(connection, "CREATE TABLE t (a INT)");
                execute(connection, "INSERT INTO t VALUES (1)");
                other.setAutoCommit(false);
                execute(other, "UPDATE t SET a = 2");
                execute(connection, "SET LOCK_TIMEOUT 50");
                assertThat(failure(connection, "UPDATE t SET a = 3")).isEqualTo(Failure.LOCK_WAIT);
                other.rollback();
            }
            assertThat(connecting(database.url(), "somebody", "wrong")).isEqualTo(Failure.ACCESS_DENIED);
            connection.close();
            assertThat(failure(connection, "SELECT 1")).isEqualTo(Failure.CONNECTION_LOST);
        }
        assertThat(connecting("jdbc:h2:tcp://localhost:1/mem:x", "sa", "")).isEqualTo(Failure.UNREACHABLE);
        assertThat(connecting("jdbc:h2:mem:nothing;IFEXISTS=TRUE", "sa", "")).isEqualTo(Failure.UNREACHABLE);
        assertThat(H2.failure(new SQLException("x", "90067", 90067))).isEqualTo(Failure.CONNECTION_LOST);
        assertThat(H2.failure(new SQLException("x", new ConnectException()))).isEqualTo(Failure.UNREACHABLE);
        assertThat(H2.failure(new SQLException("wrapped", new SQLException("x", "90097", 90097))))
                .isEqualTo(Failure.READ_ONLY);
        assertThat(H2.failure(new SQLException("x", "90100", 90100))).isEqualTo(Failure.NO_SPACE);
    }

    private static Failure failure(Connection connection, String sql) {
        try {
            execute(connection, sql);
        } catch (SQLException e) {
            return H2.failure(e);
        }
        throw new AssertionError(sql + " does not fail");
    }

    private static Failure connecting(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            throw new AssertionError("connected to " + connection);
        } catch (SQLException e) {
            return H2.failure(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void anOfflineScriptStops() throws SQLException {
        assertThat(H2.stopScript("it's é")).isEqualTo("CALL SIGNAL('45000', 'it''s é');");
        assertThat(H2.script("SELECT 1")).isEqualTo("SELECT 1;");
        try (TestDatabase database = TestDatabase.create(DatabaseKind.H2);
                Connection connection = database.connect()) {
            assertThatThrownBy(() -> execute(connection, H2.stopScript("it's é")))
                    .hasMessageContaining("it's é");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHUTDOWN", "drop all objects", "SET EXCLUSIVE 1"})
    void whatWouldTakeTheLeaseAwayIsRefused(String sql) {
        assertThatThrownBy(() -> StatementSplitter.all(sql, H2.syntax())).hasMessageContaining("LMB-1120");
    }

    @Test
    void statementsAreCutAsH2ReadsThem() {
        assertThat(StatementSplitter.all("SELECT $$;$$; SELECT `a;b` // ;\n; /* /* ; */ ; */ SELECT ';'", H2.syntax()))
                .extracting(s -> s.text())
                .isEqualTo(List.of("SELECT $$;$$", "SELECT `a;b`", "SELECT ';'"));
    }
}
