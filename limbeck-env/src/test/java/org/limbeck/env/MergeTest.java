package org.limbeck.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of {@code merge-cases.txt}: the result, the report, and that a second merge changes nothing. */
class MergeTest {
    static List<MergeCase> cases() throws IOException {
        return MergeCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mergesAsTheCaseSays(MergeCase each) {
        if (each.has("refused")) {
            assertThatExceptionOfType(EnvException.class)
                    .isThrownBy(() -> Merge.of(each.input(each.part("mine"))))
                    .satisfies(e -> assertThat(e.error().text())
                            .isEqualTo(each.part("refused").strip()));
            return;
        }
        Merge merge = Merge.of(each.input(each.part("mine")));
        assertThat(text(merge)).isEqualTo(each.part("result"));
        if (each.has("report")) {
            assertThat(lines(merge.report())).isEqualTo(each.lines("report"));
        }
        assertThat(text(Merge.of(each.input(text(merge))))).as("a second merge").isEqualTo(text(merge));
    }

    @Test
    void thereAreEnoughCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(60);
    }

    private static String text(Merge merge) {
        return new String(merge.result().bytes(), StandardCharsets.ISO_8859_1);
    }

    private static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        report.followed().forEach(each -> lines.add("followed " + each));
        report.changed().forEach(each -> lines.add("changed " + each));
        report.fresh().forEach(each -> lines.add("new " + each));
        report.activated().forEach(each -> lines.add("activated " + each));
        report.renamed().forEach(each -> lines.add("renamed " + each.from() + " " + each.to()));
        report.removed().forEach(each -> lines.add("removed " + each));
        if (report.keptLines() > 0) {
            lines.add("lines " + report.keptLines());
        }
        report.warnings().forEach(each -> lines.add("warning " + each));
        return lines;
    }
}
