package org.limbeck.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where Limbeck connects to, instead of the application's {@code DataSource}: for tests with containers, or a user of its
 * own for migrations. A bean of this type wins over properties; it counts where there is one database.
 */
public interface LimbeckConnectionDetails extends ConnectionDetails {

    /** The JDBC address. */
    String getJdbcUrl();

    @Nullable
    String getUsername();

    @Nullable
    String getPassword();
}
