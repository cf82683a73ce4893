package org.limbeck.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Trigger;

/** Reads sequences, triggers and routines of a schema, and what else there is. Not thread-safe. */
final class ObjectReader {
    private static final String SEQUENCES = """
            SELECT SEQUENCE_NAME, START_VALUE, INCREMENT, MINIMUM_VALUE, MAXIMUM_VALUE, CYCLE_OPTION, CACHE, DATA_TYPE,
              REMARKS
            FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = ? ORDER BY SEQUENCE_NAME""";
    private static final String TRIGGERS = """
            SELECT TRIGGER_NAME, EVENT_MANIPULATION, EVENT_OBJECT_TABLE, ACTION_ORIENTATION, ACTION_TIMING, IS_ROLLBACK,
              JAVA_CLASS, QUEUE_SIZE, NO_WAIT, EVENT_OBJECT_SCHEMA
            FROM INFORMATION_SCHEMA.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = ?
            ORDER BY EVENT_OBJECT_TABLE, TRIGGER_NAME, EVENT_MANIPULATION""";
    private static final String ROUTINES = """
            SELECT ROUTINE_NAME, ROUTINE_TYPE, ROUTINE_DEFINITION, EXTERNAL_NAME, IS_DETERMINISTIC
            FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_SCHEMA = ? ORDER BY ROUTINE_NAME, SPECIFIC_NAME""";
    /** Hibernate keeps global temporary tables HT_... and HTE_... for changes of many rows, which are its own business. */
    private static final String OTHERS = """
            SELECT 'domain', DOMAIN_NAME, '' FROM INFORMATION_SCHEMA.DOMAINS WHERE DOMAIN_SCHEMA = ?1
            UNION ALL SELECT 'constant', CONSTANT_NAME, '' FROM INFORMATION_SCHEMA.CONSTANTS WHERE CONSTANT_SCHEMA = ?1
            UNION ALL SELECT 'synonym', SYNONYM_NAME, '' FROM INFORMATION_SCHEMA.SYNONYMS WHERE SYNONYM_SCHEMA = ?1
            UNION ALL SELECT LOWER(TABLE_TYPE), TABLE_NAME, TABLE_CLASS FROM INFORMATION_SCHEMA.TABLES
              WHERE TABLE_SCHEMA = ?1 AND TABLE_TYPE NOT IN ('BASE TABLE', 'LOCAL TEMPORARY')
                AND NOT (TABLE_TYPE = 'GLOBAL TEMPORARY' AND REGEXP_LIKE(TABLE_NAME, '^HTE?_', 'i'))
            ORDER BY 1, 2""";

    private static final long USUAL_QUEUE = 1024;

    private final Connection connection;
    private final Place place;
    private final List<String> unknowns = new ArrayList<>();

    ObjectReader(Connection connection, Place place) {
        this.connection = connection;
        this.place = place;
    }

    /** What was found and cannot be told as a value. */
    List<String> unknowns() {
        return unknowns;
    }

    // ---- sequences

    List<Sequence> sequences() throws SQLException {
        return Rows.of(connection, SEQUENCES, this::sequence, place.schema());
    }

    /** What is H2's own choice is left out. */
    private Sequence sequence(ResultSet row) throws SQLException {
        long start = row.getLong(2);
        long increment = row.getLong(3);
        long minimum = row.getLong(4);
        long maximum = row.getLong(5);
        boolean up = increment > 0;
        QualifiedName name = place.name(row.getString(1));
        if (!row.getString(8).equals("BIGINT")) {
            unknowns.add("sequence " + name + " is of type " + row.getString(8));
        }
        return new Sequence(
                name,
                unless(start, up ? minimum : maximum),
                unless(increment, 1),
                unless(minimum, up ? 1 : Long.MIN_VALUE),
                unless(maximum, up ? Long.MAX_VALUE : -1),
                "YES".equals(row.getString(6)),
                cache(row.getLong(7), Sequences.usualCache(minimum, maximum, increment)));
    }

    /** For some falling sequences H2 2.5.252 shows a number below zero. */
    private static @Nullable Long cache(long shown, long usual) {
        return shown < 0 ? null : unless(shown, usual);
    }

    private static @Nullable Long unless(long value, long usual) {
        return value == usual ? null : Long.valueOf(value);
    }

    // ---- triggers

    private record Found(
            String name,
            String table,
            String words,
            String end,
            @Nullable String javaClass) {}

    List<Trigger> triggers() throws SQLException {
        Map<Found, List<String>> events = new LinkedHashMap<>();
        Rows.each(
                connection,
                TRIGGERS,
                row -> events.computeIfAbsent(found(row), k -> new ArrayList<>())
                        .add(row.getString(2)),
                place.schema());
        List<Trigger> triggers = new ArrayList<>();
        events.forEach((found, on) -> {
            if (found.javaClass() == null) {
                unknowns.add("trigger " + found.name() + " has its source in SQL, which the catalogue does not show");
            } else {
                triggers.add(trigger(found, on));
            }
        });
        return triggers;
    }

    private static Found found(ResultSet row) throws SQLException {
        boolean each = "ROW".equals(row.getString(4));
        long queue = row.getLong(8);
        String end = (each ? " FOR EACH ROW" : "")
                + (queue == USUAL_QUEUE ? "" : " QUEUE " + queue)
                + (row.getBoolean(9) ? " NOWAIT" : "");
        String timing = row.getString(5) + (row.getBoolean(6) ? " ROLLBACK," : "");
        return new Found(row.getString(1), row.getString(3), timing, end, row.getString(7));
    }

    private Trigger trigger(Found found, List<String> events) {
        QualifiedName table = place.name(found.table());
        String name = Tokens.exact(table.sibling(found.name()));
        String sql = "CREATE TRIGGER " + name + " " + found.words() + " " + String.join(", ", events) + " ON "
                + Tokens.exact(table) + found.end() + " CALL "
                + Tokens.quote(String.valueOf(found.javaClass()));
        return new Trigger(found.name(), table, SqlText.of(sql));
    }

    // ---- routines

    /** Overloads are methods of one class under one name, made by one statement. */
    List<Routine> routines() throws SQLException {
        Map<QualifiedName, Routine> routines = new LinkedHashMap<>();
        Rows.each(
                connection,
                ROUTINES,
                row -> {
                    QualifiedName name = place.name(row.getString(1));
                    String type = row.getString(2);
                    if (Set.of("FUNCTION", "PROCEDURE").contains(type)) {
                        routines.putIfAbsent(name, routine(name, type, row));
                    } else {
                        unknowns.add("there is a routine " + name + " of kind " + type);
                    }
                },
                place.schema());
        return List.copyOf(routines.values());
    }

    private Routine routine(QualifiedName name, String type, ResultSet row) throws SQLException {
        String source = row.getString(3);
        String sql = "CREATE ALIAS " + Tokens.exact(name)
                + ("YES".equals(row.getString(5)) ? " DETERMINISTIC" : "")
                + (source == null ? " FOR " + Tokens.quote(row.getString(4)) : " AS " + Tokens.quote(source));
        return new Routine(name, Routine.Kind.valueOf(type), "", SqlText.of(sql));
    }

    // ---- the rest

    /** Notes what has no place in a schema; gives the tables that keep the rows of materialised views. */
    List<String> others() throws SQLException {
        List<String> backing = new ArrayList<>();
        Rows.each(
                connection,
                OTHERS,
                row -> {
                    boolean materialised = row.getString(3).endsWith(".MaterializedView");
                    if (materialised) {
                        backing.add(row.getString(2) + "$1");
                    }
                    if (materialised || !row.getString(1).equals("view")) {
                        String kind = materialised ? "materialised view" : row.getString(1);
                        unknowns.add("there is a " + kind + " " + place.name(row.getString(2)));
                    }
                },
                place.schema());
        return backing;
    }
}
