package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs all cases, or those that are named, and writes the table. */
public final class Main {
    private static final List<Case> CASES = List.of(
            new ColdCommands(),
            new Upgrades(),
            new NothingToDo(),
            new ManyHeaders(),
            new Rebuilds(),
            new EnvSyncs(),
            new Comparisons(),
            new SpringStarts(),
            new Inside());
    private static final int RUNS = 3;

    private Main() {}

    /**
     * Measures.
     *
     * @param words the folder of the project, then names of cases and {@code --runs=N}, {@code --small}, {@code --list}
     */
    public static void main(String[] words) throws IOException, InterruptedException {
        Path root = Path.of(words[0]).toAbsolutePath().normalize();
        List<String> names = new ArrayList<>(List.of(words).subList(1, words.length));
        if (names.remove("--list")) {
            CASES.forEach(one -> System.out.println(one.name()));
            return;
        }
        boolean small = names.remove("--small");
        int runs = names.stream()
                .filter(word -> word.startsWith("--runs="))
                .mapToInt(word -> Integer.parseInt(word.substring(7)))
                .findFirst()
                .orElse(RUNS);
        names.removeIf(word -> word.startsWith("--runs="));
        List<Case> cases = CASES.stream()
                .filter(one -> names.isEmpty() || names.contains(one.name()))
                .toList();
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("There is no case " + names + "; --list names them");
        }
        run(root, runs, !small, cases, names.isEmpty() && !small);
        // Threads of drivers and counters may still be there.
        System.exit(0);
    }

    /** The launcher builds, and makes its archives. */
    private static void warmUp(Bench bench) throws IOException, InterruptedException {
        for (Jdk jdk : bench.jdks()) {
            bench.processes()
                    .run(bench.tools()
                            .limbeck(jdk, bench.work(), false, "--version")
                            .attempts()
                            .on(new Target("jdbc:none:", "", "")));
        }
    }

    private static void run(Path root, int runs, boolean large, List<Case> cases, boolean all)
            throws IOException, InterruptedException {
        Path work = Files.createDirectories(root.resolve("benchmarks/target/work"));
        List<Jdk> jdks = Jdk.installed(17, 25);
        Report report = new Report(Machine.describe(jdks, Upgrades.available()));
        Bench bench = new Bench(root, work, runs, large, jdks, new Processes(work), report);
        warmUp(bench);
        // The committed table is that of a whole run; a part of it lands beside the build.
        Path folder = all ? root.resolve("benchmarks") : root.resolve("benchmarks/target");
        for (Case one : cases) {
            try {
                one.run(bench);
            } catch (IllegalStateException | IOException e) {
                report.failed(one.name(), e);
            }
            report.write(folder);
        }
        System.err.println("\nWritten: " + folder.resolve("RESULTS.md"));
    }
}
