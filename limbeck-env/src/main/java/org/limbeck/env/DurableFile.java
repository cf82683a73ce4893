package org.limbeck.env;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Writes files so that after a crash at any moment there is either the old content or the new, whole. */
final class DurableFile {
    private static final String TEMPORARY = ".limbeck-tmp";
    private static final int LINKS_AT_MOST = 40;
    private static final Set<PosixFilePermission> PRIVATE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private DurableFile() {}

    /** The file at the end of a chain of symbolic links, which need not exist. */
    static Path target(Path file) throws IOException {
        Path at = file.toAbsolutePath();
        for (int i = 0; Files.isSymbolicLink(at); i++) {
            if (i == LINKS_AT_MOST) {
                throw new IOException("too many symbolic links");
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return at;
    }

    /**
     * Creates a file that only its owner may read, flushes it to the disk and reads it back.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one already
     */
    static void create(Path file, byte[] content) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(file, options, privateFile(file));
        try (channel) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        if (!Arrays.equals(content, Files.readAllBytes(file))) {
            throw EnvError.READ_BACK_DIFFERS.because(
                    file.getFileName() + " reads back differently from what was written",
                    "look at the disk; nothing else was changed");
        }
    }

    /** Replaces the content of {@code file}, or creates it; rights, owner and group of an existing one are kept. */
    static void replace(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + TEMPORARY);
        removeLeftovers(file);
        try {
            create(temporary, content);
            if (Files.exists(file)) {
                copyRights(file, temporary);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        flushFolder(file);
    }

    /** Flushes the folder's list of names, where the system can. */
    static void flushFolder(Path file) {
        try (FileChannel folder = FileChannel.open(parent(file), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notSupported) {
            // Windows cannot open a folder; there the rename itself is all that can be had.
        }
    }

    static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    static FileAttribute<?>[] privateFile(Path file) {
        return rights(file, PRIVATE);
    }

    static FileAttribute<?>[] privateFolder(Path folder) {
        return rights(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static FileAttribute<?>[] rights(Path file, Set<PosixFilePermission> permissions) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void copyRights(Path from, Path to) throws IOException {
        if (!isPosix(from)) {
            return;
        }
        PosixFileAttributes wanted = view(from).readAttributes();
        PosixFileAttributes given = view(to).readAttributes();
        try {
            if (!wanted.group().equals(given.group())) {
                view(to).setGroup(wanted.group());
            }
            if (!wanted.owner().equals(given.owner())) {
                view(to).setOwner(wanted.owner());
            }
            view(to).setPermissions(wanted.permissions());
        } catch (IOException e) {
            throw EnvError.OWNER_NOT_KEPT.because(
                    from.getFileName() + " belongs to " + wanted.owner().getName() + ":"
                            + wanted.group().getName() + ", which a new file here cannot: " + EnvError.reason(e),
                    "run this as that user",
                    e);
        }
    }

    private static PosixFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Removes what a killed run left; the caller holds the lock, so no other run is using it. */
    private static void removeLeftovers(Path file) throws IOException {
        String prefix = file.getFileName() + ".";
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(parent(file))) {
            for (Path each : folder) {
                String name = each.getFileName().toString();
                if (name.startsWith(prefix) && name.endsWith(TEMPORARY)) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }
}
