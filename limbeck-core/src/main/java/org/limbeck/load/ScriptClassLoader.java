package org.limbeck.load;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Defines compiled scripts; they see each other, Limbeck's API and the JDK. */
final class ScriptClassLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> classes;

    ScriptClassLoader(Map<String, byte[]> classes) {
        super("limbeck-scripts", ClassLoader.getPlatformClassLoader());
        this.classes = Map.copyOf(classes);
    }

    @Override
    protected Class<?> findClass(@Nullable String name) throws ClassNotFoundException {
        byte[] bytes = name == null ? null : classes.get(name);
        if (bytes != null) {
            return defineClass(name, bytes, 0, bytes.length);
        }
        if (name != null && ApiClasses.has(name)) {
            return ApiClasses.loader().loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
