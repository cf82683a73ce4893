package org.limbeck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.testkit.manual.Manual;
import org.limbeck.testkit.manual.Shell;

/** The chapter on Maven happens as shown, with Maven itself; shown are the lines of the plug-in. */
class MavenManualTest {
    private static final Pattern DRAFT = Pattern.compile("R\\d{8}_\\d{4}(_\\w+\\.java +(\\p{XDigit}{12})) <-");

    @TempDir
    private Path folder;

    /** Of the revision that is drafted; another one in every run. */
    private String drafted = "none";

    @Test
    void everySampleHappensAsShown() throws Exception {
        RealMaven maven = RealMaven.in(folder);
        Path project = Files.createDirectories(folder.resolve("project"));
        Shell shell = new Shell(
                project, Map.of("mvn", (words, out, in) -> run(maven, words, out, in)), text -> steady(project, text));
        assertThat(Manual.differences(Path.of("../docs/maven.md"), shell)).isEmpty();
    }

    private static int run(RealMaven maven, List<String> words, PrintStream out, Path in) throws Exception {
        RealMaven.Outcome outcome = maven.run(in, words.toArray(String[]::new));
        boolean ours = false;
        for (String line : outcome.text().lines().toList()) {
            if (line.startsWith("[INFO] ---") || line.equals("[INFO] ") || line.startsWith("[ERROR] To see")) {
                ours = line.contains("limbeck-maven-plugin");
            } else if (ours || line.startsWith("[ERROR] Failed")) {
                ours = true;
                print(line.replaceFirst(" -> \\[Help 1\\]$", ""), out);
            }
        }
        return outcome.exitCode();
    }

    private static void print(String line, PrintStream out) {
        if (!line.strip().equals("[ERROR]")) {
            out.print(line + "\n");
        }
    }

    /** The same times, folders and person in every run. */
    private String steady(Path project, String text) {
        Matcher draft = DRAFT.matcher(text);
        drafted = draft.find() ? draft.group(2) : drafted;
        return text.replace(project.toAbsolutePath() + "/", "")
                .replaceAll(DRAFT.pattern(), "R20261120_1130$1 <-")
                .replace(drafted, "d1e2f3a4b5c6")
                .replaceAll("change set \\p{XDigit}+", "change set 5c0ffee41122")
                // JDK 24 and newer warn of native libraries, such as SQLite's, and of Maven's own.
                .replaceAll("(?m)(^WARNING: .*\\R)+(^\\R)?", "")
                .replaceAll("[ ]+\\d+ ms", "   4 ms")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC", "2026-11-20 09:31:00 UTC")
                .replaceAll("sqlite \\d+\\.\\d+", "sqlite 3.54")
                .replaceAll("UTC  \\S+", "UTC  anna@build");
    }
}
