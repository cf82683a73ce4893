package org.limbeck.cli.shell;

import org.limbeck.error.ErrorCode;

/** What a shell learns of a command. */
public final class ExitCode {
    /** Done, or nothing to do. */
    public static final int DONE = 0;
    /** Failed, or a check found differences. */
    public static final int FAILED = 1;
    /** Wrong use, or wrong settings. */
    public static final int WRONG_USE = 2;
    /** Waited too long for the lock. */
    public static final int LOCK_WAIT = 3;
    /** Refused for safety: it needs an explicit word. */
    public static final int REFUSED = 4;
    /** Interrupted, with everything in a consistent state. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** The exit code of an error. */
    public static int of(ErrorCode code) {
        return code.exitCode();
    }
}
