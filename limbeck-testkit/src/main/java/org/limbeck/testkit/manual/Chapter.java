package org.limbeck.testkit.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A chapter of the manual (Markdown) and its samples in order. */
public record Chapter(List<String> lines, List<Sample> samples) {
    private static final String FENCE = "```";

    /** Reads a chapter. */
    public static Chapter read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int stop = closingFence(lines, i + 1);
                addSample(samples, i + 1, lines.get(i).substring(FENCE.length()), join(lines.subList(i + 1, stop)));
                i = stop;
            }
        }
        return new Chapter(lines, samples);
    }

    private static int closingFence(List<String> lines, int from) {
        int i = from;
        while (i < lines.size() && !lines.get(i).equals(FENCE)) {
            i++;
        }
        return i;
    }

    private static void addSample(List<Sample> samples, int line, String info, String text) {
        if (info.strip().equals("console")) {
            samples.add(new Sample.Console(line, text));
        }
        for (String word : info.strip().split(" ")) {
            if (word.startsWith("file=")) {
                samples.add(new Sample.File(line, text, word.substring("file=".length())));
            }
        }
    }

    /** The text of the chapter with other texts between the fences of the samples that begin at these lines. */
    public String with(Map<Integer, String> texts) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            out.append(lines.get(i)).append('\n');
            String text = texts.get(i + 1);
            if (text != null) {
                int stop = closingFence(lines, i + 1);
                out.append(text).append(lines.get(stop)).append('\n');
                i = stop;
            }
        }
        return out.toString();
    }

    private static String join(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
