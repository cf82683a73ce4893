package org.limbeck.baseline;

import java.util.List;
import java.util.Optional;

/**
 * Where a database without a history may stand.
 *
 * @param compared with how many places
 * @param candidates the best first
 * @param certain the one place where it is, beyond doubt; empty if there is none, or more than one
 * @param doubt why nothing is certain; empty if something is
 */
public record Fingerprint(
        int tables, int compared, List<Candidate> candidates, Optional<Candidate> certain, String doubt) {
    public Fingerprint {
        candidates = List.copyOf(candidates);
    }
}
