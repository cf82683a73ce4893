package org.limbeck.autogenerate;

import java.util.List;

import org.limbeck.compare.Renaming;

/**
 * How a draft is to be made.
 *
 * @param allowDrop whether what is not in the model is dropped; otherwise it is written as a comment
 * @param renamings what a person says was renamed
 * @param different what a person says was not renamed
 */
public record ProposalRequest(boolean allowDrop, List<Renaming> renamings, List<Renaming> different) {

    /** Nothing is dropped, nothing is known to be renamed. */
    public static final ProposalRequest USUAL = new ProposalRequest(false, List.of(), List.of());

    public ProposalRequest {
        renamings = List.copyOf(renamings);
        different = List.copyOf(different);
    }
}
