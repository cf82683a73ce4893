package org.limbeck.load;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.migration.Environment;

/** Makes the one instance of a project's {@link Environment}. */
final class Hooks {
    private Hooks() {}

    static Environment of(List<Path> files, List<Path> helpers, @Nullable Path classCache) {
        Path file = files.get(0);
        if (files.size() > 1) {
            throw Problem.of(ErrorCode.INVALID_SETTINGS, "There are two files " + ScriptFolder.ENVIRONMENT)
                    .why(file + " and " + files.get(1))
                    .todo("Keep one; it serves all scripts of the database.")
                    .exception();
        }
        Map<String, byte[]> classes = new ScriptCompiler(classCache).compile(List.of(file), helpers);
        ScriptClassLoader loader = new ScriptClassLoader(classes);
        for (String name : classes.keySet()) {
            if (name.equals("Environment") || name.endsWith(".Environment")) {
                return create(file, name, loader);
            }
        }
        throw bad(file, "It has no class Environment").exception();
    }

    private static Environment create(Path file, String name, ClassLoader loader) {
        try {
            Constructor<?> constructor = Class.forName(name, true, loader).getDeclaredConstructor();
            constructor.setAccessible(true);
            if (constructor.newInstance() instanceof Environment environment) {
                return environment;
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            throw bad(file, "Its class Environment cannot be instantiated")
                    .why(String.valueOf(e.getCause() == null ? e : e.getCause()))
                    .exception(e);
        }
        throw bad(file, "Its class Environment does not implement org.limbeck.migration.Environment")
                .exception();
    }

    private static Problem bad(Path file, String what) {
        return Problem.of(ErrorCode.UNREADABLE_SCRIPT, what).at(file.toString(), 0);
    }
}
