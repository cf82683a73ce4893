package org.limbeck.load;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The files that scripts are read from: their names, sizes and times. What comes out of an archive on the class path does
 * not change while the class path lives, so of that only the place counts.
 */
final class ScriptStamps {
    /** A file changed as recently as this could change once more without another time: clocks of file systems are coarse. */
    private static final long SETTLED = TimeUnit.SECONDS.toNanos(2);

    private final List<String> names = new ArrayList<>();
    private long[] stamps = new long[64];
    private int used;
    private long latest;
    private final long taken = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());

    private ScriptStamps() {}

    /** @throws IOException if anything cannot be looked at, which reading will tell better */
    static ScriptStamps of(ScriptLocations locations) throws IOException {
        ScriptStamps all = new ScriptStamps();
        for (Path folder : locations.folders()) {
            all.visit(folder.toFile());
        }
        for (String folder : locations.resourceFolders()) {
            for (String name : List.of(ScriptIndex.resource(folder), folder)) {
                for (URL place : Collections.list(locations.loader().getResources(name))) {
                    all.resource(place);
                }
            }
        }
        return all;
    }

    private void resource(URL place) throws IOException {
        names.add(place.toString());
        if ("file".equals(place.getProtocol())) {
            File file = Path.of(uri(place)).toFile();
            if (file.isDirectory()) {
                visit(file);
            } else {
                stamp(file.toPath());
            }
        }
    }

    private static URI uri(URL place) throws IOException {
        try {
            return place.toURI();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** As {@link ScriptFolder} does, by names; class files count, too, for the index of a class path speaks of them. */
    private void visit(File folder) throws IOException {
        String[] found = folder.list();
        if (found == null) {
            throw new IOException("it cannot be listed: " + folder);
        }
        Arrays.sort(found);
        Path path = folder.toPath();
        names.add(folder.getPath());
        for (String name : found) {
            if (name.startsWith(".")) {
                continue;
            }
            if (name.endsWith(".java") || name.endsWith(".sql") || name.endsWith(".class")) {
                names.add(name);
                stamp(path.resolve(name));
            } else if (new File(folder, name).isDirectory()) {
                visit(new File(folder, name));
            }
        }
    }

    private void stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        latest = Math.max(latest, modified);
        if (used + 2 > stamps.length) {
            stamps = Arrays.copyOf(stamps, stamps.length * 2);
        }
        stamps[used++] = attributes.size();
        stamps[used++] = modified;
    }

    /** Whether a change after these were taken cannot look like none. */
    boolean settled() {
        return taken - latest > SETTLED;
    }

    /** Whether the same files are there, unchanged as far as can be seen. */
    boolean same(ScriptStamps other) {
        return used == other.used && Arrays.equals(stamps, 0, used, other.stamps, 0, used) && names.equals(other.names);
    }
}
