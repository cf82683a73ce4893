package org.limbeck.merge;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What an operation does to an object.
 *
 * @param aspect what it alters, such as {@code type}; else empty
 * @param value what it becomes, for telling whether two do the same; or null
 * @param words of raw SQL, which may name anything; else empty
 */
record Access(Thing thing, Way way, String aspect, @Nullable Object value, Set<String> words) {

    private static final Thing NOTHING = Thing.named(Thing.Kind.SCHEMA, "");

    /** What is done. */
    enum Way {
        CREATE,
        DROP,
        RENAME,
        ALTER,
        /** It needs the object as it is. */
        USE,
        /** Rows are added; the value is what is added. */
        INSERT,
        /** Rows are changed or removed. */
        CHANGE_ROWS,
        /** Text that may name the object. */
        MENTION
    }

    Access {
        words = Set.copyOf(words);
    }

    static Access of(Way way, Thing thing) {
        return new Access(thing, way, "", null, Set.of());
    }

    static Access of(Way way, Thing thing, @Nullable Object value) {
        return new Access(thing, way, "", value, Set.of());
    }

    static Access alter(Thing thing, String aspect, @Nullable Object value) {
        return new Access(thing, Way.ALTER, aspect, value, Set.of());
    }

    /** A statement with these words, in lower case, that may do anything to what it names. */
    static Access mention(Set<String> words) {
        return new Access(NOTHING, Way.MENTION, "", null, words);
    }

    /** Text with these words that needs what it names as it is. */
    static Access reading(Set<String> words) {
        return new Access(NOTHING, Way.MENTION, "reads", null, words);
    }

    boolean reads() {
        return way == Way.MENTION && aspect.equals("reads");
    }
}
