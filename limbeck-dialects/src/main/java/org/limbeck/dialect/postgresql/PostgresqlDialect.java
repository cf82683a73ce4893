package org.limbeck.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Failure;
import org.limbeck.dialect.Feature;
import org.limbeck.dialect.LeaseWords;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.dialect.Names;
import org.limbeck.dialect.Reflector;
import org.limbeck.dialect.Renderer;
import org.limbeck.dialect.Scratch;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.sql.SqlSyntax;
import org.limbeck.sql.SqlSyntax.Trait;

/** PostgreSQL in one version, 14 or later. Immutable and thread-safe. */
public final class PostgresqlDialect implements Dialect {
    /** The name by which scripts and settings know it. */
    static final String NAME = "postgresql";

    static final SqlSyntax SYNTAX = SqlSyntax.of(
                    Trait.ESCAPE_STRINGS,
                    Trait.DOLLAR_QUOTES,
                    Trait.DOLLAR_TAGS,
                    Trait.NESTED_COMMENTS,
                    Trait.ATOMIC_BODIES,
                    Trait.RULE_ACTIONS,
                    Trait.BACKSLASH_COMMANDS)
            .refusingCalls("pg_advisory_unlock_all")
            .refusingStatements("DISCARD ALL");

    private static final int OLDEST = 14;
    /** NAMEDATALEN - 1; the server would cut a longer name in silence. */
    private static final int NAME_BYTES = 63;

    /** A client that works speaks more often: the work connection is pinged every thirty seconds. */
    private static final long SILENT_SECONDS = 60;

    private final ServerInfo server;
    private final Literals literals = new Literals();
    private final Normal normal = new Normal(this);
    private final Renderer renderer = new PostgresqlRenderer(this);
    private final Reflector reflector;
    private final MigrationLock lock = new AdvisoryLock(SILENT_SECONDS);

    private PostgresqlDialect(ServerInfo server) {
        this.server = server;
        this.reflector = new PostgresqlReflector(server);
    }

    static PostgresqlDialect of(ServerInfo server) {
        if (server.major() < OLDEST) {
            throw Problem.of(
                            ErrorCode.UNSUPPORTED_SERVER, "PostgreSQL " + server.version() + " is older than " + OLDEST)
                    .why("Versions " + OLDEST + " to 18 are tested.")
                    .todo("Upgrade the server.")
                    .exception();
        }
        return new PostgresqlDialect(server);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public ServerInfo server() {
        return server;
    }

    @Override
    public boolean supports(Feature feature) {
        return switch (feature) {
            case INLINE_ENUMS, INDEX_PREFIX -> false;
            case NULLS_NOT_DISTINCT -> server.atLeast(15, 0);
            case VIRTUAL_COMPUTED -> server.atLeast(18, 0);
            default -> true;
        };
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    /**
     * A name as it stands in SQL.
     *
     * @throws org.limbeck.error.LimbeckException INVALID_OPERATION if it holds a NUL or is longer than 63 bytes
     */
    @Override
    public String identifier(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > NAME_BYTES) {
            throw Problem.of(ErrorCode.INVALID_OPERATION, "The name " + name + " is too long for PostgreSQL")
                    .why("It has " + bytes + " bytes; PostgreSQL cuts a name after " + NAME_BYTES + ".")
                    .todo("Give a shorter name.")
                    .exception();
        }
        if (name.indexOf('\0') >= 0) {
            throw Problem.of(ErrorCode.INVALID_OPERATION, "A name holds a NUL character: " + name.replace('\0', '?'))
                    .exception();
        }
        return Names.quoted(name, '"', Keywords.RESERVED);
    }

    @Override
    public String literal(@Nullable Object value, @Nullable DataType type) {
        DataType resolved = type == null ? null : resolve(type);
        if (resolved != null && resolved.kind() == TypeKind.BOOLEAN && value instanceof Number number) {
            return literals.of(number.doubleValue() != 0, resolved);
        }
        return literals.of(value, resolved);
    }

    @Override
    public String type(DataType type) {
        return Types.spelled(this, resolve(type));
    }

    @Override
    public DataType readType(String spelling) {
        return Types.parse(spelling);
    }

    @Override
    public String bareName(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    @Override
    public Renderer renderer() {
        return renderer;
    }

    @Override
    public Reflector reflector() {
        return reflector;
    }

    @Override
    public Table normalise(Table table) {
        return normal.table(table);
    }

    @Override
    public boolean computedColumnsHoldOthers() {
        return true;
    }

    @Override
    public boolean viewsHoldColumns() {
        return true;
    }

    @Override
    public Scratch scratch() {
        return new ScratchSchema();
    }

    @Override
    public MigrationLock lock() {
        return lock;
    }

    /** Behind a transaction pooler a session lock would stay on a connection that others use too. */
    @Override
    public LeaseWords leaseWords() {
        return new LeaseWords(
                this::identifier, "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint)", " FOR UPDATE");
    }

    @Override
    public Failure failure(SQLException error) {
        return Session.failure(error);
    }

    @Override
    public List<String> prepare(Connection connection) throws SQLException {
        return Session.prepare(connection);
    }

    @Override
    public boolean refusesTransaction(String sql) {
        return Session.refusesTransaction(sql);
    }

    /** A block that raises the message. The first line makes psql stop there; to other clients it is an error itself. */
    @Override
    public String stopScript(String message) {
        String body = "BEGIN RAISE EXCEPTION USING MESSAGE = " + literal(message, null) + "; END";
        return "\\set ON_ERROR_STOP on\n" + script("DO " + Session.dollarQuoted(body));
    }

    @Override
    public String currentSchemaSql() {
        return "SELECT current_schema()";
    }
}
