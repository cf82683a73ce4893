package org.limbeck.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.limbeck.env.Entry.Assignment;

class EnvFileTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A=b | A | b",
                "  A = b c  | A | b c",
                "export A=b | A | b",
                "A=\"b # c\" # d | A | b # c",
                "A='b' | A | b",
                "A=b # c | A | b",
                "A=b#c | A | b#c",
                "A=#c | A | #c",
                "A= #c | A | ``",
                "A= | A | ``",
                "A='' | A | ``",
                "A=\"b\\\"c\\\\d\\n$e\" | A | b\"c\\d\\n$e",
                "A='b\\' | A | b\\",
                "A=\"b | A | \"b",
                "A=\"b\" c | A | \"b\" c",
                "A=$B ${C:-d} | A | $B ${C:-d}",
                "a.b-c_1=d | a.b-c_1 | d",
            })
    void meaningOfALine(String line, String name, String value) {
        Assignment only = (Assignment) EnvFile.parse(line).entries().get(0);
        assertThat(only.name()).isEqualTo(name);
        assertThat(only.value().effective()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1A=b", "=b", "A", "A b=c", "A: b", "A+=b", "export A", "-A=b", ".A=b"})
    void noAssignment(String line) {
        assertThat(EnvFile.parse(line).entries().get(0)).isInstanceOf(Entry.Other.class);
    }

    @Test
    void linesAreCounted() {
        EnvFile file = EnvFile.parse("A=1\r\n\nB='x\ny\n'\n# c\nC=1");
        assertThat(file.entries()).extracting(Entry::line).containsExactly(1, 2, 3, 6, 7);
    }

    @Test
    void readsEffectiveValuesInOrder(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(".env");
        Files.writeString(file, "\ufeffB=1\nexport A='ü'\n# A=3\njunk\nB=\"two\r\nlines\"\n");
        assertThat(EnvFile.read(file)).containsExactly(entry("B", "two\nlines"), entry("A", "ü"));
    }

    @Test
    void readsWhatIsNotUtf8AsLatin1(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(".env");
        Files.write(file, "A=ü\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(EnvFile.read(file)).isEqualTo(Map.of("A", "ü"));
    }

    @Test
    void aMissingFileHasACode(@TempDir Path folder) {
        assertThatExceptionOfType(EnvException.class)
                .isThrownBy(() -> EnvFile.read(folder.resolve("no.env")))
                .satisfies(e -> assertThat(e.text()).startsWith("LMB-6001 there is no file"));
    }

    @Test
    void nothingPrintsAValue() {
        EnvFile file = EnvFile.parse("A=hunter2 # hunter2\n# hunter2\nhunter2\nB='hunter2'");
        assertThat(file.entries().toString()).doesNotContain("hunter2");
        assertThat(Change.of("A", "hunter2", "x").toString()).doesNotContain("hunter2");
        assertThat(new Report.Fresh("A", "hunter2").toString()).doesNotContain("hunter2");
    }

    @Test
    void requotingKeepsTheMeaning() {
        for (String effective : new String[] {"\"open", "'open", "\"it's", "a\\\"b'", "\\", "'\\"}) {
            Value requoted = Value.plain(effective).requoted();
            Assignment read =
                    (Assignment) EnvFile.parse("A=" + requoted.raw()).entries().get(0);
            assertThat(read.value().effective()).isEqualTo(effective);
            assertThat(read.value().style()).isEqualTo(Value.Style.QUOTED);
        }
    }
}
