package org.limbeck.baseline;

import java.sql.SQLException;
import java.util.List;

import org.limbeck.command.Stamper;
import org.limbeck.compare.Difference;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionNode;
import org.limbeck.graph.Stamp;
import org.limbeck.replay.Replay;

/** Lets a stamp through if the live schema is what the stamped revisions make. */
public final class SchemaGuard implements Stamper.Guard {
    private static final int MOST = 12;

    private final Expectations expectations;
    private Comparison comparison = new Comparison(List.of(), List.of(), List.of());

    public SchemaGuard(Expectations expectations) {
        this.expectations = expectations;
    }

    /** What was found; nothing before it was asked. */
    public Comparison comparison() {
        return comparison;
    }

    /** @throws org.limbeck.error.LimbeckException STAMP_REFUSED with the differences */
    @Override
    public void check(Stamp stamp) throws SQLException {
        List<String> heads =
                stamp.after().heads().stream().map(RevisionNode::id).toList();
        comparison = expectations.compare(heads);
        if (!comparison.matches()) {
            throw refused(heads);
        }
    }

    private RuntimeException refused(List<String> heads) {
        List<Difference> differences = comparison.certain();
        String where = heads.isEmpty() ? "the base" : String.join(", ", heads);
        Problem problem = Problem.of(
                        ErrorCode.STAMP_REFUSED,
                        "The schema of '" + expectations.settings().name() + "' is not that of " + where)
                .why("For that it would need:");
        for (Difference difference : differences.subList(0, Math.min(MOST, differences.size()))) {
            problem = problem.why("  " + difference);
        }
        if (differences.size() > MOST) {
            problem = problem.why("  and " + (differences.size() - MOST) + " more");
        }
        for (Replay.Unknown unknown :
                comparison.unsure().isEmpty() ? List.<Replay.Unknown>of() : comparison.unknowns()) {
            problem = problem.why("What raw SQL of " + unknown.revision() + " did is not known: " + unknown.what());
        }
        throw problem.todo("Find the revision that it is at:  limbeck baseline")
                .todo("Or record it all the same:  --force --reason \"...\"")
                .exception();
    }
}
