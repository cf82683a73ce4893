package org.limbeck.dialect.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.View;

/** Reads views, and which of them read which: the catalogue's text names every table with its schema. */
final class ViewReader {
    private static final Pattern ALGORITHM = Pattern.compile("^CREATE ALGORITHM=(\\w+) ");

    private final Catalogue catalogue;
    private final @Nullable String qualifier;

    ViewReader(Catalogue catalogue, @Nullable String qualifier) {
        this.catalogue = catalogue;
        this.qualifier = qualifier;
    }

    /** A view as the catalogue has it. */
    private record Raw(
            String schema,
            String name,
            String query,
            String checkOption,
            String definer,
            String security,
            String algorithm) {}

    List<View> all() throws SQLException {
        List<View> views = new ArrayList<>();
        for (Raw raw : raws("table_schema = ?", catalogue.schema())) {
            views.add(view(raw));
        }
        return sorted(views);
    }

    Optional<View> one(String name) throws SQLException {
        List<Raw> raws = raws("table_schema = ? AND table_name = ?", catalogue.schema(), name);
        return raws.isEmpty() ? Optional.empty() : Optional.of(view(exact(raws.get(0))));
    }

    /** Views of this schema, and of others that read it. */
    List<View> reading(String table) throws SQLException {
        List<Raw> raws = raws(
                "table_schema = ? OR INSTR(view_definition, ?) > 0",
                catalogue.schema(),
                catalogue.backticked(catalogue.schema()) + ".");
        Map<String, Raw> found = new LinkedHashMap<>();
        Set<String> targets = new LinkedHashSet<>(Set.of(catalogue.schema() + "\0" + table));
        boolean more = true;
        while (more) {
            more = false;
            for (Raw raw : raws) {
                String id = raw.schema() + "\0" + raw.name();
                if (!found.containsKey(id) && readsAny(raw, targets)) {
                    found.put(id, raw);
                    targets.add(id);
                    more = true;
                }
            }
        }
        List<View> views = new ArrayList<>();
        for (Raw raw : inOrder(found)) {
            views.add(view(exact(raw)));
        }
        return views;
    }

    private static boolean readsAny(Raw raw, Set<String> targets) {
        return targets.stream().anyMatch(id -> {
            int zero = id.indexOf('\0');
            return ViewText.reads(raw.query(), id.substring(0, zero), id.substring(zero + 1));
        });
    }

    /** Each view after those that it reads. */
    private static List<Raw> inOrder(Map<String, Raw> raws) {
        Map<String, Raw> ordered = new LinkedHashMap<>();
        raws.keySet().forEach(id -> place(id, raws, ordered, new LinkedHashSet<>()));
        return List.copyOf(ordered.values());
    }

    private static void place(String id, Map<String, Raw> raws, Map<String, Raw> ordered, Set<String> above) {
        Raw raw = raws.get(id);
        if (raw == null || ordered.containsKey(id) || !above.add(id)) {
            return;
        }
        for (String other : raws.keySet()) {
            if (!other.equals(id) && readsAny(raw, Set.of(other))) {
                place(other, raws, ordered, above);
            }
        }
        ordered.put(id, raw);
    }

    private List<View> sorted(List<View> views) {
        Map<String, Raw> raws = new LinkedHashMap<>();
        Map<String, View> byName = new LinkedHashMap<>();
        for (View view : views) {
            String id = catalogue.schema() + "\0" + view.name().name();
            byName.put(id, view);
            raws.put(id, new Raw(catalogue.schema(), view.name().name(), full.getOrDefault(id, ""), "", "", "", ""));
        }
        List<View> sorted = new ArrayList<>();
        for (Raw raw : inOrder(raws)) {
            View view = byName.get(raw.schema() + "\0" + raw.name());
            if (view != null) {
                sorted.add(view);
            }
        }
        return sorted;
    }

    private final Map<String, String> full = new LinkedHashMap<>();

    private List<Raw> raws(String where, String... parameters) throws SQLException {
        String algorithm = catalogue.dialect().isMariaDb() ? "algorithm" : "'UNDEFINED'";
        List<Raw> raws = new ArrayList<>();
        catalogue.query(
                "SELECT table_schema, table_name, view_definition, check_option, definer, security_type, " + algorithm
                        + " FROM information_schema.views WHERE " + where + " ORDER BY table_schema, table_name",
                row -> raws.add(raw(row)),
                parameters);
        raws.forEach(raw -> full.put(raw.schema() + "\0" + raw.name(), raw.query()));
        return raws;
    }

    private static Raw raw(ResultSet row) throws SQLException {
        return new Raw(
                row.getString(1),
                row.getString(2),
                String.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }

    /** With its algorithm, which MySQL tells in SHOW CREATE VIEW only. */
    private Raw exact(Raw raw) throws SQLException {
        if (catalogue.dialect().isMariaDb()) {
            return raw;
        }
        List<String> algorithms = new ArrayList<>();
        String name = catalogue.backticked(raw.schema()) + "." + catalogue.backticked(raw.name());
        catalogue.query("SHOW CREATE VIEW " + name, row -> {
            Matcher matcher = ALGORITHM.matcher(String.valueOf(row.getString(2)));
            algorithms.add(matcher.find() ? matcher.group(1) : "UNDEFINED");
        });
        return new Raw(
                raw.schema(),
                raw.name(),
                raw.query(),
                raw.checkOption(),
                raw.definer(),
                raw.security(),
                algorithms.isEmpty() ? "UNDEFINED" : algorithms.get(0));
    }

    private View view(Raw raw) {
        boolean own = raw.schema().equals(catalogue.schema());
        String query = own && qualifier == null ? ViewText.withoutSchema(raw.query(), raw.schema()) : raw.query();
        String check = raw.checkOption().equals("NONE") ? "" : " WITH " + raw.checkOption() + " CHECK OPTION";
        View view = new View(
                new QualifiedName(own ? qualifier : raw.schema(), raw.name()),
                SqlText.of(query + check),
                false,
                List.of(),
                null);
        String options = options(raw);
        return options.isEmpty() ? view : view.option(catalogue.dialect().name(), options);
    }

    private String options(Raw raw) {
        String algorithm = raw.algorithm().toUpperCase(Locale.ROOT);
        String security = raw.security().equals("INVOKER") ? "SQL SECURITY INVOKER" : "";
        return ((algorithm.equals("UNDEFINED") ? "" : "ALGORITHM=" + algorithm + " ")
                        + catalogue.definerWords(raw.definer())
                        + security)
                .strip();
    }
}
