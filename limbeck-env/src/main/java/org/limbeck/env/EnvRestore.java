package org.limbeck.env;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Puts a backup back. */
public final class EnvRestore {
    private final Path env;
    private final Path base;

    /**
     * What was done.
     *
     * @param from the backup that was put back
     * @param written false if the file was the same already
     * @param backup where the content before is; null if nothing was written or there was no file
     */
    public record Done(Path from, boolean written, @Nullable Path backup) {}

    /**
     * @param env the operator's file
     * @param base the folder relative to which messages name files
     */
    public EnvRestore(Path env, Path base) {
        this.env = env;
        this.base = base;
    }

    /**
     * Restores after a backup of what is there now.
     *
     * @param name the name of a backup, the end of one that only one has, or a path; null for the newest
     * @param wait how long to wait for another run
     */
    public Done apply(@Nullable String name, Duration wait) {
        return PlainFile.locked(env, EnvPair.shown(base, env), wait, new PlainFile.Work<Done>() {
            @Override
            public Done run(Path target) throws IOException {
                Path from = find(name);
                byte[] content = EnvFile.loadBytes(from, EnvPair.shown(base, from));
                byte[] before = PlainFile.read(env, EnvPair.shown(base, env));
                if (Arrays.equals(content, before)) {
                    return new Done(from, false, null);
                }
                Path backup = before == null ? null : new Backups(env).create(before, Instant.now());
                DurableFile.replace(target, content);
                return new Done(from, true, backup);
            }
        });
    }

    private Path find(@Nullable String name) throws IOException {
        List<Backup> all = new Backups(env).list();
        if (name == null) {
            if (all.isEmpty()) {
                throw EnvError.NO_BACKUP.because(
                        "there is no backup of " + EnvPair.shown(base, env), "name the file: limbeck env restore FILE");
            }
            return all.get(all.size() - 1).file();
        }
        Path byName = named(all, name);
        if (byName != null) {
            return byName;
        }
        Path file = base.resolve(name);
        if (Files.isRegularFile(file)) {
            return file;
        }
        throw EnvError.NO_BACKUP.because("there is no backup " + name, "choose one of: limbeck env backups");
    }

    private static @Nullable Path named(List<Backup> all, String name) {
        Path found = null;
        int hits = 0;
        for (Backup each : all) {
            if (each.name().equals(name)) {
                return each.file();
            }
            if (each.name().endsWith("_" + name)) {
                found = each.file();
                hits++;
            }
        }
        return hits == 1 ? found : null;
    }
}
