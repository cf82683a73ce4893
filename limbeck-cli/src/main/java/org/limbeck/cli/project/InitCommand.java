package org.limbeck.cli.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.config.JdbcUrl;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.settings.Project;

/** {@code limbeck init}: makes the files of a new project. What is there already stays as it is. */
public final class InitCommand implements Command {
    private static final String MIGRATIONS = "migrations";

    @Override
    public String name() {
        return "init";
    }

    @Override
    public String summary() {
        return "make a project: limbeck.toml, a folder for scripts, .gitignore";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.value("--url", "URL", "the JDBC address of its database instead of an SQLite file")
                .words("FOLDER", "where; its last part names the database. The current folder if it is left out");
    }

    @Override
    public int run(Invocation call) {
        String word = call.word();
        Path folder = word == null ? call.folder() : call.folder().resolve(word).normalize();
        String name = databaseName(folder);
        String url = call.value("--url") == null ? "jdbc:sqlite:" + name + ".db" : call.value("--url");
        Path settings = folder.resolve(Project.FILE);
        if (Files.exists(settings)) {
            throw exists(call, settings);
        }
        try {
            List<Path> made = make(folder, name, String.valueOf(url));
            call.terminal().tell("Created " + String.join(", ", shown(call, made)));
        } catch (IOException e) {
            throw Invocation.fileProblem(settings, e);
        }
        boolean here = folder.equals(call.surroundings().folder().normalize());
        call.terminal()
                .tell("Next: " + (here ? "" : "cd " + quoted(call.shown(folder)) + ", ")
                        + "set the url in limbeck.toml (now " + JdbcUrl.masked(String.valueOf(url))
                        + "), then  limbeck revision -m \"feat: first table\"");
        return ExitCode.DONE;
    }

    private static RuntimeException exists(Invocation call, Path settings) {
        return Problem.of(ErrorCode.FILE_EXISTS, "There is a project already: " + call.shown(settings))
                .todo("Nothing was changed. Add another [database.NAME] there, or choose another folder.")
                .exception();
    }

    private static List<Path> make(Path folder, String name, String url) throws IOException {
        List<Path> made = new ArrayList<>();
        Path scripts = folder.resolve(MIGRATIONS);
        boolean newFolder = !Files.exists(scripts);
        Files.createDirectories(scripts);
        made.add(create(folder.resolve(Project.FILE), settings(name, url)));
        if (newFolder) {
            made.add(scripts);
        }
        Path ignore = folder.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            made.add(create(ignore, ".limbeck/\n.env\n*.db\n*.db-journal\n*.db-wal\n*.db-shm\n"));
        }
        return made;
    }

    /** Fails when the file has come to be in the meantime. */
    private static Path create(Path file, String text) throws IOException {
        return Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }

    private static List<String> shown(Invocation call, List<Path> made) {
        return made.stream()
                .map(path -> call.shown(path) + (Files.isDirectory(path) ? "/" : ""))
                .toList();
    }

    private static String quoted(String path) {
        return path.indexOf(' ') < 0 ? path : "\"" + path + "\"";
    }

    private static String settings(String name, String url) {
        return """
                # Every value may use ${NAME} and ${NAME:-default} from the environment or from .env beside this file.

                [defaults]
                # message-pattern = "(feat|fix): .+"

                [database.%s]
                url     = "%s"
                scripts = "%s"
                """.formatted(name, url.replace("\\", "\\\\").replace("\"", "\\\""), MIGRATIONS);
    }

    /** The name of the folder in letters, digits, _ and -. */
    private static String databaseName(Path folder) {
        @Nullable Path last = folder.toAbsolutePath().normalize().getFileName();
        StringBuilder name = new StringBuilder();
        for (char c : String.valueOf(last == null ? "" : last).toCharArray()) {
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
            if (plain || c == '-' && !name.isEmpty()) {
                name.append(c);
            } else if (!name.isEmpty()) {
                name.append('_');
            }
        }
        return name.isEmpty() ? "main" : name.toString();
    }
}
