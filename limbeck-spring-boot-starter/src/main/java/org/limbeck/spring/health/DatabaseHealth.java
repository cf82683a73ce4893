package org.limbeck.spring.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

import org.limbeck.Limbeck;
import org.limbeck.command.Status;
import org.limbeck.config.AtStart.Policy;
import org.limbeck.error.LimbeckException;
import org.limbeck.graph.RevisionNode;
import org.limbeck.journal.JournalRow;

/**
 * What is said about the health of one database.
 *
 * @param up whether an instance of the application may go on with it
 * @param details what is shown, without secrets
 */
public record DatabaseHealth(boolean up, Map<String, Object> details) {

    /**
     * Looks at all databases and tells the details of each by its name.
     *
     * @return whether all are in order
     */
    static boolean tell(Iterable<Limbeck> databases, BiConsumer<String, Object> details) {
        boolean up = true;
        for (Limbeck limbeck : databases) {
            DatabaseHealth health = of(limbeck);
            details.accept(limbeck.settings().name(), health.details());
            up &= health.up();
        }
        return up;
    }

    /** Looks at a database; never throws. */
    public static DatabaseHealth of(Limbeck limbeck) {
        try {
            return of(limbeck.quickStatus(), limbeck.settings().atStart().policy());
        } catch (LimbeckException e) {
            return new DatabaseHealth(
                    false, Map.of("error", e.code().text() + " " + e.problem().what()));
        }
    }

    /**
     * Judges a status. A database that is newer than this application is in order: while a new release rolls out, the old
     * instances must live on. What waits is in order only where the policy lets an application start on it.
     */
    public static DatabaseHealth of(Status status, Policy policy) {
        boolean lenient = policy == Policy.WARN || policy == Policy.OFF;
        boolean up = switch (status.state()) {
            case UP_TO_DATE, AHEAD -> true;
            case UNVERSIONED_EMPTY -> lenient || status.standing().latest().isEmpty();
            case BEHIND, SEVERAL_HEADS, UNVERSIONED_WITH_TABLES -> lenient;
            case DIRTY -> isOfAnother(status);
            case DIVERGED, INCOMPLETE -> false;
        };
        return new DatabaseHealth(up, details(status));
    }

    /** A half-done revision without a script here: another release upgrades just now. */
    private static boolean isOfAnother(Status status) {
        List<String> here =
                status.standing().pending().stream().map(RevisionNode::id).toList();
        return status.rows().stream().filter(JournalRow::dirty).noneMatch(row -> here.contains(row.id()));
    }

    private static Map<String, Object> details(Status status) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", status.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        details.put("current", ids(status.standing().current()));
        details.put("latest", ids(status.standing().latest()));
        details.put("pending", status.standing().behind());
        put(details, "unknown", status.standing().unknown());
        put(
                details,
                "dirty",
                status.rows().stream()
                        .filter(JournalRow::dirty)
                        .map(JournalRow::id)
                        .toList());
        return details;
    }

    private static void put(Map<String, Object> details, String key, List<String> ids) {
        if (!ids.isEmpty()) {
            details.put(key, ids);
        }
    }

    private static List<String> ids(List<RevisionNode> nodes) {
        return nodes.stream().map(RevisionNode::id).toList();
    }
}
