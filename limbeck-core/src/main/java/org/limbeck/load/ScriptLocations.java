package org.limbeck.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where the scripts of one history are, and what is needed to load them. Immutable.
 *
 * @param locations folders, or {@code classpath:} and a folder of the class path
 * @param classCache where compiled scripts are kept; null for nowhere
 * @param dialects names that scripts may use for dialects; any if it is empty
 * @param loader of the class path
 */
public record ScriptLocations(
        List<String> locations, @Nullable Path classCache, Set<String> dialects, ClassLoader loader) {

    /** What a location on the class path begins with. */
    public static final String CLASS_PATH = "classpath:";

    public ScriptLocations {
        locations = List.copyOf(locations);
        dialects = Set.copyOf(dialects);
    }

    /** Locations without a cache. */
    public static ScriptLocations of(String... locations) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ApiClasses.loader() : context;
        return new ScriptLocations(List.of(locations), null, Set.of(), loader);
    }

    /** The same with a cache of compiled scripts. */
    public ScriptLocations withClassCache(@Nullable Path folder) {
        return new ScriptLocations(locations, folder, dialects, loader);
    }

    /** The same, knowing the names of all dialects. */
    public ScriptLocations withDialects(Set<String> names) {
        return new ScriptLocations(locations, classCache, names, loader);
    }

    /** The same with another class path. */
    public ScriptLocations withLoader(ClassLoader other) {
        return new ScriptLocations(locations, classCache, dialects, other);
    }

    /** The folders on disk. */
    List<Path> folders() {
        return locations.stream()
                .filter(location -> !location.startsWith(CLASS_PATH))
                .map(Path::of)
                .toList();
    }

    /** The folders of the class path, without the prefix and slashes around them. */
    List<String> resourceFolders() {
        return locations.stream()
                .filter(location -> location.startsWith(CLASS_PATH))
                .map(location -> trimSlashes(location.substring(CLASS_PATH.length())))
                .toList();
    }

    private static String trimSlashes(String folder) {
        int from = 0;
        int to = folder.length();
        while (from < to && folder.charAt(from) == '/') {
            from++;
        }
        while (to > from && folder.charAt(to - 1) == '/') {
            to--;
        }
        return folder.substring(from, to);
    }
}
