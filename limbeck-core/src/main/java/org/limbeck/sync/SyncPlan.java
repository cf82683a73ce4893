package org.limbeck.sync;

import java.util.List;

import org.limbeck.compare.Difference;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.StatementGroup;

/**
 * What a sync does.
 *
 * @param done the differences that it brings about
 * @param left those that it leaves alone
 * @param groups the statements, in order
 * @param remarks what could not be read or compared, for people
 */
public record SyncPlan(List<Difference> done, List<Left> left, List<StatementGroup> groups, List<String> remarks) {

    /** A difference that is left alone, and why. */
    public record Left(Difference difference, String reason) {}

    public SyncPlan {
        done = List.copyOf(done);
        left = List.copyOf(left);
        groups = List.copyOf(groups);
        remarks = List.copyOf(remarks);
    }

    /** The statements alone. */
    public List<String> sql() {
        return groups.stream()
                .flatMap(group -> group.statements().stream())
                .map(Statement::sql)
                .toList();
    }
}
