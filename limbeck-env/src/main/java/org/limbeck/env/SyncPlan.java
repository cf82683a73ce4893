package org.limbeck.env;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a sync would write, and why. Immutable. */
public final class SyncPlan {
    private final byte @Nullable [] before;
    private final byte[] after;
    private final Report report;

    SyncPlan(byte @Nullable [] before, byte[] after, Report report) {
        this.before = before;
        this.after = after;
        this.report = report;
    }

    /** Whether the file would be created. */
    public boolean creates() {
        return before == null;
    }

    /** Whether the file differs from what it should be. */
    public boolean due() {
        return before == null || !Arrays.equals(before, after);
    }

    public Report report() {
        return report;
    }

    /** The change line by line, secrets masked. */
    public List<Diff.Line> diff() {
        byte[] old = before == null ? new byte[0] : before;
        return Diff.of(EnvFile.parse(old), EnvFile.parse(after));
    }

    /** What changes that the lines of {@link #diff()} do not show, for people; empty if nothing does. */
    public String otherChange() {
        if (before == null || !due()) {
            return "";
        }
        EnvFile old = EnvFile.parse(before);
        EnvFile now = EnvFile.parse(after);
        if (old.entries().size() > 1 && !old.lineEnd().equals(now.lineEnd())) {
            return now.lineEnd().equals("\n") ? "line ends: CRLF becomes LF" : "line ends: LF becomes CRLF";
        }
        for (Diff.Line line : diff()) {
            if (line.mark() == Diff.Mark.ADDED || line.mark() == Diff.Mark.REMOVED) {
                return "";
            }
        }
        return "only line ends or a byte order mark change";
    }

    byte @Nullable [] before() {
        return before;
    }

    byte[] after() {
        return after;
    }
}
