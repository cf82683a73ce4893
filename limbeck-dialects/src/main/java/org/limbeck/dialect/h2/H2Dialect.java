package org.limbeck.dialect.h2;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Failure;
import org.limbeck.dialect.Feature;
import org.limbeck.dialect.LeaseWords;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.dialect.Reflector;
import org.limbeck.dialect.Renderer;
import org.limbeck.dialect.Scratch;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.dialect.StandardRenderer;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.lock.LeaseLock;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Table;
import org.limbeck.sql.SqlSyntax;
import org.limbeck.sql.SqlSyntax.Trait;

/** H2 in one version. Immutable and thread-safe. */
final class H2Dialect implements Dialect {
    static final String NAME = "h2";

    /** H2's own limit, in characters. */
    private static final int LONGEST_NAME = 256;

    static final SqlSyntax SYNTAX = SqlSyntax.of(
                    Trait.BACKTICK_QUOTES, Trait.DOLLAR_QUOTES, Trait.NESTED_COMMENTS, Trait.SLASH_COMMENTS)
            .refusingStatements("SHUTDOWN", "DROP ALL OBJECTS", "SET EXCLUSIVE");

    private static final Set<Feature> FEATURES = EnumSet.of(
            Feature.SCHEMAS,
            Feature.SEQUENCES,
            Feature.INLINE_ENUMS,
            Feature.VIEWS,
            Feature.ROUTINES,
            Feature.TRIGGERS,
            Feature.ARRAYS,
            Feature.CHECKS,
            Feature.CONSTRAINT_NAMES,
            Feature.RENAME_CONSTRAINT,
            Feature.INDEX_INCLUDE,
            Feature.INDEX_NULLS_ORDER,
            Feature.INDEX_METHODS,
            Feature.INDEX_IF_NOT_EXISTS,
            Feature.NULLS_NOT_DISTINCT,
            Feature.TABLE_COMMENTS,
            Feature.COLUMN_COMMENTS,
            Feature.STORED_COMPUTED,
            Feature.EXPRESSION_DEFAULTS,
            Feature.IDENTITY_ALWAYS,
            Feature.TIME_ZONES);

    /** The server's clock in milliseconds since 1970; CURRENT_TIMESTAMP knows its zone. */
    private static final String NOW_MILLIS = "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";

    private final ServerInfo server;
    private final Literals literals = new Literals();
    private final Types types = new Types(this);
    private final Normal normal = new Normal(this, types);
    private final Renderer renderer = new StandardRenderer(state -> new Statements(this, state));
    private final FoldedNames names;
    private final Reflector reflector;
    private final MigrationLock lock = new LeaseLock(leaseWords());

    private H2Dialect(ServerInfo server) {
        this.server = server;
        this.names = new FoldedNames(server.upperCase());
        this.reflector = new FoldedReflector(new H2Reflector(this), names);
    }

    static H2Dialect of(ServerInfo server) {
        if (!server.atLeast(2, 2)) {
            throw Problem.of(ErrorCode.UNSUPPORTED_SERVER, "H2 " + server.version() + " is not supported")
                    .why("Limbeck needs H2 2.2 or later; what older versions tell of themselves is different.")
                    .todo("Export with  SCRIPT TO  in the old version and import with  RUNSCRIPT FROM  in a new one")
                    .exception();
        }
        return new H2Dialect(server);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "H2";
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

    /**
     * Always quoted. A plain lower-case name is written in the case in which H2 keeps a bare word: upper, unless the
     * address says otherwise ({@code DATABASE_TO_LOWER}, {@code DATABASE_TO_UPPER=FALSE}). So {@code customer} is what raw
     * SQL and Hibernate mean by the bare word.
     */
    @Override
    public String identifier(String name) {
        if (name.indexOf('\0') >= 0 || name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.of(ErrorCode.INVALID_OPERATION, "H2 cannot take the name '" + name.replace('\0', '?') + "'")
                    .why("A name has 1 to " + LONGEST_NAME + " characters and no NUL; this one has " + name.length())
                    .todo("Choose another name")
                    .exception();
        }
        return '"' + names.stored(name).replace("\"", "\"\"") + '"';
    }

    @Override
    public String literal(@Nullable Object value, @Nullable DataType type) {
        return literals.of(value, type == null ? null : resolve(type));
    }

    @Override
    public String type(DataType type) {
        return types.spell(resolve(type));
    }

    @Override
    public DataType readType(String spelling) {
        return Types.parse(spelling);
    }

    @Override
    public String bareName(String word) {
        return server.upperCase() ? names.shown(word.toUpperCase(Locale.ROOT)) : word;
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
        return names.shown(normal.table(table));
    }

    @Override
    public Scratch scratch() {
        return new ScratchMemory();
    }

    @Override
    public MigrationLock lock() {
        return lock;
    }

    @Override
    public LeaseWords leaseWords() {
        return new LeaseWords(this::identifier, NOW_MILLIS, "");
    }

    @Override
    public Failure failure(SQLException error) {
        return Failures.of(error);
    }

    @Override
    public boolean commitsByItself(String sql) {
        return Commits.byItself(sql);
    }

    /** SIGNAL raises an error; RUNSCRIPT and the tools stop at it unless they are told to go on. */
    @Override
    public String stopScript(String message) {
        return "CALL SIGNAL('45000', " + literal(message, null) + ");";
    }

    @Override
    public String currentSchemaSql() {
        return "SELECT CURRENT_SCHEMA";
    }
}
