package org.limbeck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import org.limbeck.error.LimbeckException;

class MessageRuleTest {
    private static final String RULE = "(feat|fix): .+";

    @Test
    void goodMessagesPass() {
        assertThatCode(() -> MessageRule.require(RULE, "feat: add users")).doesNotThrowAnyException();
        assertThatCode(() -> MessageRule.require(null, "anything")).doesNotThrowAnyException();
    }

    @Test
    void aBadMessageGetsTwoGoodOnes() {
        assertThat(text("Feature: add users")).isEqualTo("""
                LMB-2005 The message "Feature: add users" does not keep the rule
                  message-pattern is  (feat|fix): .+
                  -> -m "feat: add users"
                  -> -m "fix: add users\"""");
        assertThat(text("")).contains("-m \"feat: add user profile\"", "-m \"fix: add user profile\"");
        assertThat(text("feat:")).contains("-m \"feat: feat:\"", "-m \"fix: feat:\"");
    }

    private static String text(String message) {
        return String.valueOf(catchThrowableOfType(LimbeckException.class, () -> MessageRule.require(RULE, message))
                .getMessage());
    }
}
