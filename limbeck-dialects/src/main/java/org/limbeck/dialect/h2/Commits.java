package org.limbeck.dialect.h2;

import java.util.List;
import java.util.Set;

/** Which statements commit by themselves (measured on H2 2.5.252). */
final class Commits {
    /** EXECUTE may hold anything, and so counts among them. */
    private static final Set<String> FIRST_WORDS = Set.of(
            "create",
            "alter",
            "drop",
            "comment",
            "grant",
            "revoke",
            "truncate",
            "analyze",
            "refresh",
            "runscript",
            "script",
            "shutdown",
            "execute");

    /** Settings of the session alone; every other one is a change of the database. */
    private static final Set<String> SESSION = Set.of(
            "@",
            "schema",
            "schema_search_path",
            "catalog",
            "lock_timeout",
            "query_timeout",
            "time",
            "session",
            "variable_binary",
            "non_keywords",
            "throttle",
            "lazy_query_execution",
            "truncate_large_length",
            "autocommit");

    private Commits() {}

    static boolean byItself(String sql) {
        List<String> words = Tokens.of(sql);
        String first = words.isEmpty() ? "" : words.get(0);
        if (first.equals("set")) {
            return words.size() > 1 && !SESSION.contains(words.get(1));
        }
        return FIRST_WORDS.contains(first);
    }
}
