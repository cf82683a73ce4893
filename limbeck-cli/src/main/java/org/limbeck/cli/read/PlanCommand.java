package org.limbeck.cli.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.Limbeck;
import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.Direction;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.graph.Route;
import org.limbeck.json.Json;

/** {@code limbeck plan}: what would run, in order. */
public final class PlanCommand implements Command {

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public String summary() {
        return "show what would run, in order; with --from without any database";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.words("TARGET", "head (the default), heads, an id, a release, +1, label@head; with --down as downgrade")
                .value("--from", "REV,...", "the state to start from, instead of the database's; base for an empty one")
                .flag("--down", "the way down");
    }

    @Override
    public int run(Invocation call) {
        for (DatabaseSettings database : call.chosen()) {
            Limbeck limbeck = call.configure(database).load();
            RevisionGraph graph = limbeck.graph();
            Navigator navigator = navigator(call, database, limbeck, graph);
            List<RevisionNode> before = navigator.resolveAll("current");
            Route route = route(call, navigator);
            if (call.json()) {
                call.terminal().raw(Json.write(json(call, database, route)) + "\n");
            } else {
                print(call, database, before, route);
            }
        }
        return ExitCode.DONE;
    }

    private static Navigator navigator(
            Invocation call, DatabaseSettings database, Limbeck limbeck, RevisionGraph graph) {
        String from = call.value("--from");
        if (from != null) {
            return Navigator.from(graph, Arrays.asList(from.split(",")), database.releases());
        }
        Live live = Live.ask(limbeck, true);
        return new Navigator(AppliedSet.of(graph, live.appliedIds()), database.releases());
    }

    private static Route route(Invocation call, Navigator navigator) {
        if (!call.has("--down")) {
            List<String> targets = call.words().isEmpty() ? List.of("head") : call.words();
            return navigator.upgrade(targets.toArray(new String[0]));
        }
        String target = call.word();
        if (target == null) {
            throw call.wrong("plan --down needs a target: -1, an id, or base");
        }
        return navigator.downgrade(target);
    }

    private static void print(Invocation call, DatabaseSettings database, List<RevisionNode> before, Route route) {
        boolean up = route.direction() == Direction.UP;
        List<String> from = before.stream().map(RevisionNode::id).toList();
        Line head = Line.of(Colour.BOLD, database.name()).add(call.terminal().dot());
        if (route.isEmpty()) {
            call.terminal().answer(head.add(RevisionText.ids(from) + ", nothing to do"));
            return;
        }
        call.terminal()
                .answer(head.add(RevisionText.ids(from) + " -> " + RevisionText.ids(route.headsAfter()) + " ("
                        + Counts.of(route.steps().size(), "revision") + (up ? "" : " down") + ")"));
        for (RevisionNode node : route.steps()) {
            call.terminal()
                    .answer(Line.of(up ? Colour.GREEN : Colour.RED, up ? "  + " : "  - ")
                            .add(RevisionText.line(database, node, "")));
        }
    }

    private static Map<String, @Nullable Object> json(Invocation call, DatabaseSettings database, Route route) {
        List<Object> moves = new ArrayList<>();
        for (Route.Move move : route.moves()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("revision", move.revision());
            one.put("direction", move.direction().word());
            moves.add(one);
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (call.several()) {
            json.put("database", database.name());
        }
        json.put("moves", moves);
        json.put("heads_after", route.headsAfter());
        return json;
    }
}
