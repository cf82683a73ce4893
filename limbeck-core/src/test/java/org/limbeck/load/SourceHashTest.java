package org.limbeck.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceHashTest {
    private static final String SOURCE = "class A { String s = \"x\"; int i = 'c' + 1.5e3f; } // c";

    private static String sql(String text) throws IOException {
        return SourceHash.ofSql(new StringReader(text));
    }

    @Test
    void isTheSameWhateverTheLayout() {
        String other = "\uFEFFclass A{\r\n\tString /* x */ s=\"x\";\n\n int i = 'c'+1.5e3f;\n}";
        assertThat(SourceHash.ofJava(other))
                .isEqualTo(SourceHash.ofJava(SOURCE))
                .matches("[0-9a-f]{16}");
    }

    @ParameterizedTest
    @CsvSource({"x, y", "class A, class B", "class A, classA", "1.5, 1.6", "'c', 'd'", "+, -", "\"x\", \" x\""})
    void differsWhereATokenDoes(String from, String to) {
        assertThat(SourceHash.ofJava(SOURCE.replace(from, to))).isNotEqualTo(SourceHash.ofJava(SOURCE));
    }

    @Test
    void takesLineBreaksOfTextBlocksAsOne() {
        String block = "String s = \"\"\"\n  a // no comment\n\"\"\";";
        assertThat(SourceHash.ofJava(block.replace("\n", "\r\n"))).isEqualTo(SourceHash.ofJava(block));
        assertThat(SourceHash.ofJava(block.replace("no", "a"))).isNotEqualTo(SourceHash.ofJava(block));
    }

    @Test
    void coversTheWholeTextOfSql() throws IOException {
        assertThat(sql("\uFEFFa\r\nb\r\n")).isEqualTo(sql("a\nb\n"));
        assertThat(sql("a\rb")).isNotEqualTo(sql("a\nb")).isNotEqualTo(sql("ab"));
        assertThat(sql("a\r")).isNotEqualTo(sql("a"));
        assertThat(sql("a b")).isNotEqualTo(sql("a  b"));
    }
}
