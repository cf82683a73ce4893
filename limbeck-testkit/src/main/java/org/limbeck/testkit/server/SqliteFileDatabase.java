package org.limbeck.testkit.server;

import java.io.IOException;
import java.nio.file.Files;

/** An SQLite database in a temporary file. */
final class SqliteFileDatabase extends TestDatabase {

    private final TemporaryFolder folder;

    private SqliteFileDatabase(TemporaryFolder folder) {
        super(
                DatabaseKind.SQLITE,
                new ServerAddress("jdbc:sqlite:" + folder.path().resolve("test.db"), "", ""));
        this.folder = folder;
    }

    static SqliteFileDatabase create() throws IOException {
        return new SqliteFileDatabase(TemporaryFolder.create());
    }

    @Override
    public void close() {
        if (Files.exists(folder.path())) {
            folder.delete();
        }
    }
}
