package org.limbeck.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.Column;
import org.limbeck.schema.Table;

/** How tables and columns are kept where the wanted schema does not say it: no difference, but people should know. */
final class Unsaid {
    private static final int SHOWN = 5;

    private final Dialect dialect;
    private final Texts texts;
    private final boolean tablesOnly;
    private final Map<String, String> usual;
    private final List<String> found = new ArrayList<>();

    Unsaid(Dialect dialect, boolean tablesOnly, Collection<Side.Entry> live) {
        this.dialect = dialect;
        this.texts = new Texts(dialect);
        this.tablesOnly = tablesOnly;
        this.usual = usual(live);
    }

    /** What most tables have, which is the database's own choice. */
    private static Map<String, String> usual(Collection<Side.Entry> live) {
        Map<Map<String, String>, Integer> counts = new HashMap<>();
        live.forEach(entry -> counts.merge(entry.normal().options(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(Map.of());
    }

    void look(TablePair pair) {
        Table live = pair.have.normal();
        boolean said = !pair.want.normal().options().isEmpty();
        if (!said && !live.options().isEmpty() && !live.options().equals(usual)) {
            found.add(pair.name() + " (" + texts.options(live.options()).strip() + ")");
        }
        if (tablesOnly) {
            pair.columns.values().forEach(columns -> look(pair, columns));
        }
    }

    private void look(TablePair pair, TablePair.ColumnPair columns) {
        Column live = columns.have();
        Column want = columns.want();
        if (live == null || want == null) {
            return;
        }
        if (live.collation() != null && want.collation() == null) {
            found.add(pair.name() + "." + live.name() + " (collation " + live.collation() + ")");
        }
        if (!live.options().isEmpty() && options(live, want, dialect)) {
            found.add(pair.name() + "." + live.name() + " ("
                    + texts.options(live.options()).strip() + ")");
        }
    }

    /** Whether further words of a column are what entity mappings cannot say, such as ON UPDATE. */
    static boolean options(Column live, Column want, Dialect dialect) {
        return want.options().isEmpty()
                && !dialect.limitValues(
                        new Texts(dialect).options(live.options()).strip());
    }

    /** One line for all, or none. */
    void tell(Plan plan) {
        if (!found.isEmpty()) {
            String first = String.join(", ", found.subList(0, Math.min(SHOWN, found.size())));
            String more = found.size() > SHOWN ? " and " + (found.size() - SHOWN) + " more" : "";
            plan.remark("Left alone, for the model does not say how it is kept: " + first + more);
        }
    }
}
