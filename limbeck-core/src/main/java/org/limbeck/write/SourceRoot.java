package org.limbeck.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folders that Maven and Gradle give an application, {@code src/main/java} and {@code src/main/resources}. What is in
 * the first is compiled, what is in the second copied; the other kind of script would reach no class path.
 */
enum SourceRoot {
    JAVA("java"),
    RESOURCES("resources");

    private final String last;

    SourceRoot(String last) {
        this.last = last;
    }

    /** Whether a folder is this root of an application, or below it. */
    boolean holds(Path folder) {
        return end(names(folder)) > 0;
    }

    /** The package of a folder below this root; empty for any other folder. */
    String packageOf(Path folder) {
        List<String> names = names(folder);
        int end = end(names);
        return end > 0 ? String.join(".", names.subList(end, names.size())) : "";
    }

    private static List<String> names(Path folder) {
        List<String> names = new ArrayList<>();
        folder.toAbsolutePath().normalize().forEach(name -> names.add(name.toString()));
        return names;
    }

    /** The index behind {@code src/.../java}; 0 if there is none. */
    private int end(List<String> names) {
        for (int i = names.size() - 1; i >= 2; i--) {
            if (names.get(i).equals(last) && names.get(i - 2).equals("src")) {
                return i + 1;
            }
        }
        return 0;
    }
}
