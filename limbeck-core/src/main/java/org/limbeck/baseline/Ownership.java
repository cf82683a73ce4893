package org.limbeck.baseline;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.limbeck.command.Databases;
import org.limbeck.compare.Filter;
import org.limbeck.compare.ObjectKind;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.journal.JournalTables;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** What of a database is a history's business. */
public final class Ownership {
    private Ownership() {}

    /** The live schema without what is owned elsewhere. */
    public static Schema schema(DatabaseSettings settings, OpenDatabase database) {
        try {
            Filter filter = filter(settings);
            Schema all = database.dialect().reflector().schema(database.connection(), null);
            Map<QualifiedName, Table> tables = new LinkedHashMap<>();
            all.tables().forEach((name, table) -> {
                if (filter.takes(ObjectKind.TABLE, name)) {
                    tables.put(name, table);
                }
            });
            return all.withTables(tables);
        } catch (SQLException e) {
            throw Databases.failed(database.dialect(), settings, e);
        }
    }

    /** Without what is owned elsewhere, and without the journal. */
    public static Filter filter(DatabaseSettings settings) {
        JournalTables tables = JournalTables.of(settings.journal());
        String[] owned = settings.excluded().stream()
                .map(DatabaseSettings.Exclusion::table)
                .toArray(String[]::new);
        ObjectKind[] kinds = Arrays.stream(ObjectKind.values())
                .filter(kind -> settings.excludedKinds().contains(kind.word()))
                .toArray(ObjectKind[]::new);
        return Filter.USUAL
                .without(kinds)
                .exceptForeignKeys(settings.excludedForeignKeys().toArray(String[]::new))
                .except(owned)
                .except(
                        tables.revision().name(),
                        tables.event().name(),
                        tables.lock().name());
    }
}
