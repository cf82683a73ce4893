package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "3f2a9c1b7d04", "ae_10", "v0.1.2", "übung", "a/b"})
    void acceptsAnyTextThatATargetCanHold(String id) {
        assertThat(RevisionId.isValid(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@b", "a-b", "a+b", "a:b", "a b", "a\tb", "a\u00a0b", "a\u0000b", "\n"})
    void refusesWhatATargetGivesAMeaning(String id) {
        assertThat(RevisionId.isValid(id)).isFalse();
    }

    @Test
    void refusesMoreThan64Characters() {
        assertThat(RevisionId.isValid("x".repeat(64))).isTrue();
        assertThat(RevisionId.isValid("x".repeat(65))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "heads", "base", "current", "HEAD"})
    void keepsTheWordsOfTargets(String word) {
        assertThat(RevisionId.isReserved(word)).isTrue();
    }

    @Test
    void generatesTwelveHexadecimalDigits() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String id = RevisionId.generate();
            assertThat(id).matches("[0-9a-f]{12}");
            ids.add(id);
        }
        assertThat(ids).hasSize(100);
    }
}
