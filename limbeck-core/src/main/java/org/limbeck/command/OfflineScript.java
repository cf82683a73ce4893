package org.limbeck.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Feature;
import org.limbeck.dialect.Names;
import org.limbeck.dialect.Placement;
import org.limbeck.dialect.StateView;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.Direction;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionNode;
import org.limbeck.graph.Route;
import org.limbeck.journal.Journal;
import org.limbeck.journal.JournalTables;
import org.limbeck.journal.Progress;
import org.limbeck.journal.StoredParameters;
import org.limbeck.journal.Who;
import org.limbeck.load.LoadedScript;
import org.limbeck.load.Scripts;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepMaker;
import org.limbeck.state.ReplayedState;

/** Writes an SQL script that does what a run would do, without any connection. */
public final class OfflineScript {
    private final DatabaseSettings settings;
    private final Scripts scripts;
    private final Dialect dialect;
    private final Journal journal;
    private final Appendable out;

    public OfflineScript(DatabaseSettings settings, Scripts scripts, Dialect dialect, Appendable out) {
        this.settings = settings;
        this.scripts = scripts;
        this.dialect = dialect;
        this.journal = new Journal(dialect, JournalTables.of(settings.journal()), Who.me());
        this.out = out;
    }

    /**
     * @param range {@code from:to}; for an upgrade a single target means from the base
     * @param assumed answers to conditions by {@code revision#position}
     */
    public void write(Direction direction, String range, Map<String, String> parameters, Map<String, Boolean> assumed) {
        Navigator navigator = new Navigator(AppliedSet.empty(scripts.graph()), settings.releases());
        boolean fromBase = range.indexOf(':') < 0 || range.startsWith(":") || range.startsWith("base:");
        Route route;
        if (direction == Direction.DOWN) {
            route = navigator.downgradeRange(range);
        } else {
            route = range.indexOf(':') < 0 ? navigator.upgrade(range) : navigator.upgradeRange(range);
        }
        List<String> ids = route.steps().stream().map(RevisionNode::id).toList();
        Map<String, LoadedScript> loaded = scripts.load(ids, dialect);
        StepMaker maker = new StepMaker(dialect, parameters);
        if (direction == Direction.UP && fromBase) {
            journal.creation().forEach(this::statement);
        }
        StateView state = ReplayedState.empty();
        for (String id : ids) {
            Step step = maker.make(Objects.requireNonNull(loaded.get(id)), direction, Map.of());
            state = write(step, state, assumed);
        }
    }

    private StateView write(Step step, StateView before, Map<String, Boolean> assumed) {
        boolean transaction = dialect.supports(Feature.TRANSACTIONAL_DDL) && step.transactional();
        line("");
        line("-- " + (step.direction() == Direction.UP ? "upgrade " : "downgrade ")
                + oneLine(step.revision().id() + "  " + step.revision().message()));
        List<Preview.Line> lines = new ArrayList<>();
        StateView after = new Preview(dialect, null, assumed).of(step, before, lines::add);
        boolean open = false;
        Placement around = Placement.INSIDE;
        for (Preview.Line line : lines) {
            Placement next = placement(around, line);
            if (next != around) {
                dialect.isolatedScript(around, false).forEach(this::statement);
            }
            boolean inside = line instanceof Preview.Line.Sql sql && sql.placement() == Placement.INSIDE;
            if (transaction && inside && !open) {
                statement(dialect.begin());
                open = true;
            } else if (open && line instanceof Preview.Line.Sql && !inside) {
                statement("COMMIT");
                open = false;
            }
            if (next != around) {
                dialect.isolatedScript(next, true).forEach(this::statement);
            }
            around = next;
            write(line);
        }
        dialect.isolatedScript(around, false).forEach(this::statement);
        if (transaction && !open) {
            statement(dialect.begin());
            open = true;
        }
        statement(journalStatement(step));
        if (open) {
            statement("COMMIT");
        }
        return after;
    }

    /** Where a line stands; notes stand where the last one stood. */
    private static Placement placement(Placement last, Preview.Line line) {
        if (line instanceof Preview.Line.Note) {
            return last;
        }
        return line instanceof Preview.Line.Sql sql ? sql.placement() : Placement.INSIDE;
    }

    private void write(Preview.Line line) {
        if (line instanceof Preview.Line.Sql sql) {
            statement(sql.sql());
        } else if (line instanceof Preview.Line.Note note) {
            line("-- " + oneLine(note.text()));
        } else if (line instanceof Preview.Line.Stop stop) {
            line("-- " + oneLine(stop.text()));
            line(dialect.stopScript("Limbeck: " + oneLine(stop.text()) + " cannot run offline"));
        }
    }

    private String journalStatement(Step step) {
        String table = Names.qualified(dialect, journal.tables().revision());
        if (step.direction() == Direction.DOWN) {
            return "DELETE FROM " + table + " WHERE " + dialect.identifier("id") + " = "
                    + text(step.revision().id());
        }
        Progress progress = Progress.NONE
                .finished(step.checksum().operations())
                .withParameters(StoredParameters.of(step.parameters()));
        List<String> columns = List.of(
                "id",
                "state",
                "message",
                "source_hash",
                "checksum",
                "kind",
                "finished_at",
                "finished_by",
                "host",
                "version",
                "millis",
                "details");
        List<String> values = List.of(
                text(step.revision().id()),
                text("applied"),
                text(cut(step.revision().message())),
                text(step.sourceHash()),
                text(step.checksum().value()),
                text(dialect.name()),
                text(Journal.now()),
                text("offline"),
                text("offline"),
                text(journal.who().version()),
                "0",
                text(progress.json()));
        return "INSERT INTO " + table + " ("
                + String.join(", ", columns.stream().map(dialect::identifier).toList()) + ") VALUES ("
                + String.join(", ", values) + ")";
    }

    private static String cut(String message) {
        return message.length() <= 500 ? message : message.substring(0, 500);
    }

    private String text(String value) {
        return dialect.literal(value, null);
    }

    private static String oneLine(String text) {
        return text.replace('\r', ' ').replace('\n', ' ');
    }

    private void statement(String sql) {
        line(dialect.script(sql));
    }

    private void line(String text) {
        try {
            out.append(text).append('\n');
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
