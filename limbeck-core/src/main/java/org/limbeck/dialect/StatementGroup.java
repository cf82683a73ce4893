package org.limbeck.dialect;

import java.util.List;

/**
 * The statements for neighbouring operations that are done together.
 *
 * @param first position of the first operation in the list given to the renderer
 * @param last position of the last one, not less than {@code first}
 * @param statements in order; all of one placement, unless each is INSIDE or COMMITS
 */
public record StatementGroup(int first, int last, List<Statement> statements) {
    public StatementGroup {
        statements = List.copyOf(statements);
    }
}
