package org.limbeck.load;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.migration.Migration;

/** What a script may see of Limbeck: these packages and nothing else, wherever they are packed. */
final class ApiClasses {
    /** Every package that a script may import. */
    static final Set<String> PACKAGES = Set.of(
            "org.limbeck.data",
            "org.limbeck.error",
            "org.limbeck.migration",
            "org.limbeck.operation",
            "org.limbeck.schema");

    private ApiClasses() {}

    static boolean has(String className) {
        int dot = className.lastIndexOf('.');
        return dot > 0 && PACKAGES.contains(className.substring(0, dot));
    }

    static ClassLoader loader() {
        return Migration.class.getClassLoader();
    }

    /**
     * The jar or folder that holds them.
     *
     * @throws LimbeckException NO_COMPILER if a compiler could not read it there
     */
    static Path location() {
        CodeSource source = Migration.class.getProtectionDomain().getCodeSource();
        URI uri = source == null ? null : uri(source);
        if (uri == null || !"file".equals(uri.getScheme())) {
            throw Problem.of(ErrorCode.NO_COMPILER, "Java scripts cannot be compiled in this application.")
                    .why("The compiler cannot read limbeck-api where it is: " + uri)
                    .todo("put the scripts on the class path: classpath:<folder> in the settings")
                    .exception();
        }
        return Path.of(uri);
    }

    private static @Nullable URI uri(CodeSource source) {
        try {
            return source.getLocation() == null ? null : source.getLocation().toURI();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
