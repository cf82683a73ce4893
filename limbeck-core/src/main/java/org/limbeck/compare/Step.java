package org.limbeck.compare;

import java.util.List;

import org.limbeck.operation.Inverse;
import org.limbeck.operation.Operation;

/**
 * One operation of a change, in its place.
 *
 * @param because the differences that it brings about; more than one where they are done together
 * @param back what undoes it, taken from the schema before it; a reason where nothing does
 */
public record Step(Operation operation, List<Difference> because, Inverse back) {

    public Step {
        because = List.copyOf(because);
    }

    /** Whether running it loses rows or values for good. */
    public boolean losesData() {
        return because.stream().anyMatch(Difference::losesData);
    }
}
