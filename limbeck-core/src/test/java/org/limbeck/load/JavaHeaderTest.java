package org.limbeck.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionNode;
import org.limbeck.load.HeaderOutcome.Bad;
import org.limbeck.load.HeaderOutcome.Found;
import org.limbeck.load.HeaderOutcome.Helper;
import org.limbeck.load.HeaderOutcome.TooShort;
import org.limbeck.load.ScriptSource.InFile;

class JavaHeaderTest {
    private static final ScriptSource SOURCE = new InFile(Path.of("m/R1.java"));
    private static final String EXAMPLE = """
            package shop.migrations;

            import static org.limbeck.migration.Words.*;

            import org.limbeck.migration.*;

            /** @Revision(id = "no") */
            // @Revision(id = "no")
            @SuppressWarnings({"x", "class Y"})
            @Revision(
                    id = "3f2a9c1b7d04",
                    down = {"9b1c77e0a5d2", "a1"}, // merge
                    message = "feat: give every \\"order\\" a st\\u0061tus\\n\\nlong text",
                    dependsOn = "b2",
                    labels = {"billing",},
                    parameters = {"tenant", "region"},
                    created = "2026-11-20T09:31")
            final class R1 implements Migration {
                String s = "@Revision(id = \\"no\\")";
            }
            """;

    private static HeaderOutcome read(String source) {
        return JavaHeader.read(source, true, SOURCE);
    }

    private static ScriptHeader header(String source) {
        assertThat(read(source)).isInstanceOf(Found.class);
        return ((Found) read(source)).header();
    }

    private static Problem problem(String source) {
        assertThat(read(source)).isInstanceOf(Bad.class);
        return ((Bad) read(source)).problem();
    }

    @Test
    void readsEveryElement() {
        ScriptHeader header = header(EXAMPLE);
        assertThat(header.node())
                .isEqualTo(new RevisionNode(
                        "3f2a9c1b7d04",
                        List.of("9b1c77e0a5d2", "a1"),
                        List.of("b2"),
                        List.of("billing"),
                        "feat: give every \"order\" a status",
                        LocalDateTime.of(2026, 11, 20, 9, 31),
                        new Place("m/R1.java", 10)));
        assertThat(header.className()).isEqualTo("shop.migrations.R1");
        assertThat(header.parameters()).containsExactly("tenant", "region");
        assertThat(header.kind()).isEqualTo(ScriptKind.JAVA);
    }

    @Test
    void neverAnswersWronglyFromATextThatIsCut() {
        for (int length = 0; length < EXAMPLE.length(); length++) {
            HeaderOutcome outcome = JavaHeader.read(EXAMPLE.substring(0, length), false, SOURCE);
            assertThat(outcome).isIn(new TooShort(), read(EXAMPLE));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Revision(id=\"a\") class A {} | A",
                "@Revision(id=\"a\",down=\"base\") public abstract class B {} | B",
                "@org.limbeck.migration.Revision(id = \"a\") record C() {} | C",
                "@ Revision /* x */ (id/**/ = \"a\") @Foo.Bar(x = Foo.class) final @Deprecated class D {} | D",
                "class Helper { class Inner {} } @Revision(id=\"a\") class E {} | E",
                "@org.other.Thing class F0 {} @Revision(id=\"a\") enum F {} | F",
                "\uFEFFpackage a . b.c; @interface X {} @Revision(id=\"a\") class Größe {} | a.b.c.Größe"
            })
    void findsTheClass(String source, String name) {
        ScriptHeader header = header(source);
        assertThat(header.className()).isEqualTo(name);
        assertThat(header.node().downs()).isEmpty();
        assertThat(header.node().created()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "class A {}",
                "// @Revision(id = \"a\") class A {}",
                "class A { String s = \"\"\"\n@Revision(id = \"a\") class B \"\"\"; char c = '\"'; }",
                "@other.Revision(id = \"a\") class A {}",
                "abstract class A implements Migration {} class B implements Comparable<B> {}",
                "interface A extends Migration {}"
            })
    void takesJavaWithoutARevisionAsHelper(String source) {
        assertThat(read(source)).isEqualTo(new Helper());
    }

    static Stream<List<Object>> bad() {
        return Stream.of(
                List.of("\n@Revision(id = PREFIX) class A {}", 2, "id in the header is not a string literal"),
                List.of("@Revision(\nid = \"a\"\n+ \"b\") class A {}", 3, "not a string literal"),
                List.of("@Revision(id = \"\"\"\na\"\"\") class A {}", 1, "text blocks are not allowed"),
                List.of("@Revision(id = \"a\", down = {\"b\" \"c\"}) class A {}", 1, "value of down"),
                List.of("@Revision(id = {\"a\"}) class A {}", 1, "value of id"),
                List.of("@Revision(down = \"b\") class A {}", 1, "has no id"),
                List.of("@Revision class A {}", 1, "has no id"),
                List.of("@Revision(\"a\") class A {}", 1, "has no element named"),
                List.of("@Revision(id = \"a\", depends = \"b\") class A {}", 1, "dependsOn"),
                List.of("@Revision(id = \"a\",\n id = \"b\") class A {}", 2, "gives id twice"),
                List.of("@Revision(id = \"a\",\n created = \"yesterday\") class A {}", 2, "not a time: yesterday"),
                List.of("@Revision(id = \"a\", created = \"2026-13-20T09:31\") class A {}", 1, "not a time"),
                List.of("@Revision(id = \"a\"", 1, "not a string literal"),
                List.of("class A {\n@Revision(id = \"a\") class B {} }", 2, "inside another class"),
                List.of("class B {}\nfinal class A extends X implements Y, Migration {}", 2, "without @Revision"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void saysWhatIsWrong(List<Object> row) {
        Problem problem = problem((String) row.get(0));
        assertThat(problem.code()).isEqualTo(ErrorCode.UNREADABLE_SCRIPT);
        assertThat(problem.place()).isEqualTo(new Place("m/R1.java", (Integer) row.get(1)));
        assertThat(problem.text()).contains((String) row.get(2));
    }

    @Test
    void countsRevisionsOfAFile() {
        assertThat(JavaHeader.count(EXAMPLE)).isEqualTo(1);
        assertThat(JavaHeader.count(EXAMPLE + "@Revision(id=\"x\") class X {}")).isEqualTo(2);
    }
}
