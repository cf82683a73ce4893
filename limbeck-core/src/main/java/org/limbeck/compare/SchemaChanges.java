package org.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.limbeck.operation.Operation;
import org.limbeck.schema.Schema;

/**
 * What differs between two schemas, and how one becomes the other.
 *
 * @param have the live schema, as it was compared
 * @param differences in a fixed order: by kind of change and by name
 * @param steps in the order of running
 * @param remarks what could not be compared or decided, for people
 */
public record SchemaChanges(Schema have, List<Difference> differences, List<Step> steps, List<String> remarks) {

    public SchemaChanges {
        differences = List.copyOf(differences);
        steps = List.copyOf(steps);
        remarks = List.copyOf(remarks);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /** What makes the wanted schema of the live one. */
    public List<Operation> upgrade() {
        return steps.stream().map(Step::operation).toList();
    }

    /** What leads back, as far as there is a way; see {@link #oneWay}. */
    public List<Operation> downgrade() {
        List<Operation> all = new ArrayList<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            all.addAll(steps.get(i).back().operations().orElse(List.of()));
        }
        return List.copyOf(all);
    }

    /** The steps that nothing undoes. */
    public List<Step> oneWay() {
        return steps.stream().filter(step -> step.back().operations().isEmpty()).toList();
    }

    /**
     * The same, for some of the differences only. Steps that serve others too stay; what leads back is taken from the
     * schema as it then is.
     */
    public SchemaChanges only(Predicate<Difference> wanted) {
        List<Step> kept = steps.stream()
                .filter(step -> step.because().stream().anyMatch(wanted))
                .toList();
        Evolution evolution = new Evolution(have);
        List<Step> again = new ArrayList<>();
        for (Step step : kept) {
            again.add(new Step(step.operation(), step.because(), evolution.apply(step.operation())));
        }
        return new SchemaChanges(have, differences.stream().filter(wanted).toList(), again, remarks);
    }
}
