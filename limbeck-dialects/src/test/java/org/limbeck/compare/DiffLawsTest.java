package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Live;
import org.limbeck.operation.Blocks;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Schema;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/**
 * Whatever two schemas there are, their difference makes one of the other, and leads back. What breaks the law is told
 * with its seed and as small as it can be made. {@code -Dlimbeck.compare.tries=500 -Dlimbeck.compare.seed=9000} tries
 * more and others.
 */
class DiffLawsTest {
    private static final int TRIES = Integer.getInteger("limbeck.compare.tries", 8);
    private static final int FIRST = Integer.getInteger("limbeck.compare.seed", 0);
    private static final int MOST_FAILURES = 2;

    /** Where a law broke, and how. */
    private record Failure(String where, Throwable cause) {

        boolean isLike(@Nullable Failure other) {
            return other != null && kind().equals(other.kind());
        }

        private String kind() {
            return where + " "
                    + (cause instanceof SQLException sql ? sql.getErrorCode() + sql.getSQLState() : cause.getClass());
        }
    }

    /** Something that a law asks for. */
    private interface Demand {
        void run() throws SQLException;
    }

    @EachDatabase(except = DatabaseKind.POSTGRESQL_15)
    void theDifferenceMakesOneSchemaOfTheOtherAndLeadsBack(TestDatabase database) throws SQLException {
        List<String> failures = new ArrayList<>();
        Live live = OpenLive.of(database);
        try {
            Schema have = Schema.EMPTY;
            for (int seed = FIRST; seed < FIRST + TRIES && failures.size() < MOST_FAILURES; seed++) {
                Schema want = new RandomSchema(seed, live.dialect()).schema();
                SchemaPair pair = new SchemaPair(have, want);
                Failure failure = failure(live, pair);
                if (failure != null) {
                    failures.add("seed " + seed + ", " + told(database.kind(), pair, failure));
                    live.close();
                    live = OpenLive.of(TestDatabase.create(database.kind()));
                    apply(live, between(live, Schema.EMPTY, want));
                }
                have = want;
            }
        } finally {
            live.close();
        }
        assertThat(failures).as(String.join("\n\n", failures)).isEmpty();
    }

    @EachDatabase(except = DatabaseKind.POSTGRESQL_15)
    void theLawHoldsWhereItOnceDidNot(TestDatabase database) throws SQLException {
        try (Live live = OpenLive.of(database)) {
            HardPairs.all().forEach((title, pair) -> {
                Failure create = failure("create", () -> apply(live, towards(live, pair.have())));
                Failure there = create != null ? create : failure(live, pair);
                Failure back = there != null ? there : failure(live, new SchemaPair(pair.want(), pair.have()));
                assertThat(back).as(title + "\n" + pair).isNull();
            });
        }
    }

    private static String told(DatabaseKind kind, SchemaPair pair, Failure failure) {
        SchemaPair smallest = pair.smallest(candidate -> failure.isLike(failure(kind, candidate)));
        Failure small = failure(kind, smallest);
        return (small == null ? failure : small).where() + ": " + (small == null ? failure : small).cause() + "\n"
                + (small == null ? "(only from what was there before) " : "") + smallest;
    }

    /** How a pair fails in a database of its own. */
    private static @Nullable Failure failure(DatabaseKind kind, SchemaPair pair) {
        try (TestDatabase fresh = TestDatabase.create(kind);
                Live live = OpenLive.of(fresh)) {
            Failure failure = failure("create", () -> apply(live, between(live, Schema.EMPTY, pair.have())));
            return failure == null ? failure(live, pair) : failure;
        } catch (SQLException e) {
            return new Failure("open", e);
        }
    }

    private static @Nullable Failure failure(String where, Demand demand) {
        try {
            demand.run();
            return null;
        } catch (SQLException | RuntimeException | AssertionError e) {
            return new Failure(where, e);
        }
    }

    /** How a pair fails in a database that is as the first is; afterwards it is as the second is. */
    private static @Nullable Failure failure(Live live, SchemaPair pair) {
        Schema want = pair.want();
        SchemaChanges[] forth = new SchemaChanges[1];
        Failure failure = failure("before", () -> assertSame(live, pair.have()));
        failure = failure != null ? failure : failure("in memory", () -> assertPure(live, live.schema(), want));
        failure = failure != null
                ? failure
                : failure("forth", () -> {
                    forth[0] = towards(live, want);
                    apply(live, forth[0]);
                });
        failure = failure != null ? failure : failure("after", () -> assertSame(live, want));
        failure = failure != null
                ? failure
                : failure("back", () -> {
                    assertThat(forth[0].oneWay()).isEmpty();
                    live.execute(forth[0].downgrade());
                });
        failure = failure != null ? failure : failure("back again", () -> assertSame(live, pair.have()));
        return failure != null
                ? failure
                : failure("forth again", () -> {
                    apply(live, towards(live, want));
                    assertSame(live, want);
                });
    }

    private static SchemaChanges between(Live live, Schema have, Schema want) {
        return SchemaDiff.between(have, want, live.dialect(), CompareOptions.USUAL);
    }

    /** With the database as judge of what views and checks mean. */
    private static SchemaChanges towards(Live live, Schema want) throws SQLException {
        return Comparison.between(live.connection(), live.dialect(), live.schema(), want, CompareOptions.USUAL);
    }

    private static void apply(Live live, SchemaChanges changes) throws SQLException {
        live.execute(changes.upgrade());
    }

    private static void assertSame(Live live, Schema want) throws SQLException {
        assertThat(towards(live, want).differences()).isEmpty();
    }

    /** The laws hold for values alone too. */
    private static void assertPure(Live live, Schema a, Schema b) {
        assertThat(between(live, a, a).differences()).as("a and a").isEmpty();
        SchemaChanges forth = between(live, a, b);
        Schema evolved = Blocks.evolve(a, forth.upgrade());
        assertThat(between(live, evolved, b).differences()).as("evolved to b").isEmpty();
        Schema back = evolved;
        for (Operation operation : forth.downgrade()) {
            back = operation.evolve(back);
        }
        assertThat(between(live, back, a).differences()).as("evolved back to a").isEmpty();
    }
}
