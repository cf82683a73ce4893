package org.limbeck.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.limbeck.error.ErrorCode;

class ErrorsChapterTest {

    /** Every code has a section with its kind, in the order of the numbers; the chapter knows no others. */
    @Test
    void everyCodeHasItsSection() throws IOException {
        String text = Chapter.of("errors.md").text();

        assertThat(text.lines().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
                .containsExactlyElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::text).toList());
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(text).contains("## " + code.text() + "\n`" + code.kind() + "`");
        }
    }
}
