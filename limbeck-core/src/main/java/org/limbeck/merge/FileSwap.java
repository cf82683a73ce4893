package org.limbeck.merge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionId;

/** Gives files another content: all of them or none. */
final class FileSwap {
    private FileSwap() {}

    /** @throws org.limbeck.error.LimbeckException FILE_PROBLEM; then every file is as it was */
    static void replace(Map<Path, byte[]> contents) {
        String suffix = "." + RevisionId.generate() + ".new";
        Map<Path, Path> halves = new LinkedHashMap<>();
        Map<Path, byte[]> former = new LinkedHashMap<>();
        Path current = null;
        try {
            for (Map.Entry<Path, byte[]> content : contents.entrySet()) {
                current = content.getKey();
                Path half = current.resolveSibling("." + current.getFileName() + suffix);
                halves.put(current, half);
                store(half, content.getValue(), current);
            }
            for (Map.Entry<Path, Path> half : halves.entrySet()) {
                current = half.getKey();
                byte[] before = Files.readAllBytes(current);
                move(half.getValue(), current);
                former.put(current, before);
            }
        } catch (IOException e) {
            former.forEach(FileSwap::restore);
            throw Problem.of(ErrorCode.FILE_PROBLEM, "The script cannot be changed: " + current)
                    .why(e.getClass().getSimpleName() + ": " + e.getMessage())
                    .exception(e);
        } finally {
            halves.values().forEach(FileSwap::discard);
        }
    }

    private static void store(Path half, byte[] content, Path like) throws IOException {
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        try {
            Files.setPosixFilePermissions(half, Files.getPosixFilePermissions(like));
        } catch (UnsupportedOperationException e) {
            // The file system knows no such rights.
        }
    }

    private static void move(Path half, Path file) throws IOException {
        try {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void restore(Path file, byte[] before) {
        try {
            Files.write(file, before);
        } catch (IOException e) {
            // The error that led here is told; this one has the same cause.
        }
    }

    private static void discard(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            // Nobody reads it: its name begins with a dot.
        }
    }
}
