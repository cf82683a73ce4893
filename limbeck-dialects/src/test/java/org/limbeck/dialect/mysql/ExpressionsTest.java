package org.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spellings of one expression share a form, and different expressions do not. */
class ExpressionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a > 0 AND b < 1                | ((`a` > 0) and (`b` < 1))",
                "a>0 and b>0 and c>0            | (((`a` > 0) and (`b` > 0)) and (`c` > 0))",
                "a = 1 or b = 2 and c = 3       | ((`a` = 1) or ((`b` = 2) and (`c` = 3)))",
                "x <> 'it''s'                   | (`x` <> _utf8mb4'it\\'s')",
                "a != 1                         | (`a` <> 1)",
                "NOT a LIKE 'x%'                | (not((`a` like _utf8mb4'x%')))",
                "a NOT LIKE 'x%'                | `a`  not like 'x%'",
                "a in (1, 2)                    | (`a` in (1,2))",
                "a in (1)                       | (`a` = 1)",
                "a not in (1)                   | (`a` <> 1)",
                "not a > 3                      | (`a` <= 3)",
                "a between 1 and 2 and b is not null | ((`a` between 1 and 2) and (`b` is not null))",
                "-5 + a * (b - 1)               | (-(5) + (`a` * (`b` - 1)))",
                "a % 2 = 1                      | (`a` MOD 2 = 1)",
                "now()                          | CURRENT_TIMESTAMP",
                "current_timestamp(3)           | now(3)",
                "(uuid())                       | uuid()",
                "case when a > 1 then 'x' else b end | (case when (`a` > 1) then _utf8mb4'x' else `b` end)",
                "length(a)                      | octet_length(`a`)",
                "lower(a) = a                   | (lcase(`a`) = `a`)",
                "a regexp '^x'                  | regexp_like(`a`,_utf8mb4'^x')",
                "b = true                       | `b` = 1",
                "cast(a as char(3))             | cast(`a` as char(3) charset utf8mb4)",
                "coalesce(a, b, 'x')            | coalesce(`a`,`b`,_latin1'x')",
                "x'00FF'                        | 0x00ff",
                "b'101'                         | 0x05",
                "a -> '$.x' = 1                 | a -> '$.x' = 1",
            })
    void sameForms(String one, String other) {
        assertThat(Expressions.normal(one)).isEqualTo(Expressions.normal(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a > 0 | a >= 0",
                "a or b and c | (a or b) and c",
                "a - b - c | a - (b - c)",
                "a = 'x' | a = 'X'",
                "not (a and b) | not a and b",
                "a in (1, 2) | a in (2, 1)",
                "a + b * c | (a + b) * c",
            })
    void differentForms(String one, String other) {
        assertThat(Expressions.normal(one)).isNotEqualTo(Expressions.normal(other));
    }

    @Test
    void whatIsNotUnderstoodIsLeftInItsWords() {
        assertThat(Expressions.normal("a WITHIN  (`B` OVER x")).isEqualTo("a within ( b over x");
        assertThat(Expressions.normal("")).isEmpty();
    }

    @Test
    void piecesOfATextJoinedAreTheText() {
        String sql =
                "select `a``b`, 'it''s \\' x', \"q\" /* c */ -- d\n from t # e\n where x<=>1.5e3 and y ->> '$.a' = x'0F'";
        assertThat(Piece.join(Piece.of(sql))).isEqualTo(sql);
    }
}
