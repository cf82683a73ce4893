package org.limbeck.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.limbeck.dialect.Placement;
import org.limbeck.dialect.StatementGroup;
import org.limbeck.journal.Progress;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.Operation;
import org.limbeck.plan.PlanNode;
import org.limbeck.plan.Step;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;

/**
 * Plain creations of tables in a row, where each commits by itself. Before them their tables are absent, so one intent is
 * enough for all: the first table that is missing is the place to go on.
 */
final class Creates {
    private final Session session;
    private final Step step;

    Creates(Session session, Step step) {
        this.session = session;
        this.step = step;
    }

    /** How many groups from a position on are such creations. */
    static int run(List<StatementGroup> groups, int from, List<PlanNode.Leaf> leaves) {
        int end = from;
        while (end < groups.size() && plain(groups.get(end), leaves)) {
            end++;
        }
        return end - from;
    }

    private static boolean plain(StatementGroup group, List<PlanNode.Leaf> leaves) {
        return group.first() == group.last()
                && leaves.get(group.first()).operation() instanceof CreateTable
                && group.statements().size() == 1
                && group.statements().get(0).placement() == Placement.COMMITS;
    }

    /** One intent for all. */
    static Progress.Intent intent(List<Work.Task> tasks) {
        List<Progress.Create> creates = new ArrayList<>();
        List<QualifiedName> tables = new ArrayList<>();
        for (Work.Task task : tasks) {
            QualifiedName table = task.concerned().get(0);
            tables.add(table);
            creates.add(new Progress.Create(task.path(), table, task.hashes().get(0), task.undo()));
        }
        Work.Task first = tasks.get(0);
        String label = first.label() + (tasks.size() == 1 ? "" : " and " + (tasks.size() - 1) + " more");
        String path = tasks.get(tasks.size() - 1).path();
        return new Progress.Intent(path, 0, label, tables, "", true, List.of(), List.of(), List.of(), creates);
    }

    /**
     * Counts those tables as done that are there.
     *
     * @throws org.limbeck.error.LimbeckException OBJECT_DIFFERS if one is there that the script would not have made
     */
    Progress settled(Progress before, List<Progress.Create> creates) throws SQLException {
        Progress progress = before.withIntent(null);
        for (Progress.Create create : creates) {
            Optional<Table> there = session.dialect().reflector().table(session.connection(), create.table());
            session.listener()
                    .on(new RunEvent.Uncertain(
                            step.revision().id(), "create table " + create.table(), there.isPresent()));
            if (there.isEmpty()) {
                return progress;
            }
            requireOurs(create, there.get());
            progress = progress.withDone(create.path(), List.of(create.hash()), create.undo());
        }
        return progress;
    }

    private void requireOurs(Progress.Create create, Table there) {
        if (!(step.nodes() instanceof List<PlanNode> nodes)) {
            return;
        }
        for (PlanNode node : nodes) {
            if (node.path().equals(create.path())
                    && node instanceof PlanNode.Leaf leaf
                    && leaf.operation() instanceof CreateTable wanted
                    && hash(step, wanted).equals(create.hash())) {
                new Conditions(session).requireSame(wanted, there, leaf.place());
            }
        }
    }

    /** What tells whether an operation of a script was edited. */
    static String hash(Step step, Operation operation) {
        return org.limbeck.meaning.Checksum.sha(step.meaning().of(operation)).substring(0, 8);
    }
}
