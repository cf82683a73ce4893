package org.limbeck.cli.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Failures;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Columns;
import org.limbeck.cli.terminal.Line;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.LimbeckException;
import org.limbeck.json.Json;
import org.limbeck.settings.Origin;
import org.limbeck.settings.Project;

/** {@code limbeck config}: the effective settings and where each comes from. Needs no database; shows no secret. */
public final class ConfigCommand implements Command {

    @Override
    public String name() {
        return "config";
    }

    @Override
    public String summary() {
        return "show the effective settings and where each comes from";
    }

    @Override
    public void declare(Syntax syntax) {}

    @Override
    public int run(Invocation call) {
        Project project = call.project();
        List<String> names = call.values("--name");
        if (!call.json() && names.isEmpty()) {
            head(call, project);
        }
        int code = ExitCode.DONE;
        for (DatabaseSettings database : project.databases()) {
            if (names.isEmpty() || names.contains(database.name())) {
                show(call, project, database);
                code = Math.max(code, wrong(call, project, database, names));
            }
        }
        for (String name : names) {
            // A name that is none has shown nothing.
            project.origins(name);
        }
        return code;
    }

    private static void head(Invocation call, Project project) {
        Line line = Line.of(Colour.BOLD, call.shown(project.file()));
        Optional<Origin> select = project.select();
        if (select.isPresent()) {
            line.add("   select " + select.get().value())
                    .add(Colour.DIM, "   " + select.get().place());
        }
        call.terminal().answer(line);
    }

    private static void show(Invocation call, Project project, DatabaseSettings database) {
        if (call.json()) {
            call.terminal().raw(Json.write(json(call, project, database)) + "\n");
            return;
        }
        Line title = new Line().add(Colour.BOLD, database.name());
        call.terminal().answer("");
        call.terminal().answer(title.add(project.isSelected(database.name()) ? "" : "   (not selected)"));
        Columns columns = new Columns();
        project.origins(database.name())
                .forEach((key, origin) ->
                        columns.row(Line.of("  " + key), Line.of(origin.value()), Line.of(Colour.DIM, origin.place())));
        columns.lines().forEach(call.terminal()::answer);
    }

    private static Map<String, @Nullable Object> json(Invocation call, Project project, DatabaseSettings database) {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        project.origins(database.name()).forEach((key, origin) -> {
            Map<String, String> one = new LinkedHashMap<>();
            one.put("value", origin.value());
            one.put("from", origin.place());
            settings.put(key, one);
        });
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("database", database.name());
        json.put("file", call.shown(project.file()));
        json.put("selected", project.isSelected(database.name()));
        json.put("settings", settings);
        return json;
    }

    /** Tells what keeps a database that is meant from being used; the exit code. */
    private static int wrong(Invocation call, Project project, DatabaseSettings database, List<String> names) {
        if (names.isEmpty() && !project.isSelected(database.name())) {
            return ExitCode.DONE;
        }
        try {
            project.database(database.name());
            return ExitCode.DONE;
        } catch (LimbeckException e) {
            call.terminal().out().flush();
            return Failures.tell(e, call.surroundings(), call.terminal(), call.json(), call.has("--stacktrace"));
        }
    }
}
