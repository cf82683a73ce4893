package org.limbeck.dialect.h2;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Sequence;

/** Options of sequences. */
final class Sequences {
    static final long USUAL_CACHE = 32;

    private Sequences() {}

    /** H2 does not keep ready more values than there are. */
    static long usualCache(long minimum, long maximum, long increment) {
        double values = Math.floor(((double) maximum - minimum) / Math.abs((double) increment)) + 1;
        return values < USUAL_CACHE ? (long) values : USUAL_CACHE;
    }

    /** What is given; the rest is H2's own choice. */
    static String options(Sequence sequence) {
        return option("START WITH", sequence.start())
                + option("INCREMENT BY", sequence.increment())
                + option("MINVALUE", sequence.minimum())
                + option("MAXVALUE", sequence.maximum())
                + (sequence.cycle() ? " CYCLE" : "")
                + cache(sequence.cache());
    }

    /** Everything, for a change to what is given: what is not given becomes H2's own choice again. */
    static String allOptions(Sequence sequence) {
        long increment = sequence.increment() == null ? 1 : sequence.increment();
        Long end = increment > 0 ? sequence.minimum() : sequence.maximum();
        long usualStart = end != null ? end : increment > 0 ? 1 : -1;
        return " START WITH " + (sequence.start() == null ? usualStart : sequence.start())
                + " INCREMENT BY " + increment
                + (sequence.minimum() == null ? " NO MINVALUE" : option("MINVALUE", sequence.minimum()))
                + (sequence.maximum() == null ? " NO MAXVALUE" : option("MAXVALUE", sequence.maximum()))
                + (sequence.cycle() ? " CYCLE" : " NO CYCLE")
                + cache(sequence.cache() == null ? Long.valueOf(USUAL_CACHE) : sequence.cache());
    }

    private static String cache(@Nullable Long values) {
        return values != null && values <= 1 ? " NO CACHE" : option("CACHE", values);
    }

    private static String option(String words, @Nullable Long value) {
        return value == null ? "" : " " + words + " " + value;
    }
}
