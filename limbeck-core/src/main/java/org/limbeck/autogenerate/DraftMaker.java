package org.limbeck.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.limbeck.compare.Difference;
import org.limbeck.compare.SchemaChanges;
import org.limbeck.compare.Step;
import org.limbeck.migration.Environment;
import org.limbeck.operation.Inverse;
import org.limbeck.operation.Irreversible;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Schema;
import org.limbeck.write.Draft;
import org.limbeck.write.Draft.Line;

/**
 * Makes a draft of changes: what is sure runs, what only a person can decide is a comment. What would be dropped is a
 * comment unless it was allowed, and so is a thing that may have been renamed.
 */
final class DraftMaker {
    private final SchemaChanges changes;
    private final boolean allowDrop;
    private final List<RenameQuestion> questions;

    private final List<Line> upgrade = new ArrayList<>();
    private final List<Line> downgrade = new ArrayList<>();

    private DraftMaker(SchemaChanges changes, boolean allowDrop, List<RenameQuestion> questions) {
        this.changes = changes;
        this.allowDrop = allowDrop;
        this.questions = questions;
    }

    static Draft of(SchemaChanges changes, boolean allowDrop, List<RenameQuestion> questions, Environment environment) {
        return new DraftMaker(changes, allowDrop, questions).draft(environment);
    }

    /** Whether a difference is left to a person. */
    static Predicate<Difference> leftOpen(boolean allowDrop, List<RenameQuestion> questions) {
        return difference -> (!allowDrop && drops(difference))
                || questions.stream().anyMatch(question -> question.concerns(difference));
    }

    private static boolean drops(Difference difference) {
        return difference.change() == Difference.Change.REMOVED || difference.losesData();
    }

    private Draft draft(Environment environment) {
        Predicate<Difference> open = leftOpen(allowDrop, questions);
        List<Step> sure = changes.only(open.negate()).steps();
        List<Operation> planned = sure.stream().map(Step::operation).toList();
        List<Operation> edited = environment.edit(planned);
        if (!edited.equals(planned)) {
            return edited(edited);
        }
        List<Step> unsure = changes.only(open).steps();
        changes.differences().stream()
                .filter(difference -> difference.operations().isEmpty())
                .forEach(difference -> upgrade.add(new Line.Note(byHand(difference))));
        for (Step step : sure) {
            remarks(step).forEach(text -> upgrade.add(new Line.Note(text)));
            upgrade.add(new Line.Do(step.operation()));
        }
        for (Step step : unsure) {
            upgrade.add(new Line.Off(step.operation(), reason(step)));
        }
        for (int i = unsure.size() - 1; i >= 0; i--) {
            back(unsure.get(i), false);
        }
        for (int i = sure.size() - 1; i >= 0; i--) {
            back(sure.get(i), true);
        }
        return new Draft(upgrade, downgrade);
    }

    private static String byHand(Difference difference) {
        return difference.object() + ", " + difference.detail() + ": " + difference.remark();
    }

    /** What a hook made of the operations; the way down is taken from the schema that they meet. */
    private Draft edited(List<Operation> operations) {
        Schema schema = changes.have();
        for (Operation operation : operations) {
            upgrade.add(new Line.Do(operation));
            Inverse inverse = operation.inverse(schema);
            List<Line> back = new ArrayList<>();
            inverse.operations()
                    .ifPresentOrElse(
                            all -> all.forEach(one -> back.add(new Line.Do(one))),
                            () -> back.add(new Line.Do(new Irreversible(inverse.reason()))));
            downgrade.addAll(0, back);
            schema = operation.evolve(schema);
        }
        return new Draft(upgrade, downgrade);
    }

    private static List<String> remarks(Step step) {
        return step.because().stream()
                .map(Difference::remark)
                .filter(remark -> !remark.isEmpty())
                .distinct()
                .toList();
    }

    private String reason(Step step) {
        for (RenameQuestion question : questions) {
            if (step.because().stream().anyMatch(question::concerns)) {
                return question.reason();
            }
        }
        boolean loses = step.losesData();
        return (loses ? "Loses data" : "Is in the database and not in the model")
                + ": uncomment it if that is meant, or generate again with --allow-drop.";
    }

    private void back(Step step, boolean sure) {
        List<Operation> operations = step.back().operations().orElse(null);
        if (operations == null) {
            String why = step.back().reason();
            downgrade.add(sure ? new Line.Do(new Irreversible(why)) : new Line.Note(why));
            return;
        }
        for (Operation operation : operations) {
            downgrade.add(
                    sure
                            ? new Line.Do(operation)
                            : new Line.Off(operation, "Undoes what is a comment in the upgrade."));
        }
    }
}
