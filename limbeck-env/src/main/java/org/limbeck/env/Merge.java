package org.limbeck.env;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.limbeck.env.Entry.Assignment;

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
        int others = countOthers(input.template()) + keptLines(matching);
        Requoting requoting = new Requoting();
        for (int attempt = 0; attempt <= ATTEMPTS; attempt++) {
            EnvFile result = EnvFile.parse(Rebuild.write(input.template(), matching, requoting));
            Set<String> wrong = wrong(result, expected);
            if (wrong.isEmpty() && countOthers(result) == others) {
                return new Merge(result, Findings.report(input, matching, requoting));
            }
            if (wrong.isEmpty()) {
                requoting.extendOpen(expected.keySet());
            } else {
                requoting.extend(wrong);
            }
        }
        throw EnvError.VALUE_AT_RISK.because(
                "a quote that is never closed would change values of " + input.currentName(),
                "close the quotes that the warnings of limbeck env check name, in this file and in "
                        + input.templateName());
    }

    private static void refuseEmptyTemplate(MergeInput input) {
        EnvFile template = input.template();
        EnvFile current = input.current();
        if (template.assignments().isEmpty()
                && !current.isBlank()
                && !Arrays.equals(current.bytes(), template.bytes())) {
            throw EnvError.EMPTY_TEMPLATE.because(
                    input.templateName() + " has no variables, " + input.currentName() + " has content",
                    "get the complete template of the release; nothing was changed");
        }
    }

    /** Names that do not have the value they must have, or that should not be there. */
    private static Set<String> wrong(EnvFile result, Map<String, String> expected) {
        Set<String> wrong = new HashSet<>();
        for (Map.Entry<String, String> each : expected.entrySet()) {
            Assignment found = result.find(each.getKey());
            if (found == null || !found.value().effective().equals(each.getValue())) {
                wrong.add(each.getKey());
            }
        }
        for (String name : result.assignments().keySet()) {
            if (!expected.containsKey(name)) {
                wrong.add(name);
            }
        }
        return wrong;
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
