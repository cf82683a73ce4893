package org.limbeck.run;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import org.limbeck.Limbeck;
import org.limbeck.dialects.Dialects;
import org.limbeck.error.LimbeckException;
import org.limbeck.testkit.server.TestDatabase;

/** Scripts in a folder of a test's own. Classes are cached by content for the whole build. */
final class History {
    private static final Path CLASSES = Path.of("target", "script-classes");

    private final Path folder;

    History(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** A Java script with both ways. */
    History java(String id, String down, String up, String back) {
        return java(id, down, "", up, back, "");
    }

    /**
     * A Java script.
     *
     * @param header more of {@code @Revision}, with a comma before it
     * @param more members of the class
     */
    History java(String id, String down, String header, String up, String back, String more) {
        String parent = down.isEmpty() ? "" : ", down = {\"" + down.replace(", ", "\", \"") + "\"}";
        return file("R" + id + ".java", """
                import static org.limbeck.migration.Words.*;

                import org.limbeck.migration.*;

                @Revision(id = "%s"%s, message = "feat: revision %s"%s)
                final class R%s implements Migration {
                    @Override
                    public void upgrade(Op op) {
                        %s
                    }

                    @Override
                    public void downgrade(Op op) {
                        %s
                    }
                    %s
                }
                """.formatted(id, parent, id, header, id, up, back, more));
    }

    /** A table of one number, and its drop. */
    History table(String id, String down, String table) {
        return java(
                id,
                down,
                "op.createTable(\"" + table + "\", column(\"id\", integer()).notNull(), primaryKey(\"id\"));",
                "op.dropTable(\"" + table + "\");");
    }

    History sql(String id, String down, String up, String back) {
        return sql(id, down, "", up, back);
    }

    /** An SQL script; the header may have more lines. */
    History sql(String id, String down, String header, String up, String back) {
        return file(
                id + ".sql",
                "--@ revision " + id + "\n" + (down.isEmpty() ? "" : "--@ down " + down + "\n") + "--@ message feat: "
                        + id + "\n" + (header.isEmpty() ? "" : header + "\n") + "\n--@ upgrade\n" + up
                        + "\n\n--@ downgrade\n" + back + "\n");
    }

    History file(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces words in a script that has them. */
    History edit(String name, String words, String others) {
        try {
            String text = Files.readString(folder.resolve(name));
            if (!text.contains(words)) {
                throw new IllegalArgumentException(name + " has no " + words);
            }
            return file(name, text.replace(words, others));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Limbeck.Configuration on(DataSource source) {
        return Limbeck.configure()
                .dataSource(source)
                .scripts(folder.toString())
                .classCache(CLASSES)
                .dialects(Dialects.providers());
    }

    Limbeck limbeck(TestDatabase database) {
        return on(database.dataSource()).load();
    }

    Limbeck limbeck(TestDatabase database, RunListener listener) {
        return on(database.dataSource()).listener(listener).load();
    }

    /** What a call is refused with. */
    static LimbeckException refusal(ThrowingCallable call) {
        LimbeckException refusal = catchThrowableOfType(LimbeckException.class, call);
        if (refusal == null) {
            throw new AssertionError("it was not refused");
        }
        return refusal;
    }

    /** Keeps the events of runs. */
    static final class Events implements RunListener {
        final List<RunEvent> all = new ArrayList<>();

        @Override
        public synchronized void on(RunEvent event) {
            all.add(event);
        }

        /** Those of one kind. */
        synchronized <T extends RunEvent> List<T> of(Class<T> type) {
            return all.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }
}
