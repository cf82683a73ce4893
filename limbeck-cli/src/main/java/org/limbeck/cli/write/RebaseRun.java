package org.limbeck.cli.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.Limbeck;
import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Failures;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.LimbeckException;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.graph.RevisionRequest;
import org.limbeck.journal.JournalRow;
import org.limbeck.json.Json;
import org.limbeck.load.Scripts;
import org.limbeck.merge.MergeAnalysis;
import org.limbeck.merge.Rebase;

/** {@code limbeck merge --rebase}: puts one line of revisions behind another. */
final class RebaseRun {
    private final Invocation call;
    private final DatabaseSettings database;
    private final Limbeck limbeck;
    private final Scripts scripts;
    private final RevisionGraph graph;

    RebaseRun(Invocation call, DatabaseSettings database) {
        this.call = call;
        this.database = database;
        this.limbeck = call.configure(database).load();
        this.scripts = limbeck.scripts();
        this.graph = scripts.graph();
    }

    int run() {
        Map<String, List<String>> applied = applied();
        Rebase rebase = chosen(applied);
        boolean dry = call.has("--dry-run");
        MergeAnalysis analysis = limbeck.analyseMerge(
                List.of(rebase.onto(), rebase.moved().get(rebase.moved().size() - 1)));
        if (!dry) {
            rebase.apply();
        }
        tell(rebase, dry);
        if (!analysis.conflicts().isEmpty()) {
            AnalysisText.tell(call, database, analysis);
            mend();
        }
        return ExitCode.DONE;
    }

    private void mend() {
        if (!call.json()) {
            call.terminal().tell("Mend the scripts of the moved line: the other line runs before it now.");
        }
    }

    // ---- which line

    /** The line that is asked for; else the younger one, unless it cannot be moved and the other can. */
    private Rebase chosen(Map<String, List<String>> applied) {
        List<RevisionNode> heads = new ArrayList<>(graph.heads());
        if (!call.words().isEmpty()) {
            RevisionNode head = headOf(call.words().get(0), heads);
            return allowed(Rebase.of(scripts, head, other(head, heads)), applied);
        }
        if (heads.size() != 2) {
            // The error of a merge says which heads there are, or that there is one only.
            heads = new ArrayList<>(
                    navigator().draftMerge(RevisionRequest.on("heads")).parents());
            if (heads.size() != 2) {
                throw call.wrong("there are " + heads.size() + " heads; say which line goes behind which: "
                        + "limbeck merge --rebase TARGET ONTO");
            }
        }
        heads.sort(Comparator.comparing(RevisionNode::created, Comparator.nullsLast(Comparator.naturalOrder())));
        Collections.reverse(heads);
        try {
            return allowed(Rebase.of(scripts, heads.get(0), heads.get(1)), applied);
        } catch (LimbeckException e) {
            try {
                return allowed(Rebase.of(scripts, heads.get(1), heads.get(0)), applied);
            } catch (LimbeckException second) {
                throw e;
            }
        }
    }

    private Navigator navigator() {
        return new Navigator(AppliedSet.empty(graph), database.releases());
    }

    private RevisionNode headOf(String target, List<RevisionNode> heads) {
        RevisionNode node = navigator()
                .resolve(target)
                .orElseThrow(() -> call.wrong("base is no line that could be put behind another"));
        List<RevisionNode> above = heads.stream()
                .filter(head -> head.id().equals(node.id())
                        || graph.requirements(head.id()).stream()
                                .anyMatch(below -> below.id().equals(node.id())))
                .toList();
        if (above.size() != 1) {
            throw call.wrong("revision " + node.id() + " belongs to several lines; name a head");
        }
        return above.get(0);
    }

    private RevisionNode other(RevisionNode head, List<RevisionNode> heads) {
        if (call.words().size() > 2) {
            throw call.wrong("--rebase takes the line that moves and, where there are more than two, the other");
        }
        if (call.words().size() == 2) {
            return headOf(call.words().get(1), heads);
        }
        List<RevisionNode> others =
                heads.stream().filter(other -> !other.id().equals(head.id())).toList();
        if (others.size() != 1) {
            throw call.wrong("there are " + heads.size() + " heads; say behind which: limbeck merge --rebase "
                    + head.id() + " ONTO");
        }
        return others.get(0);
    }

    // ---- whether it may move

    private Rebase allowed(Rebase rebase, Map<String, List<String>> applied) {
        applied.forEach(rebase::requireUnapplied);
        sharing().forEach(other -> rebase.requireUnreleased(graph, other.releases()));
        return rebase;
    }

    /** The databases that run some of the same scripts. */
    private List<DatabaseSettings> sharing() {
        return call.project().databases().stream()
                .filter(other -> !Collections.disjoint(other.scripts(), database.scripts()))
                .toList();
    }

    private Map<String, List<String>> applied() {
        Map<String, List<String>> applied = new LinkedHashMap<>();
        for (DatabaseSettings other : sharing()) {
            try {
                List<String> ids = call.configure(other).load().quickStatus().rows().stream()
                        .map(JournalRow::id)
                        .toList();
                applied.put(other.name(), ids);
            } catch (LimbeckException e) {
                e.problems()
                        .forEach(problem -> Failures.tell(
                                problem.todo("Database '" + other.name()
                                        + "' could not be asked; see to it that it has none of the moved revisions"),
                                call.surroundings(),
                                call.terminal()));
            }
        }
        return applied;
    }

    // ---- telling

    private void tell(Rebase rebase, boolean dry) {
        if (call.json()) {
            call.terminal().raw(Json.write(json(rebase, dry)) + "\n");
            return;
        }
        RevisionNode last = rebase.moved().get(rebase.moved().size() - 1);
        call.terminal()
                .answer((dry ? "Would put" : "Put") + " the line of " + last.id() + " ("
                        + Counts.of(rebase.moved().size(), "revision") + ") behind "
                        + rebase.onto().id());
        for (Rebase.Edit edit : rebase.edits()) {
            String from = edit.downs().isEmpty() ? "base" : String.join(", ", edit.downs());
            call.terminal()
                    .answer("  " + call.shown(edit.file()) + "   "
                            + edit.header().id() + ": down " + from + " -> "
                            + rebase.onto().id());
        }
    }

    private Map<String, @Nullable Object> json(Rebase rebase, boolean dry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("event", dry ? "would-rebase" : "rebased");
        json.put("database", database.name());
        json.put("moved", rebase.moved().stream().map(RevisionNode::id).toList());
        json.put("onto", rebase.onto().id());
        List<Object> files = new ArrayList<>();
        for (Rebase.Edit edit : rebase.edits()) {
            files.add(Map.of(
                    "file", call.shown(edit.file()), "revision", edit.header().id(), "parents", edit.downs()));
        }
        json.put("files", files);
        return json;
    }
}
