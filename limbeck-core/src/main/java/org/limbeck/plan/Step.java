package org.limbeck.plan;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import org.limbeck.graph.Direction;
import org.limbeck.graph.RevisionNode;
import org.limbeck.meaning.Checksum;
import org.limbeck.operation.CheckData;

/**
 * One revision in one direction, on one dialect, ready to run.
 *
 * @param nodes its operations in order; may be read only as it runs, for a script of any size
 * @param verify the checks that stand after the operations; empty on the way down
 * @param checksum what the way up means
 * @param sourceHash the cheap hash of the source
 * @param parameters the declared parameters with their values
 * @param transactional false if the script asked for no transaction
 * @param meaning the text of what an operation means
 * @param resources opens files beside the script
 */
public record Step(
        RevisionNode revision,
        Direction direction,
        Iterable<PlanNode> nodes,
        List<CheckData> verify,
        Checksum checksum,
        String sourceHash,
        Map<String, String> parameters,
        boolean transactional,
        org.limbeck.meaning.Meaning meaning,
        Resources resources) {

    public Step {
        verify = List.copyOf(verify);
        parameters = Map.copyOf(parameters);
    }

    /** Opens files beside a script. */
    @FunctionalInterface
    public interface Resources {
        InputStream open(String name) throws IOException;
    }
}
