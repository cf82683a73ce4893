package org.limbeck.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The package of scripts that lie among an application's sources; elsewhere scripts have none. */
final class ScriptPackage {
    private ScriptPackage() {}

    /** The package of a folder below {@code src/.../java}; empty for any other folder. */
    static String of(Path folder) {
        List<String> names = new ArrayList<>();
        folder.toAbsolutePath().normalize().forEach(name -> names.add(name.toString()));
        for (int i = names.size() - 2; i >= 2; i--) {
            if (names.get(i).equals("java") && names.get(i - 2).equals("src")) {
                return String.join(".", names.subList(i + 1, names.size()));
            }
        }
        return "";
    }
}
