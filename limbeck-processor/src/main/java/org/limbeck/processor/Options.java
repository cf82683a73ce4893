package org.limbeck.processor;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/**
 * What {@code -A} options say. Immutable.
 *
 * @param folders of scripts that are more than one package each
 * @param elsewhere ids of revisions that other modules hold
 * @param sources folders of Java sources; none to look where they usually are
 * @param resources folders of resources; none to look where they usually are
 * @param heads what several heads are
 * @param messagePattern that messages must match; null for no rule
 */
record Options(
        List<String> folders,
        List<String> elsewhere,
        List<Path> sources,
        List<Path> resources,
        Heads heads,
        @Nullable String messagePattern) {

    static final String FOLDERS = "limbeck.folders";
    static final String ELSEWHERE = "limbeck.elsewhere";
    static final String SOURCES = "limbeck.sources";
    static final String RESOURCES = "limbeck.resources";
    static final String HEADS = "limbeck.heads";
    static final String MESSAGE_PATTERN = "limbeck.messagePattern";

    static final Set<String> NAMES = Set.of(FOLDERS, ELSEWHERE, SOURCES, RESOURCES, HEADS, MESSAGE_PATTERN);

    /** What several heads are. */
    enum Heads {
        ALLOW,
        WARNING,
        ERROR
    }

    /** @throws org.limbeck.error.LimbeckException INVALID_SETTINGS */
    static Options of(Map<String, String> given) {
        return new Options(
                items(given, FOLDERS, "[,;]").map(Options::trimmed).toList(),
                items(given, ELSEWHERE, "[,;]").toList(),
                items(given, SOURCES, Pattern.quote(File.pathSeparator))
                        .map(Path::of)
                        .toList(),
                items(given, RESOURCES, Pattern.quote(File.pathSeparator))
                        .map(Path::of)
                        .toList(),
                heads(given.get(HEADS)),
                pattern(given.get(MESSAGE_PATTERN)));
    }

    /** The folder of the class path whose history a class of this package belongs to; empty for no package. */
    String folder(String packageName) {
        String own = packageName.replace('.', '/');
        return folders.stream()
                .filter(folder -> (own + "/").startsWith(folder + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse(own);
    }

    private static Stream<String> items(Map<String, String> given, String name, String separator) {
        String value = given.get(name);
        return value == null
                ? Stream.empty()
                : Arrays.stream(value.split(separator)).map(String::strip).filter(item -> !item.isEmpty());
    }

    private static String trimmed(String folder) {
        String path = folder.replace('.', '/');
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static Heads heads(@Nullable String value) {
        if (value == null) {
            return Heads.WARNING;
        }
        for (Heads known : Heads.values()) {
            if (known.name().equalsIgnoreCase(value)) {
                return known;
            }
        }
        throw Problem.of(ErrorCode.INVALID_SETTINGS, "The option " + HEADS + " is " + value + ".")
                .todo("write -A" + HEADS + "=" + Heads.ERROR.name().toLowerCase(Locale.ROOT) + ", warning or allow")
                .exception();
    }

    private static @Nullable String pattern(@Nullable String value) {
        try {
            return value == null ? null : Pattern.compile(value).pattern();
        } catch (PatternSyntaxException e) {
            throw Problem.of(ErrorCode.INVALID_SETTINGS, "The option " + MESSAGE_PATTERN + " is no regular expression.")
                    .why(String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }
}
