package org.limbeck.cli.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.shell.Failures;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Releases;
import org.limbeck.command.Status;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.LimbeckException;
import org.limbeck.graph.RevisionNode;
import org.limbeck.journal.JournalRow;

/** The status of a database for programs. */
final class StatusJson {
    private StatusJson() {}

    static Map<String, @Nullable Object> of(DatabaseSettings database, Status status) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("database", status.database());
        json.put("kind", status.kind());
        json.put("server", status.server());
        json.put("state", word(status.state()));
        json.put("behind", status.standing().behind());
        json.put("revisions", revisions(database, status));
        json.put("unknown", status.standing().unknown());
        JournalRow dirty = status.dirty();
        json.put("dirty", dirty == null ? null : dirty(dirty));
        json.put("tables", status.tables() < 0 ? null : status.tables());
        return json;
    }

    /** A database that did not answer. */
    static Map<String, @Nullable Object> failed(Invocation call, DatabaseSettings database, LimbeckException failure) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("database", database.name());
        json.put("error", Failures.json(failure, call.surroundings()));
        return json;
    }

    /** {@code up-to-date}. */
    static String word(Status.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Map<String, @Nullable Object>> revisions(DatabaseSettings database, Status status) {
        List<Map<String, @Nullable Object>> revisions = new ArrayList<>();
        for (RevisionNode node : status.standing().current()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("id", node.id());
            json.put("message", node.message());
            String release = Releases.of(database, node.id());
            json.put("release", release.isEmpty() ? null : release);
            json.put("head", RevisionText.contains(status.standing().latest(), node));
            for (JournalRow row : status.rows()) {
                if (row.id().equals(node.id())) {
                    json.put("applied_at", row.at());
                    json.put("applied_by", row.by());
                    json.put("host", row.host());
                    json.put("tag", row.tag());
                }
            }
            revisions.add(json);
        }
        return revisions;
    }

    private static Map<String, @Nullable Object> dirty(JournalRow row) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("revision", row.id());
        json.put("state", row.state().word());
        json.put("position", row.position());
        json.put("stopped_at", row.at());
        json.put("by", row.by());
        json.put("host", row.host());
        return json;
    }
}
