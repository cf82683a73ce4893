package org.limbeck.env;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The backups of one env file, in {@code env-backup} beside it: {@code .env.backup_20261120_081041_123_0001}. The time
 * is UTC; the counter rises by one each time and gives the order, whatever the clock does.
 */
public final class Backups {
    private static final String FOLDER = "env-backup";
    private static final int TIME_LENGTH = "20261120_081041_123_".length();
    private static final int COUNTER_LENGTH = 4;
    private static final int COUNTER_LENGTH_AT_MOST = 9;

    private final Path folder;
    private final String prefix;

    /** The backups of a file, named as the operator names it (a link has its own). */
    public Backups(Path env) {
        this.folder = env.toAbsolutePath().resolveSibling(FOLDER);
        this.prefix = env.getFileName() + ".backup_";
    }

    /** All backups, oldest first. */
    public List<Backup> list() throws IOException {
        List<Backup> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Backup backup = read(file);
                if (backup != null) {
                    found.add(backup);
                }
            }
        }
        found.sort(new Comparator<Backup>() {
            @Override
            public int compare(Backup a, Backup b) {
                int order = Integer.compare(a.counter(), b.counter());
                return order != 0 ? order : a.name().compareTo(b.name());
            }
        });
        return found;
    }

    /** Makes one more backup: never over another, for its owner only, on the disk, read back. */
    Path create(byte[] content, Instant now) throws IOException {
        Files.createDirectories(folder, DurableFile.privateFolder(folder));
        List<Backup> known = list();
        int counter = known.isEmpty() ? 1 : known.get(known.size() - 1).counter() + 1;
        while (true) {
            Path file = folder.resolve(name(now, counter));
            try {
                DurableFile.create(file, content);
                DurableFile.flushFolder(file);
                DurableFile.flushFolder(folder);
                return file;
            } catch (FileAlreadyExistsException e) {
                counter++;
            }
        }
    }

    /** Deletes all but the newest {@code keep} (at least one) and returns what it deleted. */
    public List<Backup> prune(int keep) throws IOException {
        List<Backup> all = list();
        List<Backup> old = new ArrayList<>(all.subList(0, Math.max(0, all.size() - Math.max(1, keep))));
        for (Backup each : old) {
            Files.deleteIfExists(each.file());
        }
        return old;
    }

    private @Nullable Backup read(Path file) {
        String name = file.getFileName().toString();
        int counterAt = prefix.length() + TIME_LENGTH;
        int counterLength = name.length() - counterAt;
        if (!name.startsWith(prefix)
                || counterLength < COUNTER_LENGTH
                || counterLength > COUNTER_LENGTH_AT_MOST
                || !isTime(name.substring(prefix.length(), counterAt))
                || !isDigits(name, counterAt, name.length())) {
            return null;
        }
        String time = name.substring(prefix.length(), counterAt);
        return new Backup(file, Integer.parseInt(name.substring(counterAt)), shown(time));
    }

    private static boolean isTime(String text) {
        return isDigits(text, 0, 8)
                && text.charAt(8) == '_'
                && isDigits(text, 9, 15)
                && text.charAt(15) == '_'
                && isDigits(text, 16, 19)
                && text.charAt(19) == '_';
    }

    private static boolean isDigits(String text, int start, int stop) {
        for (int i = start; i < stop; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String shown(String t) {
        return t.substring(0, 4) + "-" + t.substring(4, 6) + "-" + t.substring(6, 8) + " " + t.substring(9, 11) + ":"
                + t.substring(11, 13) + ":" + t.substring(13, 15) + "." + t.substring(16, 19);
    }

    private String name(Instant now, int counter) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(now.getEpochSecond(), now.getNano(), ZoneOffset.UTC);
        StringBuilder name = new StringBuilder(prefix);
        digits(name, time.getYear(), 4);
        digits(name, time.getMonthValue(), 2);
        digits(name, time.getDayOfMonth(), 2).append('_');
        digits(name, time.getHour(), 2);
        digits(name, time.getMinute(), 2);
        digits(name, time.getSecond(), 2).append('_');
        digits(name, time.getNano() / 1_000_000, 3).append('_');
        return digits(name, counter, COUNTER_LENGTH).toString();
    }

    private static StringBuilder digits(StringBuilder out, int number, int width) {
        String text = Integer.toString(number);
        for (int i = text.length(); i < width; i++) {
            out.append('0');
        }
        return out.append(text);
    }
}
