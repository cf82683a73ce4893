package org.limbeck.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.migration.Revision;

/**
 * Finds scripts among classes that the index does not name: one that is left out without a word would be half a
 * history. Such classes are few, the helpers of scripts; of them only those that mention {@code @Revision} are loaded.
 */
final class UnindexedClasses {
    private static final String ANNOTATION = Revision.class.descriptorString();

    private UnindexedClasses() {}

    static List<Problem> in(ClassLoader loader, Collection<String> names, String index) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            if (mentions(loader, name) && isRevision(loader, name)) {
                problems.add(Problem.of(
                                ErrorCode.UNREADABLE_SCRIPT,
                                "The index of scripts does not name the class " + name + ".")
                        .at("classpath:" + name, 0)
                        .why("The index " + index + " is missing, or older than the class.")
                        .todo("compile all scripts anew, with the annotation processor limbeck-processor"));
            }
        }
        return problems;
    }

    private static boolean mentions(ClassLoader loader, String name) throws IOException {
        try (InputStream stream = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            return stream != null
                    && new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1).contains(ANNOTATION);
        }
    }

    private static boolean isRevision(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader).isAnnotationPresent(Revision.class);
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
