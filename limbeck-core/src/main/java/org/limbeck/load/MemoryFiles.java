package org.limbeck.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Shows the compiler the API and the JDK only, and keeps in memory what it writes. Not thread-safe. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<JavaSource, Map<String, ByteArrayOutputStream>> output = new HashMap<>();

    MemoryFiles(StandardJavaFileManager files) {
        super(files);
    }

    /** The classes of each source, by their binary name. */
    Map<JavaSource, Map<String, byte[]>> classes() {
        Map<JavaSource, Map<String, byte[]>> classes = new HashMap<>();
        output.forEach((source, outputs) -> {
            Map<String, byte[]> bytes = new TreeMap<>();
            outputs.forEach((name, stream) -> bytes.put(name, stream.toByteArray()));
            classes.put(source, bytes);
        });
        return classes;
    }

    @Override
    public Iterable<JavaFileObject> list(
            JavaFileManager.Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        if (location == StandardLocation.CLASS_PATH && !ApiClasses.PACKAGES.contains(packageName)) {
            return List.of();
        }
        return super.list(location, packageName, kinds, recurse);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            JavaFileManager.Location location, String className, Kind kind, FileObject sibling) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        if (sibling instanceof JavaSource source) {
            output.computeIfAbsent(source, s -> new HashMap<>()).put(className, stream);
        }
        return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
            @Override
            public OutputStream openOutputStream() {
                return stream;
            }
        };
    }
}
