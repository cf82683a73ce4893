package org.limbeck.testkit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of climbing a history.
 *
 * @param database the database and its version
 * @param revisions the ids of the revisions, in the order in which they were run
 * @param oneWay ids of those that say that there is no way back
 * @param losses what did not come back
 * @param unseeded tables without rows, and what the database said to the last row that was tried
 */
public record StairwayReport(
        String database, List<String> revisions, List<String> oneWay, List<Loss> losses, Map<String, String> unseeded) {

    public StairwayReport {
        revisions = List.copyOf(revisions);
        oneWay = List.copyOf(oneWay);
        losses = List.copyOf(losses);
        unseeded = Map.copyOf(unseeded);
    }

    /** The report for people. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(database + ": " + revisions.size() + " revisions up, down and up again");
        oneWay.forEach(id -> lines.add(id + " has no way back, and says so"));
        losses.forEach(loss -> lines.add(loss.toString()));
        unseeded.forEach((table, why) -> lines.add("table " + table + " had no rows: " + why));
        return String.join("\n", lines);
    }
}
