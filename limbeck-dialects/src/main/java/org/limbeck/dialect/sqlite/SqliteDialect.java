package org.limbeck.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Failure;
import org.limbeck.dialect.Feature;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.dialect.Names;
import org.limbeck.dialect.Placement;
import org.limbeck.dialect.Reflector;
import org.limbeck.dialect.Renderer;
import org.limbeck.dialect.Scratch;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.dialect.SqlAction;
import org.limbeck.dialect.Unsupported;
import org.limbeck.schema.DataType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.sql.SqlSyntax;
import org.limbeck.sql.SqlSyntax.Trait;

/** SQLite 3.38 and later. Immutable and thread-safe. */
public final class SqliteDialect implements Dialect {
    private static final String STOP_AT_ERRORS = ".bail on\n";

    private static final SqlSyntax SYNTAX =
            SqlSyntax.of(Trait.BACKTICK_QUOTES, Trait.BRACKET_QUOTES, Trait.COMPOUND_BODIES, Trait.DOT_COMMANDS);

    private static final Set<Feature> FEATURES = EnumSet.of(
            Feature.TRANSACTIONAL_DDL,
            Feature.VIEWS,
            Feature.TRIGGERS,
            Feature.CHECKS,
            Feature.INLINE_ENUMS,
            Feature.DEFERRABLE_FOREIGN_KEYS,
            Feature.CONSTRAINT_NAMES,
            Feature.RENAME_CONSTRAINT,
            Feature.PARTIAL_INDEXES,
            Feature.EXPRESSION_INDEXES,
            Feature.COLUMN_COLLATIONS,
            Feature.STORED_COMPUTED,
            Feature.VIRTUAL_COMPUTED,
            Feature.EXPRESSION_DEFAULTS);

    private final ServerInfo server;
    private final SqliteLiterals literals = new SqliteLiterals();

    SqliteDialect(ServerInfo server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public String title() {
        return "SQLite";
    }

    @Override
    public ServerInfo server() {
        return server;
    }

    @Override
    public boolean supports(Feature feature) {
        return FEATURES.contains(feature);
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public String identifier(String name) {
        return Names.quoted(name, '"', Keywords.RESERVED);
    }

    @Override
    public String literal(@Nullable Object value, @Nullable DataType type) {
        return literals.of(value, type);
    }

    @Override
    public String type(DataType type) {
        return SqliteTypes.spelling(this, type);
    }

    @Override
    public DataType readType(String spelling) {
        return SqliteTypes.meant(spelling);
    }

    @Override
    public Renderer renderer() {
        return new SqliteRenderer(this);
    }

    @Override
    public Reflector reflector() {
        return new SqliteReflector();
    }

    @Override
    public Table normalise(Table table) {
        return new SqliteNormal(this).table(table);
    }

    /** Names know no case, as far as letters of ASCII go. */
    @Override
    public String tableKey(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String nameKey(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public Table likened(Table wanted, Table live) {
        return SqliteNormal.likened(wanted, live);
    }

    @Override
    public Scratch scratch() {
        return new ScratchMemory();
    }

    @Override
    public MigrationLock lock() {
        return new SqliteLock();
    }

    @Override
    public Failure failure(SQLException error) {
        return SqliteFailures.of(error);
    }

    /** Renaming must take views, triggers and keys along, whatever the driver's settings say. */
    @Override
    public List<String> prepare(Connection connection) throws SQLException {
        return Isolation.withoutLegacy(connection);
    }

    @Override
    public void isolated(Connection connection, SqlAction work) throws SQLException {
        Isolation.run(connection, work);
    }

    @Override
    public boolean refusesTransaction(String sql) {
        return Pragmas.refuseTransaction(sql);
    }

    /**
     * A deferred transaction could lose its place to another writer at its first write; and the shell, unless told
     * otherwise, goes on after an error, to drop a table whose rows could not be copied.
     */
    @Override
    public String begin() {
        return STOP_AT_ERRORS + "BEGIN IMMEDIATE";
    }

    @Override
    public List<String> isolatedScript(Placement placement, boolean before) {
        if (placement != Placement.ISOLATED) {
            return List.of();
        }
        return before
                ? List.of(
                        STOP_AT_ERRORS + "PRAGMA foreign_keys = OFF",
                        "PRAGMA legacy_alter_table = ON",
                        "BEGIN IMMEDIATE")
                : List.of("COMMIT", "PRAGMA legacy_alter_table = OFF");
    }

    /** The shell goes on after an error unless it is told to leave. */
    @Override
    public String stopScript(String message) {
        return Guards.stop(this, message) + ";\n.exit 1";
    }

    /** @throws org.limbeck.error.LimbeckException NOT_SUPPORTED_HERE for a name with a schema */
    void requireNoSchema(QualifiedName name) {
        if (name.schema() != null) {
            throw Unsupported.on(
                    this,
                    "schema " + name.schema() + " of " + name,
                    "It has one schema in a file.",
                    "Leave the schema out, or use another database file.");
        }
    }
}
