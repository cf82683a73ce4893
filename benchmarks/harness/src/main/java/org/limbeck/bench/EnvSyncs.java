package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A `.env` merged with its template, against the shortest shell that keeps values and order. */
final class EnvSyncs implements Case {
    private static final String SHELL =
            "awk -F= 'NR == FNR { mine[$1] = $0; next } $1 in mine { print mine[$1]; next } { print }' .env .env.example > merged";

    @Override
    public String name() {
        return "env";
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        for (int variables : List.of(50, 1_000)) {
            Path folder = bench.work().resolve("env-" + variables);
            write(Files.createDirectories(folder), variables);
            Contest contest = new Contest(bench, "Merge of a `.env` (cold)", variables + " variables")
                    .floor(
                            new Contestant(
                                    "floor: awk",
                                    false,
                                    target -> new Attempt(List.of("sh", "-c", SHELL), Map.of(), folder)),
                            5);
            for (Jdk jdk : bench.jdks()) {
                contest.add(bench.tools().limbeck(jdk, folder, false, "env", "sync", "--dry-run"), 5);
            }
            contest.on(new Target("jdbc:none:", "", ""));
        }
    }

    private static void write(Path folder, int variables) throws IOException {
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
}
