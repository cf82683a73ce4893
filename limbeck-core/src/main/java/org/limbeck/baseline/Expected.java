package org.limbeck.baseline;

import java.util.ArrayList;
import java.util.List;

import org.limbeck.compare.CompareOptions;
import org.limbeck.compare.Difference;
import org.limbeck.compare.SchemaChanges;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.replay.Replay;
import org.limbeck.schema.Schema;

/**
 * The schema that revisions make.
 *
 * @param replay what is known of it; without unknowns where it was built in an empty database
 */
record Expected(Replay replay) {

    static Expected built(Schema schema) {
        return new Expected(new Replay(schema, List.of()));
    }

    /** What a live schema lacks or has besides. */
    Comparison with(Schema live, OpenDatabase database, DatabaseSettings settings) {
        CompareOptions options = CompareOptions.USUAL.withFilter(Ownership.filter(settings));
        List<Difference> certain = new ArrayList<>();
        List<Difference> unsure = new ArrayList<>();
        SchemaChanges changes = org.limbeck.compare.Comparison.between(
                database.connection(), database.dialect(), live, replay.schema(), options);
        for (Difference difference : changes.differences()) {
            boolean known = replay.knows(difference.subject().name());
            (known ? certain : unsure).add(difference);
        }
        return new Comparison(certain, unsure, replay.unknowns());
    }
}
