package org.limbeck.spring;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

import org.springframework.core.env.Environment;

import org.limbeck.Limbeck;
import org.limbeck.config.DatabaseSettings;

/** The databases of an application, each with its facade, in the order of the settings. Immutable and thread-safe. */
public final class LimbeckDatabases implements Iterable<Limbeck> {
    private final Map<String, Limbeck> byName = new LinkedHashMap<>();
    private final List<DataSource> managed;

    /** @param managed the data sources whose schema comes from revisions */
    public LimbeckDatabases(List<Limbeck> databases, List<DataSource> managed) {
        databases.forEach(one -> byName.put(one.settings().name(), one));
        this.managed = List.copyOf(managed);
    }

    /** The settings of the databases that properties and {@code limbeck.toml} name, by name; connects to none. */
    public static Map<String, DatabaseSettings> settings(LimbeckProperties properties, Environment environment) {
        return DatabaseFactory.settings(properties, environment);
    }

    /** All of them. */
    public List<Limbeck> all() {
        return List.copyOf(byName.values());
    }

    /** The one of a name. */
    public Optional<Limbeck> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Whether the schema behind a data source comes from revisions. Where a database has an address of its own, any data
     * source may lead to it.
     */
    public boolean manages(DataSource source) {
        return managed.stream().anyMatch(one -> one == source)
                || all().stream().anyMatch(one -> !one.settings().url().isEmpty());
    }

    @Override
    public Iterator<Limbeck> iterator() {
        return all().iterator();
    }
}
