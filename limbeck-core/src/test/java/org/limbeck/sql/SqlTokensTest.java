package org.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.sql.SqlTokens.normalise;
import static org.limbeck.sql.Syntaxes.MYSQL;
import static org.limbeck.sql.Syntaxes.POSTGRES;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTokensTest {

    @Test
    void forgetsLayoutCommentsAndCase() {
        assertThat(normalise("Select  a.B,/* c */'X  y'\r\n-- z\nFROM\tT1\n WHERE n>=1.50", POSTGRES))
                .isEqualTo("select a . b , 'X  y' from t1 where n > = 1.50");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "SELECT 'a', SELECT 'A'",
                "SELECT 'a b', SELECT 'a  b'",
                "SELECT \"a\", SELECT \"A\"",
                "SELECT 1, SELECT 2",
                "SELECT ab, SELECT a b",
                "SELECT $$x$$, SELECT $$X$$",
                "SELECT '/* a */', SELECT ''",
                "SELECT E'a', SELECT 'a'"
            })
    void keepsMeaning(String one, String other) {
        assertThat(normalise(one, POSTGRES)).isNotEqualTo(normalise(other, POSTGRES));
    }

    @Test
    void takesLineBreaksInTextAsOne() {
        assertThat(normalise("DO $$ a\r\nb $$", POSTGRES)).isEqualTo(normalise("DO $$ a\nb $$", POSTGRES));
        assertThat(normalise("SELECT e'\\''", POSTGRES)).isEqualTo(normalise("select E'\\''", POSTGRES));
    }

    @Test
    void givesNamesAsTheyAreCompared() {
        assertThat(List.of("customer", "\"Cust\"\"omer\"", "`Order`", "[Order]", "\""))
                .extracting(SqlTokens::name)
                .containsExactly("customer", "cust\"omer", "order", "order", "\"");
    }

    @Test
    void countsExecutableCommentsAsCode() {
        assertThat(normalise("SELECT /*!50000 A */ 1 /* no */", MYSQL)).isEqualTo("select /*!50000 a */ 1");
        assertThat(normalise("SELECT 1 /*!50000 A */", POSTGRES)).isEqualTo("select 1");
    }
}
