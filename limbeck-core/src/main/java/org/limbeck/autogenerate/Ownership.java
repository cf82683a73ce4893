package org.limbeck.autogenerate;

import org.limbeck.compare.Filter;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.journal.JournalTables;

/** What of a database is a history's business. */
public final class Ownership {
    private Ownership() {}

    /** Without what is owned elsewhere, and without the journal. */
    public static Filter filter(DatabaseSettings settings) {
        JournalTables tables = JournalTables.of(settings.journal());
        String[] owned = settings.excluded().stream()
                .map(DatabaseSettings.Exclusion::table)
                .toArray(String[]::new);
        return Filter.USUAL
                .except(owned)
                .except(
                        tables.revision().name(),
                        tables.event().name(),
                        tables.lock().name());
    }
}
