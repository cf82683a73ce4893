package org.limbeck.dialect.mysql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Words after the closing bracket of a table, such as {@code ENGINE=MyISAM ROW_FORMAT=COMPRESSED}. */
final class TableOptions {
    private static final Map<String, String> DEFAULT_COLLATIONS = Map.of(
            "latin1", "latin1_swedish_ci",
            "ascii", "ascii_general_ci",
            "utf8mb3", "utf8mb3_general_ci",
            "utf8", "utf8mb3_general_ci",
            "ucs2", "ucs2_general_ci",
            "binary", "binary");

    /** What MySQL 8, MariaDB up to 11.5 and MariaDB from 11.6 give a utf8mb4 table that says no more. */
    private static final List<String> USUAL =
            List.of("utf8mb4_0900_ai_ci", "utf8mb4_general_ci", "utf8mb4_uca1400_ai_ci");

    private TableOptions() {}

    /** The options that differ from what a table has anyway, in one form. */
    static Map<String, String> normal(@Nullable String words, MySqlDialect dialect) {
        Map<String, String> options = read(words == null ? "" : words);
        String charset = options.remove("charset");
        if (charset != null && !options.containsKey("collate") && DEFAULT_COLLATIONS.containsKey(charset)) {
            options.put("collate", String.valueOf(DEFAULT_COLLATIONS.get(charset)));
        }
        options.values().removeIf(String::isEmpty);
        options.remove("auto_increment");
        options.remove("comment");
        options.remove("engine", "innodb");
        options.remove("row_format", "dynamic");
        options.remove("row_format", "default");
        USUAL.forEach(collation -> options.remove("collate", collation));
        if (options.isEmpty()) {
            return Map.of();
        }
        StringBuilder text = new StringBuilder();
        options.forEach((key, value) ->
                text.append(text.isEmpty() ? "" : " ").append(key).append('=').append(value));
        return Map.of(dialect.name(), text.toString());
    }

    /** The table's collation where normal options name one. */
    static @Nullable String collation(Map<String, String> normal, MySqlDialect dialect) {
        return read(normal.getOrDefault(dialect.name(), "")).get("collate");
    }

    private static Map<String, String> read(String words) {
        List<Piece> pieces = Piece.solid(words).stream()
                .filter(p -> !p.isSign("=") && !p.isSign(",") && !p.is("default"))
                .toList();
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < pieces.size(); i += 2) {
            String key = pieces.get(i).lower();
            if (key.equals("character")) {
                i++;
                key = "charset";
            }
            if (key.equals("with") || key.equals("partition")) {
                options.put("rest", Piece.join(pieces.subList(i, pieces.size())).toLowerCase(Locale.ROOT));
                return options;
            }
            String value = i + 1 < pieces.size() ? pieces.get(i + 1).lower() : "";
            options.put(key, value);
        }
        return options;
    }
}
