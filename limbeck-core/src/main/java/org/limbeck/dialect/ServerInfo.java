package org.limbeck.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * The server at the other end of a connection, as it introduces itself; asking costs no query.
 *
 * @param product such as {@code PostgreSQL}
 * @param version in the server's words
 * @param major the first number of the version
 * @param minor the second number of the version
 * @param upperCase whether a bare name is kept in upper case
 */
public record ServerInfo(String product, String version, int major, int minor, boolean upperCase) {

    /** A server that keeps bare names as they are, or in lower case. */
    public ServerInfo(String product, String version, int major, int minor) {
        this(product, version, major, minor, false);
    }

    public static ServerInfo of(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        return new ServerInfo(
                data.getDatabaseProductName(),
                data.getDatabaseProductVersion(),
                data.getDatabaseMajorVersion(),
                data.getDatabaseMinorVersion(),
                data.storesUpperCaseIdentifiers());
    }

    public boolean atLeast(int otherMajor, int otherMinor) {
        return major > otherMajor || (major == otherMajor && minor >= otherMinor);
    }
}
