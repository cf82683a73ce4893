package org.limbeck.env;

import org.jspecify.annotations.Nullable;

/** The one exception of env files: what happened and what to do. Never holds a value of a variable. */
public final class EnvException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final EnvError error;
    private final String advice;

    /**
     * @param what one sentence in the present tense that names the thing
     * @param advice a command or an edit that helps
     */
    public EnvException(EnvError error, String what, String advice, @Nullable Throwable cause) {
        super(what, cause);
        this.error = error;
        this.advice = advice;
    }

    public EnvError error() {
        return error;
    }

    /** A command or an edit that helps. */
    public String advice() {
        return advice;
    }

    /** The text that people read: {@code LMB-6001 what}, then the advice on a line of its own. */
    public String text() {
        return error.text() + " " + getMessage() + "\n  -> " + advice;
    }
}
