package org.limbeck.bench.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import org.limbeck.env.EnvPair;
import org.limbeck.env.EnvSync;

/** A merge planned: both files read, compared, the new text made; nothing written. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EnvMerge {
    @Param({"50", "1000"})
    int variables;

    private Path folder = Path.of("");

    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("env");
        StringBuilder env = new StringBuilder();
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < variables; i++) {
            template.append("# what it is for\nNAME_")
                    .append(i)
                    .append("=default ")
                    .append(i)
                    .append('\n');
            if (i % 10 != 0) {
                env.append("NAME_").append(i).append("=mine ").append(i).append('\n');
            }
        }
        Files.writeString(folder.resolve(".env"), env);
        Files.writeString(folder.resolve(".env.example"), template);
    }

    @Benchmark
    public Object plan() {
        return EnvSync.of(EnvPair.in(folder), null).plan();
    }
}
