package org.limbeck.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;

/**
 * Where the catalogue is read.
 *
 * @param own the connection's schema
 * @param schema the schema that is read
 * @param nullsHigh whether an index has NULLs last upwards and first downwards when nothing is said
 * @param nullsFixed FIRST or LAST where that holds in both directions, else empty
 */
record Place(String own, String schema, boolean nullsHigh, String nullsFixed) {
    private static final String SQL = "SELECT CURRENT_SCHEMA, (SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
            + " WHERE SETTING_NAME = 'DEFAULT_NULL_ORDERING')";

    static Place of(Connection connection, @Nullable String schema) throws SQLException {
        return Rows.of(connection, SQL, row -> {
                    String own = row.getString(1);
                    String nulls = String.valueOf(row.getString(2));
                    boolean fixed = nulls.equals("FIRST") || nulls.equals("LAST");
                    return new Place(own, schema == null ? own : schema, nulls.equals("HIGH"), fixed ? nulls : "");
                })
                .get(0);
    }

    /** A name without its schema where that is the connection's own. */
    QualifiedName name(String schemaName, String name) {
        return new QualifiedName(schemaName.equals(own) ? null : schemaName, name);
    }

    QualifiedName name(String name) {
        return name(schema, name);
    }

    /** The order of NULLs that an index member gets when nothing is said. */
    String usualNulls(boolean descending) {
        return nullsFixed.isEmpty() ? (descending == nullsHigh ? "FIRST" : "LAST") : nullsFixed;
    }
}
