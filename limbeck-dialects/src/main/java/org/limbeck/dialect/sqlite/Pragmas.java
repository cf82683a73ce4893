package org.limbeck.dialect.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Statements that do nothing, or fail, in a transaction. */
final class Pragmas {
    private static final Set<String> OUTSIDE = Set.of("VACUUM", "ATTACH", "DETACH");

    /** Settings that SQLite ignores or refuses to change while a transaction is open. */
    private static final Set<String> SETTINGS = Set.of(
            "foreign_keys",
            "journal_mode",
            "synchronous",
            "locking_mode",
            "temp_store",
            "auto_vacuum",
            "page_size",
            "encoding",
            "wal_checkpoint");

    private Pragmas() {}

    static boolean refuseTransaction(String sql) {
        List<Token> tokens;
        try {
            tokens = Token.all(sql);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (tokens.isEmpty()) {
            return false;
        }
        String first = tokens.get(0).text().toUpperCase(Locale.ROOT);
        return OUTSIDE.contains(first)
                || (first.equals("PRAGMA")
                        && tokens.stream()
                                .skip(1)
                                .limit(3)
                                .anyMatch(t -> SETTINGS.contains(t.value().toLowerCase(Locale.ROOT))));
    }
}
