package org.limbeck.load;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** What may stand behind {@code --@} in an SQL script. */
enum Keyword {
    REVISION("revision", Position.HEADER),
    DOWN("down", Position.HEADER),
    MESSAGE("message", Position.HEADER),
    DEPENDS_ON("depends-on", Position.HEADER),
    LABELS("labels", Position.HEADER),
    CREATED("created", Position.HEADER),
    PARAMETER("parameter", Position.HEADER),
    TRANSACTIONAL("transactional", Position.HEADER),
    UPGRADE("upgrade", Position.SECTION),
    DOWNGRADE("downgrade", Position.SECTION),
    VERIFY("verify", Position.SECTION),
    CHECK("check", Position.INSIDE),
    IGNORE("ignore", Position.ANYWHERE);

    /** Where a directive may stand. */
    enum Position {
        /** Before the first section. */
        HEADER,
        /** It begins a section. */
        SECTION,
        /** In a section. */
        INSIDE,
        ANYWHERE
    }

    private static final Map<String, Keyword> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(Keyword::word, keyword -> keyword));

    private final String word;
    private final Position position;

    Keyword(String word, Position position) {
        this.word = word;
        this.position = position;
    }

    String word() {
        return word;
    }

    Position position() {
        return position;
    }

    static @Nullable Keyword of(String word) {
        return BY_WORD.get(word);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Keyword::word).toList();
    }
}
