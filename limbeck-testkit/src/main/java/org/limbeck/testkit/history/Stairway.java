package org.limbeck.testkit.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.limbeck.Limbeck;
import org.limbeck.dialect.Dialect;
import org.limbeck.load.ScriptLocations;

/**
 * Climbs a history on an empty database: each revision up, down, and up again, with rows in every table.
 *
 * <p>Rows are generated: they fit types, keys and simple checks; own ones are added by {@link #seed}. It is a failure if
 * a revision cannot be run with rows there, if the schema after its way down is not the schema before its way up, if
 * the second way up leads elsewhere than the first, or if values do not come back and the script does not say so ({@code
 * op.lossy}, or it drops the column or table). A revision that says {@code op.irreversible} is only run up.
 *
 * <p>Not thread-safe; each call returns this.
 */
public final class Stairway {
    private final DataSource dataSource;
    private final Map<String, List<String>> seeds = new LinkedHashMap<>();
    private final Set<String> ignored = new HashSet<>();
    private Map<String, String> parameters = Map.of();
    private UnaryOperator<Limbeck.Configuration> configuration = c -> c;
    private List<String> scripts = List.of();
    private @Nullable String model;
    private boolean strict;
    private @Nullable StairwayReport report;

    private Stairway(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Begins with an empty database. */
    public static Stairway on(DataSource empty) {
        return new Stairway(empty);
    }

    /** Folders, or {@code classpath:} and a folder; see {@link MigrationTest#scripts}. */
    public Stairway scripts(String... locations) {
        scripts = List.of(locations);
        return this;
    }

    /** Values of declared parameters. */
    public Stairway parameters(Map<String, String> values) {
        parameters = Map.copyOf(values);
        return this;
    }

    /** More settings, as an application has them. */
    public Stairway configured(UnaryOperator<Limbeck.Configuration> more) {
        configuration = more;
        return this;
    }

    /** Runs statements once a revision is up, before rows are generated; again after its second way up, where some may fail. */
    public Stairway seed(String revision, String... statements) {
        seeds.computeIfAbsent(revision, id -> new ArrayList<>()).addAll(List.of(statements));
        return this;
    }

    /** A column whose values may differ afterwards, {@code table.column}: one that a trigger writes, say. */
    public Stairway ignoring(String column) {
        ignored.add(column);
        return this;
    }

    /** The model that the history must equal, such as {@code hibernate:com.example.shop}. */
    public Stairway model(String source) {
        model = source;
        return this;
    }

    /** Makes every loss a failure, also what the script declares. */
    public Stairway strict() {
        strict = true;
        return this;
    }

    /**
     * Climbs.
     *
     * @throws AssertionError with every failure: which revision, which object, what differs
     */
    public StairwayReport climb() {
        Dialect dialect = configured().load().dialect(true);
        String[] locations =
                scripts.stream().map(location -> located(location, dialect)).toArray(String[]::new);
        Limbeck limbeck = configured().scripts(locations).load();
        Climb climb = new Climb(limbeck, dataSource, dialect, new Rules(seeds, ignored, parameters, model, strict));
        report = climb.run();
        return report;
    }

    /**
     * What is asked of a climb.
     *
     * @param seeds statements by revision
     * @param ignored columns, {@code table.column}
     * @param model that the history must equal, or null
     * @param strict whether every loss is a failure
     */
    record Rules(
            Map<String, List<String>> seeds,
            Set<String> ignored,
            Map<String, String> parameters,
            @Nullable String model,
            boolean strict) {}

    Optional<StairwayReport> report() {
        return Optional.ofNullable(report);
    }

    private Limbeck.Configuration configured() {
        Limbeck.Configuration begun = Limbeck.configure().dataSource(dataSource).parameters(parameters);
        return Objects.requireNonNull(configuration.apply(begun));
    }

    private static String located(String location, Dialect dialect) {
        String first = null;
        for (String name : dialect.answersTo()) {
            String named = location.replace("{dialect}", name);
            first = first == null ? named : first;
            if (!named.startsWith(ScriptLocations.CLASS_PATH)
                    && Path.of(named).toFile().isDirectory()) {
                return named;
            }
        }
        return first == null ? location : first;
    }
}
