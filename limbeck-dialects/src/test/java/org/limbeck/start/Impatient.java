package org.limbeck.start;

import javax.sql.DataSource;

import org.limbeck.testkit.server.TestDatabase;

/** Connections to an SQLite file that do not wait for locks in the driver. */
final class Impatient {
    private Impatient() {}

    static DataSource of(TestDatabase database) {
        org.sqlite.SQLiteDataSource source = new org.sqlite.SQLiteDataSource();
        source.setUrl(database.url());
        return source;
    }
}
