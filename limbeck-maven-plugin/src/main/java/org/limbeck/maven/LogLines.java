package org.limbeck.maven;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands over what is written line by line, as UTF-8. Not thread-safe. */
final class LogLines extends OutputStream {
    private final Consumer<String> log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LogLines(Consumer<String> log) {
        this.log = log;
    }

    @Override
    public void write(int b) {
        if (b == '\n') {
            end();
        } else {
            line.write(b);
        }
    }

    private void end() {
        log.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
    }

    /** Also hands over a last line that was not ended. */
    @Override
    public void close() {
        if (line.size() > 0) {
            end();
        }
    }
}
