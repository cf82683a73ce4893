package org.limbeck.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.limbeck.env.Entry.Assignment;

/** Pieces of lines in any order, many times: the merge refuses nothing, loses nothing, and is done after one run. */
class MergeFuzzTest {
    private static final int ROUNDS = 20_000;
    private static final String[] PIECES = {
        "A",
        "B",
        "C_KEY",
        "=",
        "=",
        "=",
        "\"",
        "'",
        "#",
        " # ",
        " ",
        "\n",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\\",
        "export ",
        "x",
        "1",
        "# ",
        "#A=",
        "\u00ff",
        "$",
        "junk",
        Matching.MARKER + "\n",
        "\u00ef\u00bb\u00bf",
        "\"\n",
        "'\n"
    };

    @Test
    void anyPiecesInAnyOrder() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            EnvFile template = EnvFile.parse("Z=1\n" + text(random));
            EnvFile mine = EnvFile.parse(text(random));
            EnvFile previous = EnvFile.parse(text(random));
            EnvFile result = merge(template, mine, null);
            for (Assignment own : mine.assignments().values()) {
                Assignment written = result.find(own.name());
                assertThat(written == null ? null : written.value().effective())
                        .as("seed " + seed)
                        .isEqualTo(own.value().effective());
            }
            assertThat(merge(template, result, null).bytes()).as("seed " + seed).isEqualTo(result.bytes());
            EnvFile followed = merge(template, mine, previous);
            assertThat(merge(template, followed, previous).bytes())
                    .as("seed " + seed)
                    .isEqualTo(followed.bytes());
        }
    }

    private static EnvFile merge(EnvFile template, EnvFile mine, @Nullable EnvFile previous) {
        return Merge.of(new MergeInput(template, "t", mine, "m", previous, Renames.NONE))
                .result();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
