package org.limbeck.testkit.server;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** An H2 database in this JVM, in memory or in a temporary file; it stays open without connections until closed. */
final class H2Database extends TestDatabase {

    private final Optional<TemporaryFolder> folder;
    private final AtomicBoolean closed = new AtomicBoolean();

    private H2Database(String place, Optional<TemporaryFolder> folder) {
        super(DatabaseKind.H2, new ServerAddress("jdbc:h2:" + place + ";DB_CLOSE_DELAY=-1", "sa", ""));
        this.folder = folder;
    }

    static H2Database inMemory() {
        return new H2Database("mem:" + DatabaseName.next(), Optional.empty());
    }

    static H2Database inFile() throws IOException {
        TemporaryFolder folder = TemporaryFolder.create();
        return new H2Database("file:" + folder.path().resolve("test"), Optional.of(folder));
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot shut down " + this + ": " + e.getMessage(), e);
        } finally {
            folder.ifPresent(TemporaryFolder::delete);
        }
    }
}
