package org.limbeck.env;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Brings an operator's file up to its template: plans, and writes with a backup and under a lock. */
public final class EnvSync {
    private final EnvPair pair;
    private final EnvFile template;
    private final @Nullable EnvFile previous;
    private final Renames renames;

    /**
     * What was done.
     *
     * @param plan the plan that was carried out
     * @param backup where the old content is; null if nothing was written or there was no file
     */
    public record Done(SyncPlan plan, @Nullable Path backup) {}

    private EnvSync(EnvPair pair, EnvFile template, @Nullable EnvFile previous, Renames renames) {
        this.pair = pair;
        this.template = template;
        this.previous = previous;
        this.renames = renames;
    }

    /**
     * Reads the templates, once: they may be pipes.
     *
     * @param renames a file of lines {@code OLD=NEW}, or null
     * @throws EnvException if one of them is missing or not readable
     */
    public static EnvSync of(EnvPair pair, @Nullable Path renames) {
        Path previous = pair.previous();
        return new EnvSync(
                pair,
                EnvFile.load(pair.template(), pair.shownTemplate()),
                previous == null ? null : EnvFile.load(previous, pair.shown(previous)),
                readRenames(pair.base(), renames));
    }

    static Renames readRenames(Path base, @Nullable Path file) {
        if (file == null) {
            return Renames.NONE;
        }
        String shown = EnvPair.shown(base, file);
        return Renames.parse(EnvFile.load(file, shown), shown);
    }

    public EnvPair pair() {
        return pair;
    }

    /** Looks only; writes nothing and takes no lock. */
    public SyncPlan plan() {
        byte[] before = PlainFile.read(pair.env(), pair.shownEnv());
        byte[] bytes = before == null ? new byte[0] : before;
        EnvFile.refuseWide(bytes, pair.shownEnv());
        EnvFile current = EnvFile.parse(bytes);
        Merge merge =
                Merge.of(new MergeInput(template, pair.shownTemplate(), current, pair.shownEnv(), previous, renames));
        return new SyncPlan(before, merge.result().bytes(), merge.report());
    }

    /**
     * Plans again under the lock and writes, after a backup, if anything is to be written.
     *
     * @param wait how long to wait for another run
     */
    public Done apply(Duration wait) {
        return PlainFile.locked(pair.env(), pair.shownEnv(), wait, new PlainFile.Work<Done>() {
            @Override
            public Done run(Path target) throws IOException {
                SyncPlan plan = plan();
                if (!plan.due()) {
                    return new Done(plan, null);
                }
                byte[] before = plan.before();
                Path backup = before == null ? null : new Backups(pair.env()).create(before, Instant.now());
                refuseIfChanged(target, before);
                DurableFile.replace(target, plan.after());
                return new Done(plan, backup);
            }
        });
    }

    /** An editor takes no lock: what was saved since the plan must not be lost. */
    private void refuseIfChanged(Path target, byte @Nullable [] before) throws IOException {
        byte[] now = Files.exists(target) ? Files.readAllBytes(target) : null;
        if (!Arrays.equals(before, now)) {
            throw EnvError.CHANGED_MEANWHILE.because(
                    pair.shownEnv() + " was changed by somebody else just now", "run this again");
        }
    }
}
