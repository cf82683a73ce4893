package org.limbeck.cli.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import org.limbeck.Limbeck;
import org.limbeck.error.LimbeckException;
import org.limbeck.journal.JournalRow;

/**
 * What a database says, if it says it soon.
 *
 * @param known whether it answered
 * @param failure why it did not, in a few words; null if it did or was not asked
 */
record Live(
        boolean known,
        Map<String, JournalRow> rows,
        @Nullable String failure) {

    static final Live NOT_ASKED = new Live(false, Map.of(), null);

    private static final int SOON_SECONDS = 3;

    /**
     * Asks a database for its journal.
     *
     * @param required whether to wait as long as it takes, and to fail if there is no answer
     */
    static Live ask(Limbeck limbeck, boolean required) {
        if (required) {
            return answer(limbeck);
        }
        FutureTask<Live> task = new FutureTask<>(() -> answer(limbeck));
        Thread thread = new Thread(task, "current");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SOON_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new Live(false, Map.of(), "the database does not answer soon");
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOT_ASKED;
        }
    }

    private static Live answer(Limbeck limbeck) {
        Map<String, JournalRow> rows = new HashMap<>();
        for (JournalRow row : limbeck.quickStatus().rows()) {
            rows.put(row.id(), row);
        }
        return new Live(true, rows, null);
    }

    /** Wrong scripts are an error of their own, and reported as one. */
    private static Live failed(@Nullable Throwable cause) {
        if (cause instanceof LimbeckException e && e.code().number() >= 3000) {
            return new Live(false, Map.of(), e.problem().what());
        }
        throw cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }

    boolean isApplied(String id) {
        JournalRow row = rows.get(id);
        return row != null && !row.dirty();
    }

    /** The revisions that are applied whole. */
    List<String> appliedIds() {
        List<String> ids = new ArrayList<>();
        for (JournalRow row : rows.values()) {
            if (!row.dirty()) {
                ids.add(row.id());
            }
        }
        return ids;
    }
}
