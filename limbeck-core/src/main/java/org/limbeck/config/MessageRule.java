package org.limbeck.config;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/** The rule that messages of new revisions must keep. */
public final class MessageRule {
    private static final List<String> BEGINNINGS = List.of(
            "feat: ", "fix: ", "feat(db): ", "fix(db): ", "[feat] ", "[fix] ", "#123 ", "ABC-123 ", "ABC-123: ");

    private MessageRule() {}

    /**
     * Lets a message pass or shows two good ones.
     *
     * @param pattern a regular expression for the whole message; null for no rule
     * @throws org.limbeck.error.LimbeckException MESSAGE_PATTERN
     */
    public static void require(@Nullable String pattern, String message) {
        if (pattern == null) {
            return;
        }
        Pattern rule = Pattern.compile(pattern);
        if (!rule.matcher(message).matches()) {
            Problem problem = Problem.of(
                            ErrorCode.MESSAGE_PATTERN, "The message \"" + message + "\" does not keep the rule")
                    .why("message-pattern is  " + pattern);
            for (String good : examples(rule, message)) {
                problem = problem.todo("-m \"" + good + "\"");
            }
            throw problem.exception();
        }
    }

    private static List<String> examples(Pattern rule, String message) {
        String own = message.isBlank() ? "add user profile" : message.strip();
        String rest = own.substring(own.indexOf(':') + 1).strip();
        return Stream.of(rest, own, "add user profile")
                .filter(words -> !words.isEmpty())
                .flatMap(words -> BEGINNINGS.stream().map(beginning -> beginning + words))
                .filter(candidate -> rule.matcher(candidate).matches())
                .distinct()
                .limit(2)
                .toList();
    }
}
