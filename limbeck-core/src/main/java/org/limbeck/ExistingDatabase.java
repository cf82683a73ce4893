package org.limbeck;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.adopt.OldHistory;
import org.limbeck.baseline.Baseliner;
import org.limbeck.baseline.Comparison;
import org.limbeck.baseline.Expectations;
import org.limbeck.baseline.Fingerprint;
import org.limbeck.baseline.SchemaGuard;
import org.limbeck.command.Adopter;
import org.limbeck.command.Stamper;
import org.limbeck.connect.Connector;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.graph.Stamp;
import org.limbeck.load.Scripts;
import org.limbeck.model.Model;
import org.limbeck.run.RunListener;
import org.limbeck.sync.Allowed;
import org.limbeck.sync.SyncPlan;
import org.limbeck.sync.Syncer;

/**
 * What is done with a database that was not begun by Limbeck: its history is taken over, or found by its schema. Immutable
 * and thread-safe, as {@link Limbeck} is.
 */
public final class ExistingDatabase {
    private final Limbeck limbeck;
    private final Connector connector;
    private final List<DialectProvider> kinds;
    private final Map<String, String> parameters;
    private final RunListener listener;

    ExistingDatabase(
            Limbeck limbeck,
            Connector connector,
            List<DialectProvider> kinds,
            Map<String, String> parameters,
            RunListener listener) {
        this.limbeck = limbeck;
        this.connector = connector;
        this.kinds = kinds;
        this.parameters = parameters;
        this.listener = listener;
    }

    /**
     * Records targets as applied without executing them, if the live schema is what they make.
     *
     * @param scratch the address of an empty database in which the history may be built to see that; null for one in
     *     memory, where the kind of database has that
     */
    public CheckedStamp stampIfMatching(
            List<String> targets,
            boolean purge,
            @Nullable String reason,
            @Nullable String tag,
            @Nullable String scratch) {
        try (OpenDatabase database = connector.open()) {
            Scripts scripts = limbeck.scripts();
            SchemaGuard guard = new SchemaGuard(expectations(scripts, database, scratch));
            Stamp stamp = new Stamper(limbeck.settings(), scripts, database, listener)
                    .stamp(targets, purge, reason, tag, parameters, guard);
            return new CheckedStamp(stamp, guard.comparison());
        }
    }

    /** What was recorded, and how the live schema compared. */
    public record CheckedStamp(Stamp stamp, Comparison comparison) {}

    /**
     * Where a database without a history stands, by its schema; changes nothing.
     *
     * @param scratch as for {@link #stampIfMatching}
     */
    public Fingerprint fingerprint(@Nullable String scratch) {
        try (OpenDatabase database = connector.open()) {
            return new Baseliner(expectations(limbeck.scripts(), database, scratch)).find();
        }
    }

    /** What {@link #sync} would do; changes nothing. */
    public SyncPlan syncPlan(Model model, Allowed allowed) {
        try (OpenDatabase database = connector.open()) {
            return syncer(database).plan(model, allowed);
        }
    }

    /** Adds to a database without a history what a model has more. */
    public SyncPlan sync(Model model, Allowed allowed, @Nullable String reason) {
        try (OpenDatabase database = connector.open()) {
            return syncer(database).apply(model, allowed, reason);
        }
    }

    private Syncer syncer(OpenDatabase database) {
        return new Syncer(limbeck.settings(), limbeck.scripts(), database, listener);
    }

    Expectations expectations(Scripts scripts, OpenDatabase database, @Nullable String scratch) {
        return new Expectations(limbeck.settings(), scripts, database, kinds, parameters, scratch);
    }

    /**
     * Takes over the history of another tool; its scripts become ours, nothing of them is run.
     *
     * @param folder where the new scripts go
     * @param dryRun whether to write nothing
     */
    public Adopter.Result adopt(OldHistory old, Path folder, boolean dryRun, @Nullable String reason) {
        try (OpenDatabase database = connector.open()) {
            return new Adopter(limbeck.settings(), limbeck::scripts, database, listener)
                    .adopt(old, folder, dryRun, reason);
        }
    }
}
