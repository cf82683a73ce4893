package org.limbeck.spring;

import java.util.stream.Collectors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** Shows what Limbeck says in a few lines, without a stack trace. */
final class LimbeckFailureAnalyzer extends AbstractFailureAnalyzer<LimbeckException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, LimbeckException cause) {
        String description = cause.problems().stream()
                .map(problem -> withoutAdvice(problem).text())
                .collect(Collectors.joining("\n\n"));
        String action = cause.problems().stream()
                .flatMap(problem -> problem.advice().stream())
                .distinct()
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(description, action.isEmpty() ? null : action, cause);
    }

    private static Problem withoutAdvice(Problem problem) {
        Problem shown = Problem.of(problem.code(), problem.what()).at(problem.place());
        for (String fact : problem.why()) {
            shown = shown.why(fact);
        }
        return shown;
    }
}
