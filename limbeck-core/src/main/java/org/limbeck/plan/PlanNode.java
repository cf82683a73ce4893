package org.limbeck.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.Place;
import org.limbeck.operation.Operation;
import org.limbeck.operation.WhenCondition;

/** An operation at its position. Positions are stable: what is left out on this dialect still counts. */
public sealed interface PlanNode {

    /** The position, such as {@code 3} or {@code 4.then.2}. */
    String path();

    /** Where it is written, or null. */
    @Nullable
    Place place();

    /** An operation that is done. */
    record Leaf(String path, Operation operation, @Nullable Place place) implements PlanNode {}

    /** A condition that is decided when it is reached. */
    record Choice(
            String path,
            WhenCondition operation,
            List<PlanNode> then,
            List<PlanNode> otherwise,
            @Nullable Place place) implements PlanNode {
        public Choice {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }
}
