package org.limbeck.dialects;

import java.util.List;

import org.limbeck.dialect.DialectProvider;
import org.limbeck.dialect.h2.H2Provider;
import org.limbeck.dialect.mysql.MySqlProvider;
import org.limbeck.dialect.postgresql.PostgresqlProvider;
import org.limbeck.dialect.sqlite.SqliteProvider;

/** The dialects that come with Limbeck. */
public final class Dialects {
    private Dialects() {}

    /** One provider for each kind of database, to be asked in this order. */
    public static List<DialectProvider> providers() {
        return List.of(new SqliteProvider(), new H2Provider(), new PostgresqlProvider(), new MySqlProvider());
    }
}
