package org.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.dialect.mysql.Dialects.MYSQL;

import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.dialect.Failure;
import org.limbeck.schema.DataType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.TypeKind;

/** What is decided by looking at texts and codes alone. */
class MySqlTextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a int)",
                "/*!40101 CREATE */ TABLE t (a int)",
                "/* note */ alter table t add b int",
                "CREATE OR REPLACE VIEW v AS SELECT 1",
                "DROP TABLE t",
                "RENAME TABLE a TO b",
                "TRUNCATE t",
                "GRANT SELECT ON t TO u",
                "ANALYZE TABLE t",
                "LOCK TABLES t WRITE",
                "FLUSH TABLES",
                "SET PASSWORD = 'x'",
                "SET STATEMENT max_statement_time = 1 FOR ALTER TABLE t ADD b int",
                "CALL p()",
                "EXECUTE s",
                "BEGIN NOT ATOMIC SELECT 1; END",
                "LOAD INDEX INTO CACHE t",
                "CHECK TABLE t",
                "START REPLICA"
            })
    void statementsThatCommit(String sql) {
        assertThat(MYSQL.commitsByItself(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TEMPORARY TABLE t (a int)",
                "CREATE OR REPLACE TEMPORARY TABLE t (a int)",
                "DROP TEMPORARY TABLE t",
                "INSERT INTO t VALUES ('CREATE TABLE x')",
                "UPDATE t SET a = 1",
                "DELETE FROM t",
                "SELECT 1",
                "SET SESSION sql_mode = ''",
                "LOAD DATA INFILE 'x' INTO TABLE t",
                "PREPARE s FROM 'SELECT 1'",
                "DROP PREPARE s",
                "SHOW TABLES",
                "",
                "-- nothing"
            })
    void statementsThatDoNotCommit(String sql) {
        assertThat(MYSQL.commitsByItself(sql)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1045, 28000, ACCESS_DENIED",
        "1044, 42000, ACCESS_DENIED",
        "1205, HY000, LOCK_WAIT",
        "1213, 40001, LOCK_WAIT",
        "1290, HY000, READ_ONLY",
        "1114, HY000, NO_SPACE",
        "1146, 42S02, NO_SUCH_TABLE",
        "1051, 42S02, NO_SUCH_TABLE",
        "2013, HY000, CONNECTION_LOST",
        "1927, 70100, CONNECTION_LOST",
        "0, 08S01, CONNECTION_LOST",
        "0, 08001, UNREACHABLE",
        "1062, 23000, OTHER"
    })
    void failures(int code, String state, Failure failure) {
        assertThat(MYSQL.failure(new SQLException("x", state, code))).isEqualTo(failure);
    }

    @Test
    void aRefusedConnectionIsUnreachableWhateverTheDriverCallsIt() {
        assertThat(MYSQL.failure(new SQLException("x", "08S01", 0, new ConnectException("refused"))))
                .isEqualTo(Failure.UNREACHABLE);
    }

    @Test
    void offlineStatementsHaveTheTerminatorTheyNeed() {
        assertThat(MYSQL.script("INSERT INTO t VALUES ('a;b')")).isEqualTo("INSERT INTO t VALUES ('a;b');");
        assertThat(MYSQL.script("CREATE PROCEDURE p() BEGIN SELECT 1; END"))
                .isEqualTo("DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END\n//\nDELIMITER ;");
        assertThat(MYSQL.script("CREATE PROCEDURE p() BEGIN SELECT '//'; END")).startsWith("DELIMITER $$\n");
        assertThat(MYSQL.script("ALTER TABLE t MODIFY COLUMN a int"))
                .isEqualTo("SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');\n"
                        + "ALTER TABLE t MODIFY COLUMN a int;");
        assertThat(MYSQL.stopScript("it's\nover"))
                .isEqualTo("SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'it''s\nover';");
        assertThat(MYSQL.stopScript("x".repeat(200))).hasSizeLessThan(200).endsWith("...';");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int(11) | INTEGER",
                "tinyint(1) | BOOLEAN",
                "tinyint(4) | TINYINT",
                "bool | BOOLEAN",
                "INTEGER | INTEGER",
                "character varying(3) | NATIVE",
                "datetime | TIMESTAMP",
                "timestamp(6) | TIMESTAMP_TZ",
                "longblob | BLOB",
                "blob | NATIVE",
                "double(10,2) | NATIVE",
                "enum('a','b') | ENUM",
                "set('a') | NATIVE",
                "varchar(9) /*M!100301 COMPRESSED*/ | NATIVE",
                "point | NATIVE"
            })
    void typesAreReadAsTheyAreSpelled(String spelling, TypeKind kind) {
        assertThat(MYSQL.types().read(spelling, "e").kind()).isEqualTo(kind);
    }

    @Test
    void typesThatAreTheSameHaveOneForm() {
        Map.of(
                        "int(11)", "integer",
                        "int(5)", "int",
                        "INT UNSIGNED", "int(10) unsigned",
                        "bigint(20) unsigned", "bigint unsigned",
                        "numeric(5)", "decimal(5,0)",
                        "datetime(0)", "datetime",
                        "boolean", "tinyint(1)")
                .forEach((one, other) -> assertThat(MYSQL.types().normal(DataType.ofNative(one)))
                        .isEqualTo(MYSQL.types().normal(DataType.ofNative(other))));
        assertThat(MYSQL.types().normal(DataType.ofNative("int(5) zerofill")))
                .isNotEqualTo(MYSQL.types().normal(DataType.ofNative("int")));
    }

    @Test
    void columnsOfViewsAreRenamedWhereTheyAreMeant() {
        QualifiedName table = QualifiedName.parse("t");
        String query = "select `x`.`a` AS `a`,`y`.`a` AS `b` from (`t` `x` join `u` `y` on((`x`.`a` = `y`.`id`)))";
        assertThat(ViewText.renameColumn(query, table, "a", "c"))
                .contains("select `x`.`c` AS `a`,`y`.`a` AS `b` from (`t` `x` join `u` `y` on((`x`.`c` = `y`.`id`)))");
        assertThat(ViewText.renameColumn("select a from t", table, "a", "c"))
                .as("an unqualified column may be anybody's")
                .isEmpty();
        assertThat(ViewText.renameColumn(
                        "select `t`.`a` from `t` where exists (select `t`.`a` from `u` `t`)", table, "a", "c"))
                .as("one name for two tables")
                .isEmpty();
        assertThat(ViewText.renameTable("select `t`.`a` from `t` where `t`.`a` > 1", table, "`n`"))
                .isEqualTo("select `t`.`a` from `n` `t` where `t`.`a` > 1");
        assertThat(ViewText.renameTable("select `x`.`a` from `t` `x`", table, "`n`"))
                .isEqualTo("select `x`.`a` from `n` `x`");
    }
}
