package org.limbeck.compare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.schema.Schema;

/** Compares a live database with a wanted schema. */
public final class Comparison {
    private Comparison() {}

    /** The same as {@link #of(Connection, Dialect, Schema, CompareOptions)}. */
    public static SchemaChanges of(OpenDatabase database, Schema want, CompareOptions options) {
        return of(database.connection(), database.dialect(), want, options);
    }

    /**
     * Reads the live schema in a fixed number of queries and compares it with the wanted one. Where the two differ in
     * words that may mean the same, the database itself decides: the wanted thing is created out of sight and read back.
     *
     * @param connection prepared and outside a transaction; it is afterwards as it was before
     * @return what differs; its remarks tell what could not be read or decided
     * @throws org.limbeck.error.LimbeckException DATABASE_FAILED if the catalogue cannot be read
     */
    public static SchemaChanges of(Connection connection, Dialect dialect, Schema want, CompareOptions options) {
        try {
            String own = options.ownSchema() == null ? Catalogue.ownSchema(connection, dialect) : options.ownSchema();
            CompareOptions here = options.withOwnSchema(own);
            Schema have = Catalogue.read(connection, dialect, want, own);
            SchemaChanges changes = between(connection, dialect, have, want, here);
            List<String> remarks = new ArrayList<>(have.unknowns());
            remarks.addAll(changes.remarks());
            return new SchemaChanges(changes.have(), changes.differences(), changes.steps(), remarks);
        } catch (SQLException e) {
            throw Problem.of(ErrorCode.DATABASE_FAILED, "The catalogue cannot be read")
                    .why(String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }

    /**
     * Compares a schema that is known already, such as one replayed from history, with the wanted one; the database is
     * used to decide what words cannot.
     */
    public static SchemaChanges between(
            Connection connection, Dialect dialect, Schema have, Schema wanted, CompareOptions options) {
        Schema want = Spelling.ofLive(have, wanted, dialect);
        SchemaChanges changes = SchemaDiff.between(have, want, dialect, options);
        Judgement judgement = new Judge(have, want, dialect, options).decide(changes, connection);
        return judgement.equals(Judgement.NONE) ? changes : SchemaDiff.between(have, want, dialect, options, judgement);
    }
}
