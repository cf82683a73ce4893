package org.limbeck.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.limbeck.testkit.server.TestDatabase;

/** Several contestants at the same work, run in turn: A B C, A B C, so that whatever else the machine does meets all. */
final class Contest {
    private final Bench bench;
    private final String section;
    private final String setting;
    private final Map<Contestant, Integer> contestants = new LinkedHashMap<>();
    private @Nullable Contestant floor;

    Contest(Bench bench, String section, String setting) {
        this.bench = bench;
        this.section = section;
        this.setting = setting;
    }

    /** @param runs how often, at most as often as the command line says */
    Contest add(Contestant contestant, int runs) {
        contestants.put(contestant, Math.min(runs, bench.runs()));
        return this;
    }

    Contest floor(Contestant contestant, int runs) {
        floor = contestant;
        return add(contestant, runs);
    }

    /** Each run on a database of its own, and one more of each that only counts statements. */
    void onFresh(Engine engine) throws IOException, InterruptedException {
        run(
                attempts -> {
                    try (TestDatabase database = engine.create()) {
                        return bench.processes().run(attempts.on(Engine.target(database)));
                    }
                },
                attempts -> {
                    try (TestDatabase database = engine.create()) {
                        return count(attempts, Engine.target(database));
                    }
                });
    }

    /** Each run on a database of its own, from a server that keeps them. The first run of each is not counted. */
    void onFresh(Supplier<Target> databases) throws IOException, InterruptedException {
        warmOn(attempts -> databases.get());
    }

    /** All runs of a contestant on one database of its own. The first run of each is not counted. */
    void onOwn(Supplier<Target> databases) throws IOException, InterruptedException {
        Map<Contestant.Attempts, Target> own = new HashMap<>();
        warmOn(attempts -> own.computeIfAbsent(attempts, key -> databases.get()));
    }

    /** All runs on one database. The first run of each is not counted: it makes caches. */
    void on(Target target) throws IOException, InterruptedException {
        warmOn(attempts -> target);
    }

    private void warmOn(Function<Contestant.Attempts, Target> where) throws IOException, InterruptedException {
        for (Contestant contestant : contestants.keySet()) {
            bench.processes().run(contestant.attempts().on(where.apply(contestant.attempts())));
        }
        run(
                attempts -> bench.processes().run(attempts.on(where.apply(attempts))),
                attempts -> count(attempts, where.apply(attempts)));
    }

    /** The same without the first run that is not counted, for what takes minutes. */
    void onceOn(Target target) throws IOException, InterruptedException {
        run(attempts -> bench.processes().run(attempts.on(target)), attempts -> count(attempts, target));
    }

    /** Runs something for a contestant. */
    @FunctionalInterface
    private interface Runner<T> {
        T run(Contestant.Attempts attempts) throws IOException, InterruptedException;
    }

    private void run(Runner<Sample> measured, Runner<OptionalInt> counted) throws IOException, InterruptedException {
        Map<Contestant, List<Sample>> samples = new LinkedHashMap<>();
        int most = contestants.values().stream().mapToInt(runs -> runs).max().orElse(0);
        for (int round = 0; round < most; round++) {
            for (Map.Entry<Contestant, Integer> one : contestants.entrySet()) {
                if (round < one.getValue()) {
                    samples.computeIfAbsent(one.getKey(), key -> new ArrayList<>())
                            .add(measured.run(one.getKey().attempts()));
                }
            }
        }
        for (Map.Entry<Contestant, List<Sample>> one : samples.entrySet()) {
            Contestant who = one.getKey();
            OptionalInt seen = who.counted() ? counted.run(who.attempts()) : OptionalInt.empty();
            Integer statements = seen.isPresent() ? seen.getAsInt() : null;
            bench.report().add(new Row(section, setting, who.name(), who.equals(floor), one.getValue(), statements));
        }
    }

    private OptionalInt count(Contestant.Attempts attempts, Target target) throws IOException, InterruptedException {
        if (target.port() == 0) {
            return OptionalInt.empty();
        }
        try (StatementCounter counter = new StatementCounter(target)) {
            bench.processes().run(attempts.on(target.through(counter.port())));
            return OptionalInt.of(counter.statements());
        }
    }
}
