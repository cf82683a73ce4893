package org.limbeck.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.View;

/** Reads views. H2 keeps what they read only in their text, in which every name is quoted and has its schema. */
final class ViewReader {
    private static final String VIEWS = """
            SELECT TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION, REMARKS
            FROM INFORMATION_SCHEMA.VIEWS WHERE VIEW_DEFINITION IS NOT NULL""";
    private static final String COLUMNS = """
            SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS
            WHERE (TABLE_SCHEMA, TABLE_NAME) IN
              (SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.VIEWS WHERE VIEW_DEFINITION IS NOT NULL)
            ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION""";
    private static final Pattern LAST_NAME = Pattern.compile("\"((?:[^\"]|\"\")*)\",?$");

    private final Dialect dialect;
    private final Connection connection;
    private final Place place;

    /** A view and its text with schemas, in which others are looked for. */
    record Found(String schema, View view, String text) {}

    ViewReader(Dialect dialect, Connection connection, Place place) {
        this.dialect = dialect;
        this.connection = connection;
        this.place = place;
    }

    List<View> inSchema() throws SQLException {
        return all().stream()
                .filter(f -> f.schema().equals(place.schema()))
                .map(Found::view)
                .toList();
    }

    Optional<View> one(QualifiedName name) throws SQLException {
        return all().stream()
                .map(Found::view)
                .filter(v -> v.name().equals(place.name(place.schema(), name.name())))
                .findFirst();
    }

    /** Views that read a table or view, directly or through others, each after those that it reads. */
    List<View> reading(String name) throws SQLException {
        List<Found> all = all();
        List<Found> reading = new ArrayList<>();
        List<String> sources = new ArrayList<>(List.of(source(place.schema(), name)));
        for (int i = 0; i < sources.size(); i++) {
            for (Found found : all) {
                if (found.text().contains(sources.get(i)) && !reading.contains(found)) {
                    reading.add(found);
                    sources.add(source(found));
                }
            }
        }
        return ordered(reading);
    }

    private List<View> ordered(List<Found> views) {
        List<Found> left = new ArrayList<>(views);
        List<View> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Found next = left.stream()
                    .filter(view -> left.stream()
                            .noneMatch(o -> o != view && view.text().contains(source(o))))
                    .findFirst()
                    .orElse(left.get(0));
            ordered.add(next.view());
            left.remove(next);
        }
        return ordered;
    }

    private String source(Found found) {
        return source(found.schema(), found.view().name().name());
    }

    private String source(String schema, String name) {
        return Tokens.exact(new QualifiedName(schema, name));
    }

    private List<Found> all() throws SQLException {
        Map<QualifiedName, List<String>> columns = new LinkedHashMap<>();
        Rows.each(
                connection,
                COLUMNS,
                row -> columns.computeIfAbsent(
                                new QualifiedName(row.getString(1), row.getString(2)), k -> new ArrayList<>())
                        .add(row.getString(3)));
        return Rows.of(connection, VIEWS + " ORDER BY TABLE_SCHEMA, TABLE_NAME", row -> found(row, columns));
    }

    private Found found(ResultSet row, Map<QualifiedName, List<String>> columns) throws SQLException {
        QualifiedName name = new QualifiedName(row.getString(1), row.getString(2));
        String text = Tokens.unicode(row.getString(3));
        View view = new View(
                place.name(row.getString(1), row.getString(2)), SqlText.of(text), false, List.of(), row.getString(4));
        String query =
                new ViewText(dialect, view, text).withoutSchema(place.own()).text();
        View named = named(view.withQuery(SqlText.of(query)), columns.getOrDefault(name, List.of()));
        return new Found(row.getString(1), named, text);
    }

    /** The view with names of its own where it has others than its query: H2's text does not show them. */
    private View named(View view, List<String> columns) {
        return columns.equals(outputs(view.query().sql()))
                ? view
                : view.option(
                        H2Dialect.NAME,
                        columns.stream().map(Tokens::exact).collect(Collectors.joining(", ", "(", ")")));
    }

    /** The names of the output columns, one a line as H2 writes them; not all are found in a query of another shape. */
    private static List<String> outputs(String query) {
        List<String> names = new ArrayList<>();
        int end = query.indexOf("\nFROM");
        String[] lines = (end < 0 ? query : query.substring(0, end)).split("\n", -1);
        for (String line : lines) {
            Matcher last = LAST_NAME.matcher(line);
            if (line.startsWith("    ") && !line.startsWith("     ") && last.find()) {
                names.add(last.group(1).replace("\"\"", "\""));
            }
        }
        return names;
    }
}
