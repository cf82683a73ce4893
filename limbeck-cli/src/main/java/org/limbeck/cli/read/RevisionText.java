package org.limbeck.cli.read;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Releases;
import org.limbeck.cli.shell.Times;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.Place;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;

/** Revisions for people and for programs. */
final class RevisionText {
    private RevisionText() {}

    /** {@code 8f4846812221  (head) (current)  [billing]  v0.1.4   merge billing and search}. */
    static Line line(DatabaseSettings database, RevisionNode node, String marks) {
        Line line = Line.of(Colour.YELLOW, node.id());
        if (!marks.isEmpty()) {
            line.add("  ").add(Colour.GREEN, marks);
        }
        if (!node.labels().isEmpty()) {
            line.add("  ").add(Colour.CYAN, "[" + String.join(", ", node.labels()) + "]");
        }
        String release = Releases.of(database, node.id());
        if (!release.isEmpty()) {
            line.add("  ").add(Colour.BOLD, release);
        }
        return line.add(release.isEmpty() ? "  " : "   ").add(node.message());
    }

    /** Where the script is, as a person here would write it. */
    static String file(Invocation call, RevisionNode node) {
        Place place = node.place();
        if (place == null || place.file().startsWith("classpath:")) {
            return place == null ? "" : place.file();
        }
        return call.shown(Path.of(place.file()));
    }

    /** What a script says of a revision, for programs. */
    static Map<String, @Nullable Object> json(
            Invocation call, DatabaseSettings database, RevisionGraph graph, RevisionNode node) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", node.id());
        json.put("parents", node.downs());
        json.put("depends_on", node.dependsOn());
        json.put("labels", node.labels());
        json.put("message", node.message());
        String release = Releases.of(database, node.id());
        json.put("release", release.isEmpty() ? null : release);
        json.put("created", Times.iso(node.created()));
        json.put("head", graph.children(node.id()).isEmpty());
        json.put("file", file(call, node));
        return json;
    }

    static boolean contains(List<RevisionNode> nodes, RevisionNode node) {
        for (RevisionNode other : nodes) {
            if (other.id().equals(node.id())) {
                return true;
            }
        }
        return false;
    }

    /** {@code base} for none. */
    static String ids(List<String> ids) {
        return ids.isEmpty() ? "base" : String.join(", ", ids);
    }
}
