package org.limbeck.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.graph.RevisionNode;

/**
 * What lines do that are to be joined.
 *
 * @param lines one for each revision to be joined
 * @param conflicts the certain ones first
 * @param unseen what was not looked into, in a sentence each
 */
public record MergeAnalysis(List<Line> lines, List<Conflict> conflicts, List<String> unseen) {

    public MergeAnalysis {
        lines = List.copyOf(lines);
        conflicts = List.copyOf(conflicts);
        unseen = List.copyOf(unseen);
    }

    /**
     * A line of revisions.
     *
     * @param own the revisions that not all of the others have, the oldest first
     */
    public record Line(RevisionNode head, List<RevisionNode> own) {
        public Line {
            own = List.copyOf(own);
        }
    }

    /** Whether a conflict is certain. */
    public boolean conflicting() {
        return conflicts.stream().anyMatch(Conflict::certain);
    }

    /** The analysis for programs. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        List<Object> all = new ArrayList<>();
        for (Line line : lines) {
            List<String> ids = line.own().stream().map(RevisionNode::id).toList();
            all.add(Map.of("head", line.head().id(), "revisions", ids));
        }
        json.put("lines", all);
        json.put("conflicts", conflicts.stream().map(MergeAnalysis::json).toList());
        json.put("not_analysed", unseen);
        return json;
    }

    private static Map<String, @Nullable Object> json(Conflict conflict) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", conflict.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("severity", conflict.severity().name().toLowerCase(Locale.ROOT));
        json.put("object", conflict.object());
        json.put("text", conflict.text());
        json.put("sides", List.of(json(conflict.one()), json(conflict.other())));
        return json;
    }

    private static Map<String, @Nullable Object> json(Conflict.Change change) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("revision", change.revision().id());
        json.put("operation", change.what());
        json.put("file", change.place() == null ? null : change.place().file());
        json.put("line", change.place() == null ? null : change.place().line());
        return json;
    }
}
