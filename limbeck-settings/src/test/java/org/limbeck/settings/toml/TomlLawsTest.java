package org.limbeck.settings.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Our reader and another one agree: on what a document says, and on whether it is one. */
class TomlLawsTest {

    @Property(tries = 400)
    void documentsMeanTheSame(@ForAll("documents") String text) {
        assertThat(Plain.ours(text)).as(text).isEqualTo(Plain.theirs(text));
    }

    @Property(tries = 600)
    void anyTextIsReadWithoutFailing(@ForAll("noise") String text) {
        TomlDocument document = TomlDocument.parse(text);
        for (TomlError error : document.errors()) {
            assertThat(error.at().line()).isPositive();
            assertThat(error.at().column()).isPositive();
        }
    }

    @Property(tries = 300)
    void textsComeBack(@ForAll String value) {
        String text = value.replaceAll("[\\ud800-\\udfff]", "?");
        TomlDocument document = TomlDocument.parse("a = " + quoted(text));
        assertThat(document.errors()).isEmpty();
        assertThat(document.root().get("a")).isEqualTo(new TomlValue.Text(new Position(1, 5), text));
    }

    @Provide
    Arbitrary<String> documents() {
        return statement().list().ofMaxSize(8).map(lines -> String.join("\n", lines));
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.of(
                        "[", "]", "{", "}", "=", ",", "\"", "'", "\\", "#", "\n", "\r\n", ".", "a", "1", "-", " ",
                        "\"\"\"", "true", "é", "\u0001")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    private static Arbitrary<String> statement() {
        Arbitrary<String> pair =
                Combinators.combine(path(), value(2)).as((path, value) -> path + " = " + value + "  # note");
        Arbitrary<String> header = path().map(path -> "[" + path + "]");
        Arbitrary<String> element = path().map(path -> "[[" + path + "]]");
        return Arbitraries.frequencyOf(
                Tuple.of(6, pair),
                Tuple.of(3, header),
                Tuple.of(1, element),
                Tuple.of(1, Arbitraries.of("", "# only a note")));
    }

    private static Arbitrary<String> path() {
        return Arbitraries.of("a", "b", "c-1", "\"d e\"", "'f'")
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(keys -> String.join(".", keys));
    }

    private static Arbitrary<String> value(int depth) {
        Arbitrary<String> scalar = Arbitraries.of(
                "1",
                "-17",
                "+3",
                "1_000",
                "0xff",
                "0o17",
                "0b101",
                "1.5",
                "-0.25e3",
                "6e2",
                "true",
                "false",
                "\"text\"",
                "\"q \\\" \\u00e9 \\\\\"",
                "'raw \\n'",
                "\"\"\"\ntwo\nlines\"\"\"",
                "'''x''y'''",
                "1979-05-27",
                "07:32:00",
                "1979-05-27T07:32:00Z",
                "1979-05-27 07:32:00.5",
                "\"\"");
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<String> list = Arbitraries.lazy(() -> value(depth - 1))
                .list()
                .ofMaxSize(3)
                .map(values -> "[ " + String.join(", ", values) + " ]");
        Arbitrary<String> table =
                Arbitraries.lazy(() -> value(0)).list().ofMaxSize(2).map(TomlLawsTest::inline);
        return Arbitraries.frequencyOf(Tuple.of(6, scalar), Tuple.of(2, list), Tuple.of(1, table));
    }

    private static String inline(List<String> values) {
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? " " : ", ").append("k").append(i).append(" = ").append(values.get(i));
        }
        return out.append(" }").toString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7f) {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
