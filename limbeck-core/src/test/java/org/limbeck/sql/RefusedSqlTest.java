package org.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.limbeck.sql.Syntaxes.MYSQL;
import static org.limbeck.sql.Syntaxes.POSTGRES;
import static org.limbeck.sql.Syntaxes.SQLITE;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;

class RefusedSqlTest {

    private static Problem problem(Reader reader, SqlSyntax syntax) {
        LimbeckException e = catchThrowableOfType(
                LimbeckException.class,
                () -> StatementSplitter.split(reader, syntax, "a.sql").forEachRemaining(s -> {}));
        assertThat(e).as("an error").isNotNull();
        return e.problem();
    }

    private static Problem problem(String sql, SqlSyntax syntax) {
        return problem(new StringReader(sql), syntax);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1;\n'a\nb;",
                "SELECT 1;\n\"a",
                "SELECT 1;\n/* a /* b */ ;\n",
                "SELECT 1;\n$a$ $b$ ;\n$$",
                "SELECT 1;\nE'a\\';",
                "\nCREATE FUNCTION f() BEGIN ATOMIC SELECT 1;\n SELECT 2;",
                "SELECT 1;\nCREATE RULE r AS ON INSERT TO t DO (SELECT 1;\n SELECT 2"
            })
    void saysWhereItBegan(String sql) {
        Problem problem = problem(sql, POSTGRES);
        assertThat(problem.code()).isEqualTo(ErrorCode.UNTERMINATED_STATEMENT);
        assertThat(problem.place()).isEqualTo(new Place("a.sql", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n/*!50000 SELECT 1;\n",
                "\n`a",
                "CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW\nBEGIN SELECT 1;\n",
                "CREATE PROCEDURE p() BEGIN\nIF a THEN SELECT 1;\n--@ x"
            })
    void saysWhereItBeganInMysql(String sql) {
        assertThat(problem(sql, MYSQL).place()).isEqualTo(new Place("a.sql", 2));
    }

    @ParameterizedTest
    @CsvSource({
        "COMMIT, COMMIT",
        "commit work, COMMIT WORK",
        "/* c */ Rollback, ROLLBACK",
        "BEGIN, BEGIN",
        "BEGIN ISOLATION LEVEL SERIALIZABLE, BEGIN ISOLATION LEVEL",
        "START TRANSACTION READ ONLY, START TRANSACTION READ",
        "END, END",
        "ABORT, ABORT",
        "PREPARE TRANSACTION 'x', PREPARE TRANSACTION",
        "SET autocommit = 0, SET AUTOCOMMIT",
        "SET SESSION autocommit = 0, SET SESSION AUTOCOMMIT",
        "SET @@autocommit = 0, SET AUTOCOMMIT"
    })
    void refusesTransactionControl(String statement, String named) {
        for (SqlSyntax syntax : new SqlSyntax[] {POSTGRES, MYSQL, SQLITE}) {
            Problem problem = problem("SELECT 1;\n" + statement + ";\n", syntax);
            assertThat(problem.code()).isEqualTo(ErrorCode.FORBIDDEN_STATEMENT);
            assertThat(problem.what()).isEqualTo("A script may not control the transaction: " + named + ".");
            assertThat(problem.place()).isEqualTo(new Place("a.sql", 2));
        }
    }

    @Test
    void refusesWhatDropsTheLock() {
        assertThat(problem("DISCARD  ALL", POSTGRES).what()).contains("DISCARD ALL would release");
        assertThat(problem("SELECT 1,\n pg_catalog.PG_advisory_unlock_all ()", POSTGRES)
                        .text())
                .contains("PG_advisory_unlock_all() would release Limbeck's lock")
                .contains("a.sql:2");
        assertThat(problem("DO $$ BEGIN\n PERFORM pg_advisory_unlock_all(); END $$", POSTGRES)
                        .what())
                .startsWith("pg_advisory_unlock_all()");
        assertThat(problem("DO RELEASE_ALL_LOCKS()", MYSQL).code()).isEqualTo(ErrorCode.FORBIDDEN_STATEMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DISCARD PLANS",
                "SELECT 'pg_advisory_unlock_all()'",
                "SELECT pg_advisory_unlock_all FROM t",
                "SELECT \"commit\" FROM \"begin\"",
                "PREPARE p AS SELECT 1",
                "SET LOCAL search_path = a",
                "COPY t TO '/tmp/x'",
                "RELEASE SAVEPOINT a"
            })
    void allowsWhatOnlyLooksLikeIt(String statement) {
        assertThatCode(() -> StatementSplitter.all(statement, POSTGRES)).doesNotThrowAnyException();
    }

    @Test
    void refusesCommandsOfClientPrograms() {
        assertThat(problem("SELECT 1;\n\\connect other\nSELECT 2;", POSTGRES).text())
                .contains("\\connect is a command of a client program", "a.sql:2", "-> remove the line");
        assertThat(problem("SELECT 1\n\\gexec\n", POSTGRES).what()).startsWith("\\gexec");
        assertThat(problem(".mode csv", SQLITE).what()).startsWith(".mode");
    }

    @Test
    void refusesDataOfCopy() {
        Problem problem = problem("COPY t (a, b) FROM stdin;\n1\tit's\n\\.\n", POSTGRES);
        assertThat(problem.code()).isEqualTo(ErrorCode.FORBIDDEN_STATEMENT);
        assertThat(problem.advice().toString()).contains("--inserts", "csv(");
    }

    @Test
    void refusesAnEmptyDelimiter() {
        assertThat(problem("DELIMITER\nSELECT 1", MYSQL).code()).isEqualTo(ErrorCode.UNREADABLE_SCRIPT);
    }

    @Test
    void refusesNul() {
        assertThat(problem("SELECT 1;\nSELECT '\0'", POSTGRES).place()).isEqualTo(new Place("a.sql", 2));
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin = "SELECT 'größe'".getBytes(StandardCharsets.ISO_8859_1);
        Reader reader = new InputStreamReader(new ByteArrayInputStream(latin), StandardCharsets.UTF_8.newDecoder());
        assertThat(problem(reader, POSTGRES).text()).contains("not UTF-8", "a.sql:1");
    }
}
