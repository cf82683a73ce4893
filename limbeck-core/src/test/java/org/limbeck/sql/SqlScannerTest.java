package org.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.limbeck.error.LimbeckException;

class SqlScannerTest {

    private static List<SqlPiece> pieces(String sql) {
        SqlScanner scanner = SqlScanner.ofScript(new StringReader(sql), Syntaxes.POSTGRES, "a.sql");
        List<SqlPiece> pieces = new ArrayList<>();
        for (SqlPiece piece = scanner.next(); piece != null; piece = scanner.next()) {
            pieces.add(piece);
        }
        return pieces;
    }

    @Test
    void givesDirectivesBetweenStatements() {
        assertThat(pieces("--@ upgrade\r\nSELECT 1\n  --@ check x  \nSELECT 2; --@ no\n--@downgrade"))
                .containsExactly(
                        new SqlDirective("upgrade", 1, 0, 11),
                        new SqlStatement("SELECT 1", 2, 13),
                        new SqlDirective("check x", 3, 24, 37),
                        new SqlStatement("SELECT 2", 4, 38),
                        new SqlDirective("downgrade", 5, 55, 67));
    }

    @Test
    void leavesDirectivesInsideQuotesAndCommentsAlone() {
        String sql = "SELECT '\n--@ a\n', $$\n--@ b\n$$ /*\n--@ c\n*/ + 1";
        assertThat(pieces(sql)).containsExactly(new SqlStatement(sql, 1, 0));
    }

    @Test
    void refusesADirectiveInsideABody() {
        assertThatThrownBy(() -> pieces("CREATE FUNCTION f() BEGIN ATOMIC SELECT 1;\n--@ downgrade\n"))
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("never ends");
    }

    @Test
    void skipsTextOfAnotherSyntax() {
        String sql = "--@ upgrade x\nit's $$ /* x --@ no\n --@ downgrade\nSELECT 1";
        SqlScanner scanner = SqlScanner.ofScript(new StringReader(sql), Syntaxes.POSTGRES, "a.sql");
        scanner.next();
        scanner.skipToDirective();
        assertThat(scanner.next()).isEqualTo(new SqlDirective("downgrade", 3, 35, 48));
        assertThat(scanner.next()).isEqualTo(new SqlStatement("SELECT 1", 4, 49));
        assertThat(scanner.next()).isNull();
    }

    @Test
    void beginsInTheMiddleOfAFile() {
        String sql = "--@ upgrade\nSELECT 1;\nSELECT 2;";
        SqlScanner scanner =
                new SqlScanner(new StringReader(sql.substring(22)), Syntaxes.POSTGRES, "a.sql", 3, 22, true);
        assertThat(scanner.next()).isEqualTo(new SqlStatement("SELECT 2", 3, 22));
    }
}
