package org.limbeck.processor;

import java.io.IOException;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import org.jspecify.annotations.Nullable;

/** The source text of classes: from the compiler, or, where a build tool hides it, from the project's folders. */
final class Sources {
    private final @Nullable Trees trees;
    private final Output output;

    Sources(ProcessingEnvironment environment, Output output) {
        this.trees = trees(environment);
        this.output = output;
    }

    /** The text of the file that holds the class. */
    Optional<String> text(TypeElement type, String className) {
        TreePath path = trees == null ? null : trees.getPath(type);
        if (path == null) {
            return output.source(className);
        }
        try {
            return Optional.of(path.getCompilationUnit()
                    .getSourceFile()
                    .getCharContent(true)
                    .toString());
        } catch (IOException e) {
            return output.source(className);
        }
    }

    /** Gradle and IntelliJ hand out an environment of their own, which the compiler's trees do not know. */
    private static @Nullable Trees trees(ProcessingEnvironment environment) {
        try {
            return Trees.instance(environment);
        } catch (IllegalArgumentException | LinkageError e) {
            return null;
        }
    }
}
