package org.limbeck.error;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The one exception of Limbeck: one problem, or several independent ones reported together. */
public class LimbeckException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public LimbeckException(Problem problem, @Nullable Throwable cause) {
        this(List.of(problem), cause);
    }

    /**
     * @param problems at least one
     * @throws IllegalArgumentException if there is none
     */
    public LimbeckException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")), cause);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an exception needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    /** The first problem. */
    public Problem problem() {
        return problems.get(0);
    }

    /** All problems, in the order in which they were found. */
    public List<Problem> problems() {
        return problems;
    }

    public ErrorCode code() {
        return problem().code();
    }
}
