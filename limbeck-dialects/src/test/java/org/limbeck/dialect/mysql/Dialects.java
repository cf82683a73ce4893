package org.limbeck.dialect.mysql;

import org.limbeck.dialect.ServerInfo;

/** Dialects without a server, for tests of what they write. */
final class Dialects {
    static final MySqlDialect MYSQL = new MySqlDialect(new ServerInfo("MySQL", "9.7.0", 9, 7));
    static final MariaDbDialect MARIADB = new MariaDbDialect(new ServerInfo("MariaDB", "10.11.2-MariaDB", 10, 11));

    private Dialects() {}
}
