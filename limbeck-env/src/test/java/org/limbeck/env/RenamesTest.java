package org.limbeck.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenamesTest {
    @Test
    void chainsEndAtTheLastName() {
        Renames renames = parse("# release 2\nA=B\n\n B = \"C\"\nX=Y\n");
        assertThat(renames.newName("A")).isEqualTo("C");
        assertThat(renames.newName("B")).isEqualTo("C");
        assertThat(renames.newName("X")).isEqualTo("Y");
        assertThat(renames.newName("C")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "A=", "A=two words", "A=1B", "A=B\nA=C", "A=A", "A=B\nB=A", "A=B\nB=C\nC=D\nD=B"})
    void whatIsWrongIsSaid(String text) {
        assertThatExceptionOfType(EnvException.class)
                .isThrownBy(() -> parse(text))
                .satisfies(e -> assertThat(e.error()).isEqualTo(EnvError.INVALID_RENAMES))
                .withMessageStartingWith("renames");
    }

    private static Renames parse(String text) {
        return Renames.parse(EnvFile.parse(text), "renames");
    }
}
