package org.limbeck.command;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;

/** What single statements of raw SQL create and drop, as far as their first words tell. */
final class RawSql {
    private static final String PART = "(?:\"[^\"]+\"|`[^`]+`|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final String NAME = "(" + PART + "(?:\\." + PART + ")*)";
    private static final Pattern CREATE_TABLE = pattern("CREATE\\s+TABLE\\s+(?!IF\\b)" + NAME);
    private static final Pattern DROP_TABLE = pattern("DROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?" + NAME);
    private static final Pattern DROP_COLUMN = pattern("ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?" + NAME
            + "\\s+DROP\\s+(?:COLUMN\\s+)?(?:IF\\s+EXISTS\\s+)?"
            + "(?!CONSTRAINT\\b|INDEX\\b|PRIMARY\\b|FOREIGN\\b|KEY\\b|CHECK\\b|PARTITION\\b)(" + PART + ")");

    private RawSql() {}

    private static Pattern pattern(String words) {
        return Pattern.compile("(?:\\s+|--[^\\n]*\\n)*+" + words, Pattern.CASE_INSENSITIVE);
    }

    /** The names that a table may have that is created; none if none is. */
    static Set<QualifiedName> created(String sql) {
        Matcher matcher = CREATE_TABLE.matcher(sql);
        Set<QualifiedName> names = new LinkedHashSet<>();
        if (matcher.lookingAt() && matcher.group(1).indexOf('.') < 0) {
            String name = matcher.group(1);
            char first = name.charAt(0);
            if (first == '"' || first == '`') {
                names.add(new QualifiedName(null, name.substring(1, name.length() - 1)));
            } else {
                names.add(new QualifiedName(null, name));
                names.add(new QualifiedName(null, name.toLowerCase(Locale.ROOT)));
                names.add(new QualifiedName(null, name.toUpperCase(Locale.ROOT)));
            }
        }
        return names;
    }

    /** A query that counts what a drop would lose, in the words in which the drop names it; null for no drop. */
    static @Nullable String countOfDropped(String sql) {
        Matcher table = DROP_TABLE.matcher(sql);
        if (table.lookingAt()) {
            return "SELECT COUNT(*) FROM " + table.group(1);
        }
        Matcher column = DROP_COLUMN.matcher(sql);
        return column.lookingAt() ? "SELECT COUNT(" + column.group(2) + ") FROM " + column.group(1) : null;
    }
}
