package org.limbeck.graph;

/** Which way a revision is run. */
public enum Direction {
    UP,
    DOWN;

    /** The word for programs, {@code up} or {@code down}. */
    public String word() {
        return this == UP ? "up" : "down";
    }
}
