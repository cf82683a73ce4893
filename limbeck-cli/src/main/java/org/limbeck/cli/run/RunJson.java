package org.limbeck.cli.run;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.terminal.Terminal;
import org.limbeck.graph.Direction;
import org.limbeck.graph.RevisionNode;
import org.limbeck.json.Json;
import org.limbeck.run.RunEvent;
import org.limbeck.run.RunListener;

/** Writes what happens for programs: one event a line. */
final class RunJson implements RunListener {
    private final Terminal terminal;
    private final String database;

    RunJson(Terminal terminal, String database) {
        this.terminal = terminal;
        this.database = database;
    }

    @Override
    public void on(RunEvent event) {
        terminal.raw(Json.write(json(event)) + "\n");
        terminal.out().flush();
    }

    private Map<String, @Nullable Object> json(RunEvent event) {
        if (event instanceof RunEvent.Started e) {
            return event("started")
                    .with("kind", e.dialect())
                    .with("server", e.server())
                    .with("direction", e.direction().word())
                    .with("from", e.from())
                    .with("to", e.to())
                    .with("revisions", e.revisions());
        } else if (event instanceof RunEvent.Waiting e) {
            return event("waiting").with("holder", e.holder()).with("waited_millis", e.waitedMillis());
        } else if (event instanceof RunEvent.StepStarted e) {
            return step("revision-started", e.revision(), e.direction()).with("resumed", resumed(e.resumed()));
        } else if (event instanceof RunEvent.StepFinished e) {
            return step("revision-finished", e.revision(), e.direction())
                    .with("statements", e.statements())
                    .with("millis", e.millis())
                    .with("backed_out", e.backedOut());
        } else if (event instanceof RunEvent.StepFailed e) {
            return step("revision-failed", e.revision(), e.direction())
                    .with("position", e.position())
                    .with("nothing_stays", e.nothingStays());
        } else if (event instanceof RunEvent.Finished e) {
            return event("finished")
                    .with("heads", e.heads())
                    .with("revisions", e.revisions())
                    .with("millis", e.millis());
        }
        return inside(event);
    }

    /** What happens inside a revision. */
    private Event inside(RunEvent event) {
        if (event instanceof RunEvent.Executing e) {
            return event("executing")
                    .with("revision", e.revision())
                    .with("path", e.path())
                    .with("sql", e.sql());
        } else if (event instanceof RunEvent.Executed e) {
            return event("executed")
                    .with("revision", e.revision())
                    .with("path", e.path())
                    .with("micros", e.micros());
        } else if (event instanceof RunEvent.Uncertain e) {
            return event("uncertain")
                    .with("revision", e.revision())
                    .with("operation", e.label())
                    .with("executed", e.executed());
        } else if (event instanceof RunEvent.Decided e) {
            return event("decided")
                    .with("revision", e.revision())
                    .with("path", e.path())
                    .with("condition", e.condition())
                    .with("answer", e.answer());
        } else if (event instanceof RunEvent.Progressed e) {
            return event("progressed")
                    .with("revision", e.revision())
                    .with("step", e.step())
                    .with("done", e.done())
                    .with("total", e.total());
        } else if (event instanceof RunEvent.Checked e) {
            return event("checked").with("revision", e.revision()).with("check", e.check());
        } else if (event instanceof RunEvent.Rehearsed e) {
            return event("rehearsed")
                    .with("revision", e.revision())
                    .with("path", e.path())
                    .with("how", e.how());
        }
        return event("warning").with("text", ((RunEvent.Warning) event).text());
    }

    private static final class Event extends LinkedHashMap<String, @Nullable Object> {
        private static final long serialVersionUID = 1L;

        Event with(String name, @Nullable Object value) {
            put(name, value);
            return this;
        }
    }

    private Event event(String name) {
        return new Event().with("event", name).with("database", database);
    }

    private Event step(String name, RevisionNode revision, Direction direction) {
        return event(name)
                .with("revision", revision.id())
                .with("message", revision.message())
                .with("direction", direction.word());
    }

    private static @Nullable Event resumed(RunEvent.@Nullable Resumed resumed) {
        return resumed == null
                ? null
                : new Event()
                        .with("position", resumed.position())
                        .with("stopped_at", resumed.stoppedAt())
                        .with("stopped_by", resumed.stoppedBy())
                        .with("backing_out", resumed.backingOut());
    }
}
