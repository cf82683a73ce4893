package org.limbeck.autogenerate;

import java.util.List;

import org.limbeck.compare.Difference;
import org.limbeck.compare.SchemaChanges;
import org.limbeck.write.Draft;

/**
 * What came of comparing a model.
 *
 * @param tables how many tables the model has
 * @param changes what makes the model of what there is
 * @param questions what looks renamed, the likeliest first; both sides of each are among the differences
 * @param draft what a script would do
 * @param remarks what could not be read, compared or decided, for people
 */
public record Proposal(
        int tables, SchemaChanges changes, List<RenameQuestion> questions, Draft draft, List<String> remarks) {

    public Proposal {
        questions = List.copyOf(questions);
        remarks = List.copyOf(remarks);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    public List<Difference> differences() {
        return changes.differences();
    }

    /** Whether a difference is in the draft as a comment only, for a person to decide. */
    public boolean leftOpen(Difference difference, boolean allowDrop) {
        return DraftMaker.leftOpen(allowDrop, questions).test(difference);
    }
}
