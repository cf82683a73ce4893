package org.limbeck.lock;

import org.limbeck.dialect.LeaseWords;
import org.limbeck.testkit.server.DatabaseKind;

/** What each database says differently about a lease. */
final class Words {
    private Words() {}

    static LeaseWords of(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE ->
                new LeaseWords(Words::plain, "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)", "");
            case H2 -> new LeaseWords(Words::plain, "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)", "");
            case POSTGRESQL_15, POSTGRESQL_18 ->
                new LeaseWords(
                        Words::plain, "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)", " FOR UPDATE");
            case MARIADB_10_11, MYSQL_9_7 ->
                new LeaseWords(
                        name -> '`' + name + '`', "CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)", " FOR UPDATE");
        };
    }

    private static String plain(String name) {
        return '"' + name + '"';
    }
}
