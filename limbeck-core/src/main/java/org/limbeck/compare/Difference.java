package org.limbeck.compare;

import java.util.List;

import org.limbeck.operation.Operation;

/**
 * One thing that differs between a live schema and the one that is wanted.
 *
 * @param change what happened to it, seen from the live schema
 * @param subject what it is
 * @param aspect what of it changed, such as {@code type}; empty where that is the whole
 * @param before what the live schema has, in words; empty where there is nothing
 * @param after what is wanted, in words; empty where there is nothing
 * @param losesData whether bringing it about loses rows or values for good
 * @param operations what brings it about, in the order of running; empty where no operation can
 * @param remark what a person should know, or empty
 */
public record Difference(
        Change change,
        Subject subject,
        String aspect,
        String before,
        String after,
        boolean losesData,
        List<Operation> operations,
        String remark) {

    /** What happened to a thing. */
    public enum Change {
        ADDED('+'),
        REMOVED('-'),
        CHANGED('~'),
        RENAMED('~');

        private final char sign;

        Change(char sign) {
            this.sign = sign;
        }

        /** As it stands at the beginning of a line for people. */
        public char sign() {
            return sign;
        }
    }

    public Difference {
        operations = List.copyOf(operations);
    }

    /** What it is, with the aspect: {@code column orders.status: type}. */
    public String object() {
        return aspect.isEmpty() ? subject.toString() : subject + ": " + aspect;
    }

    /** What was and what is wanted: {@code varchar(80) -> varchar(120)}, or one of them. */
    public String detail() {
        if (before.isEmpty() || after.isEmpty()) {
            return before + after;
        }
        return before + " -> " + after;
    }

    /** One line for people, such as {@code ~ column orders.status: type  varchar(80) -> varchar(120)}. */
    @Override
    public String toString() {
        return change.sign() + " " + object() + (detail().isEmpty() ? "" : "  " + detail());
    }
}
