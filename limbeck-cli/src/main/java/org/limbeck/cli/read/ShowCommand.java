package org.limbeck.cli.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.Limbeck;
import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.shell.Times;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.journal.JournalRow;
import org.limbeck.json.Json;

/** {@code limbeck show}: all that is known of the revisions that a word means. */
public final class ShowCommand implements Command {

    @Override
    public String name() {
        return "show";
    }

    @Override
    public String summary() {
        return "show what a target means, with all details";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.words("TARGET", "head, heads, current, an id, a label, a release, +1, label@head ...")
                .flag("--offline", "do not ask the database what is applied");
    }

    @Override
    public int run(Invocation call) {
        String target = call.word();
        if (target == null) {
            throw call.wrong("limbeck show needs a target");
        }
        for (DatabaseSettings database : call.chosen()) {
            Limbeck limbeck = call.configure(database).load();
            RevisionGraph graph = limbeck.graph();
            Live live = call.has("--offline") ? Live.NOT_ASKED : Live.ask(limbeck, needsDatabase(graph, target));
            List<RevisionNode> found =
                    new Navigator(AppliedSet.of(graph, live.appliedIds()), database.releases()).resolveAll(target);
            if (call.json()) {
                call.terminal().raw(Json.write(json(call, database, graph, target, live, found)) + "\n");
            } else {
                print(call, database, graph, live, found);
            }
        }
        return ExitCode.DONE;
    }

    /** A walk without a name begins at the current revision, and {@code current} is it. */
    private static boolean needsDatabase(RevisionGraph graph, String target) {
        String symbol = target.substring(target.indexOf('@') + 1);
        return !graph.contains(symbol)
                && (symbol.startsWith("+") || symbol.startsWith("-") || symbol.startsWith("current"));
    }

    private static void print(
            Invocation call, DatabaseSettings database, RevisionGraph graph, Live live, List<RevisionNode> found) {
        if (found.isEmpty()) {
            call.terminal().answer("base");
        }
        for (RevisionNode node : found) {
            call.terminal()
                    .answer(RevisionText.line(
                            database, node, graph.children(node.id()).isEmpty() ? "(head)" : ""));
            RevisionDetails.print(call, graph, node);
            JournalRow row = live.rows().get(node.id());
            if (row != null) {
                RevisionDetails.line(
                        call,
                        row.dirty() ? "half done" : "applied",
                        Times.of(row.at()) + " by " + row.by() + "@" + row.host() + ", "
                                + Times.duration(row.millis()));
                RevisionDetails.line(call, "tag", row.tag() == null ? "" : row.tag());
            } else if (live.known()) {
                RevisionDetails.line(call, "applied", "no");
            }
        }
    }

    private static Map<String, @Nullable Object> json(
            Invocation call,
            DatabaseSettings database,
            RevisionGraph graph,
            String target,
            Live live,
            List<RevisionNode> found) {
        List<Object> revisions = new ArrayList<>();
        for (RevisionNode node : found) {
            Map<String, @Nullable Object> one = RevisionText.json(call, database, graph, node);
            one.put(
                    "children",
                    graph.children(node.id()).stream().map(RevisionNode::id).toList());
            one.put("applied", live.known() ? live.isApplied(node.id()) : null);
            JournalRow row = live.rows().get(node.id());
            one.put("applied_at", row == null ? null : row.at());
            one.put("applied_by", row == null ? null : row.by());
            revisions.add(one);
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("database", database.name());
        json.put("symbol", target);
        json.put("revisions", revisions);
        return json;
    }
}
