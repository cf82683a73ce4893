package org.limbeck.dialect.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.limbeck.dialect.Scratch;

/** A database in memory. */
final class ScratchMemory implements Scratch {

    @Override
    public <T> T in(Connection live, Work<T> work) throws SQLException {
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            return work.run(memory);
        }
    }
}
