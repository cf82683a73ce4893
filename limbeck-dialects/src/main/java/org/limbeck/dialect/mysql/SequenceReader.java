package org.limbeck.dialect.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Sequence;

/** Reads MariaDB's sequences. Each is a table with one row, so all are read by one UNION. */
final class SequenceReader {
    static final long USUAL_CACHE = 1000;
    private static final long GREATEST = Long.MAX_VALUE - 1;

    private final Catalogue catalogue;

    SequenceReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Sequence> all() throws SQLException {
        return read(null, null);
    }

    Optional<Sequence> one(QualifiedName name) throws SQLException {
        return read(name.name(), name.schema()).stream().findFirst();
    }

    private List<Sequence> read(@Nullable String only, @Nullable String qualifier) throws SQLException {
        List<String> names = new ArrayList<>();
        catalogue.query(
                "SELECT t.table_name FROM information_schema.tables t WHERE $WHERE AND t.table_type = 'SEQUENCE'"
                        + " ORDER BY t.table_name",
                "t.table_schema",
                "t.table_name",
                only,
                row -> names.add(row.getString(1)));
        List<Sequence> sequences = new ArrayList<>();
        if (!names.isEmpty()) {
            String union = names.stream().map(this::select).collect(Collectors.joining(" UNION ALL "));
            catalogue.query(union, row -> sequences.add(sequence(row, qualifier)));
        }
        return sequences;
    }

    private String select(String name) {
        return "SELECT " + MySqlLiterals.quoted(name)
                + ", start_value, increment, minimum_value, maximum_value, cycle_option, cache_size FROM "
                + catalogue.inSchema(name);
    }

    /** What a new sequence has anyway is left out. */
    private static Sequence sequence(ResultSet row, @Nullable String qualifier) throws SQLException {
        long start = row.getLong(2);
        long increment = row.getLong(3);
        long minimum = row.getLong(4);
        long maximum = row.getLong(5);
        boolean up = increment >= 0;
        boolean usualMinimum = minimum == (up ? 1 : -GREATEST - 1) || (!up && minimum == -GREATEST);
        boolean usualMaximum = maximum == (up ? GREATEST : -1);
        return new Sequence(
                new QualifiedName(qualifier, row.getString(1)),
                start == (up ? minimum : maximum) ? null : start,
                increment == 1 ? null : increment,
                usualMinimum ? null : minimum,
                usualMaximum ? null : maximum,
                row.getInt(6) != 0,
                row.getLong(7) == USUAL_CACHE ? null : row.getLong(7));
    }
}
