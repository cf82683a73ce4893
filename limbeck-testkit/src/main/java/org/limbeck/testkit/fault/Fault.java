package org.limbeck.testkit.fault;

/**
 * When a process dies.
 *
 * @param statement the number of the statement at which it dies, from 1 on; 0 means never
 * @param moment whether the server still sees that statement
 */
public record Fault(int statement, Moment moment) {

    /** On which side of a statement the process dies. */
    public enum Moment {
        /** The server never sees the statement. */
        BEFORE,
        /** The server has executed the statement, but nobody learns the outcome. */
        AFTER
    }

    /** The process lives. */
    public static Fault never() {
        return new Fault(0, Moment.BEFORE);
    }

    /** The process dies before it sends its n-th statement. */
    public static Fault before(int n) {
        return new Fault(n, Moment.BEFORE);
    }

    /** The process dies after the server has executed its n-th statement. */
    public static Fault after(int n) {
        return new Fault(n, Moment.AFTER);
    }

    boolean strikes(int number, Moment now) {
        return statement == number && moment == now;
    }
}
