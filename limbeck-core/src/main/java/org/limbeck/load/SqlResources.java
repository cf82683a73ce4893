package org.limbeck.load;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Lists SQL files on the class path, in folders and in jars. */
final class SqlResources {
    private static final String SUFFIX = ".sql";

    private SqlResources() {}

    /**
     * The SQL resources in a folder and the folders in it.
     *
     * @param root one place of the class path where the folder is
     * @param folder its name as a resource
     */
    static List<String> in(URL root, String folder) throws IOException {
        if ("file".equals(root.getProtocol())) {
            return inFolder(root, folder);
        }
        return root.openConnection() instanceof JarURLConnection connection ? inJar(connection, folder) : List.of();
    }

    private static List<String> inFolder(URL root, String folder) throws IOException {
        Path path;
        try {
            path = Path.of(root.toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> isScript(String.valueOf(file.getFileName())))
                    .map(file -> folder + "/" + path.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static List<String> inJar(JarURLConnection connection, String folder) throws IOException {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(folder + "/"))
                    .filter(name -> isScript(name.substring(name.lastIndexOf('/') + 1)))
                    .toList();
        }
    }

    private static boolean isScript(String fileName) {
        return fileName.endsWith(SUFFIX) && !fileName.startsWith(".");
    }
}
