package org.limbeck.bench.jmh;

import java.nio.file.Path;
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

    @Benchmark
    public Object headersAndGraph() {
        Path folder = Path.of(System.getProperty("bench.work")).resolve("limbeck-sql-" + size);
        return Scripts.read(ScriptLocations.of(folder.resolve("migrations").toString()));
    }
}
