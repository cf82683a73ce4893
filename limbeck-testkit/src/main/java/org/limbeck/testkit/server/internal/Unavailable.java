package org.limbeck.testkit.server.internal;

/** A database engine that cannot be had on this machine; the message is the reason. */
public final class Unavailable extends Exception {

    private static final long serialVersionUID = 1L;

    /** Tells why, in one line. */
    public Unavailable(String reason) {
        super(reason);
    }
}
