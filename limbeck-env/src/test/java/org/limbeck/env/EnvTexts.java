package org.limbeck.env;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random env files for the laws: few names, so that files meet, and values that have hurt somebody. */
final class EnvTexts {
    private static final List<String> NAMES =
            List.of("A", "B", "C_KEY", "spring.data-url", "export", "X1", "_Y", "DB_PASSWORD");

    private EnvTexts() {}

    /** Files whose quotes are closed. */
    static Arbitrary<String> tidy() {
        return files(Arbitraries.frequencyOf(
                Tuple.of(6, assignment(Arbitraries.of(TIDY_VALUES))),
                Tuple.of(2, comment()),
                Tuple.of(1, Arbitraries.of("", "  ", "\t"))));
    }

    /** Files with all that goes wrong. */
    static Arbitrary<String> wild() {
        return files(Arbitraries.frequencyOf(
                Tuple.of(6, assignment(Arbitraries.of(TIDY_VALUES))),
                Tuple.of(3, assignment(Arbitraries.of(WILD_VALUES))),
                Tuple.of(2, comment()),
                Tuple.of(1, Arbitraries.of("", "junk", "=x", "2A=b", "half\"", "it's", "\u00ff\u0000")),
                Tuple.of(1, Arbitraries.of(Matching.MARKER))));
    }

    private static final String[] TIDY_VALUES = {
        "",
        "1",
        "2",
        "10",
        "-3.5",
        "true",
        "False",
        "http://u:p@h/x",
        "/a/b",
        "#fff",
        "a#b",
        "a=b",
        "$x & \\1 |",
        "a b",
        "'q'",
        "\"q\"",
        "\"\"",
        "\"a # b\"",
        "'it is \"so\"'",
        "\"esc \\\" \\\\\"",
        "\"one\ntwo\nA=3\"",
        "'x\r\n# y\r\n'",
        "v # note",
        " # note",
        "\"q\"#note",
        "caf\u00c3\u00a9",
        "\u00ff\u0080",
        "tail  ",
        "\tlead"
    };

    private static final String[] WILD_VALUES = {
        "\"open",
        "'open",
        "\"open # x",
        "a\"",
        "b'",
        "\"a\" b",
        "'a'b # c",
        "\"\\\"",
        "'",
        "\"",
        "'' '",
        "\"\\",
        "#\"",
        "x # \""
    };

    private static Arbitrary<String> assignment(Arbitrary<String> values) {
        Arbitrary<String> heads = Arbitraries.of("", "", "", "export ", "  ", " export\t");
        Arbitrary<String> equals = Arbitraries.of("=", "=", "=", " = ", "= ", " =");
        return Combinators.combine(heads, Arbitraries.of(NAMES), equals, values).as((h, n, e, v) -> h + n + e + v);
    }

    private static Arbitrary<String> comment() {
        Arbitrary<String> options = Combinators.combine(
                        Arbitraries.of("#", "# ", "  #  "), assignment(Arbitraries.of(TIDY_VALUES)))
                .as((hash, text) -> hash + text.replace("\r\n", " ").replace('\n', ' '));
        return Arbitraries.oneOf(
                options, Arbitraries.of("# prose", "#", "## A=1", "# like A=1", "# users'", "# \"x\""));
    }

    private static Arbitrary<String> files(Arbitrary<String> lines) {
        Arbitrary<List<String>> bodies = lines.list().ofMaxSize(12);
        Arbitrary<String> ends = Arbitraries.of("\n", "\n", "\r\n");
        Arbitrary<String> starts = Arbitraries.of("", "", "", "\u00ef\u00bb\u00bf");
        return Combinators.combine(starts, bodies, ends, Arbitraries.of(true, true, false))
                .as((start, body, end, closed) ->
                        start + String.join(end, body) + (closed && !body.isEmpty() ? end : ""));
    }
}
