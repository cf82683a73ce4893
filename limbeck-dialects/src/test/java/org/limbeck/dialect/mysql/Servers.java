package org.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.limbeck.dialect.Live;
import org.limbeck.schema.Table;
import org.limbeck.testkit.server.TestDatabase;

/** Live databases of both kinds for the tests of this package. */
final class Servers {
    private Servers() {}

    /** Compares part by part, so that a difference can be found. */
    static void assertSame(Table actual, Table expected) {
        assertThat(actual.columns()).hasSameSizeAs(expected.columns());
        for (int i = 0; i < expected.columns().size(); i++) {
            assertThat(actual.columns().get(i)).isEqualTo(expected.columns().get(i));
        }
        assertThat(actual.constraints()).containsExactlyElementsOf(expected.constraints());
        assertThat(actual.indexes()).containsExactlyElementsOf(expected.indexes());
        assertThat(actual).isEqualTo(expected);
    }

    /** A work connection to a database that can hold every character. */
    static Live live(TestDatabase database) throws SQLException {
        Live live = Live.on(database, new MySqlProvider());
        String name = live.texts("SELECT DATABASE()").get(0);
        return live.execute("ALTER DATABASE `" + name + "` CHARACTER SET utf8mb4");
    }
}
