package org.limbeck.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.limbeck.operation.AroundViews;
import org.limbeck.operation.Inverse;
import org.limbeck.operation.Operation;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;

/** What was found, with the operations that bring it about, until all of it is put in order. */
final class Plan {
    private static final Comparator<Task> ORDER = Comparator.comparing(Task::phase)
            .thenComparingInt(Task::rank)
            .thenComparing(Task::name)
            .thenComparingInt(Task::position);

    private final List<Finding> findings = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /**
     * An operation and its place.
     *
     * @param rank the place among those of the phase
     * @param name the table, among those of the same rank
     * @param position the place among those of the same name
     */
    record Task(
            Phase phase,
            int rank,
            QualifiedName name,
            int position,
            Operation operation,
            Finding of,
            List<QualifiedName> around) {}

    /** A difference in the making. */
    final class Finding {
        private final Difference.Change change;
        private final Subject subject;
        private String aspect = "";
        private String before = "";
        private String after = "";
        private boolean losesData;
        private String remark = "";

        private Finding(Difference.Change change, Subject subject) {
            this.change = change;
            this.subject = subject;
        }

        Finding aspect(String what) {
            aspect = what;
            return this;
        }

        Finding before(String text) {
            before = text;
            return this;
        }

        Finding after(String text) {
            after = text;
            return this;
        }

        Finding losingData(boolean loses) {
            losesData = loses;
            return this;
        }

        Finding remark(String text) {
            remark = text;
            return this;
        }

        Finding does(Phase phase, int rank, int position, Operation operation) {
            return does(phase, rank, position, operation, List.of());
        }

        /** @param around views that must not be there meanwhile */
        Finding does(Phase phase, int rank, int position, Operation operation, List<QualifiedName> around) {
            tasks.add(new Task(phase, rank, subject.name(), position, operation, this, around));
            return this;
        }

        /** The same for another table than the subject's. */
        Finding doesAt(Phase phase, QualifiedName at, Operation operation) {
            tasks.add(new Task(phase, 0, at, 0, operation, this, List.of()));
            return this;
        }

        private Difference done(List<Operation> operations) {
            return new Difference(change, subject, aspect, before, after, losesData, operations, remark);
        }
    }

    Finding found(Difference.Change change, Subject subject) {
        Finding finding = new Finding(change, subject);
        findings.add(finding);
        return finding;
    }

    Finding added(Subject subject) {
        return found(Difference.Change.ADDED, subject);
    }

    Finding removed(Subject subject) {
        return found(Difference.Change.REMOVED, subject);
    }

    Finding changed(Subject subject) {
        return found(Difference.Change.CHANGED, subject);
    }

    void remark(String text) {
        remarks.add(text);
    }

    /** Everything in order, from the schema before. */
    SchemaChanges changes(Schema have) {
        tasks.sort(ORDER);
        Map<Finding, List<Operation>> operations = new IdentityHashMap<>();
        for (Task task : tasks) {
            operations.computeIfAbsent(task.of(), f -> new ArrayList<>()).add(task.operation());
        }
        Map<Finding, Difference> differences = new IdentityHashMap<>();
        List<Difference> all = new ArrayList<>();
        for (Finding finding : findings) {
            Difference difference = finding.done(operations.getOrDefault(finding, List.of()));
            differences.put(finding, difference);
            all.add(difference);
        }
        return new SchemaChanges(have, all, steps(have, differences), remarks);
    }

    private List<Step> steps(Schema have, Map<Finding, Difference> differences) {
        Evolution evolution = new Evolution(have);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < tasks.size(); ) {
            int end = i + 1;
            Task first = tasks.get(i);
            while (!first.around().isEmpty()
                    && end < tasks.size()
                    && tasks.get(end).around().equals(first.around())
                    && !tasks.get(end).of().losesData) {
                end++;
            }
            steps.add(step(tasks.subList(i, end), differences, evolution));
            i = end;
        }
        return steps;
    }

    private static Step step(List<Task> tasks, Map<Finding, Difference> differences, Evolution evolution) {
        List<Difference> because = new ArrayList<>();
        List<Operation> operations = new ArrayList<>();
        for (Task task : tasks) {
            Difference difference = differences.get(task.of());
            if (difference != null && !because.contains(difference)) {
                because.add(difference);
            }
            operations.add(task.operation());
        }
        List<QualifiedName> views = tasks.get(0).around();
        Operation operation = views.isEmpty() ? operations.get(0) : new AroundViews(views, operations);
        Inverse back = evolution.apply(operation);
        return new Step(operation, because, back);
    }

    /** The names of those tables for which something is planned. */
    Set<QualifiedName> names() {
        return tasks.stream().map(Task::name).collect(java.util.stream.Collectors.toSet());
    }
}
