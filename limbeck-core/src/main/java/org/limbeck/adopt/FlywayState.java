package org.limbeck.adopt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What Flyway's history table says, all told.
 *
 * @param versions the versions that are applied, with the rows that say so
 * @param repeatables the last row of each repeatable migration, by its description
 * @param baseline the row up to which versions are taken to be there; null for none
 * @param failed rows of migrations that failed
 */
record FlywayState(
        TreeMap<FlywayVersion, FlywayRow> versions,
        Map<String, FlywayRow> repeatables,
        @Nullable FlywayRow baseline,
        List<FlywayRow> failed) {

    static FlywayState of(List<FlywayRow> rows) {
        TreeMap<FlywayVersion, FlywayRow> versions = new TreeMap<>();
        Map<String, FlywayRow> repeatables = new HashMap<>();
        FlywayRow baseline = null;
        List<FlywayRow> failed = new ArrayList<>();
        for (FlywayRow row :
                rows.stream().sorted(Comparator.comparingInt(FlywayRow::rank)).toList()) {
            if (!row.success()) {
                failed.add(row);
            } else if (row.type().equals("SCHEMA")) {
                continue;
            } else if (row.version() == null) {
                put(repeatables, row.description(), row);
            } else if (row.isBaseline()) {
                baseline = row;
            } else {
                put(versions, row.version(), row);
            }
        }
        return new FlywayState(versions, repeatables, baseline, failed);
    }

    private static <K> void put(Map<K, FlywayRow> rows, K key, FlywayRow row) {
        if (row.isUndo()) {
            rows.remove(key);
        } else {
            rows.put(key, row);
        }
    }

    /** The row that says that a version is there; null if none does. */
    @Nullable
    FlywayRow applied(FlywayVersion version) {
        FlywayRow own = versions.get(version);
        if (own != null || baseline == null || baseline.version() == null) {
            return own;
        }
        return version.compareTo(baseline.version()) <= 0 ? baseline : null;
    }
}
