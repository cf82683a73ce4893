package org.limbeck.baseline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.load.Scripts;
import org.limbeck.replay.Replay;
import org.limbeck.schema.Schema;

/**
 * Finds out what revisions make: by replaying their operations, and where raw SQL hides something, by building them in an
 * empty database, where there is one. Not thread-safe.
 *
 * @param providers the known kinds of databases
 * @param parameters values of declared parameters
 * @param scratch the address of an empty database to build in; null for one in memory, if the kind has that
 */
public record Expectations(
        DatabaseSettings settings,
        Scripts scripts,
        OpenDatabase database,
        List<DialectProvider> providers,
        Map<String, String> parameters,
        @Nullable String scratch) {

    /** The live schema. */
    Schema live() throws SQLException {
        return database.dialect().reflector().schema(database.connection(), null);
    }

    /** Compares the live schema with what these revisions, and all that they stand on, make. */
    public Comparison compare(List<String> tips) throws SQLException {
        Replay replay = Replay.of(scripts, database.dialect(), tips, parameters);
        Comparison first = new Expected(replay).with(live(), database, settings);
        if (replay.exact()) {
            return first;
        }
        try (Scratch place = open()) {
            return place == null ? first : Expected.built(place.build(tips)).with(live(), database, settings);
        } catch (LimbeckException e) {
            return unlessAsked(e, first);
        }
    }

    /** Does something with a schema; the connection is to a database like it, or null where there is none. */
    @FunctionalInterface
    public interface Use<T> {
        T of(Replay replay, @Nullable Connection connection);
    }

    /**
     * Does something with what the whole history makes, without the database that it is for: built in memory where the
     * kind of database has that, else replayed.
     *
     * @param parameters values of declared parameters
     */
    public static <T> T ofHeads(
            DatabaseSettings settings,
            Scripts scripts,
            Dialect dialect,
            List<DialectProvider> providers,
            Map<String, String> parameters,
            Use<T> use) {
        try (Scratch place = Scratch.open(providers, settings, scripts, dialect, settings.url(), parameters, null)) {
            if (place != null) {
                return use.of(new Replay(place.build(List.of("heads")), List.of()), place.connection());
            }
        } catch (LimbeckException | SQLException e) {
            // What cannot be built in memory is judged by what is known.
        }
        return use.of(Replay.ofHeads(scripts, dialect, parameters), null);
    }

    private @Nullable Scratch open() throws SQLException {
        String url = database.connection().getMetaData().getURL();
        return Scratch.open(
                providers, settings, scripts, database.dialect(), url == null ? "" : url, parameters, scratch);
    }

    /** What cannot be built is judged by what is known; but not where building was asked for. */
    private Comparison unlessAsked(LimbeckException e, Comparison otherwise) {
        if (scratch != null || e.code() == ErrorCode.WRONG_USE) {
            throw e;
        }
        return otherwise;
    }

    /**
     * Compares the live schema after each revision.
     *
     * @param ids each after all that it stands on
     */
    void each(List<String> ids, BiConsumer<String, Comparison> result) throws SQLException {
        Schema live = live();
        List<Replay> last = new ArrayList<>();
        Replay.each(scripts, database.dialect(), ids, parameters, (id, replay) -> {
            last.clear();
            last.add(replay);
        });
        boolean exact = last.isEmpty() || last.get(0).exact();
        try (Scratch place = exact ? null : open()) {
            if (place != null) {
                for (String id : ids) {
                    result.accept(id, Expected.built(place.build(List.of(id))).with(live, database, settings));
                }
                return;
            }
        } catch (LimbeckException e) {
            if (scratch != null) {
                throw e;
            }
        }
        Replay.each(
                scripts,
                database.dialect(),
                ids,
                parameters,
                (id, replay) -> result.accept(id, new Expected(replay).with(live, database, settings)));
    }
}
