package org.limbeck.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.sql.SqlSyntax;
import org.limbeck.sql.SqlTokens;

/** The name of a table that a statement creates. */
class CreatedTableTest {
    private static java.util.List<String> tokens(String sql) {
        return SqlTokens.first(CreatedTable.TOKENS, sql, SqlSyntax.STANDARD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE orders (id int) | orders",
                "create /* a */ table if not exists Orders(id int) | orders",
                "CREATE TABLE \"My Orders\" (id int) | My Orders",
                "CREATE TABLE a LIKE b | a"
            })
    void isTold(String sql, String name) {
        assertThat(CreatedTable.in(tokens(sql))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE shop.orders (id int)",
                "CREATE TEMPORARY TABLE t (id int)",
                "CREATE TABLE",
                "ALTER TABLE t ADD c int",
                "DROP TABLE t"
            })
    void isNotGuessed(String sql) {
        assertThat(CreatedTable.in(tokens(sql))).isNull();
    }

    @Test
    void rowsAndIndexesLeaveTheNames() {
        assertThat(CreatedTable.leavesNames(tokens("INSERT INTO t VALUES (1)"))).isTrue();
        assertThat(CreatedTable.leavesNames(tokens("CREATE UNIQUE INDEX i ON t (a)")))
                .isTrue();
        assertThat(CreatedTable.leavesNames(tokens("CREATE VIEW v AS SELECT 1")))
                .isFalse();
        assertThat(CreatedTable.leavesNames(tokens("ALTER TABLE t RENAME TO u")))
                .isFalse();
        assertThat(CreatedTable.leavesNames(tokens("CALL p()"))).isFalse();
    }
}
