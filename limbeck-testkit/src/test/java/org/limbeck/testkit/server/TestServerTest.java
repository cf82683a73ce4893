package org.limbeck.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

class TestServerTest {

    @EachDatabase(except = {DatabaseKind.SQLITE, DatabaseKind.H2})
    void dropsWhatAKilledJvmLeftLongAgo(TestDatabase database) throws Exception {
        String recent = DatabaseName.next();
        String forgotten = recent.replaceFirst("_\\d+_", "_1_");
        TestServer server = TestServers.server(database.kind());
        server.createDatabase(recent);
        server.createDatabase(forgotten);

        TestServer.open(database.kind()).forget();

        assertThat(databases(database)).contains(recent).doesNotContain(forgotten);
        server.dropDatabase(recent);
        assertThat(databases(database)).doesNotContain(recent);
    }

    private static List<String> databases(TestDatabase database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection admin = database.adminConnect();
                Statement statement = admin.createStatement();
                ResultSet rows =
                        statement.executeQuery(database.kind().product().databases())) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
