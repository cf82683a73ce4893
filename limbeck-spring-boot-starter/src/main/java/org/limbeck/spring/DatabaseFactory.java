package org.limbeck.spring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import org.limbeck.Limbeck;
import org.limbeck.config.AtStart;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.config.Secret;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.run.RunListener;
import org.limbeck.settings.Project;

/** Makes the databases from properties, from {@code limbeck.toml} and from the beans of the application. */
final class DatabaseFactory {
    static final String DEFAULT_SCRIPTS = "classpath:db/limbeck";

    private static final String FILE = "file:";
    private static final String MAIN = "main";

    private final LimbeckProperties properties;
    private final ListableBeanFactory beans;
    private final Environment environment;
    private final ClassLoader loader;
    private final List<DataSource> managed = new ArrayList<>();

    DatabaseFactory(
            LimbeckProperties properties, ListableBeanFactory beans, Environment environment, ClassLoader loader) {
        this.properties = properties;
        this.beans = beans;
        this.environment = environment;
        this.loader = loader;
    }

    /** @throws org.limbeck.error.LimbeckException INVALID_SETTINGS, and what reading {@code limbeck.toml} throws */
    LimbeckDatabases make() {
        List<Limbeck> databases = new ArrayList<>();
        settings(properties, environment).forEach((name, settings) -> add(databases, settings, own(name)));
        return new LimbeckDatabases(databases, managed);
    }

    private DatabaseProperties own(String name) {
        return properties.getDatabases().getOrDefault(name, new DatabaseProperties());
    }

    /** The settings by name, without connections; also known when an application is built for a native image. */
    static Map<String, DatabaseSettings> settings(LimbeckProperties properties, Environment environment) {
        Project project = project(properties);
        Set<String> names = new LinkedHashSet<>(properties.getDatabases().keySet());
        if (project != null && names.isEmpty()) {
            names.addAll(project.selected());
        }
        if (names.isEmpty()) {
            names.add(nameOfTheOnly(properties, environment));
        }
        Map<String, DatabaseSettings> settings = new LinkedHashMap<>();
        for (String name : names) {
            boolean inFile = project != null
                    && project.databases().stream().anyMatch(one -> one.name().equals(name));
            DatabaseSettings base = inFile && project != null ? project.database(name) : unset(name);
            DatabaseProperties own = properties.getDatabases().get(name);
            settings.put(name, with(own == null ? List.of(properties) : List.of(properties, own), base));
        }
        return settings;
    }

    private static DatabaseSettings unset(String name) {
        return DatabaseSettings.of(name, "", DEFAULT_SCRIPTS);
    }

    private static String nameOfTheOnly(LimbeckProperties properties, Environment environment) {
        String name = properties.getName();
        return name != null ? name : environment.getProperty("spring.application.name", MAIN);
    }

    private static @Nullable Project project(LimbeckProperties properties) {
        String config = properties.getConfig();
        if (!StringUtils.hasText(config)) {
            return null;
        }
        Path file = Path.of(withoutPrefix(config));
        Path folder = file.getParent();
        return Project.load(folder == null ? Path.of("") : folder, file, System.getenv());
    }

    private static DatabaseSettings with(List<DatabaseProperties> layers, DatabaseSettings base) {
        DatabaseSettings.Builder settings = base.toBuilder();
        AtStart atStart = base.atStart();
        for (DatabaseProperties layer : layers) {
            set(layer.getUrl(), settings::url);
            set(layer.getKind(), settings::kind);
            set(layer.getPurpose(), settings::purpose);
            set(layer.getJournal(), settings::journal);
            set(layer.getLockTimeout(), settings::lockTimeout);
            set(layer.getChecksums(), settings::checksums);
            if (layer.getUser() != null) {
                settings.login(layer.getUser(), secret(layer.getPassword()));
            }
            if (!layer.getScripts().isEmpty()) {
                settings.scripts(layer.getScripts().stream()
                        .map(DatabaseFactory::withoutPrefix)
                        .toList());
            }
            if (!layer.getReleases().isEmpty()) {
                settings.releases(layer.getReleases());
            }
            atStart = with(layer, atStart);
        }
        return settings.atStart(atStart).build();
    }

    private static AtStart with(DatabaseProperties layer, AtStart base) {
        return new AtStart(
                layer.getAtStart() == null ? base.policy() : layer.getAtStart(),
                layer.getWhenAhead() == null ? base.ahead() : layer.getWhenAhead(),
                layer.getStartWait() == null ? base.patience() : layer.getStartWait());
    }

    private static <T> void set(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    private static @Nullable Secret secret(@Nullable String password) {
        return password == null ? null : Secret.of(password);
    }

    private static String withoutPrefix(String location) {
        return location.startsWith(FILE) ? location.substring(FILE.length()) : location;
    }

    // ---- connections

    private void add(List<Limbeck> databases, DatabaseSettings settings, DatabaseProperties own) {
        Limbeck.Configuration configuration =
                Limbeck.configure().settings(settings).loader(loader).listener(this::tell);
        Map<String, String> parameters = new LinkedHashMap<>(properties.getParameters());
        parameters.putAll(own.getParameters());
        configuration.parameters(parameters);
        boolean alone = properties.getDatabases().size() < 2;
        LimbeckConnectionDetails details =
                alone ? beans.getBeanProvider(LimbeckConnectionDetails.class).getIfAvailable() : null;
        DataSource source = dataSource(settings, own);
        if (source != null) {
            managed.add(source);
        }
        if (details != null) {
            databases.add(configuration.settings(connected(settings, details)).load());
        } else if (!settings.url().isEmpty() && own.getDataSource() == null) {
            databases.add(configuration.load());
        } else if (source != null) {
            databases.add(configuration.dataSource(source).load());
        } else if (isNamed(settings.name())) {
            throw Problem.of(
                            ErrorCode.INVALID_SETTINGS,
                            "Database '" + settings.name() + "' has neither a DataSource nor a url")
                    .why("The DataSource beans are " + String.join(", ", beans.getBeanNamesForType(DataSource.class)))
                    .todo("Name one:  limbeck.databases." + settings.name() + ".data-source = ...")
                    .exception();
        }
    }

    /** An application without any database needs nothing from us. */
    private boolean isNamed(String name) {
        return properties.getDatabases().containsKey(name)
                || properties.getName() != null
                || properties.getConfig() != null;
    }

    private void tell(org.limbeck.run.RunEvent event) {
        beans.getBeanProvider(RunListener.class).orderedStream().forEach(one -> one.on(event));
    }

    private static DatabaseSettings connected(DatabaseSettings settings, LimbeckConnectionDetails details) {
        return settings.toBuilder()
                .url(details.getJdbcUrl())
                .login(details.getUsername(), secret(details.getPassword()))
                .build();
    }

    /** The bean that is named; one with the name of the database; the only or primary one where there is one database. */
    private @Nullable DataSource dataSource(DatabaseSettings settings, DatabaseProperties own) {
        String named = own.getDataSource() == null ? properties.getDataSource() : own.getDataSource();
        if (named != null) {
            return bean(settings.name(), named);
        }
        Set<String> known = Set.of(beans.getBeanNamesForType(DataSource.class));
        for (String name : List.of(settings.name(), settings.name() + "DataSource")) {
            if (known.contains(name)) {
                return beans.getBean(name, DataSource.class);
            }
        }
        boolean alone = properties.getDatabases().size() < 2 && settings.url().isEmpty();
        return alone ? beans.getBeanProvider(DataSource.class).getIfUnique() : null;
    }

    private DataSource bean(String database, String name) {
        if (!beans.containsBean(name)) {
            throw Problem.of(
                            ErrorCode.INVALID_SETTINGS,
                            "There is no DataSource bean '" + name + "' for database '" + database + "'")
                    .why("There are " + String.join(", ", beans.getBeanNamesForType(DataSource.class)))
                    .exception();
        }
        return beans.getBean(name, DataSource.class);
    }
}
