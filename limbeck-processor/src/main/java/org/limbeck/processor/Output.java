package org.limbeck.processor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.load.ScriptIndex;

/** Where classes and the index go to, and the folders of the project that lie around it. Not thread-safe. */
final class Output {
    private static final int LEVELS_UP = 6;

    private final Filer filer;
    private final Options options;
    private final @Nullable Path folder;

    Output(Filer filer, Options options) {
        this.filer = filer;
        this.options = options;
        this.folder = folder(filer);
    }

    /** The index that the former compilation wrote, if there is one that can be read. */
    Optional<ScriptIndex> formerIndex(String scripts) {
        String name = ScriptIndex.resource(scripts);
        try {
            FileObject file = filer.getResource(StandardLocation.CLASS_OUTPUT, "", name);
            try (Reader text = file.openReader(true);
                    BufferedReader lines = new BufferedReader(text)) {
                return Optional.of(ScriptIndex.read(lines, name, Output.class.getClassLoader()));
            }
        } catch (IOException | LimbeckException e) {
            return Optional.empty();
        }
    }

    /** @throws LimbeckException FILE_PROBLEM */
    void write(String scripts, ScriptIndex index, Element... scriptsIn) {
        String name = ScriptIndex.resource(scripts);
        try {
            FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", name, scriptsIn);
            try (Writer text = file.openWriter()) {
                text.write(index.text());
            }
        } catch (IOException e) {
            throw Problem.of(ErrorCode.FILE_PROBLEM, "The index of scripts cannot be written: " + name)
                    .why(String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }

    /** Whether the compiled class is there: one that this compilation does not touch. */
    boolean hasClass(String className) {
        try {
            FileObject file =
                    filer.getResource(StandardLocation.CLASS_OUTPUT, "", className.replace('.', '/') + ".class");
            try (InputStream stream = file.openInputStream()) {
                return stream.read() >= 0;
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** The text of a class's source, from where sources usually are. */
    Optional<String> source(String className) {
        String file = className.replace('.', '/') + ".java";
        List<Path> folders = options.sources().isEmpty() ? around("java") : options.sources();
        for (Path sources : folders) {
            try {
                return Optional.of(Files.readString(sources.resolve(file)));
            } catch (IOException e) {
                // Not in this one.
            }
        }
        return sourcePath(file);
    }

    private Optional<String> sourcePath(String file) {
        try {
            return Optional.of(filer.getResource(StandardLocation.SOURCE_PATH, "", file)
                    .getCharContent(true)
                    .toString());
        } catch (IOException | RuntimeException e) {
            // A compiler without a source path may say so with any exception.
            return Optional.empty();
        }
    }

    /** Folders with resources, where they are and where they are copied to. */
    List<Path> resources() {
        Set<Path> resources =
                new LinkedHashSet<>(options.resources().isEmpty() ? around("resources") : options.resources());
        if (folder != null) {
            resources.add(folder);
        }
        return List.copyOf(resources);
    }

    /** {@code src/main/java} of the project that {@code target/classes} or {@code build/classes/java/main} is of. */
    private List<Path> around(String language) {
        List<Path> found = new ArrayList<>();
        if (folder == null) {
            return found;
        }
        String set = switch (String.valueOf(folder.getFileName())) {
            case "classes" -> "main";
            case "test-classes" -> "test";
            default -> String.valueOf(folder.getFileName());
        };
        Path above = folder.getParent();
        for (int i = 0; i < LEVELS_UP && above != null && found.isEmpty(); i++) {
            Path candidate = above.resolve("src").resolve(set).resolve(language);
            if (Files.isDirectory(candidate)) {
                found.add(candidate);
            }
            above = above.getParent();
        }
        return found;
    }

    /** Compilers in editors may write into no file at all. */
    private static @Nullable Path folder(Filer filer) {
        try {
            Path file = Path.of(filer.getResource(StandardLocation.CLASS_OUTPUT, "", "limbeck")
                    .toUri());
            return file.toAbsolutePath().getParent();
        } catch (IOException | IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }
}
