package org.limbeck.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.migration.Block;
import org.limbeck.migration.Migration;
import org.limbeck.migration.Op;
import org.limbeck.migration.Recording;
import org.limbeck.operation.Blocks;
import org.limbeck.operation.Inverse;
import org.limbeck.operation.Operation;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.state.LiveState;
import org.limbeck.state.ReplayedState;
import org.limbeck.testkit.server.TestDatabase;

/** A real database under a dialect: records, renders and executes blocks as a runner would, group by group. */
public final class Live implements AutoCloseable {
    private final Connection connection;
    private final Dialect dialect;
    private final LiveState state;

    private Live(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
        this.state = new LiveState(connection, dialect);
    }

    /** Opens a prepared work connection of its own. */
    public static Live on(TestDatabase database, DialectProvider provider) throws SQLException {
        return on(database.connect(), provider);
    }

    /** Takes a connection, which is closed with this. */
    public static Live on(Connection connection, DialectProvider provider) throws SQLException {
        Dialect dialect = provider.dialect(ServerInfo.of(connection));
        dialect.prepare(connection);
        return new Live(connection, dialect);
    }

    public Connection connection() {
        return connection;
    }

    public Dialect dialect() {
        return dialect;
    }

    public LiveState state() {
        return state;
    }

    // ---- operations

    /** What a block records. */
    public static List<Operation> record(Block block) {
        Migration migration = new Migration() {
            @Override
            public void upgrade(Op op) {
                block.record(op);
            }
        };
        return Recording.upgrade(migration, List.of(), Map.of()).operations();
    }

    /** The SQL of a block when nothing is known of the database, for golden tests without one. */
    public static List<String> sql(Dialect dialect, Block block) {
        return sql(dialect, Schema.EMPTY, block);
    }

    /** The SQL of a block for a schema that is known from history. */
    public static List<String> sql(Dialect dialect, Schema before, Block block) {
        return dialect.renderer().render(record(block), new ReplayedState(before)).stream()
                .flatMap(group -> group.statements().stream())
                .map(Statement::sql)
                .toList();
    }

    /** The groups that a block is rendered as, for the database as it stands. */
    public List<StatementGroup> render(Block block) {
        return dialect.renderer().render(record(block), state);
    }

    /** Records a block, renders all of it, and executes it. */
    public Live apply(Block block) throws SQLException {
        return execute(record(block));
    }

    /** Renders operations and executes them; whatever happens, nothing of the state before is remembered. */
    public Live execute(List<Operation> operations) throws SQLException {
        try {
            for (StatementGroup group : dialect.renderer().render(operations, state)) {
                execute(group);
            }
        } finally {
            state.forget();
        }
        return this;
    }

    /** What undoes operations on the database as it stands; fails where one has no inverse. */
    public List<Operation> inverse(List<Operation> operations) throws SQLException {
        Inverse inverse = Blocks.inverse(schema(), operations);
        return inverse.operations().orElseThrow(() -> new AssertionError(inverse.reason()));
    }

    private void execute(StatementGroup group) throws SQLException {
        Placement placement = group.statements().isEmpty()
                ? Placement.INSIDE
                : group.statements().get(0).placement();
        SqlAction all = () -> {
            for (Statement statement : group.statements()) {
                execute(statement.sql());
            }
        };
        switch (placement) {
            case ISOLATED -> dialect.isolated(connection, all);
            case OUTSIDE -> all.run();
            default -> inTransaction(all);
        }
    }

    private void inTransaction(SqlAction work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    // ---- plain SQL

    /** Executes statements as they are, each committed by itself. */
    public Live execute(String... statements) throws SQLException {
        for (String sql : statements) {
            try (java.sql.Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new SQLException(e.getMessage() + "\n  in: " + sql, e.getSQLState(), e.getErrorCode(), e);
            }
        }
        return this;
    }

    /** The rows of a query, each as its values in the driver's types. */
    public List<List<@Nullable Object>> rows(String query) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** The rows of a query as text, values separated by a bar. */
    public List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (List<@Nullable Object> row : rows(query)) {
            List<String> values = new ArrayList<>();
            row.forEach(value -> values.add(String.valueOf(value)));
            texts.add(String.join("|", values));
        }
        return texts;
    }

    // ---- schema

    /** The connection's own schema, read now. */
    public Schema schema() throws SQLException {
        return dialect.reflector().schema(connection, null);
    }

    /** One table, read now by the narrow form. */
    public Table table(String name) throws SQLException {
        return dialect.reflector()
                .table(connection, QualifiedName.parse(name))
                .orElseThrow(() -> new AssertionError("there is no table " + name));
    }

    /** One table, read now, in its normal form. */
    public Table normal(String name) throws SQLException {
        return dialect.normalise(table(name));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
