package org.limbeck.maven;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * The class path of the module, while a command runs: scripts, entities and drivers of the module are found there.
 * Limbeck itself is that of the plug-in, so that scripts of the module implement its {@code Migration}.
 */
final class ClassPath implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();
    private final URLClassLoader loader;

    ClassPath(List<String> elements) {
        loader = new URLClassLoader(
                elements.stream().map(ClassPath::url).toArray(URL[]::new), ClassPath.class.getClassLoader());
        thread.setContextClassLoader(loader);
    }

    ClassLoader loader() {
        return loader;
    }

    private static URL url(String element) {
        try {
            return new File(element).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(element, e);
        }
    }

    @Override
    public void close() throws java.io.IOException {
        thread.setContextClassLoader(before);
        loader.close();
    }
}
