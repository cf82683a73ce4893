package org.limbeck.autogenerate;

import org.limbeck.compare.Difference;
import org.limbeck.compare.Renames;
import org.limbeck.compare.Renaming;

/**
 * Something that is gone and something that is new look like one thing with another name.
 *
 * @param renaming what a yes means
 * @param score how likely it is, from 0 to 1
 * @param removed the difference that takes the old one away
 * @param added the difference that brings the new one
 */
public record RenameQuestion(Renaming renaming, double score, Difference removed, Difference added) {

    static RenameQuestion of(Renames.Proposal proposal) {
        return new RenameQuestion(proposal.renaming(), proposal.score(), proposal.removed(), proposal.added());
    }

    /** As it is asked: {@code column users.old -> new}. */
    public String text() {
        return renaming instanceof Renaming.OfPart part
                ? removed.subject().kind().word() + " " + part.of() + "." + part.from() + " -> " + part.to()
                : removed.subject() + " -> " + added.subject().name();
    }

    /** The option that says yes. */
    public String option() {
        return "--rename " + renaming;
    }

    String reason() {
        return "Looks renamed (" + Math.round(score * 100) + " %). If it was, generate again with  " + option()
                + "  and no data is lost; if not, uncomment it.";
    }

    boolean concerns(Difference difference) {
        return difference.equals(removed) || difference.equals(added);
    }
}
