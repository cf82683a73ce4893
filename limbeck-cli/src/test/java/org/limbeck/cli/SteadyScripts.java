package org.limbeck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gives new scripts the ids and the time that the manual shows: those of reality differ from run to run. */
final class SteadyScripts {
    private static final List<String> IDS = List.of("4be1a09c77d2", "c0d1e2f3a4b5", "7d3e11aa90b4", "e94f60b2d817");
    private static final String DAY = "2026-11-20";
    private static final String STEM = "R20261120_0931";
    private static final Pattern ID = Pattern.compile("(?:id = \"|--@ revision +)([0-9a-f]{12})");
    private static final Pattern DURATION = Pattern.compile("( +[0-9.]+) (ms|s)(?=\n)");

    private final String today = LocalDate.now(ZoneOffset.UTC).toString();
    private final Pattern stem = Pattern.compile("R" + today.replace("-", "") + "_\\d{4}(?=_)");
    private final Map<String, String> ids = new LinkedHashMap<>();

    /** Renames the scripts that are new in a folder. */
    void settle(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(this::isNew).toList()) {
                settleFile(file);
            }
        }
    }

    private boolean isNew(Path file) {
        String name = String.valueOf(file.getFileName());
        return stem.matcher(name).lookingAt() && !name.startsWith(STEM) && Files.isRegularFile(file);
    }

    private void settleFile(Path file) throws IOException {
        String text = Files.readString(file);
        Matcher id = ID.matcher(text);
        if (id.find()) {
            ids.put(id.group(1), IDS.get(ids.size()));
        }
        String name = stem.matcher(String.valueOf(file.getFileName())).replaceFirst(STEM);
        Files.delete(file);
        Files.writeString(file.resolveSibling(name), steady(text));
    }

    /** Text with the ids and times of the manual. */
    String steady(String text) {
        String steady = stem.matcher(text).replaceAll(STEM);
        for (Map.Entry<String, String> id : ids.entrySet()) {
            steady = steady.replace(id.getKey(), id.getValue());
        }
        steady = steady.replaceAll(today + "T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?", DAY + "T09:31:00")
                .replaceAll(today + " \\d\\d:\\d\\d(:\\d\\d)?", DAY + " 09:31:00")
                .replace(today, DAY);
        return DURATION.matcher(steady)
                .replaceAll(found -> " ".repeat(Math.max(1, found.group(1).length() - 2)) + "12 ms");
    }
}
