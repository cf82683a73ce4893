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

/** {@code limbeck heads}: the revisions that have no child. Needs no database. */
public final class HeadsCommand implements Command {

    @Override
    public String name() {
        return "heads";
    }

    @Override
    public String summary() {
        return "list the newest revisions of the scripts";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.flag("--resolve-dependencies", "only those that no other revision depends on");
    }

    @Override
    public int run(Invocation call) {
        for (DatabaseSettings database : call.chosen()) {
            RevisionGraph graph = call.configure(database).load().graph();
            List<RevisionNode> heads = call.has("--resolve-dependencies") ? graph.effectiveHeads() : graph.heads();
            if (call.json()) {
                call.terminal().raw(Json.write(json(call, database, graph, heads)) + "\n");
            } else {
                print(call, database, graph, heads);
            }
        }
        return ExitCode.DONE;
    }

    private static void print(
            Invocation call, DatabaseSettings database, RevisionGraph graph, List<RevisionNode> heads) {
        if (call.several()) {
            call.terminal().answer(Line.of(Colour.BOLD, database.name()));
        }
        for (RevisionNode head : heads) {
            boolean needed = !RevisionText.contains(graph.effectiveHeads(), head);
            call.terminal().answer(RevisionText.line(database, head, needed ? "(head, needed by others)" : "(head)"));
            if (call.verbose()) {
                RevisionDetails.print(call, graph, head);
            }
        }
        if (heads.isEmpty()) {
            call.terminal().tell("There are no revisions.");
        }
    }

    private static Map<String, @Nullable Object> json(
            Invocation call, DatabaseSettings database, RevisionGraph graph, List<RevisionNode> heads) {
        List<Object> list = new ArrayList<>();
        for (RevisionNode head : heads) {
            list.add(RevisionText.json(call, database, graph, head));
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("database", database.name());
        json.put("heads", list);
        return json;
    }
}
