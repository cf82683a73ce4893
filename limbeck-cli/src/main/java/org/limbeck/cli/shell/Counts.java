package org.limbeck.cli.shell;

/** Numbers with their nouns. */
public final class Counts {
    private Counts() {}

    /** {@code 1 revision}, {@code 3 revisions}. */
    public static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
