package org.limbeck.testkit.manual;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Executes whole chapters. */
public final class Manual {
    private Manual() {}

    /**
     * Executes the samples of a chapter in order; with {@code -Dmanual.update=true} the chapter is written anew.
     *
     * @return what does not happen as it is shown; empty if all is well
     */
    public static List<String> differences(Path file, Shell shell) throws Exception {
        Chapter chapter = Chapter.read(file);
        if (chapter.samples().isEmpty()) {
            return List.of(file + " has no samples");
        }
        Map<Integer, String> actual = new HashMap<>();
        List<String> differences = new ArrayList<>();
        for (Sample sample : chapter.samples()) {
            String text = shell.execute(sample);
            actual.put(sample.line(), text);
            if (!text.equals(sample.text())) {
                differences.add(
                        file.getFileName() + ":" + sample.line() + " shows\n" + sample.text() + "and happens\n" + text);
            }
        }
        if (Boolean.getBoolean("manual.update")) {
            Files.writeString(file, chapter.with(actual));
        }
        return differences;
    }
}
