package org.limbeck.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.limbeck.Limbeck;
import org.limbeck.config.AtStart;
import org.limbeck.dialects.Dialects;

/** An application with a folder of SQL scripts, whose log, exits and pauses are kept. */
final class Application {
    final LogLines log = new LogLines();
    final List<Integer> exits = new ArrayList<>();
    final List<Long> pauses = new ArrayList<>();
    Runnable onPause = () -> {};
    private final Path folder;

    Application(Path folder) {
        this.folder = folder;
    }

    /** A script that creates a table. */
    Application table(String id, String down, String table) {
        return sql(
                id, down, "CREATE TABLE " + table + " (id integer NOT NULL PRIMARY KEY);", "DROP TABLE " + table + ";");
    }

    Application sql(String id, String down, String up, String back) {
        String parent = down.isEmpty() ? "" : "--@ down " + down + "\n";
        return write(
                id + ".sql",
                "--@ revision " + id + "\n" + parent + "--@ message feat: " + id + "\n\n--@ upgrade\n" + up
                        + "\n\n--@ downgrade\n" + back + "\n");
    }

    Application without(String id) {
        try {
            Files.delete(folder.resolve(id + ".sql"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Application write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Limbeck.Configuration configure(DataSource source) {
        return Limbeck.configure()
                .name("agent")
                .dataSource(source)
                .scripts(folder.toString())
                .dialects(Dialects.providers());
    }

    Limbeck limbeck(DataSource source, AtStart atStart) {
        return configure(source).atStart(atStart).load();
    }

    /** A start in which no time is lost. */
    Startup startup(Map<String, String> environment, Limbeck... databases) {
        Clock clock = new Clock() {
            private long now;

            @Override
            public long millis() {
                return now;
            }

            @Override
            public void sleep(long millis) {
                pauses.add(millis);
                onPause.run();
                now += millis;
            }
        };
        return new Startup(
                List.of(databases), StartMode.of(environment), new Startup.Surroundings(clock, exits::add, log));
    }

    List<Outcome> start(DataSource source, AtStart.Policy policy) {
        return startup(Map.of(), limbeck(source, AtStart.USUAL.with(policy))).run();
    }
}
