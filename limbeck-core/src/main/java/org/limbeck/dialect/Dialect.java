package org.limbeck.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.sql.SqlSyntax;

/** One kind of database in one version: how it is spoken to. Immutable and thread-safe. */
public interface Dialect {

    /** The name, such as {@code postgresql}. */
    String name();

    /** What people call it, such as {@code PostgreSQL}. */
    String title();

    /** The server that it is for. */
    ServerInfo server();

    /** The names by which scripts address it, the most fitting first: {@code mariadb, mysql}. */
    default List<String> answersTo() {
        return List.of(name());
    }

    boolean supports(Feature feature);

    /** How its SQL is cut into statements. */
    SqlSyntax syntax();

    /** A name as it stands in SQL: bare when it is safe, else quoted. */
    String identifier(String name);

    /** A value as a literal; the type, where it is known, decides the form. */
    String literal(@Nullable Object value, @Nullable DataType type);

    /** The spelling of a type, after other types for this dialect were chosen. */
    String type(DataType type);

    /** The type that words in this database's spelling mean; a native one where no logical one fits. */
    default DataType readType(String spelling) {
        return DataType.ofNative(spelling);
    }

    /** The exact name that a bare word means, in the case in which it is shown. */
    default String bareName(String word) {
        return word;
    }

    /** Writes operations as statements. */
    Renderer renderer();

    /** Reads schemas. */
    Reflector reflector();

    /**
     * A table as reflection would give it: types spelled as the catalogue does, defaults of the database filled in or
     * left out alike. Two tables that are the same to the database have equal normal forms.
     */
    Table normalise(Table table);

    /**
     * A wanted table as it is compared with the live one, where entity mappings cannot say which of two forms they mean:
     * then the live form is what they want. Both are in normal form.
     */
    default Table likened(Table wanted, Table live) {
        return wanted;
    }

    /** The lock that keeps other migrators away. */
    MigrationLock lock();

    /** What a lease in a table needs to know, for connections behind a transaction pooler; null where it cannot be. */
    default @Nullable LeaseWords leaseWords() {
        return null;
    }

    /** What went wrong, in terms that Limbeck branches on. */
    Failure failure(SQLException error);

    /**
     * Prepares a fresh work connection: names the application, switches off surprises. Called once, outside a transaction.
     *
     * @return statements that make the session what it was, for one that others use afterwards
     */
    default List<String> prepare(Connection connection) throws SQLException {
        return List.of();
    }

    /**
     * Runs work in a transaction piece of its own with whatever the dialect needs around it, such as switching foreign
     * keys off for a rebuild. The connection is in autocommit mode before and after; the work does not commit.
     *
     * @throws SQLException if the work or the commit fails; then nothing of it stays
     */
    default void isolated(Connection connection, SqlAction work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Whether raw SQL commits by itself, whatever transaction it stands in. */
    default boolean commitsByItself(String sql) {
        return false;
    }

    /** Whether raw SQL refuses to be in a transaction. */
    default boolean refusesTransaction(String sql) {
        return false;
    }

    /** A statement as it stands in an offline script, with its terminator. */
    default String script(String sql) {
        return sql + ";";
    }

    /** What begins a transaction in an offline script. */
    default String begin() {
        return "BEGIN";
    }

    /**
     * What an offline script needs around neighbouring statements that are to be run by {@link #isolated}.
     *
     * @param before true for what comes before it, false for what comes after it
     */
    default List<String> isolatedScript(Placement placement, boolean before) {
        return List.of();
    }

    /** A statement, with its terminator, that stops an offline script with an error, whatever follows. */
    String stopScript(String message);

    /** The schema or database that unqualified names mean, as SQL without parameters; null where there is none. */
    default @Nullable String currentSchemaSql() {
        return null;
    }

    /** What a parameter is cast to where it has no type of its own: a whole number of 8 bytes, and a long text. */
    default List<String> castTypes() {
        return List.of("BIGINT", "VARCHAR");
    }

    /** The form that two names of columns, constraints or indexes share when the database takes them for the same. */
    default String nameKey(String name) {
        return name;
    }

    /** The form that two names of tables share when the database takes them for the same. */
    default String tableKey(String name) {
        return name;
    }

    /** Whether the type of a column cannot be changed while a computed column reads it. */
    default boolean computedColumnsHoldOthers() {
        return false;
    }

    /**
     * Whether further words of a column limit its values, as a check does. Mappings can say that, so that a column which
     * has such words by hand differs from one that is mapped without.
     */
    default boolean limitValues(String columnWords) {
        return false;
    }

    /** Whether the types of columns cannot be changed while views read them. */
    default boolean viewsHoldColumns() {
        return false;
    }

    /** Whether the types of columns cannot be changed while foreign keys lead to or from them. */
    default boolean keysHoldColumns() {
        return false;
    }

    /** Where things can be created and read back without anyone seeing them; null where that cannot be. */
    default @Nullable Scratch scratch() {
        return null;
    }

    /** A table of the journal, with what it needs here to hold any text in any database. */
    default Table journalTable(Table table) {
        return table;
    }

    // ---- shared answers

    /** The words for this dialect. */
    default String words(SqlText text) {
        for (String name : answersTo()) {
            String words = text.perDialect().get(name);
            if (words != null) {
                return words;
            }
        }
        return text.sql();
    }

    /** The type for this dialect. */
    default DataType resolve(DataType type) {
        for (String name : answersTo()) {
            DataType other = type.perDialect().get(name);
            if (other != null) {
                return other;
            }
        }
        return type.plain();
    }

    /** The same column with the type for this dialect. */
    default Column resolve(Column column) {
        return column.withType(resolve(column.type()));
    }

    /** Whether a list of dialect names means this one; {@code mysql} means MariaDB too unless it is named beside it. */
    default boolean isAmong(List<String> dialects) {
        return dialects.stream().anyMatch(answersTo()::contains);
    }
}
