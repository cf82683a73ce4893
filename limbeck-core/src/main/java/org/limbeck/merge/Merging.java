package org.limbeck.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Place;
import org.limbeck.graph.Direction;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.load.LoadedScript;
import org.limbeck.load.Scripts;
import org.limbeck.merge.Comparison.Done;
import org.limbeck.merge.Conflict.Change;
import org.limbeck.merge.MergeAnalysis.Line;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RunStep;
import org.limbeck.plan.PlanNode;
import org.limbeck.plan.StepMaker;
import org.limbeck.replay.Replay;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** Reads what lines of revisions do and compares them. Changes nothing. Not thread-safe. */
public final class Merging {
    private final Scripts scripts;
    private final RevisionGraph graph;
    private final Dialect dialect;
    private final Map<String, String> parameters;
    private final Map<String, List<Done>> done = new LinkedHashMap<>();
    private final Set<String> unseen = new LinkedHashSet<>();
    private @Nullable Schema common;

    /**
     * @param dialect for which the scripts are read
     * @param parameters values of declared parameters
     */
    public Merging(Scripts scripts, Dialect dialect, Map<String, String> parameters) {
        this.scripts = scripts;
        this.graph = scripts.graph();
        this.dialect = dialect;
        this.parameters = Map.copyOf(parameters);
    }

    /** The analysis of lines that end with these revisions. What cannot be read is said, not thrown. */
    public MergeAnalysis analyse(List<RevisionNode> heads) {
        List<Set<String>> reaches = heads.stream().map(this::reach).toList();
        Set<String> shared = new LinkedHashSet<>(reaches.get(0));
        reaches.forEach(shared::retainAll);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            lines.add(new Line(heads.get(i), without(reaches.get(i), shared)));
        }
        read(lines);
        Comparison comparison = new Comparison(table -> key(table, shared));
        for (int i = 0; i < heads.size(); i++) {
            for (int j = i + 1; j < heads.size(); j++) {
                comparison.compare(
                        done(without(reaches.get(i), reaches.get(j))), done(without(reaches.get(j), reaches.get(i))));
            }
        }
        return new MergeAnalysis(lines, comparison.conflicts(), List.copyOf(unseen));
    }

    private Set<String> reach(RevisionNode head) {
        Set<String> ids = new LinkedHashSet<>();
        graph.requirements(head.id()).forEach(node -> ids.add(node.id()));
        ids.add(head.id());
        return ids;
    }

    private List<RevisionNode> without(Set<String> reach, Set<String> others) {
        return reach.stream().filter(id -> !others.contains(id)).map(graph::get).toList();
    }

    private List<Done> done(List<RevisionNode> nodes) {
        return nodes.stream()
                .flatMap(node -> done.getOrDefault(node.id(), List.of()).stream())
                .toList();
    }

    // ---- reading

    private void read(List<Line> lines) {
        Set<String> ids = new LinkedHashSet<>();
        lines.forEach(line -> line.own().forEach(node -> ids.add(node.id())));
        Map<String, LoadedScript> loaded;
        try {
            loaded = scripts.load(ids, dialect);
        } catch (LimbeckException e) {
            e.problems().forEach(problem -> unseen.add("The scripts cannot be read: " + problem.what()));
            return;
        }
        StepMaker maker = new StepMaker(dialect, parameters);
        for (String id : ids) {
            List<Done> all = new ArrayList<>();
            try {
                LoadedScript script = Objects.requireNonNull(loaded.get(id));
                read(graph.get(id), maker.make(script, Direction.UP, Map.of()).nodes(), true, all);
                done.put(id, all);
            } catch (LimbeckException e) {
                unseen.add(
                        "Revision " + id + " is not looked into: " + e.problem().what());
            }
        }
    }

    private void read(RevisionNode node, Iterable<PlanNode> steps, boolean sure, List<Done> all) {
        Accesses accesses = new Accesses(dialect);
        for (PlanNode step : steps) {
            if (step instanceof PlanNode.Choice choice) {
                read(node, choice.then(), false, all);
                read(node, choice.otherwise(), false, all);
                continue;
            }
            Operation operation = ((PlanNode.Leaf) step).operation();
            if (operation instanceof RunStep run) {
                unseen.add("The code of the data step '" + run.name() + "' of revision " + node.id()
                        + " is not looked into.");
            }
            all.add(new Done(
                    new Change(node, words(operation), place(node, step.place())), accesses.of(operation), sure));
        }
    }

    private String words(Operation operation) {
        return operation instanceof ExecuteSql sql
                ? RawSql.beginning(dialect.words(sql.sql()), dialect.syntax())
                : operation.describe();
    }

    /** The line of the operation in the file of the revision; a recording knows the name of the file only. */
    private static @Nullable Place place(RevisionNode node, @Nullable Place step) {
        Place header = node.place();
        return header == null || step == null ? header : new Place(header.file(), step.line());
    }

    // ---- keys

    private List<String> key(String table, Set<String> shared) {
        for (Table known : common(shared).tables().values()) {
            if (Thing.plain(known.name()).equals(table)) {
                return known.primaryKey().map(PrimaryKey::columns).orElse(List.of());
            }
        }
        return List.of();
    }

    /** The schema where the lines part; empty if it cannot be replayed. */
    private Schema common(Set<String> shared) {
        Schema known = common;
        if (known == null) {
            Set<String> tips = new TreeSet<>(shared);
            shared.forEach(id -> graph.requirements(id).forEach(node -> tips.remove(node.id())));
            try {
                known = Replay.of(scripts, dialect, tips, parameters).schema();
            } catch (LimbeckException e) {
                known = Schema.EMPTY;
            }
            common = known;
        }
        return known;
    }
}
