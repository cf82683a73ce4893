package org.limbeck.cli.terminal;

import java.util.function.Supplier;

/**
 * One line at the bottom of a terminal that tells what is going on, for whatever takes longer than a second. Does nothing
 * elsewhere. Thread-safe: a thread of its own draws.
 */
public final class ProgressLine implements AutoCloseable {
    private static final int PAUSE = 200;
    private static final String CLEAR = "\r\u001b[K";

    private final Terminal terminal;
    private final Supplier<Line> text;
    private final Thread drawer;
    private boolean shown;
    private boolean closed;

    /**
     * @param text asked again and again, from another thread; an empty line for nothing to show
     */
    public ProgressLine(Terminal terminal, Supplier<Line> text) {
        this.terminal = terminal;
        this.text = text;
        this.drawer = new Thread(this::draw, "progress");
        drawer.setDaemon(true);
        if (terminal.interactive() && !terminal.quiet()) {
            drawer.start();
        }
    }

    private void draw() {
        try {
            while (redraw()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean redraw() {
        if (closed) {
            return false;
        }
        Line line = text.get();
        if (!line.isEmpty()) {
            int room = (terminal.width() > 0 ? terminal.width() : 80) - 1;
            terminal.out()
                    .print(CLEAR
                            + line.cut(room, Mark.CUT.text(terminal.unicode())).text(terminal.colours()));
            terminal.out().flush();
            shown = true;
        } else {
            hide();
        }
        return true;
    }

    /** Does something that prints, with the line out of its way. */
    public synchronized void aside(Runnable prints) {
        hide();
        prints.run();
    }

    private void hide() {
        if (shown) {
            terminal.out().print(CLEAR);
            shown = false;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        hide();
        drawer.interrupt();
    }
}
