package org.limbeck.dialect.mysql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.limbeck.dialect.ServerInfo;

/** Versions of MariaDB, which some proxies and drivers prefix with one of MySQL: {@code 5.5.5-10.11.8-MariaDB}. */
final class MariaDbVersion {
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.\\d+-MariaDB", Pattern.CASE_INSENSITIVE);

    private MariaDbVersion() {}

    /** The same server with the numbers of its own version. */
    static ServerInfo of(ServerInfo server) {
        Matcher matcher = NUMBERS.matcher(server.version());
        return matcher.find()
                ? new ServerInfo(
                        server.product(),
                        server.version(),
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)))
                : server;
    }
}
