package org.limbeck.bench.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import org.limbeck.load.ScriptLocations;
import org.limbeck.load.Scripts;

/** Headers read and checked as a graph. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Reading {
    @Param({"1000", "5000", "20000"})
    int size;

    private Path folder() {
        return Path.of(System.getProperty("bench.work"))
                .resolve("limbeck-sql-" + size)
                .resolve("migrations");
    }

    @Benchmark
    public Object headersAndGraph() {
        return Scripts.read(ScriptLocations.of(folder().toString()));
    }

    /** The floor of seeing whether any file has changed. */
    @Benchmark
    public long sizesAndTimes() throws IOException {
        Path folder = folder();
        long sum = 0;
        for (String name : Objects.requireNonNull(folder.toFile().list())) {
            BasicFileAttributes attributes = Files.readAttributes(folder.resolve(name), BasicFileAttributes.class);
            sum += attributes.size() + attributes.lastModifiedTime().toMillis();
        }
        return sum;
    }
}
