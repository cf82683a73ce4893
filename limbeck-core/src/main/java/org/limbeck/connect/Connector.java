package org.limbeck.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.config.JdbcUrl;
import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.dialect.Failure;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** Opens databases, and says clearly what is wrong when it cannot. Immutable and thread-safe. */
public final class Connector {
    private final List<DialectProvider> providers;
    private final DatabaseSettings settings;
    private final @Nullable DataSource dataSource;

    /** @param dataSource where connections come from; null to open them by the settings' address */
    public Connector(List<DialectProvider> providers, DatabaseSettings settings, @Nullable DataSource dataSource) {
        this.providers = List.copyOf(providers);
        this.settings = settings;
        this.dataSource = dataSource;
    }

    /**
     * Opens a work connection.
     *
     * @throws LimbeckException NO_DRIVER, NOT_REACHABLE, ACCESS_DENIED, KIND_MISMATCH, ...; never shows a secret
     */
    public OpenDatabase open() {
        OpenDatabase database = look();
        try {
            database.prepare();
            return database;
        } catch (SQLException | RuntimeException e) {
            closeAfter(database.connection(), e);
            throw e instanceof SQLException sql ? failed(sql) : (RuntimeException) e;
        }
    }

    /**
     * Opens a connection whose session is not prepared for work, which saves a round trip where only the journal is read.
     *
     * @throws LimbeckException as {@link #open}
     */
    public OpenDatabase look() {
        requireAgreement();
        Connection connection = connection();
        try {
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            Dialect dialect = dialect(ServerInfo.of(connection));
            return new OpenDatabase(connection, dialect, address(), this::another, autoCommit, dataSource != null);
        } catch (SQLException | RuntimeException e) {
            closeAfter(connection, e);
            throw e instanceof SQLException sql ? failed(sql) : (RuntimeException) e;
        }
    }

    private Connection another() throws SQLException {
        Connection connection = dataSource != null ? dataSource.getConnection() : byAddress();
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
        return connection;
    }

    private static void closeAfter(Connection connection, Exception e) {
        try {
            connection.close();
        } catch (SQLException more) {
            e.addSuppressed(more);
        }
    }

    private String address() {
        return dataSource == null ? JdbcUrl.masked(settings.url()) : settings.name();
    }

    /** A declared kind and the address must mean the same kind of database. */
    private void requireAgreement() {
        String kind = settings.kind();
        if (kind == null || dataSource != null) {
            return;
        }
        DialectProvider declared = provider(kind);
        if (!declared.accepts(settings.url())) {
            throw Problem.of(
                            ErrorCode.KIND_MISMATCH,
                            "Database '" + settings.name() + "' is declared as " + kind + ", but its url is "
                                    + JdbcUrl.masked(settings.url()))
                    .todo("Make kind and url agree in limbeck.toml (or in the environment they are read from).")
                    .exception();
        }
    }

    /**
     * The provider of a kind.
     *
     * @throws LimbeckException UNKNOWN_DIALECT with the known kinds
     */
    public DialectProvider provider(String kind) {
        return providers.stream()
                .filter(p -> p.names().contains(kind))
                .findFirst()
                .orElseThrow(() -> Problem.of(ErrorCode.UNKNOWN_DIALECT, "There is no kind of database '" + kind + "'")
                        .why("Known are " + String.join(", ", kinds()))
                        .exception());
    }

    /** The names of all kinds. */
    public List<String> kinds() {
        return providers.stream().flatMap(p -> p.names().stream()).toList();
    }

    /** The dialect without a connection, by the declared kind or the address. */
    public Dialect offline() {
        String kind = settings.kind();
        if (kind != null) {
            requireAgreement();
            return provider(kind).offline(kind);
        }
        DialectProvider provider = providers.stream()
                .filter(p -> p.accepts(settings.url()))
                .findFirst()
                .orElseThrow(this::noDriver);
        String name = provider.names().stream()
                .filter(n -> settings.url().startsWith("jdbc:" + n + ":"))
                .findFirst()
                .orElse(provider.names().get(0));
        return provider.offline(name);
    }

    private Connection connection() {
        int attempts = 0;
        while (true) {
            try {
                return dataSource != null ? dataSource.getConnection() : byAddress();
            } catch (SQLException e) {
                if (attempts++ >= settings.connectRetries()) {
                    throw failed(e);
                }
                pause(Math.min(10_000L, 500L << Math.min(attempts, 5)));
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ErrorCode.INTERRUPTED, "Interrupted while connecting")
                    .exception(e);
        }
    }

    private Connection byAddress() throws SQLException {
        Properties login = new Properties();
        if (settings.user() != null) {
            login.setProperty("user", settings.user());
        }
        if (settings.password() != null) {
            login.setProperty("password", settings.password().reveal());
        }
        String address = settings.url();
        Driver driver = driver(address);
        String other = driver == null ? otherAddress() : null;
        if (other != null) {
            address = other;
            driver = driver(other);
        }
        createFolder();
        Connection connection = driver == null ? byManager(login) : driver.connect(address, login);
        if (connection == null) {
            throw noDriver();
        }
        return connection;
    }

    /** Databases in files do not make the folder that they are in. */
    private void createFolder() {
        for (DialectProvider provider : providers) {
            Path file = provider.accepts(settings.url()) ? provider.file(settings.url()) : null;
            Path folder = file == null ? null : file.getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                create(folder);
            }
        }
    }

    private void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Problem.of(
                            ErrorCode.FILE_PROBLEM,
                            "The folder " + folder + " of database '" + settings.name() + "' cannot be created")
                    .why(String.valueOf(e.getMessage()))
                    .todo("Check the url, and the rights of the folder above.")
                    .exception(e);
        }
    }

    private @Nullable String otherAddress() {
        return providers.stream()
                .filter(p -> p.accepts(settings.url()))
                .findFirst()
                .map(p -> p.otherAddress(settings.url()))
                .orElse(null);
    }

    /** Made directly: searching for drivers loads all that are there. Null if it is not there. */
    private @Nullable Driver driver(String address) {
        DialectProvider provider =
                providers.stream().filter(p -> p.accepts(address)).findFirst().orElse(null);
        if (provider == null) {
            return null;
        }
        try {
            Class<?> type = driverClass(provider.driverClass(address));
            return (Driver) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    /** Beside Limbeck, or else on the class path of the application that a build tool or a container sets. */
    private static Class<?> driverClass(String name) throws ClassNotFoundException {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            ClassLoader application = Thread.currentThread().getContextClassLoader();
            if (application == null) {
                throw e;
            }
            return Class.forName(name, true, application);
        }
    }

    private Connection byManager(Properties login) throws SQLException {
        if (DriverManager.drivers().noneMatch(d -> accepts(d, settings.url()))) {
            throw noDriver();
        }
        return DriverManager.getConnection(settings.url(), login);
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    private LimbeckException noDriver() {
        return Problem.of(
                        ErrorCode.NO_DRIVER,
                        "No JDBC driver is there for " + JdbcUrl.masked(settings.url()) + " (database '"
                                + settings.name() + "')")
                .why("Known kinds are " + String.join(", ", kinds()))
                .todo("Check the url, or put the driver's jar beside Limbeck (folder lib/drivers).")
                .exception();
    }

    private Dialect dialect(ServerInfo server) {
        DialectProvider provider = providers.stream()
                .filter(p -> p.accepts(server))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                ErrorCode.UNSUPPORTED_SERVER,
                                "Limbeck knows no dialect for " + server.product() + " " + server.version())
                        .why("Known kinds are " + String.join(", ", kinds()))
                        .exception());
        Dialect dialect = provider.dialect(server);
        String kind = settings.kind();
        if (kind != null && !kind.equals(dialect.name())) {
            throw Problem.of(
                            ErrorCode.KIND_MISMATCH,
                            "Database '" + settings.name() + "' is declared as " + kind + ", but " + server.product()
                                    + " " + server.version() + " answers")
                    .todo("Correct kind or url in limbeck.toml.")
                    .exception();
        }
        return dialect;
    }

    private LimbeckException failed(SQLException e) {
        Failure failure = providers.stream()
                .filter(p -> p.accepts(settings.url()))
                .findFirst()
                .map(p -> p.offline(p.names().get(0)).failure(e))
                .orElse(Failure.OTHER);
        String words = withoutSecrets(String.valueOf(e.getMessage()).strip());
        String where = "database '" + settings.name() + "' (" + address() + ")";
        if (failure == Failure.ACCESS_DENIED) {
            return Problem.of(ErrorCode.ACCESS_DENIED, "Access is denied to " + where)
                    .why(words)
                    .todo("Check user and password.")
                    .exception();
        }
        if (failure == Failure.READ_ONLY) {
            return Problem.of(ErrorCode.READ_ONLY, "It is read-only: " + where)
                    .why(words)
                    .exception();
        }
        return Problem.of(ErrorCode.NOT_REACHABLE, "Not reachable: " + where)
                .why(words)
                .todo("Check the address, and that the server runs.")
                .exception();
    }

    /** Drivers may repeat the address or the password in their words; the cause is left out for the same reason. */
    private String withoutSecrets(String words) {
        String shown = words.replace(settings.url(), JdbcUrl.masked(settings.url()));
        return settings.password() == null || settings.password().reveal().isEmpty()
                ? shown
                : shown.replace(settings.password().reveal(), "****");
    }
}
