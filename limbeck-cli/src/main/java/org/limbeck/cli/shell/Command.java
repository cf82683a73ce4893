package org.limbeck.cli.shell;

/** One command of the command line. Stateless. */
public interface Command {

    /** The word that calls it. */
    String name();

    /** What it does, in a few words. */
    String summary();

    /** Declares its options and words. */
    void declare(Syntax syntax);

    /**
     * Does it.
     *
     * @return the exit code
     * @throws org.limbeck.error.LimbeckException if something is wrong
     */
    int run(Invocation call);
}
