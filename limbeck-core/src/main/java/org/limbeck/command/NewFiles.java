package org.limbeck.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.limbeck.adopt.CarriedScript;
import org.limbeck.adopt.CarriedText;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** New scripts, all of them or none: what is not kept is removed again. Not thread-safe. */
final class NewFiles implements AutoCloseable {
    private final Path folder;
    private final List<Path> published = new ArrayList<>();
    private boolean kept;

    NewFiles(Path folder) {
        this.folder = folder;
    }

    /** @throws LimbeckException FILE_EXISTS before anything is written, FILE_PROBLEM */
    void write(List<CarriedScript> scripts) {
        Map<Path, String> texts = new LinkedHashMap<>();
        for (CarriedScript script : scripts) {
            Path file = folder.resolve(script.file());
            if (Files.exists(file) || texts.put(file, CarriedText.of(script)) != null) {
                throw exists(file);
            }
        }
        texts.forEach(this::publish);
    }

    private void publish(Path file, String text) {
        Path half = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(half, text);
            Files.move(half, file);
            published.add(file);
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } catch (IOException e) {
            throw Problem.of(ErrorCode.FILE_PROBLEM, "It cannot be written: " + file)
                    .why(e.getClass().getSimpleName() + ": " + e.getMessage())
                    .exception(e);
        } finally {
            remove(half);
        }
    }

    private static LimbeckException exists(Path file) {
        return Problem.of(ErrorCode.FILE_EXISTS, "There is a file of that name already: " + file)
                .todo("Move it away, or adopt into an empty folder.")
                .exception();
    }

    void keep() {
        kept = true;
    }

    @Override
    public void close() {
        if (!kept) {
            published.forEach(NewFiles::remove);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // What cannot be removed is told by the failure that is on its way.
        }
    }
}
