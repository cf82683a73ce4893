package org.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Scratch;

/** A schema in a transaction that is rolled back; what is not found there is found where it was found before. */
final class ScratchSchema implements Scratch {

    @Override
    public <T> T in(Connection live, Work<T> work) throws SQLException {
        boolean autoCommit = live.getAutoCommit();
        if (autoCommit) {
            live.setAutoCommit(false);
        }
        Savepoint before = autoCommit ? null : live.setSavepoint();
        try {
            open(live);
            return work.run(live);
        } finally {
            leave(live, before, autoCommit);
        }
    }

    private static void open(Connection live) throws SQLException {
        String name = "limbeck_scratch_" + UUID.randomUUID().toString().replace("-", "");
        try (Statement statement = live.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        }
        try (PreparedStatement path = live.prepareStatement(
                "SELECT set_config('search_path', concat_ws(', ', ?, nullif(current_setting('search_path'), '')), true)")) {
            path.setString(1, name);
            path.execute();
        }
    }

    private static void leave(Connection live, @Nullable Savepoint before, boolean autoCommit) throws SQLException {
        if (before != null) {
            live.rollback(before);
            return;
        }
        live.rollback();
        live.setAutoCommit(autoCommit);
    }
}
