package org.limbeck.merge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.load.HeaderEdit;
import org.limbeck.load.ScriptHeader;
import org.limbeck.load.ScriptSource;
import org.limbeck.load.Scripts;

/**
 * Puts one line of revisions behind another by naming another parent in the headers of its first revisions.
 *
 * @param moved the revisions of the line, the oldest first
 * @param onto what they will stand on
 * @param edits the files that change
 */
public record Rebase(List<RevisionNode> moved, RevisionNode onto, List<Edit> edits) {

    public Rebase {
        moved = List.copyOf(moved);
        edits = List.copyOf(edits);
    }

    /**
     * A header that names another parent.
     *
     * @param downs the parents as they are before
     */
    public record Edit(ScriptHeader header, Path file, List<String> downs) {}

    /**
     * What must be changed so that a line stands on another revision.
     *
     * @param head where the line that moves ends
     * @throws LimbeckException REBASE_REFUSED if the line cannot be moved, CYCLE if the other line depends on it
     */
    public static Rebase of(Scripts scripts, RevisionNode head, RevisionNode onto) {
        RevisionGraph graph = scripts.graph();
        Set<String> there = reach(graph, onto);
        List<RevisionNode> moved = reach(graph, head).stream()
                .filter(id -> !there.contains(id))
                .map(graph::get)
                .toList();
        if (moved.isEmpty() || reach(graph, head).contains(onto.id())) {
            throw refused("Revision " + head.id() + " and revision " + onto.id() + " are of one line already")
                    .exception();
        }
        List<Edit> edits = new ArrayList<>();
        for (RevisionNode node : moved) {
            long inside =
                    node.downs().stream().filter(id -> !there.contains(id)).count();
            if (inside > 0 && inside < node.downs().size()) {
                throw refused("Revision " + node.id()
                                + " joins the line with older history, so the line cannot be moved")
                        .at(node.place())
                        .todo("limbeck merge  joins the two lines instead")
                        .exception();
            }
            if (inside == 0) {
                edits.add(edit(scripts.header(node.id())));
            }
        }
        Rebase rebase = new Rebase(moved, onto, edits);
        rebase.requireGraph(graph);
        return rebase;
    }

    /** By parent alone: what a line only depends on is no part of it. */
    private static Set<String> reach(RevisionGraph graph, RevisionNode head) {
        Set<String> ids = new LinkedHashSet<>();
        graph.ancestors(head.id()).forEach(node -> ids.add(node.id()));
        ids.add(head.id());
        return ids;
    }

    private static Edit edit(ScriptHeader header) {
        if (header.source() instanceof ScriptSource.InFile in) {
            return new Edit(header, in.path(), header.node().downs());
        }
        throw refused("Revision " + header.id() + " is no file, so its parent cannot be changed: "
                        + header.source().name())
                .exception();
    }

    private void requireGraph(RevisionGraph graph) {
        Set<String> edited = new LinkedHashSet<>();
        edits.forEach(edit -> edited.add(edit.header().id()));
        RevisionGraph.of(graph.nodes().stream()
                .map(node -> edited.contains(node.id()) ? withDowns(node) : node)
                .toList());
    }

    private RevisionNode withDowns(RevisionNode node) {
        return new RevisionNode(
                node.id(),
                List.of(onto.id()),
                node.dependsOn(),
                node.labels(),
                node.message(),
                node.created(),
                node.place());
    }

    /**
     * Refuses to move what a database has.
     *
     * @param applied full ids
     * @throws LimbeckException REBASE_REFUSED
     */
    public void requireUnapplied(String database, Collection<String> applied) {
        for (RevisionNode node : moved) {
            if (applied.contains(node.id())) {
                throw refused("Revision " + node.id() + " is applied in database '" + database + "'")
                        .at(node.place())
                        .why("A database would hold it without what it stands on then.")
                        .todo("limbeck merge  joins the two lines instead")
                        .exception();
            }
        }
    }

    /**
     * Refuses to move what a release has.
     *
     * @param releases names of releases and their revisions
     * @throws LimbeckException REBASE_REFUSED
     */
    public void requireUnreleased(RevisionGraph graph, Map<String, String> releases) {
        releases.forEach((release, id) -> graph.find(id)
                .or(() -> graph.nodes().stream()
                        .filter(node -> node.id().startsWith(id))
                        .findFirst())
                .ifPresent(node -> requireUnreleased(release, released(graph, node))));
    }

    private static Set<String> released(RevisionGraph graph, RevisionNode node) {
        Set<String> ids = reach(graph, node);
        graph.requirements(node.id()).forEach(below -> ids.add(below.id()));
        return ids;
    }

    private void requireUnreleased(String release, Set<String> released) {
        for (RevisionNode node : moved) {
            if (released.contains(node.id())) {
                throw refused("Revision " + node.id() + " is part of release " + release)
                        .at(node.place())
                        .todo("limbeck merge  joins the two lines instead")
                        .exception();
            }
        }
    }

    /**
     * Changes the headers: in all files or in none, and nothing but the parents.
     *
     * @throws LimbeckException FILE_PROBLEM or UNREADABLE_SCRIPT; then every file is as it was
     */
    public void apply() {
        Map<Path, byte[]> texts = new LinkedHashMap<>();
        for (Edit edit : edits) {
            ScriptSource.InFile source = (ScriptSource.InFile) edit.header().source();
            String text = decoded(source);
            String edited = HeaderEdit.withDowns(edit.header(), text, List.of(onto.id()));
            texts.put(edit.file(), edited.getBytes(StandardCharsets.UTF_8));
        }
        FileSwap.replace(texts);
    }

    private static String decoded(ScriptSource.InFile source) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(source.bytes()))
                    .toString();
        } catch (IOException e) {
            throw source.unreadable(e).exception(e);
        }
    }

    private static Problem refused(String what) {
        return Problem.of(ErrorCode.REBASE_REFUSED, what);
    }
}
