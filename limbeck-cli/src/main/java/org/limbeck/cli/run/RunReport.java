package org.limbeck.cli.run;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.ServerName;
import org.limbeck.cli.shell.Times;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Mark;
import org.limbeck.cli.terminal.ProgressLine;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.graph.RevisionNode;
import org.limbeck.run.RunEvent;
import org.limbeck.run.RunListener;

/** Tells people what happens during a run: a line for each revision, and what is unusual. */
final class RunReport implements RunListener, AutoCloseable {
    private static final int COUNTS = 62;
    private static final int MILLIS = 85;
    private static final int LONGEST_SQL = 100;

    private final Terminal terminal;
    private final boolean verbose;
    private final ProgressLine progress;
    private final long start = System.nanoTime();

    private RunEvent.@Nullable Started header;
    private volatile int number;
    private volatile int revisions;
    private volatile String now = "";
    private boolean resumed;

    RunReport(Terminal terminal, boolean verbose) {
        this.terminal = terminal;
        this.verbose = verbose;
        this.progress = new ProgressLine(terminal, this::progress);
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Executing e) {
            now = firstLine(e.sql());
            if (verbose) {
                print(Line.of(Colour.DIM, "      " + e.path() + "  " + firstLine(e.sql())));
            }
        } else if (event instanceof RunEvent.Progressed e) {
            now = e.step() + "  " + e.done() + (e.total() > 0 ? " of " + e.total() : "");
        } else if (event instanceof RunEvent.Started e) {
            revisions = e.revisions();
            header = e;
        } else if (event instanceof RunEvent.StepStarted e) {
            // Written by this thread alone; another one reads it.
            int next = number + 1;
            number = next;
            stepStarted(e);
        } else if (event instanceof RunEvent.StepFinished e) {
            stepFinished(e);
        } else if (event instanceof RunEvent.StepFailed e) {
            stepFailed(e);
        } else {
            unusual(event);
        }
    }

    @Override
    public void close() {
        progress.close();
    }

    private void unusual(RunEvent event) {
        if (event instanceof RunEvent.Waiting e) {
            String holder = e.holder();
            now = "waiting for the lock";
            print(terminal.mark(Mark.CARE)
                    .add(" Waiting for the lock" + (holder == null ? "" : ", held by " + holder)));
        } else if (event instanceof RunEvent.Uncertain e) {
            print(Line.of("  " + e.label() + ": was running when it stopped; ")
                    .add(e.executed() ? "it was executed -> done" : "it was not executed -> again"));
        } else if (event instanceof RunEvent.Warning e) {
            for (String line : e.text().split("\n")) {
                print(terminal.mark(Mark.CARE).add(" " + line));
            }
        } else if (event instanceof RunEvent.Rehearsed e) {
            print(Line.of(Colour.DIM, "      " + e.path() + "  " + e.how()));
        } else if (verbose && event instanceof RunEvent.Decided e) {
            print(Line.of(Colour.DIM, "      when " + e.condition() + ": " + (e.answer() ? "yes" : "no")));
        } else if (verbose && event instanceof RunEvent.Checked e) {
            print(Line.of(Colour.DIM, "      check passed: " + e.check()));
        }
    }

    // ---- lines

    private void stepStarted(RunEvent.StepStarted event) {
        now = event.revision().id();
        RunEvent.Resumed where = event.resumed();
        resumed = where != null;
        RunEvent.Started first = header;
        header = null;
        String goesOn = where == null ? "" : goesOn(event.revision(), where);
        if (first != null) {
            print(head(first).add(where == null ? way(first) : goesOn));
        } else if (where != null) {
            print(Line.of("  " + goesOn));
        }
    }

    private Line head(RunEvent.Started event) {
        String server = ServerName.of(event.server());
        int blank = server.indexOf(' ');
        return Line.of(Colour.BOLD, event.database())
                .add(terminal.dot())
                .add(event.dialect().toLowerCase(Locale.ROOT))
                .add(blank < 0 ? "" : server.substring(server.lastIndexOf(' ')))
                .add(terminal.dot());
    }

    private static String way(RunEvent.Started event) {
        return ids(event.from()) + " -> " + ids(event.to()) + " (" + Counts.of(event.revisions(), "revision") + ")";
    }

    private static String goesOn(RevisionNode revision, RunEvent.Resumed where) {
        return (where.backingOut() ? "backing out " : "resuming ") + revision.id() + " at " + where.position()
                + " (stopped " + Times.of(where.stoppedAt()) + " by " + where.stoppedBy() + ")";
    }

    private void stepFinished(RunEvent.StepFinished event) {
        String how = event.backedOut() ? " to back out" : resumed ? " now" : "";
        String count = Counts.of(event.statements(), "statement") + how;
        String time = Times.duration(event.millis());
        print(Line.of("  ")
                .add(terminal.mark(Mark.DONE))
                .add(" ")
                .add(Colour.YELLOW, event.revision().id())
                .add("  " + event.revision().message())
                .to(COUNTS, 2)
                .add(count)
                .to(MILLIS - time.length(), 2)
                .add(Colour.DIM, time));
    }

    private void stepFailed(RunEvent.StepFailed event) {
        String stays = event.nothingStays() ? "nothing of it stays" : "half done, at " + event.position();
        print(Line.of("  ")
                .add(terminal.mark(Mark.FAILED))
                .add(" ")
                .add(Colour.YELLOW, event.revision().id())
                .add("  " + event.revision().message())
                .to(COUNTS, 2)
                .add(Colour.RED, stays));
    }

    private void print(Line line) {
        progress.aside(() -> {
            terminal.tell(line);
            // Whoever follows the output of a long run wants to see each revision as it is done.
            terminal.out().flush();
        });
    }

    private Line progress() {
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        if (seconds < 1) {
            return new Line();
        }
        String of = revisions == 0 ? "" : "revision " + Math.max(1, number) + " of " + revisions + "  ";
        return Line.of(Colour.DIM, "  " + of + seconds + " s  " + now);
    }

    /** {@code base} for none. */
    static String ids(List<String> ids) {
        return ids.isEmpty() ? "base" : String.join(", ", ids);
    }

    private static String firstLine(String sql) {
        String text = sql.strip();
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end) + " ...";
        return first.length() <= LONGEST_SQL ? first : first.substring(0, LONGEST_SQL) + " ...";
    }
}
