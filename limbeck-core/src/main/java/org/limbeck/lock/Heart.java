package org.limbeck.lock;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does something again and again until it is stopped. */
@FunctionalInterface
interface Heart {

    /** In a thread of its own that does not keep the JVM alive. */
    Heart THREAD = (beat, every) -> {
        CountDownLatch stopped = new CountDownLatch(1);
        Thread thread = new Thread(() -> run(beat, every, stopped), "limbeck-lease");
        thread.setDaemon(true);
        thread.start();
        return () -> stop(thread, stopped);
    };

    /** Begins; what it gives ends it. */
    Runnable start(Runnable beat, Duration every);

    private static void run(Runnable beat, Duration every, CountDownLatch stopped) {
        try {
            while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                beat.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits a little for a beat that is under way; it can do no harm after. */
    private static void stop(Thread thread, CountDownLatch stopped) {
        stopped.countDown();
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
