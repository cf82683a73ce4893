package org.limbeck.testkit.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach a database. */
record ServerAddress(String url, String user, String password) {

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The same server, another database: the part of the URL between the host and the parameters is replaced. */
    ServerAddress withDatabase(String database) {
        int host = url.indexOf("//");
        int slash = url.indexOf('/', host + 2);
        int query = url.indexOf('?', host + 2);
        int end = query < 0 ? url.length() : query;
        String server = url.substring(0, slash < 0 || slash > end ? end : slash);
        return new ServerAddress(server + "/" + database + url.substring(end), user, password);
    }

    @Override
    public String toString() {
        return url;
    }
}
