package org.limbeck.hibernate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/** Finds classes of packages in the folders and jars of a class path, without loading them. */
record ClassFiles(ClassLoader loader) {
    private static final String ENDING = ".class";
    private static final byte[] JPA = "Ljakarta/persistence/".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HIBERNATE = "Lorg/hibernate/annotations/".getBytes(StandardCharsets.UTF_8);

    boolean isClass(String name) {
        return loader.getResource(name.replace('.', '/') + ENDING) != null;
    }

    /** Names of classes in a package and those below it that mention annotations of JPA or Hibernate, sorted. */
    TreeSet<String> mappedIn(String packageName) {
        String folder = packageName.replace('.', '/');
        TreeSet<String> names = new TreeSet<>();
        try {
            for (URL url : Collections.list(loader.getResources(folder))) {
                addAll(url, folder, names);
            }
        } catch (IOException | UncheckedIOException | URISyntaxException e) {
            throw Problem.of(ErrorCode.MODEL_UNREADABLE, "The classes of package " + packageName + " cannot be listed")
                    .why(e.toString())
                    .exception(e);
        }
        return names;
    }

    private static void addAll(URL url, String folder, TreeSet<String> names) throws IOException, URISyntaxException {
        if (url.openConnection() instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (JarFile file = jar.getJarFile()) {
                addFromJar(file, folder + "/", names);
            }
        } else if (url.getProtocol().equals("file")) {
            URI uri = url.toURI();
            addFromFolder(Path.of(uri), folder, names);
        }
    }

    static void addFromJar(JarFile jar, String prefix, TreeSet<String> names) throws IOException {
        for (JarEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            if (name.startsWith(prefix) && name.endsWith(ENDING)) {
                try (InputStream in = jar.getInputStream(entry)) {
                    addIfMapped(name, in.readAllBytes(), names);
                }
            }
        }
    }

    static void addFromFolder(Path folder, String name, TreeSet<String> names) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(f -> f.toString().endsWith(ENDING)).toList();
        }
        for (Path file : files) {
            String inside = folder.relativize(file).toString().replace('\\', '/');
            addIfMapped(name.isEmpty() ? inside : name + "/" + inside, Files.readAllBytes(file), names);
        }
    }

    private static void addIfMapped(String path, byte[] bytes, TreeSet<String> names) {
        if (holds(bytes, JPA) || holds(bytes, HIBERNATE)) {
            names.add(path.substring(0, path.length() - ENDING.length()).replace('/', '.'));
        }
    }

    private static boolean holds(byte[] bytes, byte[] word) {
        for (int i = 0; i <= bytes.length - word.length; i++) {
            int k = 0;
            while (k < word.length && bytes[i + k] == word[k]) {
                k++;
            }
            if (k == word.length) {
                return true;
            }
        }
        return false;
    }
}
