package org.limbeck.run;

/** Hears what happens during a run, on the thread that runs. It must not throw. */
@FunctionalInterface
public interface RunListener {
    void on(RunEvent event);

    /** Hears nothing. */
    static RunListener none() {
        return event -> {};
    }
}
