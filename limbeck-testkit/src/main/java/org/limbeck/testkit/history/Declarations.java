package org.limbeck.testkit.history;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.limbeck.Limbeck;
import org.limbeck.dialect.Dialect;
import org.limbeck.graph.Direction;
import org.limbeck.load.LoadedScript;
import org.limbeck.operation.Lossy;
import org.limbeck.plan.PlanNode;
import org.limbeck.plan.StepMaker;

/** What scripts say that they lose. */
final class Declarations {
    private final Limbeck limbeck;
    private final Dialect dialect;
    private final StepMaker steps;

    Declarations(Limbeck limbeck, Dialect dialect, Map<String, String> parameters) {
        this.limbeck = limbeck;
        this.dialect = dialect;
        this.steps = new StepMaker(dialect, parameters);
    }

    /** What {@code op.lossy} says in either direction; empty if it is not there. */
    String lossy(String revision) {
        LoadedScript script = Objects.requireNonNull(
                limbeck.scripts().load(List.of(revision), dialect).get(revision));
        TreeSet<String> said = new TreeSet<>();
        for (Direction direction : Direction.values()) {
            collect(steps.make(script, direction, Map.of()).nodes(), said);
        }
        return String.join("; ", said);
    }

    private static void collect(Iterable<PlanNode> nodes, TreeSet<String> said) {
        for (PlanNode node : nodes) {
            if (node instanceof PlanNode.Choice choice) {
                collect(choice.then(), said);
                collect(choice.otherwise(), said);
            } else if (node instanceof PlanNode.Leaf leaf && leaf.operation() instanceof Lossy lossy) {
                said.add("\"" + lossy.why() + "\"");
            }
        }
    }
}
