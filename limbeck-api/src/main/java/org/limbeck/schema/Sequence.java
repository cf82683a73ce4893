package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/** A sequence; null means the database's own choice. */
public record Sequence(
        QualifiedName name,
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Long minimum,
        @Nullable Long maximum,
        boolean cycle,
        @Nullable Long cache) {

    public static Sequence of(String name) {
        return new Sequence(QualifiedName.parse(name), null, null, null, null, false, null);
    }

    public Sequence startingAt(long first) {
        return new Sequence(name, first, increment, minimum, maximum, cycle, cache);
    }

    public Sequence incrementBy(long step) {
        return new Sequence(name, start, step, minimum, maximum, cycle, cache);
    }

    public Sequence between(long least, long greatest) {
        return new Sequence(name, start, increment, least, greatest, cycle, cache);
    }

    public Sequence atLeast(long least) {
        return new Sequence(name, start, increment, least, maximum, cycle, cache);
    }

    public Sequence atMost(long greatest) {
        return new Sequence(name, start, increment, minimum, greatest, cycle, cache);
    }

    public Sequence cycling() {
        return new Sequence(name, start, increment, minimum, maximum, true, cache);
    }

    public Sequence caching(long values) {
        return new Sequence(name, start, increment, minimum, maximum, cycle, values);
    }
}
