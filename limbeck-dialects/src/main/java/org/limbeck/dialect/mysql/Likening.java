package org.limbeck.dialect.mysql;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;

/** Wanted tables in the words of live ones, where entity mappings do not know the words. Both are in normal form. */
final class Likening {
    private static final String CHECK = "check (";
    private static final String CHARACTER_SET = "character set ";

    private final MySqlDialect dialect;

    Likening(MySqlDialect dialect) {
        this.dialect = dialect;
    }

    Table wanted(Table wanted, Table live) {
        Table likened = wanted;
        for (Column column : live.columns()) {
            likened = column(likened, column);
        }
        return likened;
    }

    private Table column(Table wanted, Column live) {
        Optional<Column> column = wanted.column(live.name());
        String words = column.map(c -> dialect.option(c.options())).orElse(null);
        if (words != null && words.startsWith(CHARACTER_SET)) {
            return wanted.mapColumn(live.name(), c -> characterSet(c, words, live.collation()));
        }
        String check = dialect.option(live.options());
        return column.isPresent() && words == null && check != null && check.startsWith(CHECK)
                ? check(wanted, live, check)
                : wanted;
    }

    /** A character set stands for its usual collation; that of the table, which is not shown, is taken to be utf8mb4. */
    private static Column characterSet(Column wanted, String words, @Nullable String collation) {
        String name = words.substring(CHARACTER_SET.length()).strip();
        String full = name.equals("utf8") ? "utf8mb3" : name;
        String live = collation == null ? "utf8mb4" : collation;
        return live.startsWith(full + "_") || live.equals(full)
                ? wanted.withOptions(Map.of()).collate(collation)
                : wanted;
    }

    /** MariaDB keeps a check that stands at a column there, and not among the constraints. */
    private static Table check(Table wanted, Column live, String words) {
        SqlText expression = SqlText.of(words.substring(CHECK.length(), words.length() - 1));
        for (Constraint constraint : wanted.constraints()) {
            if (constraint instanceof Check check && check.expression().equals(expression)) {
                return wanted.minus(check).mapColumn(live.name(), c -> c.withOptions(live.options()));
            }
        }
        return wanted;
    }
}
