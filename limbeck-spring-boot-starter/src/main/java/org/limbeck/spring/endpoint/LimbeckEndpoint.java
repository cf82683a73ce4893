package org.limbeck.spring.endpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

import org.limbeck.Limbeck;
import org.limbeck.command.Status;
import org.limbeck.error.LimbeckException;
import org.limbeck.graph.RevisionNode;
import org.limbeck.journal.JournalRow;
import org.limbeck.spring.LimbeckDatabases;

/** Tells how the databases stand: states, revisions that are applied, revisions that wait. */
@Endpoint(id = "limbeck")
public class LimbeckEndpoint {
    private final LimbeckDatabases databases;

    public LimbeckEndpoint(LimbeckDatabases databases) {
        this.databases = databases;
    }

    /** All databases by name. */
    @ReadOperation
    public Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Limbeck limbeck : databases) {
            all.put(limbeck.settings().name(), described(limbeck));
        }
        return Map.of("databases", all);
    }

    /** One database; null, which means not found, if there is none of that name. */
    @ReadOperation
    public @Nullable Map<String, Object> one(@Selector String database) {
        return databases.named(database).map(LimbeckEndpoint::described).orElse(null);
    }

    LimbeckDatabases databases() {
        return databases;
    }

    static Map<String, Object> described(Limbeck limbeck) {
        try {
            return described(limbeck, limbeck.status());
        } catch (LimbeckException e) {
            return Map.of("error", error(e));
        }
    }

    static Map<String, Object> error(LimbeckException e) {
        return Map.of(
                "code",
                e.code().text(),
                "kind",
                e.code().kind(),
                "message",
                e.problem().what());
    }

    private static Map<String, Object> described(Limbeck limbeck, Status status) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("kind", status.kind());
        shown.put("server", status.server());
        shown.put("atStart", word(limbeck.settings().atStart().policy()));
        shown.put("state", word(status.state()));
        shown.put("current", ids(status.standing().current()));
        shown.put("latest", ids(status.standing().latest()));
        shown.put("pending", revisions(status.standing().pending()));
        shown.put("unknown", status.standing().unknown());
        shown.put("changed", status.changed());
        List<Map<String, Object>> applied = new ArrayList<>();
        status.rows().forEach(row -> applied.add(row(row)));
        shown.put("applied", applied);
        return shown;
    }

    private static Map<String, Object> row(JournalRow row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("revision", row.id());
        shown.put("message", row.message());
        shown.put("state", row.state().word());
        shown.put("at", row.at());
        shown.put("by", row.by() + "@" + row.host());
        return shown;
    }

    private static List<Map<String, Object>> revisions(List<RevisionNode> nodes) {
        List<Map<String, Object>> shown = new ArrayList<>();
        nodes.forEach(node -> shown.add(Map.of("revision", node.id(), "message", node.message())));
        return shown;
    }

    static List<String> ids(List<RevisionNode> nodes) {
        return nodes.stream().map(RevisionNode::id).toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
