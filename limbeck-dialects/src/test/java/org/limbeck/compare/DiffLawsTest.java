package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.limbeck.dialect.Live;
import org.limbeck.operation.Blocks;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Schema;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Whatever two schemas there are, their difference makes one of the other, and leads back. */
class DiffLawsTest {
    private static final int TRIES = Integer.getInteger("limbeck.compare.tries", 8);

    @EachDatabase(except = DatabaseKind.POSTGRESQL_15)
    void theDifferenceMakesOneSchemaOfTheOtherAndLeadsBack(TestDatabase database) throws SQLException {
        try (Live live = OpenLive.of(database)) {
            for (int seed = 0; seed < TRIES; seed++) {
                lead(live, seed);
            }
        }
    }

    private static void lead(Live live, int seed) throws SQLException {
        Schema a = new RandomSchema(seed, live.dialect()).schema();
        Schema b = new RandomSchema(seed + 1000, live.dialect()).schema();
        String story = "";
        try {
            story = "to a";
            apply(live, between(live, live.schema(), a));
            assertSame(live, a);
            assertPure(live, live.schema(), b);
            story = "to b";
            SchemaChanges forth = between(live, live.schema(), b);
            story = "to b by" + lines(forth);
            apply(live, forth);
            assertSame(live, b);
            story = "back to a by" + lines(forth);
            assertThat(forth.oneWay()).isEmpty();
            live.execute(forth.downgrade());
            assertSame(live, a);
        } catch (SQLException | RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ", " + story + "\n" + e.getMessage(), e);
        }
    }

    private static String lines(SchemaChanges changes) {
        StringBuilder text = new StringBuilder();
        changes.steps().forEach(s -> text.append("\n    ").append(s.operation()));
        changes.differences().forEach(d -> text.append("\n  ").append(d));
        return text.toString();
    }

    private static SchemaChanges between(Live live, Schema have, Schema want) {
        return SchemaDiff.between(have, want, live.dialect(), CompareOptions.USUAL);
    }

    private static void apply(Live live, SchemaChanges changes) throws SQLException {
        live.execute(changes.upgrade());
    }

    private static void assertSame(Live live, Schema want) throws SQLException {
        assertThat(between(live, live.schema(), want).differences()).isEmpty();
    }

    /** The laws hold for values alone too. */
    private static void assertPure(Live live, Schema a, Schema b) {
        assertThat(between(live, a, a).differences()).as("a and a").isEmpty();
        SchemaChanges forth = between(live, a, b);
        Schema evolved = Blocks.evolve(a, forth.upgrade());
        assertThat(between(live, evolved, b).differences())
                .as("evolved to b by" + lines(forth))
                .isEmpty();
        Schema back = evolved;
        for (Operation operation : forth.downgrade()) {
            back = operation.evolve(back);
        }
        assertThat(between(live, back, a).differences())
                .as("evolved back to a by" + lines(forth))
                .isEmpty();
    }
}
