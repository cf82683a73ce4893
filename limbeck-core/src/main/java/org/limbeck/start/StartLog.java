package org.limbeck.start;

import java.util.List;

import org.slf4j.Logger;

import org.limbeck.command.RunResult;
import org.limbeck.command.Status;
import org.limbeck.error.LimbeckException;
import org.limbeck.run.RunEvent;
import org.limbeck.run.RunListener;

/** What a start tells the log about one database. */
final class StartLog implements RunListener {
    private final Logger log;
    private final String database;

    StartLog(Logger log, String database) {
        this.log = log;
        this.database = database;
    }

    void upToDate(Status status) {
        StateText text = new StateText(status);
        log.info("✅ {} database: version is {}", database, text.shortly());
        versions(text.current(), text.latest());
    }

    void upgraded(Status before, RunResult result, long millis) {
        if (result.nothingToDo()) {
            log.info("✅ {} database: version is up to date; another instance upgraded it", database);
        } else {
            log.info(
                    "✅ {} database: upgraded by {} in {} ms",
                    database,
                    StateText.count(result.moves().size()),
                    millis);
        }
        versions(String.join(", ", result.heads()), new StateText(before).latest());
    }

    private void versions(String current, String latest) {
        log.info("Current version: {}", current);
        log.info("Latest version: {}", latest);
    }

    void mismatch(Status status) {
        StateText text = new StateText(status);
        log.warn("⚠️ {} database: version is {}", database, text.shortly());
        log.warn("Current version: {}", text.current());
        log.warn("Latest version: {}", text.latest());
        text.advice().forEach(line -> log.warn("-> {}", line));
    }

    void changed(List<String> ids) {
        log.warn("⚠️ {} database: applied scripts have changed since: {}", database, String.join(", ", ids));
        log.warn("-> limbeck -n {} status", database);
    }

    /** Without a stack trace: the words say what is wrong. */
    void notLookedAt(LimbeckException e) {
        log.warn("⚠️ {} database: its version is not known. {}", database, e.getMessage());
    }

    void again(LimbeckException e, long millis) {
        log.warn("{} database: trying again in {} ms. {}", database, millis, e.getMessage());
    }

    void waiting(String holder) {
        log.info("{} database: waiting for {}, who migrates it", database, holder);
    }

    void off() {
        log.debug("{} database: not looked at", database);
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Waiting waiting) {
            waiting(waiting.holder() == null ? "another migrator" : waiting.holder());
        } else if (event instanceof RunEvent.StepStarted step) {
            RunEvent.Resumed resumed = step.resumed();
            log.info(
                    "{} database: {} {}{}",
                    database,
                    step.revision().id(),
                    step.revision().message(),
                    resumed == null ? "" : " (goes on at " + resumed.position() + ")");
        } else if (event instanceof RunEvent.Warning warning) {
            log.warn("{} database: {}", database, warning.text());
        }
    }

    /** For a process that ends now; also where no log is set up. */
    static void fatal(Logger log, LimbeckException e) {
        if (log.isErrorEnabled()) {
            log.error(e.getMessage());
        } else {
            System.err.println(e.getMessage());
        }
    }
}
