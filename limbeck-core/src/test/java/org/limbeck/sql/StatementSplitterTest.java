package org.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.sql.Syntaxes.H2;
import static org.limbeck.sql.Syntaxes.MYSQL;
import static org.limbeck.sql.Syntaxes.POSTGRES;
import static org.limbeck.sql.Syntaxes.SQLITE;

import java.io.Reader;
import java.io.StringReader;
import java.util.Iterator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementSplitterTest {

    private static List<String> split(String sql, SqlSyntax syntax) {
        return StatementSplitter.all(sql, syntax).stream()
                .map(SqlStatement::text)
                .toList();
    }

    private static void staysWhole(String statement, SqlSyntax syntax) {
        assertThat(split("SELECT 1;\n" + statement + ";\nSELECT 2;", syntax))
                .containsExactly("SELECT 1", statement, "SELECT 2");
    }

    @Test
    void dropsWhatSurroundsStatementsAndKeepsWhatIsInside() {
        String sql = "-- first\n;; SELECT 1 /* in */ + 2 -- after\n; /* only a comment */ ; \n SELECT 3";
        assertThat(split(sql, SqlSyntax.STANDARD)).containsExactly("SELECT 1 /* in */ + 2", "SELECT 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t", ";", "-- x", "/* ; */", "\uFEFF", "\uFEFF-- x\r\n;"})
    void findsNothingWhereThereIsNothing(String sql) {
        assertThat(split(sql, SqlSyntax.STANDARD)).isEmpty();
    }

    @Test
    void tellsLineAndOffset() {
        String sql = "\uFEFFa;\r\n\r\n-- c\r\nb;\rc;\nd";
        List<SqlStatement> statements = StatementSplitter.all(sql, SqlSyntax.STANDARD);
        assertThat(statements).extracting(SqlStatement::line).containsExactly(1, 4, 5, 6);
        assertThat(statements)
                .allSatisfy(s -> assertThat(sql.substring((int) s.offset())).startsWith(s.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a;b', 'it''s;', \";\"\"\"",
                "SELECT 'line\n; -- no comment\n/*'",
                "SELECT 'emoji 🐘; \uD83D\uDE00'",
                "INSERT INTO größe VALUES ('ä;', 1.5e-3)",
                "SELECT a /* ; ' */, b -- ; '\n, c"
            })
    void keepsQuotesAndCommentsWhole(String statement) {
        for (SqlSyntax syntax : List.of(SqlSyntax.STANDARD, POSTGRES, MYSQL, SQLITE, H2)) {
            staysWhole(statement, syntax);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT E'it\\'s;', e'\\\\'",
                "SELECT 'back\\', a",
                "SELECT $$;$$, $a$ $$ ; $b$ $a$, $é1$;$é1$, a$b$, $1",
                "SELECT /* a /* b; */ c; */ 1",
                "DO $$ BEGIN COMMIT; END $$",
                "SELECT a #> '{;}', 5 # 3",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END",
                "CREATE OR REPLACE PROCEDURE p(a int) BEGIN ATOMIC INSERT INTO t VALUES (a); END",
                "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO l VALUES (1); NOTIFY x;)",
                "SELECT \"end\", begin FROM t",
                "CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW EXECUTE FUNCTION f()",
                "SAVEPOINT a",
                "ROLLBACK TO SAVEPOINT a"
            })
    void knowsPostgres(String statement) {
        staysWhole(statement, POSTGRES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'it\\'s;', \"a\\\";\", `a\\`",
                "SELECT 1 # ; '\n, 2",
                "SELECT 5--1",
                "/*!40101 SET NAMES utf8; */",
                "SELECT /*!50000 ';' , */ 1 /*M!100100 + 2*/",
                "CREATE TRIGGER `t` BEFORE INSERT ON `x` FOR EACH ROW SET NEW.a = IF(NEW.b, 1, 2)",
                "CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW BEGIN SET NEW.a = 1; SET NEW.end = 2; END",
                "CREATE TRIGGER IF NOT EXISTS t AFTER UPDATE ON `x` FOR EACH ROW IF NEW.a THEN SET @a = 1; SET @b = 2; END IF",
                "CREATE DEFINER=`root`@`%` PROCEDURE `p`(IN a INT) SQL SECURITY INVOKER BEGIN"
                        + " IF a THEN SELECT IF(a, 1, 2); ELSEIF (a = 2) THEN SELECT 2; ELSE BEGIN SELECT 3; END; END IF; END",
                "CREATE OR REPLACE DEFINER = me@localhost FUNCTION f(a INT) RETURNS INT DETERMINISTIC RETURN IF(a, 1, 2)",
                "CREATE FUNCTION IF NOT EXISTS f(a INT) RETURNS VARCHAR(20) BEGIN RETURN CASE a WHEN 1 THEN IF(a,'x','y') END; END",
                "CREATE PROCEDURE p() COMMENT 'x' BEGIN l: LOOP SET @a = REPEAT('x', 3); LEAVE l; END LOOP l; END",
                "CREATE PROCEDURE p() BEGIN WHILE a > 0 DO SET a = a - 1; END WHILE; REPEAT SET a = 1; UNTIL a END REPEAT; END",
                "CREATE PROCEDURE p() BEGIN CASE a WHEN 1 THEN IF b THEN SELECT 1; END IF; ELSE BEGIN END; END CASE; END",
                "CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END; SELECT 1; END",
                "CREATE PROCEDURE p() BEGIN SELECT start, end FROM t; SELECT begin FROM t; END",
                "CREATE PROCEDURE p() BEGIN FOR i IN 1..3 DO SELECT i; END FOR; END",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM t; DELETE FROM u; END",
                "ALTER DEFINER = a@b EVENT e DO BEGIN DELETE FROM t; DELETE FROM u; END",
                "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END",
                "CREATE TABLE event (begin INT, `end` INT)",
                "CREATE DEFINER=a@b SQL SECURITY DEFINER VIEW v AS SELECT begin FROM t"
            })
    void knowsMysql(String statement) {
        staysWhole(statement, MYSQL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT [a;b], `c;`, 'back\\'",
                "CREATE TRIGGER t AFTER UPDATE OF a ON \"x\" FOR EACH ROW WHEN (NEW.a > 1) BEGIN"
                        + " UPDATE y SET b = CASE WHEN c THEN 1 ELSE 2 END; DELETE FROM z; END",
                "CREATE TEMP TRIGGER t INSTEAD OF DELETE ON v BEGIN SELECT 1; END",
                "CREATE TRIGGER t AFTER INSERT ON x WHEN CASE WHEN NEW.a THEN 1 END BEGIN SELECT 1; END"
            })
    void knowsSqlite(String statement) {
        staysWhole(statement, SQLITE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ALIAS f AS $$ int f() { return 1; } $$",
                "SELECT 1 // ; '\n + 2",
                "SELECT $a$",
                "SELECT 1 /* /* ; */ ; */ + 1"
            })
    void knowsH2(String statement) {
        staysWhole(statement, H2);
    }

    @Test
    void followsChangesOfTheDelimiter() {
        String sql = """
                SELECT 1;
                DELIMITER $$
                CREATE PROCEDURE p() BEGIN SELECT 1; END$$
                create procedure q() begin if x then select 1; end $$
                delimiter ;
                SELECT 2; SELECT 3
                """;
        assertThat(split(sql, MYSQL))
                .containsExactly(
                        "SELECT 1",
                        "CREATE PROCEDURE p() BEGIN SELECT 1; END",
                        "create procedure q() begin if x then select 1; end",
                        "SELECT 2",
                        "SELECT 3");
    }

    @Test
    void readsWhatADumpProgramWrites() {
        String sql = """
                /*!40101 SET @a=@@b */;
                DELIMITER ;;
                /*!50003 CREATE*/ /*!50017 DEFINER=`r`@`%`*/ /*!50003 TRIGGER `t` BEFORE INSERT ON `x` FOR EACH ROW BEGIN SET @a=';;'; END */;;
                DELIMITER ;
                SELECT 1;
                """;
        assertThat(split(sql, MYSQL)).hasSize(3).last().isEqualTo("SELECT 1");
    }

    @Test
    void holdsOneStatementAtATime() {
        Iterator<SqlStatement> statements = StatementSplitter.split(new Endless(), POSTGRES, "big.sql");
        for (int i = 0; i < 200_000; i++) {
            assertThat(statements.next().text()).isEqualTo("INSERT INTO t VALUES ('a;b')");
        }
    }

    @Test
    void keepsAVeryLongStatementWhole() {
        String literal = "'" + "x;\n".repeat(100_000) + "'";
        assertThat(split("-- c\n SELECT " + literal + "; SELECT 2", POSTGRES))
                .containsExactly("SELECT " + literal, "SELECT 2");
    }

    @Test
    void readsCharactersThatArriveOneByOne() {
        Reader slow = new StringReader("SELECT $a$;$a$; SELECT '🐘'; DO $$;$$") {
            @Override
            public int read(char[] target, int offset, int length) throws java.io.IOException {
                return super.read(target, offset, Math.min(1, length));
            }
        };
        assertThat(StatementSplitter.split(slow, POSTGRES, null))
                .toIterable()
                .extracting(SqlStatement::text)
                .containsExactly("SELECT $a$;$a$", "SELECT '🐘'", "DO $$;$$");
    }

    /** The same two lines for ever. */
    private static final class Endless extends Reader {
        private static final String TEXT = "INSERT INTO t VALUES ('a;b');\n-- next\n";
        private int at;

        @Override
        public int read(char[] target, int offset, int length) {
            for (int i = 0; i < length; i++) {
                target[offset + i] = TEXT.charAt(at++ % TEXT.length());
                at %= TEXT.length();
            }
            return length;
        }

        @Override
        public void close() {}
    }
}
