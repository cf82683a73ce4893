package org.limbeck.cli.adopt;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.adopt.AlembicHistory;
import org.limbeck.adopt.FlywayHistory;
import org.limbeck.adopt.LiquibaseHistory;
import org.limbeck.adopt.OldHistory;
import org.limbeck.adopt.Placeholders;
import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Installation;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Kinds;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.command.Adopter;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.load.ScriptLocations;

/** {@code limbeck adopt}: takes over the history of another tool. */
public final class AdoptCommand implements Command {
    private static final List<String> TOOLS = List.of("flyway", "liquibase", "alembic");

    @Override
    public String name() {
        return "adopt";
    }

    @Override
    public String summary() {
        return "take over the scripts and the history of another tool; nothing is run again";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.words("TOOL", String.join(" | ", TOOLS))
                .value(
                        "--from",
                        "PATH",
                        "the existing folder of scripts; liquibase: the changelog that it is started with")
                .value("--table", "NAME", "the existing history table, [SCHEMA.]NAME, if it is not called as usual")
                .value(
                        "--sql-file",
                        "FILE",
                        "liquibase, alembic: the SQL that the tool itself prints for what is no SQL")
                .value("--downgrade-sql-file", "FILE", "the same for the way down")
                .flag("--keep-placeholders", "flyway: leave placeholders as they are; else -x gives their values")
                .flag("--allow-edited", "flyway: carry files that were edited after they were applied")
                .flag("--dry-run", "tell what would be done, and do nothing")
                .value("--reason", "TEXT", "kept in the journal");
    }

    @Override
    public int run(Invocation call) {
        String tool = call.word();
        if (tool == null || !TOOLS.contains(tool)) {
            throw call.wrong("limbeck adopt takes the name of a tool: " + String.join(", ", TOOLS));
        }
        DatabaseSettings database = call.one();
        OldHistory old = history(call, tool);
        Adopter.Result result = call.configure(database)
                .load()
                .existing()
                .adopt(old, target(database), call.has("--dry-run"), call.value("--reason"));
        if (!call.has("--dry-run")) {
            new Installation(call.folder()).remember(database.name(), Kinds.name(database));
        }
        new AdoptReport(call, database, result).tell();
        return ExitCode.DONE;
    }

    private static OldHistory history(Invocation call, String tool) {
        return switch (tool) {
            case "flyway" -> flyway(call);
            case "liquibase" ->
                new LiquibaseHistory(
                        from(call, tool, "src/main/resources/db/changelog/db.changelog-master.xml"),
                        table(call, LiquibaseHistory.TABLE),
                        file(call, "--sql-file"),
                        file(call, "--downgrade-sql-file"),
                        call.parameters());
            default ->
                new AlembicHistory(
                        from(call, tool, "alembic/versions"),
                        table(call, AlembicHistory.TABLE),
                        file(call, "--sql-file"),
                        file(call, "--downgrade-sql-file"));
        };
    }

    private static OldHistory flyway(Invocation call) {
        return new FlywayHistory(
                from(call, "flyway", "src/main/resources/db/migration"),
                table(call, FlywayHistory.TABLE),
                new Placeholders(call.parameters(), call.has("--keep-placeholders")),
                call.has("--allow-edited"));
    }

    private static @Nullable Path file(Invocation call, String option) {
        String file = call.value(option);
        return file == null ? null : call.folder().resolve(file);
    }

    private static Path from(Invocation call, String tool, String example) {
        String from = call.value("--from");
        if (from == null) {
            throw call.wrong("limbeck adopt " + tool + " needs  --from , such as  --from " + example);
        }
        return call.folder().resolve(from);
    }

    private static String table(Invocation call, String usual) {
        String table = call.value("--table");
        return table == null ? usual : table;
    }

    static Path target(DatabaseSettings database) {
        for (String location : database.scripts()) {
            if (!location.startsWith(ScriptLocations.CLASS_PATH)) {
                return Path.of(location);
            }
        }
        throw Problem.of(ErrorCode.INVALID_SETTINGS, "Database '" + database.name() + "' has no folder for new scripts")
                .todo("Name the folder of the sources first:  scripts = [\"src/main/java/...\", ...]")
                .exception();
    }
}
