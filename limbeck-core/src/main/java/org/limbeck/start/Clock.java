package org.limbeck.start;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/** Time that passes, for real or in tests. */
interface Clock {
    /** The time of this machine. */
    Clock REAL = new Clock() {
        @Override
        public long millis() {
            return System.nanoTime() / 1_000_000;
        }

        @Override
        public void sleep(long millis) throws InterruptedException {
            Thread.sleep(millis);
        }
    };

    /** Milliseconds since some moment. */
    long millis();

    void sleep(long millis) throws InterruptedException;

    /** @throws org.limbeck.error.LimbeckException INTERRUPTED */
    default void pause(long millis) {
        try {
            sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ErrorCode.INTERRUPTED, "Interrupted while waiting; nothing was done")
                    .exception(e);
        }
    }
}
