package org.limbeck.env;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.limbeck.env.Entry.Assignment;
import org.limbeck.env.Value.Style;

/**
 * The merge of an operator's file with a template: a pure function.
 *
 * @param result what the operator's file becomes
 * @param report what was found
 */
record Merge(EnvFile result, Report report) {
    private static final int ATTEMPTS = 3;

    /**
     * Merges and then proves, by reading the result, that every variable has the value it must have.
     *
     * @throws EnvException if the template has no variable and the operator's file is not empty, or if a broken quote
     *     would make a value mean something else
     */
    static Merge of(MergeInput input) {
        refuseEmptyTemplate(input);
        Matching matching = new Matching(input);
        Map<String, String> expected = matching.expected();
        Set<String> requoted = new HashSet<>();
        for (int attempt = 0; attempt <= ATTEMPTS; attempt++) {
            EnvFile result = EnvFile.parse(Rebuild.write(input.template(), matching, requoted));
            if (holds(result, expected) && countOthers(result) == countOthers(input.template()) + keptLines(matching)) {
                return new Merge(result, Findings.report(input, matching, requoted));
            }
            addSuspects(input, matching, result, requoted);
        }
        throw EnvError.VALUE_AT_RISK.because(
                "a quote that is never closed would change values of " + input.currentName(),
                "close the quotes that the warnings of limbeck env check name, in this file and in "
                        + input.templateName());
    }

    private static void refuseEmptyTemplate(MergeInput input) {
        boolean nothingToLose = input.current().isBlank()
                || java.util.Arrays.equals(
                        input.current().bytes(), input.template().bytes());
        if (input.template().assignments().isEmpty() && !nothingToLose) {
            throw EnvError.EMPTY_TEMPLATE.because(
                    input.templateName() + " has no variables, " + input.currentName() + " has content",
                    "get the complete template of the release; nothing was changed");
        }
    }

    private static boolean holds(EnvFile result, Map<String, String> expected) {
        if (result.assignments().size() != expected.size()) {
            return false;
        }
        for (Map.Entry<String, String> each : expected.entrySet()) {
            Assignment found = result.find(each.getKey());
            if (found == null || !found.value().effective().equals(each.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** The operator's unclosed values that came out wrong; if it is none of them, all that came out wrong. */
    private static void addSuspects(MergeInput input, Matching matching, EnvFile result, Set<String> requoted) {
        Set<String> wrong = new HashSet<>();
        Set<String> unclosed = new HashSet<>();
        for (Map.Entry<String, String> each : matching.expected().entrySet()) {
            Assignment found = result.find(each.getKey());
            if (found == null || !found.value().effective().equals(each.getValue())) {
                Assignment own = matching.supplied(each.getKey());
                String name = own == null ? each.getKey() : own.name();
                wrong.add(name);
                Assignment mine = input.current().find(name);
                if (mine != null && mine.value().style() == Style.UNCLOSED && !requoted.contains(name)) {
                    unclosed.add(name);
                }
            }
        }
        requoted.addAll(unclosed.isEmpty() ? wrong : unclosed);
    }

    private static int countOthers(EnvFile file) {
        int count = 0;
        for (Entry entry : file.entries()) {
            if (entry instanceof Entry.Other) {
                count++;
            }
        }
        return count;
    }

    static int keptLines(Matching matching) {
        int count = 0;
        for (Matching.Kept each : matching.kept()) {
            if (each.entry() instanceof Entry.Other) {
                count++;
            }
        }
        return count;
    }
}
