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
import java.util.zip.ZipEntry;

/** Lists SQL files and outer classes on the class path, in folders and in jars. */
final class FolderContent {
    private static final String SQL = ".sql";
    private static final String CLASS = ".class";

    private FolderContent() {}

    /**
     * The resources of SQL files and outer classes in a folder and the folders in it; none where a place of the class
     * path cannot be listed.
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

    static boolean isSql(String resource) {
        return resource.endsWith(SQL);
    }

    /** The class of a resource. */
    static String className(String resource) {
        return resource.substring(0, resource.length() - CLASS.length()).replace('/', '.');
    }

    private static List<String> inFolder(URL root, String folder) throws IOException {
        Path path;
        try {
            path = Path.of(root.toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> matters(String.valueOf(file.getFileName())))
                    .map(file -> folder + "/" + path.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static List<String> inJar(JarURLConnection connection, String folder) throws IOException {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(folder + "/"))
                    .filter(name -> matters(name.substring(name.lastIndexOf('/') + 1)))
                    .toList();
        }
    }

    private static boolean matters(String fileName) {
        boolean outerClass = fileName.endsWith(CLASS) && fileName.indexOf('$') < 0 && fileName.indexOf('-') < 0;
        return (fileName.endsWith(SQL) || outerClass) && !fileName.startsWith(".");
    }
}
