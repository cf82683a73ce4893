package org.limbeck.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionId;

/** Puts new scripts into place: all of them or none, and never over another file. */
public final class ScriptFiles {
    private ScriptFiles() {}

    /** A script to be written. */
    public record NewScript(Path path, String text) {}

    /**
     * Writes scripts. Their texts are on the disk before the first of them has its name; if one cannot get its name,
     * those before it lose theirs.
     *
     * @throws org.limbeck.error.LimbeckException FILE_EXISTS or FILE_PROBLEM; then none of them is there
     */
    public static void write(List<NewScript> scripts) {
        refuseExisting(scripts);
        String suffix = "." + RevisionId.generate() + ".new";
        List<Path> halves = new ArrayList<>();
        List<Path> placed = new ArrayList<>();
        boolean done = false;
        try {
            for (NewScript script : scripts) {
                Path half = script.path().resolveSibling("." + script.path().getFileName() + suffix);
                halves.add(half);
                store(half, script);
            }
            for (int i = 0; i < scripts.size(); i++) {
                place(halves.get(i), scripts.get(i).path());
                placed.add(scripts.get(i).path());
            }
            done = true;
        } finally {
            halves.forEach(ScriptFiles::discard);
            if (!done) {
                placed.forEach(ScriptFiles::discard);
            }
        }
    }

    private static void refuseExisting(List<NewScript> scripts) {
        Set<Path> names = new HashSet<>();
        for (NewScript script : scripts) {
            if (Files.exists(script.path())
                    || !names.add(script.path().toAbsolutePath().normalize())) {
                throw exists(script.path()).exception();
            }
        }
    }

    private static void store(Path half, NewScript script) {
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(script.text().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw problem(script.path(), e);
        }
    }

    /** A link, unlike a move, never replaces a file that came into being meanwhile. */
    private static void place(Path half, Path file) {
        try {
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException e) {
            throw exists(file).exception(e);
        } catch (UnsupportedOperationException | FileSystemException e) {
            move(half, file);
        } catch (IOException e) {
            throw problem(file, e);
        }
    }

    /** For file systems without links. */
    private static void move(Path half, Path file) {
        try {
            Files.move(half, file);
        } catch (FileAlreadyExistsException e) {
            throw exists(file).exception(e);
        } catch (IOException e) {
            throw problem(file, e);
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // What cannot be written cannot be removed either, and nobody reads a half: its name begins with a dot.
        }
    }

    private static Problem exists(Path file) {
        return Problem.of(ErrorCode.FILE_EXISTS, "There is a file of that name already: " + file)
                .todo("Choose another message, or remove that file.");
    }

    private static RuntimeException problem(Path file, IOException e) {
        String what = e instanceof FileSystemException own && own.getReason() != null
                ? own.getReason()
                : e.getClass().getSimpleName();
        return Problem.of(ErrorCode.FILE_PROBLEM, "The script cannot be written: " + file)
                .why(what)
                .exception(e);
    }
}
