package org.limbeck.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.MigrationLock.Held;
import org.limbeck.dialect.MigrationLock.LockScope;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** What holds whatever clients, clocks and deaths do. */
class LeaseLawsTest {
    private static final LockScope SCOPE = new LockScope("limbeck_revision", "jdbc:h2:mem:laws");
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int CLIENTS = 3;

    enum Act {
        ASK,
        RELEASE,
        DIE,
        BEAT,
        PASS_A_LITTLE,
        PASS_A_LEASE,
        CLOCK_BACK,
        CLOCK_FORWARD,
        FORCE
    }

    @Provide
    Arbitrary<List<Tuple2<Act, Integer>>> stories() {
        Arbitrary<Act> acts = Arbitraries.frequency(
                Tuple.of(8, Act.ASK),
                Tuple.of(3, Act.RELEASE),
                Tuple.of(1, Act.DIE),
                Tuple.of(5, Act.BEAT),
                Tuple.of(5, Act.PASS_A_LITTLE),
                Tuple.of(2, Act.PASS_A_LEASE),
                Tuple.of(1, Act.CLOCK_BACK),
                Tuple.of(1, Act.CLOCK_FORWARD),
                Tuple.of(1, Act.FORCE));
        return acts.tuple2()
                .map(t -> Tuple.of(t.get1(), t.get2().ordinal() % CLIENTS))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 60)
    void tokensRiseAndOneGuardIsTrueAtMost(@ForAll("stories") List<Tuple2<Act, Integer>> story) throws SQLException {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.H2);
                World world = new World(database)) {
            for (Tuple2<Act, Integer> step : story) {
                world.act(step.get1(), step.get2());
                world.check();
            }
        }
    }

    /** Clients, each with a connection and what it believes to hold. */
    private static final class World implements AutoCloseable {
        private final TestDatabase database;
        private final Clocks clocks;
        private final LeaseLock lock;
        private final Connection watcher;
        private final List<Connection> connections = new ArrayList<>();
        private final List<@Nullable Lease> leases = new ArrayList<>();
        private final List<Lease> all = new ArrayList<>();
        private final Map<Lease, Runnable> hearts = new HashMap<>();
        private long highest;

        World(TestDatabase database) throws SQLException {
            this.database = database;
            this.clocks = new Clocks(database);
            this.lock = clocks.lock(LEASE);
            this.watcher = database.connect();
            for (int i = 0; i < CLIENTS; i++) {
                connections.add(database.connect());
                leases.add(null);
            }
        }

        void act(Act act, int client) throws SQLException {
            switch (act) {
                case ASK -> ask(client);
                case RELEASE -> release(client);
                case DIE -> die(client);
                case BEAT -> clocks.beat();
                case PASS_A_LITTLE -> clocks.pass(Duration.ofSeconds(17));
                case PASS_A_LEASE -> clocks.pass(LEASE);
                case CLOCK_BACK -> clocks.set(Duration.ofHours(-5));
                case CLOCK_FORWARD -> clocks.set(Duration.ofHours(5));
                case FORCE -> lock.forceRelease(watcher, SCOPE);
            }
        }

        private void ask(int client) throws SQLException {
            if (leases.get(client) != null) {
                return;
            }
            Optional<Held> held = lock.tryAcquire(connections.get(client), SCOPE, "c" + client, database::connect);
            if (held.isPresent()) {
                Lease lease = (Lease) held.get();
                assertThat(lease.token()).as("tokens strictly rise").isGreaterThan(highest);
                highest = lease.token();
                leases.set(client, lease);
                all.add(lease);
                hearts.put(lease, clocks.latest());
                assertThat(lease.held()).isTrue();
            }
        }

        private void release(int client) throws SQLException {
            Lease lease = leases.get(client);
            if (lease != null) {
                lease.close();
                leases.set(client, null);
            }
        }

        /** The process is gone: its connections are closed by the server, and it never beats again. */
        private void die(int client) throws SQLException {
            Lease lease = leases.get(client);
            if (lease != null) {
                connections.get(client).close();
                connections.set(client, database.connect());
                clocks.silence(Objects.requireNonNull(hearts.get(lease)));
                leases.set(client, null);
            }
        }

        void check() throws SQLException {
            int guarded = 0;
            for (Lease lease : all) {
                if (guards(lease)) {
                    guarded++;
                    assertThat(lease.token())
                            .as("only the latest lease may write")
                            .isEqualTo(highest);
                }
            }
            assertThat(guarded).as("guards that are true").isLessThanOrEqualTo(1);
        }

        private boolean guards(Held held) throws SQLException {
            try (Statement statement = watcher.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT 1 FROM (VALUES (1)) WHERE " + held.guard())) {
                return rows.next();
            }
        }

        @Override
        public void close() throws SQLException {
            watcher.close();
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    @Property(tries = 40)
    void withHonestClocksAtMostOneBelievesToHold(@ForAll("stories") List<Tuple2<Act, Integer>> story)
            throws SQLException {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.H2);
                World world = new World(database)) {
            for (Tuple2<Act, Integer> step : story) {
                boolean honest = step.get1() != Act.CLOCK_FORWARD && step.get1() != Act.FORCE;
                if (honest) {
                    world.act(step.get1(), step.get2());
                }
                long believing = world.all.stream().filter(Lease::held).count();
                assertThat(believing)
                        .as("holders that would go on, also after the server's clock was set back")
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Property(tries = 30)
    void whateverHappenedTheLeaseIsFreeAtLast(@ForAll("stories") List<Tuple2<Act, Integer>> story) throws SQLException {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.H2);
                World world = new World(database)) {
            for (Tuple2<Act, Integer> step : story) {
                world.act(step.get1(), step.get2());
            }
            for (int client = 0; client < CLIENTS; client++) {
                world.die(client);
            }
            lookOnce(world, database);
            world.clocks.pass(LEASE.plusMillis(1));
            assertThat(world.lock.tryAcquire(world.watcher, SCOPE, "last", database::connect))
                    .as("all are dead for a lease")
                    .isPresent();
        }
    }

    private static void lookOnce(World world, TestDatabase database) throws SQLException {
        Optional<Held> early = world.lock.tryAcquire(world.watcher, SCOPE, "last", database::connect);
        if (early.isPresent()) {
            early.get().close();
        }
    }
}
