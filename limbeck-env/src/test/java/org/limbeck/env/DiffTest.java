package org.limbeck.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class DiffTest {
    @Test
    void equalFilesHaveNoDifference() {
        assertThat(diff("A=1\nB=2\n", "A=1\nB=2\n")).containsExactly("@2");
    }

    @Test
    void aChangeIsARemovalAndAnAddition() {
        assertThat(diff("A=1\nB=2\nC=3\n", "A=1\nB=9\nC=3\n")).containsExactly(" A=1", "-B=2", "+B=9", " C=3");
    }

    @Test
    void movedLinesKeepTheLongestOrder() {
        assertThat(diff("A=1\nB=2\nC=3\n", "C=3\nA=1\nB=2\n")).containsExactly("+C=3", " A=1", " B=2", "-C=3");
    }

    @Test
    void farFromAChangeLinesAreCounted() {
        String lines = "A=1\nB=1\nC=1\nD=1\nE=1\nF=1\n";
        assertThat(diff(lines + "X=1\n" + lines.replace('1', '2'), lines + "X=2\n" + lines.replace('1', '2')))
                .containsExactly("@4", " E=1", " F=1", "-X=1", "+X=2", " A=2", " B=2", "@4");
    }

    @Test
    void aValueOfSeveralLinesIsOneChange() {
        assertThat(diff("A='1\n2'\nB=1\n", "A='1\n3'\nB=1\n")).containsExactly("-A='1", "-2'", "+A='1", "+3'", " B=1");
    }

    @Test
    void secretsAreMaskedOnBothSides() {
        assertThat(diff("API_KEY=old\nU=http://a:old@h\nlost old\n", "API_KEY=new\nU=http://a:new@h\n"))
                .containsExactly(
                        "-API_KEY=******", "-U=http://******@h", "-******", "+API_KEY=******", "+U=http://******@h");
    }

    private static List<String> diff(String before, String after) {
        List<String> lines = new ArrayList<>();
        for (Diff.Line line : Diff.of(EnvFile.parse(before), EnvFile.parse(after))) {
            String sign = switch (line.mark()) {
                case SAME -> " ";
                case REMOVED -> "-";
                case ADDED -> "+";
                case SKIPPED -> "@";
            };
            lines.add(sign + line.text());
        }
        return lines;
    }
}
