package org.limbeck.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Source;
import org.limbeck.dialect.StateView;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.operation.Operation;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;
import org.limbeck.sql.SqlTokens;

/**
 * The live schema, read when first asked, kept, and forgotten when a statement may have changed it. Belongs to one work
 * connection; not thread-safe.
 */
public final class LiveState implements StateView {
    private final Connection connection;
    private final Dialect dialect;
    private final Map<QualifiedName, Optional<Table>> tables = new HashMap<>();
    private @Nullable Set<String> names;

    public LiveState(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Forgets what an executed operation may have changed of tables; names are told by {@link #executed(String)}. */
    public void executed(Operation operation) {
        if (operation.tables().isEmpty()) {
            tables.clear();
        } else {
            operation.tables().forEach(tables::remove);
        }
    }

    /** Forgets everything. */
    public void forget() {
        tables.clear();
        names = null;
    }

    /** Notes a statement: what it may have created or dropped. */
    public void executed(String sql) {
        if (names == null) {
            return;
        }
        List<String> tokens = SqlTokens.first(CreatedTable.TOKENS, sql, dialect.syntax());
        String created = CreatedTable.in(tokens);
        if (created != null) {
            names.add(created.toLowerCase(Locale.ROOT));
        } else if (!CreatedTable.leavesNames(tokens)) {
            names = null;
        }
    }

    /** Whether there is no table or view of this name, in whatever case; asks once for all of them. */
    public boolean missing(QualifiedName name) {
        if (name.schema() != null) {
            return false;
        }
        if (names == null) {
            Set<String> found = new HashSet<>();
            for (String one : read("names", () -> dialect.reflector().names(connection))) {
                found.add(one.toLowerCase(Locale.ROOT));
            }
            names = found;
        }
        return !names.contains(name.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public StateView after(Operation operation) {
        return new AfterState(this, operation);
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public Optional<Table> table(QualifiedName name) {
        Optional<Table> kept = tables.get(name);
        if (kept == null) {
            kept = read("table " + name, () -> dialect.reflector().table(connection, name));
            tables.put(name, kept);
        }
        return kept;
    }

    @Override
    public Optional<View> view(QualifiedName name) {
        return read("view " + name, () -> dialect.reflector().view(connection, name));
    }

    @Override
    public Optional<Sequence> sequence(QualifiedName name) {
        return read("sequence " + name, () -> dialect.reflector().sequence(connection, name));
    }

    @Override
    public Optional<EnumType> enumType(QualifiedName name) {
        return read("enum " + name, () -> dialect.reflector().enumType(connection, name));
    }

    @Override
    public List<Trigger> triggersOn(QualifiedName table) {
        return read("triggers on " + table, () -> dialect.reflector().triggersOn(connection, table));
    }

    @Override
    public List<View> viewsReading(QualifiedName tableOrView) {
        return read("views of " + tableOrView, () -> dialect.reflector().viewsReading(connection, tableOrView));
    }

    @Override
    public Optional<Source> source(QualifiedName table) {
        List<String> statements =
                read("source of " + table, () -> dialect.reflector().source(connection, table));
        return statements.isEmpty() ? Optional.empty() : Optional.of(new Source(statements, List.of()));
    }

    @Override
    public boolean invalidIndex(QualifiedName table, String index) {
        return read("index " + index, () -> dialect.reflector().invalidIndex(connection, table, index));
    }

    private interface Read<T> {
        T run() throws SQLException;
    }

    private <T> T read(String what, Read<T> read) {
        try {
            return read.run();
        } catch (SQLException e) {
            throw Problem.of(ErrorCode.DATABASE_FAILED, "The catalogue cannot be read: " + what)
                    .why(String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }
}
