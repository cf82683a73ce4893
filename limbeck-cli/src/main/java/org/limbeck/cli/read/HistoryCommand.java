package org.limbeck.cli.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.Limbeck;
import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.shell.Times;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.GraphDrawing;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.journal.JournalRow;
import org.limbeck.json.Json;

/** {@code limbeck history}: the revisions, drawn. */
public final class HistoryCommand implements Command {
    private static final int WIDEST = 78;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String summary() {
        return "draw the history of the scripts, the newest first";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.value("-r,--rev-range", "FROM:TO", "only these, both ends included; either may be left out")
                .flag("-i,--indicate-current", "fail if the database does not answer")
                .flag("--offline", "do not ask the database what is current");
    }

    @Override
    public int run(Invocation call) {
        for (DatabaseSettings database : call.chosen()) {
            Limbeck limbeck = call.configure(database).load();
            Live live = call.has("--offline") ? Live.NOT_ASKED : Live.ask(limbeck, needsDatabase(call));
            RevisionGraph graph = limbeck.graph();
            List<RevisionNode> shown = shown(call, database, graph, live);
            if (call.json()) {
                call.terminal().raw(Json.write(json(call, database, graph, live, shown)) + "\n");
            } else {
                print(call, database, graph, live, shown);
            }
        }
        return ExitCode.DONE;
    }

    private static boolean needsDatabase(Invocation call) {
        String range = call.value("--rev-range");
        return call.has("--indicate-current") || (range != null && range.contains("current"));
    }

    private static List<RevisionNode> shown(
            Invocation call, DatabaseSettings database, RevisionGraph graph, Live live) {
        String range = call.value("--rev-range");
        if (range == null) {
            return graph.nodes();
        }
        return new Navigator(AppliedSet.of(graph, live.appliedIds()), database.releases()).history(range);
    }

    private static Set<String> current(RevisionGraph graph, Live live) {
        Set<String> ids = new HashSet<>();
        for (RevisionNode node : AppliedSet.of(graph, live.appliedIds()).heads()) {
            ids.add(node.id());
        }
        return ids;
    }

    // ---- for people

    private static void print(
            Invocation call, DatabaseSettings database, RevisionGraph graph, Live live, List<RevisionNode> shown) {
        Terminal terminal = call.terminal();
        if (call.several()) {
            terminal.answer(Line.of(Colour.BOLD, database.name()));
        }
        if (live.failure() != null) {
            terminal.tell(Line.of(Colour.DIM, "(current is not marked: " + live.failure() + ")"));
        }
        Set<String> current = current(graph, live);
        List<Line> lines = new ArrayList<>();
        List<Line> ends = new ArrayList<>();
        List<@Nullable RevisionNode> nodes = new ArrayList<>();
        for (GraphDrawing.Row row : GraphDrawing.of(graph, shown)) {
            RevisionNode node = row.node();
            Line line = Line.of(Colour.DIM, row.glyphs());
            lines.add(
                    node == null
                            ? line
                            : line.add(" ").add(RevisionText.line(database, node, marks(graph, current, node))));
            ends.add(node == null ? new Line() : end(current, live, node));
            nodes.add(node);
        }
        int column = column(lines);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            terminal.answer(ends.get(i).isEmpty() ? line : line.to(column, 3).add(ends.get(i)));
            RevisionNode node = nodes.get(i);
            if (call.verbose() && node != null) {
                RevisionDetails.print(call, graph, node);
            }
        }
        if (lines.isEmpty()) {
            terminal.tell("There are no revisions.");
        }
    }

    /** One very long message does not push the dates of all others to the right. */
    private static int column(List<Line> lines) {
        int widest = 0;
        for (Line line : lines) {
            if (line.width() <= WIDEST) {
                widest = Math.max(widest, line.width());
            }
        }
        return widest + 3;
    }

    private static String marks(RevisionGraph graph, Set<String> current, RevisionNode node) {
        List<String> marks = new ArrayList<>();
        if (graph.children(node.id()).isEmpty()) {
            marks.add("(head)");
        }
        if (current.contains(node.id())) {
            marks.add("(current)");
        }
        return String.join(" ", marks);
    }

    private static Line end(Set<String> current, Live live, RevisionNode node) {
        Line line = Line.of(Colour.DIM, Times.date(node.created()));
        JournalRow row = live.rows().get(node.id());
        if (row != null && current.contains(node.id())) {
            line.add(Colour.DIM, "  " + row.by());
        }
        return line;
    }

    // ---- for programs

    private static Map<String, @Nullable Object> json(
            Invocation call, DatabaseSettings database, RevisionGraph graph, Live live, List<RevisionNode> shown) {
        Set<String> current = current(graph, live);
        List<RevisionNode> newestFirst = new ArrayList<>(shown);
        if (call.value("--rev-range") == null) {
            Collections.reverse(newestFirst);
        }
        List<Object> revisions = new ArrayList<>();
        for (RevisionNode node : newestFirst) {
            Map<String, @Nullable Object> one = RevisionText.json(call, database, graph, node);
            one.put("applied", live.known() ? live.isApplied(node.id()) : null);
            one.put("current", live.known() ? current.contains(node.id()) : null);
            revisions.add(one);
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("database", database.name());
        json.put("revisions", revisions);
        return json;
    }
}
