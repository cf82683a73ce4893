package org.limbeck.adopt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A row of Flyway's history table. */
record FlywayRow(
        int rank,
        @Nullable FlywayVersion version,
        String description,
        String type,
        String script,
        @Nullable Integer checksum,
        @Nullable String by,
        @Nullable String at,
        long millis,
        boolean success) {

    static FlywayRow of(ResultSet rows) throws SQLException {
        String version = rows.getString("version");
        int checksum = rows.getInt("checksum");
        boolean none = rows.wasNull();
        return new FlywayRow(
                rows.getInt("installed_rank"),
                version == null ? null : FlywayVersion.of(version),
                Objects.requireNonNullElse(rows.getString("description"), ""),
                Objects.requireNonNullElse(rows.getString("type"), ""),
                Objects.requireNonNullElse(rows.getString("script"), ""),
                none ? null : checksum,
                rows.getString("installed_by"),
                OldTable.time(rows.getString("installed_on")),
                rows.getLong("execution_time"),
                rows.getBoolean("success"));
    }

    /** Whether the versions up to it are taken to be there. */
    boolean isBaseline() {
        return type.equals("BASELINE") || type.equals("SQL_BASELINE") || type.equals("JDBC_BASELINE");
    }

    /** Whether it takes an earlier row back. */
    boolean isUndo() {
        return type.startsWith("UNDO_") || type.equals("DELETE");
    }

    boolean isSql() {
        return type.equals("SQL");
    }

    String name() {
        return version == null ? "R " + description : "V" + version;
    }

    Adoption.Applied applied(String id) {
        return new Adoption.Applied(id, at, by, millis);
    }
}
