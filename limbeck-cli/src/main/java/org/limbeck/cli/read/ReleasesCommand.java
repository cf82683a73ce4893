package org.limbeck.cli.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.baseline.ReleaseTable;
import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.terminal.Columns;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Mark;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.json.Json;

/** {@code limbeck releases}: which release is which revision, in every database, and what contradicts itself there. */
public final class ReleasesCommand implements Command {

    @Override
    public String name() {
        return "releases";
    }

    @Override
    public String summary() {
        return "list which release is which revision, and check that against the scripts";
    }

    @Override
    public void declare(Syntax syntax) {}

    /** Without {@code -n} all databases are meant: contradictions are mostly between two. */
    @Override
    public int run(Invocation call) {
        boolean named = !call.values("--name").isEmpty();
        List<DatabaseSettings> databases =
                named ? call.chosen() : call.project().databases();
        Map<DatabaseSettings, RevisionGraph> graphs = new LinkedHashMap<>();
        databases.forEach(
                database -> graphs.put(database, call.configure(database).load().graph()));
        ReleaseTable table = new ReleaseTable(graphs);
        List<Problem> problems = table.contradictions();
        if (call.json()) {
            call.terminal().raw(Json.write(json(graphs, table, problems)) + "\n");
        } else {
            print(call, graphs, table, problems);
        }
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void print(
            Invocation call, Map<DatabaseSettings, RevisionGraph> graphs, ReleaseTable table, List<Problem> problems) {
        List<String> names = table.names();
        if (names.isEmpty()) {
            call.terminal().tell("The settings name no releases:  releases = { \"v1.0\" = \"REVISION\" }");
            return;
        }
        Columns columns = new Columns();
        List<Line> head = new ArrayList<>(List.of(Line.of("database")));
        names.forEach(name -> head.add(Line.of(name)));
        columns.row(head.toArray(Line[]::new));
        graphs.forEach((database, graph) -> {
            List<Line> row = new ArrayList<>(List.of(Line.of(database.name())));
            names.forEach(name -> row.add(cell(call, database, graph, name)));
            columns.row(row.toArray(Line[]::new));
        });
        columns.lines().forEach(call.terminal()::answer);
        for (Problem problem : problems) {
            call.terminal().whole(call.terminal().mark(Mark.FAILED).add(" " + problem.what()));
            problem.why().forEach(why -> call.terminal().whole(Line.of("    " + why)));
            problem.advice().forEach(advice -> call.terminal().whole(Line.of("    -> " + advice)));
        }
    }

    private static Line cell(Invocation call, DatabaseSettings database, RevisionGraph graph, String release) {
        String id = database.releases().get(release);
        if (id == null) {
            return Line.of("-");
        }
        return ReleaseTable.revision(database, graph, release)
                .map(node -> Line.of(node.id()))
                .orElseGet(() -> Line.of(id + " ").add(call.terminal().mark(Mark.FAILED)));
    }

    private static Map<String, @Nullable Object> json(
            Map<DatabaseSettings, RevisionGraph> graphs, ReleaseTable table, List<Problem> problems) {
        Map<String, @Nullable Object> databases = new LinkedHashMap<>();
        graphs.forEach((database, graph) -> {
            Map<String, @Nullable Object> releases = new LinkedHashMap<>();
            for (String name : table.names()) {
                if (database.releases().containsKey(name)) {
                    releases.put(
                            name,
                            ReleaseTable.revision(database, graph, name)
                                    .map(RevisionNode::id)
                                    .orElse(null));
                }
            }
            databases.put(database.name(), releases);
        });
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("databases", databases);
        json.put("contradictions", problems.stream().map(Problem::what).toList());
        return json;
    }
}
