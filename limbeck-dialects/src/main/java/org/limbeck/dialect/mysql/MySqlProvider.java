package org.limbeck.dialect.mysql;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/** Knows MySQL and MariaDB, through the drivers of both. */
public final class MySqlProvider implements DialectProvider {
    private static final ServerInfo NEWEST_MYSQL = new ServerInfo("MySQL", "9.7.0", 9, 7);
    private static final ServerInfo NEWEST_MARIADB = new ServerInfo("MariaDB", "11.8.0-MariaDB", 11, 8);

    @Override
    public List<String> names() {
        return List.of("mysql", "mariadb");
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:mysql:") || url.startsWith("jdbc:mariadb:");
    }

    @Override
    public boolean accepts(ServerInfo server) {
        return isMariaDb(server) || server.product().toLowerCase(Locale.ROOT).contains("mysql");
    }

    /** MySQL's driver calls MariaDB "MySQL" too, but gives its version. */
    private static boolean isMariaDb(ServerInfo server) {
        return (server.product() + " " + server.version())
                .toLowerCase(Locale.ROOT)
                .contains("mariadb");
    }

    @Override
    public Dialect dialect(ServerInfo server) {
        boolean mariaDb = isMariaDb(server);
        ServerInfo named = MariaDbVersion.of(server);
        if (!(mariaDb ? named.atLeast(10, 6) : named.atLeast(8, 0))) {
            throw Problem.of(ErrorCode.UNSUPPORTED_SERVER, "The server is " + server.product() + " " + server.version())
                    .why("Limbeck works with MySQL 8.0 and later and MariaDB 10.6 and later.")
                    .todo("Upgrade the server.")
                    .exception();
        }
        return mariaDb ? new MariaDbDialect(named) : new MySqlDialect(named);
    }

    @Override
    public Dialect offline(String name) {
        return name.equals("mariadb") ? new MariaDbDialect(NEWEST_MARIADB) : new MySqlDialect(NEWEST_MYSQL);
    }

    @Override
    public String driverClass(String url) {
        boolean mariaDbDriver = url.startsWith("jdbc:mariadb:") || url.contains("permitMysqlScheme");
        return mariaDbDriver ? "org.mariadb.jdbc.Driver" : "com.mysql.cj.jdbc.Driver";
    }

    /** MariaDB's driver speaks to MySQL too, when it is allowed to. */
    @Override
    public @Nullable String otherAddress(String url) {
        boolean other = url.startsWith("jdbc:mysql:") && !url.contains("permitMysqlScheme");
        return other ? url + (url.indexOf('?') < 0 ? "?" : "&") + "permitMysqlScheme" : null;
    }
}
