package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.limbeck.json.Json;

/** What happens inside a process, by JMH. */
final class Inside implements Case {
    @Override
    public String name() {
        return "inside";
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        for (int size : List.of(10, 1_000, 5_000)) {
            bench.histories().sql(size);
            bench.histories().flyway(size);
        }
        bench.histories().sql(20_000);
        jmh(bench, "Reading|EnvMerge", "");
        for (TrustingServer server : TrustingServer.start(bench.work())) {
            try (server) {
                jmh(bench, "NothingToDo", server.url());
            }
        }
    }

    private static void jmh(Bench bench, String which, String server) throws IOException, InterruptedException {
        Path results = bench.work().resolve("jmh.json");
        List<String> words = new ArrayList<>(List.of(which, "-rf", "json", "-rff", results.toString()));
        String seconds = bench.large() ? "700ms" : "300ms";
        words.addAll(List.of("-f", "1", "-wi", "3", "-i", "5", "-w", seconds, "-r", seconds));
        words.add("-jvmArgsAppend");
        words.add(
                "-Dbench.work=" + bench.work() + " -Dbench.url=" + server + " -Dbench.user=postgres -Dbench.password=");
        bench.processes().run(bench.tools().java("jmh", "org.openjdk.jmh.Main", words));
        if (Json.read(Files.readString(results)) instanceof List<?> all) {
            for (Object one : all) {
                bench.report().add(row((Map<?, ?>) Objects.requireNonNull(one)));
            }
        }
    }

    private static InsideRow row(Map<?, ?> one) {
        Map<?, ?> metric = (Map<?, ?>) Objects.requireNonNull(one.get("primaryMetric"));
        String[] name = String.valueOf(one.get("benchmark")).split("\\.");
        Map<String, @Nullable Object> parameters = new TreeMap<>();
        if (one.get("params") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> parameters.put(String.valueOf(key), value));
        }
        List<String> setting = new ArrayList<>();
        parameters.forEach((key, value) -> setting.add(key + " " + value));
        return new InsideRow(
                name[name.length - 2] + "." + name[name.length - 1],
                String.join(", ", setting),
                number(metric.get("score")),
                number(metric.get("scoreError")),
                5);
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
