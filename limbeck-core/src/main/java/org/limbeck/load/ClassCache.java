package org.limbeck.load;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/**
 * Compiled classes on disk, one file for each source, named by the hash of everything they depend on. A cache: what
 * cannot be written is not there, what is damaged or open to others is not read, and nothing is reported.
 */
final class ClassCache {
    private static final int MAGIC = 0x4C4D4232;
    private static final Set<PosixFilePermission> WRITABLE_BY_OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final FileAttribute<?> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final int SUM_LENGTH = Long.BYTES;

    private final @Nullable Path folder;
    private boolean trusted;

    /** @param folder where the files are; null for no cache */
    ClassCache(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The classes under a key, by name; null if they are not there or not to be trusted. */
    @Nullable
    Map<String, byte[]> get(String key) {
        if (folder == null) {
            return null;
        }
        try {
            Path file = folder.resolve(key);
            return isTrusted(folder) && isPrivateFile(file) ? decode(Files.readAllBytes(file)) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Looked at once: not for each of a thousand files. */
    private boolean isTrusted(Path whole) throws IOException {
        trusted = trusted || (Files.isDirectory(whole) && isPrivate(whole));
        return trusted;
    }

    private static boolean isPrivateFile(Path file) throws IOException {
        if (!isPosix(file)) {
            return Files.isRegularFile(file);
        }
        PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
        return attributes.isRegularFile() && areOwners(attributes.permissions());
    }

    void put(String key, Map<String, byte[]> classes) {
        if (folder == null) {
            return;
        }
        try {
            createFolder(folder);
            if (isPrivate(folder)) {
                write(folder.resolve(key), encode(classes));
            }
        } catch (IOException e) {
            return;
        }
    }

    private static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(folder, attributes(folder, OWNER_ONLY_FOLDER));
        }
    }

    private static void write(Path target, byte[] bytes) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, "part", null, attributes(target, OWNER_ONLY_FILE));
        try {
            Files.write(part, bytes);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, FileAttribute<?> ownerOnly) {
        return isPosix(path) ? new FileAttribute<?>[] {ownerOnly} : new FileAttribute<?>[0];
    }

    private static boolean isPrivate(Path path) throws IOException {
        return !isPosix(path) || areOwners(Files.getPosixFilePermissions(path));
    }

    private static boolean areOwners(Set<PosixFilePermission> permissions) {
        return Collections.disjoint(permissions, WRITABLE_BY_OTHERS);
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static byte[] encode(Map<String, byte[]> classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(classes.size());
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
        }
        byte[] content = bytes.toByteArray();
        bytes.writeBytes(ByteBuffer.allocate(SUM_LENGTH)
                .putLong(sum(content, content.length))
                .array());
        return bytes.toByteArray();
    }

    /** Against damage, not against forgers: those are kept out by the rights on folder and file. */
    private static long sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }

    private static @Nullable Map<String, byte[]> decode(byte[] bytes) throws IOException {
        int end = bytes.length - SUM_LENGTH;
        if (end < 0 || ByteBuffer.wrap(bytes).getLong(end) != sum(bytes, end)) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end))) {
            if (in.readInt() != MAGIC) {
                return null;
            }
            Map<String, byte[]> classes = new TreeMap<>();
            for (int count = in.readInt(); count > 0; count--) {
                classes.put(in.readUTF(), in.readNBytes(in.readInt()));
            }
            return classes;
        }
    }
}
