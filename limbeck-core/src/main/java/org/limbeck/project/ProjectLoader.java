package org.limbeck.project;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of an application with the application's own libraries, in whatever versions. Of ours it sees
 * {@code org.limbeck} only; the parts of ours that use the application's libraries are loaded again beside them.
 */
public final class ProjectLoader extends URLClassLoader {
    private static final String OURS = "org.limbeck.";

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader limbeck;
    private final String beside;

    /**
     * Makes one.
     *
     * @param classes of the application
     * @param limbeck by which ours are loaded
     * @param beside a class of ours, by name, whose package is loaded again beside the application's libraries; empty for
     *     none
     */
    public static ProjectLoader of(ProjectClasses classes, ClassLoader limbeck, String beside) {
        List<URL> urls = new ArrayList<>();
        URL own = beside.isEmpty() ? null : place(limbeck, beside);
        if (own != null) {
            urls.add(own);
        }
        for (Path place : classes.path()) {
            try {
                urls.add(place.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e);
            }
        }
        String part = beside.isEmpty() ? "-" : beside.substring(0, beside.lastIndexOf('.') + 1);
        return new ProjectLoader(urls.toArray(URL[]::new), limbeck, part);
    }

    private ProjectLoader(URL[] urls, ClassLoader limbeck, String beside) {
        super(urls, ClassLoader.getPlatformClassLoader());
        this.limbeck = limbeck;
        this.beside = beside;
    }

    /** The folder or jar that holds a class; null if it is nowhere. */
    private static @Nullable URL place(ClassLoader loader, String name) {
        String file = name.replace('.', '/') + ".class";
        URL url = loader.getResource(file);
        if (url == null) {
            return null;
        }
        String text = url.toString();
        String root = text.substring(0, text.length() - file.length());
        try {
            return new URL(root.startsWith("jar:") ? root.substring(4, root.lastIndexOf("!/")) : root);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private boolean isOurs(String name) {
        return name.startsWith(OURS) && !name.startsWith(beside);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isOurs(name)) {
            try {
                return limbeck.loadClass(name);
            } catch (ClassNotFoundException e) {
                // An application may live in a package that begins like ours, as our example does.
                return super.loadClass(name, resolve);
            }
        }
        return super.loadClass(name, resolve);
    }
}
