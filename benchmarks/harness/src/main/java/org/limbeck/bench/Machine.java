package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the figures were taken on. */
final class Machine {
    private Machine() {}

    static Map<String, String> describe(List<Jdk> jdks, List<Engine> engines) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("date", LocalDate.now().toString());
        all.put(
                "machine",
                Runtime.getRuntime().availableProcessors() + " cores ("
                        + value(Path.of("/proc/cpuinfo"), "model name", ":") + "), "
                        + value(Path.of("/proc/meminfo"), "MemTotal", ":").replaceAll("(\\d+)\\d{6} kB", "$1 GB"));
        all.put(
                "system",
                value(Path.of("/etc/os-release"), "PRETTY_NAME", "=") + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.version"));
        all.put("Java", jdks.stream().map(Jdk::version).collect(Collectors.joining(", ")));
        all.put("databases", engines.stream().map(Engine::version).collect(Collectors.joining(", ")));
        all.put("load before", Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        return all;
    }

    private static String value(Path file, String name, String sign) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line ->
                        line.substring(line.indexOf(sign) + 1).replace("\"", "").strip())
                .orElse("unknown");
    }
}
