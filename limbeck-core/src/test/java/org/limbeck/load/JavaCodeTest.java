package org.limbeck.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaCodeTest {
    private static final String SOURCE = """
            package a;
            import b.*;
            @Revision(id = "a", down = {"b"}, message = "m") @Foo(X.class)
            final class R1 extends Y {
                static final int[] KEYS = {1, 2};
                @Override
                public void upgrade(Op op) { op.run("x", data -> { copy(data); }); }
                @Override public void downgrade(Op op) { if (true) { op.invert(this::upgrade); } }
                public void verify(Checks check) { check.noRows("a", "b"); }
                private int verify = downgrade();
                void copy(Data data) { data.verify(1); }
            }
            class Extra { int e; }
            """;

    @Test
    void keepsTheMembersThatCount() {
        assertThat(String.join(" ", JavaCode.tokens(SOURCE)))
                .isEqualTo("static final int [ ] KEYS = { 1 , 2 } ; @ Override public void upgrade ( Op op ) { op . run"
                        + " ( \"x\" , data - > { copy ( data ) ; } ) ; } private int verify = downgrade ( ) ; void copy"
                        + " ( Data data ) { data . verify ( 1 ) ; } } class Extra { int e ; }");
    }

    @ParameterizedTest
    @CsvSource({
        "'message = \"m\"', 'message = \"n\"'",
        "import b.*, import c.*",
        "noRows, someRows",
        "if (true), if (x)"
    })
    void isTheSameWhereOnlyTheRestChanges(String from, String to) {
        assertThat(SourceHash.ofCode(SOURCE.replace(from, to))).isEqualTo(SourceHash.ofCode(SOURCE));
    }

    @ParameterizedTest
    @CsvSource({"copy(data), copy(null)", "'{1, 2}', '{1, 3}'", "data.verify(1), data.verify(2)", "int e, int f"})
    void differsWhereTheCodeDoes(String from, String to) {
        assertThat(SourceHash.ofCode(SOURCE.replace(from, to))).isNotEqualTo(SourceHash.ofCode(SOURCE));
    }

    @Test
    void isTheSameWithoutADowngrade() {
        String without = SOURCE.replaceAll("@Override public void downgrade.*\n", "");
        assertThat(without).isNotEqualTo(SOURCE);
        assertThat(SourceHash.ofCode(without)).isEqualTo(SourceHash.ofCode(SOURCE));
    }
}
