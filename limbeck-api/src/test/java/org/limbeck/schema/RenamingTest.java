package org.limbeck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenamingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "total > 0                 | amount > 0",
                "TOTAL > 0                 | amount > 0",
                "\"total\" > `total`       | \"amount\" > `amount`",
                "\"TOTAL\" > 0             | \"TOTAL\" > 0",
                "total(x) > subtotal       | total(x) > subtotal",
                "note <> 'total' OR total>1| note <> 'total' OR amount>1",
                "note <> 'it''s total'     | note <> 'it''s total'",
                "note <> 'open total       | note <> 'open total",
                "(t.total)                 | (t.amount)",
            })
    void replacesTheColumnAndNothingElse(String before, String after) {
        assertThat(Renaming.in(before, "total", "amount")).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"total,amount due", "amount due,total"})
    void quotesWhatMustBe(String from, String to) {
        String before = "1 < " + (from.contains(" ") ? "\"" + from + "\"" : from);
        String after = Renaming.in(before, from, to);
        assertThat(after).isEqualTo(to.contains(" ") ? "1 < \"amount due\"" : "1 < \"total\"");
    }
}
