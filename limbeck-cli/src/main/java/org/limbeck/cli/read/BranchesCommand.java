package org.limbeck.cli.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.json.Json;

/** {@code limbeck branches}: the revisions that have several children. Needs no database. */
public final class BranchesCommand implements Command {

    @Override
    public String name() {
        return "branches";
    }

    @Override
    public String summary() {
        return "list the revisions where history forks";
    }

    @Override
    public void declare(Syntax syntax) {}

    @Override
    public int run(Invocation call) {
        for (DatabaseSettings database : call.chosen()) {
            RevisionGraph graph = call.configure(database).load().graph();
            if (call.json()) {
                call.terminal().raw(Json.write(json(call, database, graph)) + "\n");
            } else {
                print(call, database, graph);
            }
        }
        return ExitCode.DONE;
    }

    private static void print(Invocation call, DatabaseSettings database, RevisionGraph graph) {
        if (call.several()) {
            call.terminal().answer(Line.of(Colour.BOLD, database.name()));
        }
        for (RevisionNode point : graph.branchPoints()) {
            call.terminal().answer(RevisionText.line(database, point, "(branch point)"));
            if (call.verbose()) {
                RevisionDetails.print(call, graph, point);
            }
            for (RevisionNode child : graph.children(point.id())) {
                call.terminal().answer(Line.of("  -> ").add(RevisionText.line(database, child, "")));
            }
        }
        if (graph.branchPoints().isEmpty()) {
            call.terminal().tell("History does not fork.");
        }
    }

    private static Map<String, @Nullable Object> json(Invocation call, DatabaseSettings database, RevisionGraph graph) {
        List<Object> points = new ArrayList<>();
        for (RevisionNode point : graph.branchPoints()) {
            Map<String, @Nullable Object> one = RevisionText.json(call, database, graph, point);
            one.put(
                    "children",
                    graph.children(point.id()).stream().map(RevisionNode::id).toList());
            points.add(one);
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("database", database.name());
        json.put("branch_points", points);
        return json;
    }
}
