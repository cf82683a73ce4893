package org.limbeck.cli.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.limbeck.Limbeck;
import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.model.Snapshot;
import org.limbeck.schema.Schema;

/** {@code limbeck snapshot}: the live schema as a file. */
public final class SnapshotCommand implements Command {

    @Override
    public String name() {
        return "snapshot";
    }

    @Override
    public String summary() {
        return "write the schema of the database to a file, for model = \"snapshot:FILE\"";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.words("FILE", "the file, replaced if it is there; without it the schema is printed");
    }

    @Override
    public int run(Invocation call) {
        DatabaseSettings database = call.one();
        Limbeck limbeck = call.configure(database).load();
        Schema schema = limbeck.schema();
        String text = Snapshot.write(schema);
        String file = call.word();
        if (file == null) {
            call.terminal().raw(text);
        } else {
            store(call.folder().resolve(file), text);
            call.terminal()
                    .tell("Wrote " + call.shown(call.folder().resolve(file)) + "   "
                            + Counts.of(schema.tables().size(), "table"));
        }
        return ExitCode.DONE;
    }

    private static void store(Path file, String text) {
        Path half = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.writeString(half, text);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Invocation.fileProblem(file, e);
        }
    }
}
