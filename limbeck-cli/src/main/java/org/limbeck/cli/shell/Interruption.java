package org.limbeck.cli.shell;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C asks a run to stop after the statement at work, and waits for that. Thread-safe. */
public final class Interruption {
    private static final int MOST_SECONDS = 20;

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean requested;

    /** Whether somebody asked to stop. */
    public boolean requested() {
        return requested;
    }

    /** Asks to stop, without waiting. */
    public void request() {
        requested = true;
    }

    /** Tells that the command is over. */
    public void over() {
        over.countDown();
    }

    /** From now on, when the process is asked to end, the command may end in order first. */
    public void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::requestAndWait, "interruption"));
    }

    private void requestAndWait() {
        requested = true;
        try {
            over.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
