package org.limbeck.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Terminal terminal(Map<String, String> environment, boolean interactive) {
        return Terminal.of(out, out, environment, interactive, false, false, true);
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "äöü, 3", "日本語, 6", "한글, 4", "🎉, 2", "👩‍👩‍👧, 2", "👍🏽, 2", "e\u0301, 1", "✓, 1", "'', 0"
    })
    void widthIsCountedInCells(String text, int cells) {
        assertThat(DisplayWidth.of(text)).isEqualTo(cells);
    }

    @Test
    void columnsStandBelowEachOther() {
        List<Line> lines = new Columns()
                .row("name", "kind", "state")
                .row(Line.of("日本"), Line.of(Colour.GREEN, "ok"), Line.of("x"))
                .row("much longer", "b")
                .lines();
        assertThat(lines)
                .extracting(line -> line.text(false))
                .containsExactly("name          kind   state", "日本          ok     x", "much longer   b");
    }

    @Test
    void aTerminalCutsLongLines() {
        terminal(Map.of("COLUMNS", "20"), true).answer(Line.of("12345678901234567890123"));
        terminal(Map.of("COLUMNS", "20"), true).answer(Line.of("日本語日本語日本語日本語"));
        assertThat(printed()).isEqualTo("1234567890123456789…\n日本語日本語日本語…\n");
    }

    @Test
    void aFileGetsWholeLines() {
        terminal(Map.of("COLUMNS", "20"), false).answer("12345678901234567890123");
        assertThat(printed()).isEqualTo("12345678901234567890123\n");
    }

    @ParameterizedTest
    @CsvSource({
        "true, '', '', xterm, true",
        "true, 1, '', xterm, false",
        "true, '', '', dumb, false",
        "false, '', '', xterm, false",
        "false, '', 1, xterm, true",
        "false, 1, 1, xterm, false",
        "false, '', 0, xterm, false"
    })
    void coloursFollowTheEnvironment(boolean interactive, String never, String always, String term, boolean colours) {
        Map<String, String> environment =
                Map.of("NO_COLOR", never, "CLICOLOR_FORCE", always.isEmpty() ? "0" : always, "TERM", term);
        assertThat(terminal(environment, interactive).colours()).isEqualTo(colours);
    }

    @Test
    void marksHaveAsciiStandIns() {
        Terminal ascii = Terminal.of(out, out, Map.of(), false, false, false, false);
        for (Mark mark : Mark.values()) {
            assertThat(ascii.mark(mark).text(false)).matches("\\p{ASCII}+");
        }
    }

    @Test
    void controlCharactersAreShown() {
        assertThat(Line.of("a\u001b[2Jb\tc\r\u0007").text(true)).isEqualTo("a\\u001b[2Jb    c\\u0007");
        assertThat(Visible.of("plain")).isSameAs(Visible.of("plain"));
    }

    @Test
    void progressIsDrawnOnTerminalsOnly() throws InterruptedException {
        try (ProgressLine line = new ProgressLine(terminal(Map.of(), false), () -> Line.of("working"))) {
            line.aside(() -> out.print("done\n"));
        }
        assertThat(printed()).isEqualTo("done\n");
    }

    @Test
    void progressGoesAsideForLinesThatStay() throws InterruptedException {
        try (ProgressLine line = new ProgressLine(terminal(Map.of("NO_COLOR", "1"), true), () -> Line.of("working"))) {
            for (int i = 0; i < 200 && printed().isEmpty(); i++) {
                Thread.sleep(10);
            }
            line.aside(() -> out.print("done\n"));
        }
        assertThat(printed()).startsWith("\r\u001b[Kworking").contains("\r\u001b[Kdone\n");
        assertThat(printed().endsWith("working")).isFalse();
    }
}
