package org.limbeck.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
import org.limbeck.dialect.Unsupported;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.sql.SqlSyntax;
import org.limbeck.sql.SqlSyntax.Trait;

/** MySQL 8.0 and later. Immutable and thread-safe. */
public class MySqlDialect implements Dialect {
    static final int LONGEST_NAME = 64;

    private static final SqlSyntax SYNTAX = SqlSyntax.of(
                    Trait.BACKTICK_QUOTES,
                    Trait.BACKSLASH_ESCAPES,
                    Trait.HASH_COMMENTS,
                    Trait.DASH_NEEDS_BLANK,
                    Trait.EXECUTABLE_COMMENTS,
                    Trait.DELIMITER_COMMAND,
                    Trait.COMPOUND_BODIES)
            .refusingCalls("RELEASE_ALL_LOCKS");

    private static final Set<Feature> FEATURES = Set.copyOf(EnumSet.of(
            Feature.SCHEMAS,
            Feature.INLINE_ENUMS,
            Feature.VIEWS,
            Feature.ROUTINES,
            Feature.TRIGGERS,
            Feature.CHECKS,
            Feature.CONSTRAINT_NAMES,
            Feature.EXPRESSION_INDEXES,
            Feature.INDEX_METHODS,
            Feature.INDEX_PREFIX,
            Feature.TABLE_COMMENTS,
            Feature.COLUMN_COMMENTS,
            Feature.COLUMN_COLLATIONS,
            Feature.STORED_COMPUTED,
            Feature.VIRTUAL_COMPUTED,
            Feature.EXPRESSION_DEFAULTS,
            Feature.TIME_ZONES,
            Feature.SESSION_LOCK));

    private final ServerInfo server;
    private final MySqlTypes types;
    private final MySqlLiterals literals;

    public MySqlDialect(ServerInfo server) {
        this(server, false, true);
    }

    MySqlDialect(ServerInfo server, boolean nativeUuid, boolean offsets) {
        this.server = server;
        this.types = new MySqlTypes(this, nativeUuid);
        this.literals = new MySqlLiterals(offsets);
    }

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public String title() {
        return "MySQL";
    }

    @Override
    public final ServerInfo server() {
        return server;
    }

    @Override
    public boolean supports(Feature feature) {
        return FEATURES.contains(feature);
    }

    /** Whether this is MariaDB, which spells some catalogue entries differently. */
    boolean isMariaDb() {
        return false;
    }

    @Override
    public final SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public final String identifier(String name) {
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Unsupported.on(
                    this,
                    "the name " + name,
                    "A name has at most " + LONGEST_NAME + " characters; this one has "
                            + name.codePointCount(0, name.length()) + ".",
                    "Choose a shorter name.");
        }
        if (name.codePoints().anyMatch(c -> c > 0xffff) || name.endsWith(" ")) {
            throw Unsupported.on(
                    this,
                    "the name '" + name + "'",
                    "A name has no characters above U+FFFF, such as emoji, and does not end with a blank.",
                    "Choose another name.");
        }
        return Names.quoted(name, '`', ReservedWords.ALL);
    }

    @Override
    public final String literal(@Nullable Object value, @Nullable DataType type) {
        return literals.of(value, type == null ? null : types.normal(type));
    }

    @Override
    public final String type(DataType type) {
        return types.spelling(resolve(type));
    }

    @Override
    public final DataType readType(String spelling) {
        return types.read(spelling, null);
    }

    final MySqlTypes types() {
        return types;
    }

    /** Whether a column holds JSON that is checked, as both databases understand it. */
    static boolean isJson(Column column) {
        return column.type().kind() == TypeKind.JSON;
    }

    @Override
    public Renderer renderer() {
        return new MySqlRenderer(this);
    }

    @Override
    public Reflector reflector() {
        return new MySqlReflector(this);
    }

    @Override
    public final boolean limitValues(String columnWords) {
        return ColumnOptions.limitValues(columnWords);
    }

    @Override
    public final Table likened(Table wanted, Table live) {
        return new Likening(this).wanted(wanted, live);
    }

    @Override
    public final Table normalise(Table table) {
        return new MySqlNormaliser(this).table(table);
    }

    /** Names of columns, keys and checks know no case. */
    @Override
    public final String nameKey(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }

    /** Errors 1832 and 1833 (any version). */
    @Override
    public final boolean keysHoldColumns() {
        return true;
    }

    @Override
    public final Scratch scratch() {
        return new ScratchDatabase();
    }

    @Override
    public final MigrationLock lock() {
        return MySqlLock.usual();
    }

    /** Behind a pooler or a proxy that shares sessions a named lock would stay on one that others use too. */
    @Override
    public final LeaseWords leaseWords() {
        return new LeaseWords(this::identifier, "CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)", " FOR UPDATE");
    }

    @Override
    public final Failure failure(SQLException error) {
        return MySqlFailures.of(error);
    }

    @Override
    public final List<String> prepare(Connection connection) throws SQLException {
        List<String> undo = new ArrayList<>(List.of(SqlMode.makeStrict(connection)));
        undo.addAll(prepareTimestamps(connection));
        return undo;
    }

    /** Makes TIMESTAMP columns ordinary ones, where they need not be; gives what takes it back. */
    List<String> prepareTimestamps(Connection connection) throws SQLException {
        return List.of();
    }

    @Override
    public final boolean commitsByItself(String sql) {
        return ImplicitCommits.in(sql, SYNTAX);
    }

    @Override
    public final String script(String sql) {
        return OfflineScript.statement(sql);
    }

    /** A database may have been made for less than all of Unicode, and messages of revisions hold anything. */
    @Override
    public Table journalTable(Table table) {
        return table.withOptions(Map.of("mysql", "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4"));
    }

    @Override
    public List<String> castTypes() {
        return List.of("SIGNED", "CHAR");
    }

    @Override
    public final String stopScript(String message) {
        return OfflineScript.stop(message);
    }

    @Override
    public final String currentSchemaSql() {
        return "SELECT DATABASE()";
    }

    /** The words of options for this dialect, or null. */
    final @Nullable String option(java.util.Map<String, String> options) {
        for (String name : answersTo()) {
            String words = options.get(name);
            if (words != null) {
                return words;
            }
        }
        return null;
    }

    @Override
    public final String toString() {
        return title() + " " + server.version();
    }

    static List<String> both() {
        return List.of("mariadb", "mysql");
    }
}
