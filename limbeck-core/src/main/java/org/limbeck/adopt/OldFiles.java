package org.limbeck.adopt;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** Reads the files of another tool. */
public final class OldFiles {
    private OldFiles() {}

    /**
     * All files in a folder and the folders in it that are wanted, by path; hidden ones are left out.
     *
     * @param wanted is asked with the name of a file
     * @throws LimbeckException FILE_PROBLEM, also for what is not UTF-8
     */
    public static List<OldFile> read(Path folder, Predicate<String> wanted) {
        if (!Files.isDirectory(folder)) {
            throw Problem.of(ErrorCode.FILE_PROBLEM, "There is no folder " + folder)
                    .todo("Name the folder of the existing scripts with  --from DIR")
                    .exception();
        }
        List<OldFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted().toList()) {
                String relative = folder.relativize(path).toString().replace('\\', '/');
                boolean hidden = relative.startsWith(".") || relative.contains("/.");
                if (!hidden && wanted.test(String.valueOf(path.getFileName())) && Files.isRegularFile(path)) {
                    files.add(new OldFile(relative, text(path)));
                }
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        return files;
    }

    /** Whether one folder is in the other. */
    static boolean overlap(Path one, Path two) {
        Path first = one.toAbsolutePath().normalize();
        Path second = two.toAbsolutePath().normalize();
        return first.startsWith(second) || second.startsWith(first);
    }

    /** @throws LimbeckException FILE_PROBLEM, also for what is not UTF-8 */
    public static String text(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.of(ErrorCode.FILE_PROBLEM, "It is not UTF-8: " + file)
                    .todo("Convert a copy of the folder to UTF-8, and adopt that.")
                    .exception(e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static LimbeckException unreadable(Path file, IOException e) {
        return Problem.of(ErrorCode.FILE_PROBLEM, "It cannot be read: " + file)
                .why(e.getClass().getSimpleName() + ": " + e.getMessage())
                .exception(e);
    }
}
