package org.limbeck.env.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Finds the word that somebody probably meant. */
final class Nearest {
    private Nearest() {}

    /** The candidate with the fewest edits to {@code word}, or null if none is near. */
    static @Nullable String to(String word, List<String> candidates) {
        String best = null;
        int least = Math.max(2, word.length() / 3) + 1;
        for (String candidate : candidates) {
            int distance = candidate.startsWith(word) ? 1 : distance(word, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
