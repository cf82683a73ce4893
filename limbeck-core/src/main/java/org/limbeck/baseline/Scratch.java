package org.limbeck.baseline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.command.Migrator;
import org.limbeck.command.RunOptions;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.connect.Connector;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.load.Scripts;
import org.limbeck.replay.Replay;
import org.limbeck.run.RunListener;
import org.limbeck.schema.Schema;

/** An empty database in which a history is built, to see what it makes. Not thread-safe. */
final class Scratch implements AutoCloseable {
    private final OpenDatabase place;
    private final Scripts scripts;
    private final Migrator migrator;
    private final RunOptions options;

    private Scratch(OpenDatabase place, Scripts scripts, Migrator migrator, Map<String, String> parameters) {
        this.place = place;
        this.scripts = scripts;
        this.migrator = migrator;
        this.options = RunOptions.USUAL.with(parameters).allowingDataLoss(true);
    }

    /**
     * Opens one in memory, or the one that is given; null where there is none.
     *
     * @param given the address of an empty database, or null
     * @throws LimbeckException WRONG_USE if the given one is not empty
     */
    static @Nullable Scratch open(
            List<DialectProvider> providers,
            DatabaseSettings settings,
            Scripts scripts,
            Dialect dialect,
            String liveUrl,
            Map<String, String> parameters,
            @Nullable String given)
            throws SQLException {
        String url = given == null ? inMemory(providers, dialect, liveUrl) : given;
        if (url == null) {
            return null;
        }
        DatabaseSettings there = DatabaseSettings.of("scratch", url)
                .withLogin(given == null ? null : settings.user(), given == null ? null : settings.password())
                .withScripts(settings.scripts())
                .withJournal(settings.journal());
        OpenDatabase place = new Connector(providers, there, null).open();
        if (given != null) {
            requireEmpty(place, dialect);
        }
        return new Scratch(
                place, scripts, new Migrator(there, scripts, place, RunListener.none(), () -> false), parameters);
    }

    private static @Nullable String inMemory(List<DialectProvider> providers, Dialect dialect, String url) {
        for (DialectProvider provider : providers) {
            if (provider.names().contains(dialect.name())) {
                return provider.scratch(url);
            }
        }
        return null;
    }

    private static void requireEmpty(OpenDatabase place, Dialect dialect) throws SQLException {
        int tables = place.dialect().reflector().countTables(place.connection());
        boolean same = place.dialect().name().equals(dialect.name());
        if (tables > 0 || !same) {
            place.close();
            throw Problem.of(
                            ErrorCode.WRONG_USE,
                            same ? "The scratch database is not empty" : "The scratch database is of another kind")
                    .why("The history is built in it from nothing, to see what it makes.")
                    .todo("Name an empty database of the same kind with  --scratch URL")
                    .exception();
        }
    }

    /**
     * The schema with these revisions and all that they stand on.
     *
     * @throws LimbeckException as an upgrade does
     */
    Schema build(List<String> tips) throws SQLException {
        if (!tips.isEmpty()) {
            requireContained(tips);
            migrator.upgrade(tips, options);
        }
        return place.dialect().reflector().schema(place.connection(), null);
    }

    private void requireContained(List<String> tips) throws SQLException {
        Reach reach = Reach.of(place.connection(), place.dialect());
        Replay.steps(scripts, place.dialect(), tips, options.parameters(), reach::require);
    }

    Connection connection() {
        return place.connection();
    }

    @Override
    public void close() {
        place.close();
    }
}
