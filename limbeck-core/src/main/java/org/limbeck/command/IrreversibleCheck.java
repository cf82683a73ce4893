package org.limbeck.command;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.operation.Irreversible;
import org.limbeck.plan.PlanNode;
import org.limbeck.plan.Step;

/** Refuses, before anything is run, a way down that has a one-way revision on it. */
final class IrreversibleCheck {
    private IrreversibleCheck() {}

    static void require(Step step) {
        if (!(step.nodes() instanceof java.util.List<PlanNode> nodes)) {
            return;
        }
        for (PlanNode node : nodes) {
            if (node instanceof PlanNode.Leaf leaf && leaf.operation() instanceof Irreversible irreversible) {
                throw Problem.of(
                                ErrorCode.IRREVERSIBLE,
                                "Revision " + step.revision().id() + " has no way back")
                        .at(leaf.place())
                        .why(irreversible.why())
                        .todo("Write its downgrade, or restore a backup.")
                        .exception();
            }
        }
    }
}
