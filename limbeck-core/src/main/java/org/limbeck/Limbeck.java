package org.limbeck;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.limbeck.autogenerate.Autogenerate;
import org.limbeck.autogenerate.Proposal;
import org.limbeck.autogenerate.ProposalRequest;
import org.limbeck.baseline.Ownership;
import org.limbeck.command.DryRun;
import org.limbeck.command.LockKeeper;
import org.limbeck.command.Migrator;
import org.limbeck.command.OfflineScript;
import org.limbeck.command.RunOptions;
import org.limbeck.command.RunResult;
import org.limbeck.command.Stamper;
import org.limbeck.command.Status;
import org.limbeck.command.StatusReader;
import org.limbeck.config.AtStart;
import org.limbeck.config.ChecksumPolicy;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.config.Secret;
import org.limbeck.connect.Connector;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.dialect.Scratch;
import org.limbeck.drift.Drift;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.Direction;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.graph.Stamp;
import org.limbeck.journal.JournalEvent;
import org.limbeck.load.ScriptLocations;
import org.limbeck.load.Scripts;
import org.limbeck.load.ScriptsCache;
import org.limbeck.merge.MergeAnalysis;
import org.limbeck.merge.Merging;
import org.limbeck.model.Model;
import org.limbeck.replay.Replay;
import org.limbeck.run.RunListener;
import org.limbeck.run.Session;
import org.limbeck.schema.Schema;

/**
 * Migrations of one database.
 *
 * <pre>{@code
 * Limbeck limbeck = Limbeck.configure().dataSource(dataSource).scripts("classpath:db/agent").load();
 * limbeck.upgrade();
 * }</pre>
 *
 * <p>Immutable and thread-safe: each call opens a connection of its own and reads the scripts anew; there is no global
 * state. Every method throws {@link org.limbeck.error.LimbeckException} when something is wrong.
 */
public final class Limbeck {
    private final Configuration configuration;
    private final Connector connector;
    private final ScriptsCache kept = new ScriptsCache();

    private Limbeck(Configuration configuration) {
        this.configuration = configuration;
        this.connector = new Connector(configuration.providers(), configuration.settings, configuration.dataSource);
    }

    /** Begins a configuration. */
    public static Configuration configure() {
        return new Configuration();
    }

    /** Upgrades to the head. */
    public RunResult upgrade() {
        return upgrade(List.of("head"), usual());
    }

    /** Upgrades to a target: {@code head}, {@code heads}, an id, {@code +2}, {@code label@head}, a release ... */
    public RunResult upgrade(String target) {
        return upgrade(List.of(target), usual());
    }

    public RunResult upgrade(List<String> targets, RunOptions options) {
        try (OpenDatabase database = connector.look()) {
            return migrator(database).upgrade(targets, options);
        }
    }

    /** Downgrades to a target: {@code -1}, an id, {@code base} ... Refuses to lose rows. */
    public RunResult downgrade(String target) {
        return downgrade(target, usual());
    }

    public RunResult downgrade(String target, RunOptions options) {
        try (OpenDatabase database = connector.look()) {
            return migrator(database).downgrade(target, options);
        }
    }

    /** How the database stands to the scripts; changes nothing. */
    public Status status() {
        try (OpenDatabase database = connector.look()) {
            return new StatusReader(settings(), scripts(), database).read(true);
        }
    }

    /** The same without looking for changed scripts, which reads all of them. */
    public Status quickStatus() {
        try (OpenDatabase database = connector.look()) {
            return new StatusReader(settings(), scripts(), database).read(false);
        }
    }

    /** The same with the rows of the current revisions at least; of a long history others are not read. */
    public Status current() {
        try (OpenDatabase database = connector.look()) {
            return new StatusReader(settings(), scripts(), database).current();
        }
    }

    /** The latest events of the journal, the newest first. */
    public List<JournalEvent> events(int most) {
        try (OpenDatabase database = connector.look()) {
            return new StatusReader(settings(), scripts(), database).events(most);
        }
    }

    /** Records targets as applied without executing them. */
    public Stamp stamp(List<String> targets, boolean purge, @Nullable String reason, @Nullable String tag) {
        try (OpenDatabase database = connector.open()) {
            return new Stamper(settings(), scripts(), database, configuration.listener)
                    .stamp(targets, purge, reason, tag, configuration.parameters);
        }
    }

    /** What is done with a database that was not begun by Limbeck. */
    public ExistingDatabase existing() {
        return new ExistingDatabase(
                this, connector, configuration.providers(), configuration.parameters, configuration.listener);
    }

    /** Accepts what an applied script means now; needs a reason. */
    public void accept(String revision, @Nullable String reason) {
        try (OpenDatabase database = connector.open()) {
            new Stamper(settings(), scripts(), database, configuration.listener)
                    .accept(revision, reason, configuration.parameters);
        }
    }

    /** What a run would do on the live database, statement by statement; changes nothing. */
    public List<DryRun.Planned> dryRun(Direction direction, String target, RunOptions options) {
        try (OpenDatabase database = connector.open()) {
            return new DryRun(database, migrator(database)).of(direction, target, options);
        }
    }

    /**
     * Writes an SQL script that does what a run would do, without a connection.
     *
     * @param range {@code from:to}; for an upgrade a single target means from the base
     * @param assumed answers to conditions by {@code revision#position}
     */
    public void script(Direction direction, String range, Map<String, Boolean> assumed, Appendable out) {
        new OfflineScript(settings(), scripts(), connector.offline(), out)
                .write(direction, range, configuration.parameters, assumed);
    }

    /** What the database lacks of a model; it must be at the head of its history. Changes nothing. */
    public Proposal propose(Model model, ProposalRequest request) {
        try (OpenDatabase database = connector.open()) {
            return new Autogenerate(settings(), scripts()).live(database, model, request);
        }
    }

    /** What the history lacks of a model; needs no database. */
    public Proposal proposeFromHistory(Model model, ProposalRequest request) {
        return new Autogenerate(settings(), scripts())
                .history(connector.offline(), configuration.providers(), model, configuration.parameters, request);
    }

    /**
     * What was changed in the database beside its history. Changes nothing.
     *
     * @param scratch the address of an empty database of the same kind, in which the history is built where raw SQL
     *     hides what it makes; null for one in memory, where the kind has that
     */
    public Drift drift(@Nullable String scratch) {
        try (OpenDatabase database = connector.open()) {
            return Drift.of(existing().expectations(scripts(), database, scratch));
        }
    }

    /** The live schema, without the journal and without what is owned elsewhere. */
    public Schema schema() {
        try (OpenDatabase database = connector.open()) {
            return Ownership.schema(settings(), database);
        }
    }

    /** What the history makes, replayed in memory; needs no database. */
    public Replay history() {
        return Replay.ofHeads(scripts(), connector.offline(), configuration.parameters);
    }

    /**
     * Does work in a place of the database, or of one in memory like it, of which nothing is left.
     *
     * @throws SQLException if there can be no such place, or the work fails
     */
    public <T> T inScratch(Scratch.Work<T> work) throws SQLException {
        try (OpenDatabase database = connector.open()) {
            Scratch scratch = database.dialect().scratch();
            if (scratch == null) {
                throw new SQLException("There is none on " + database.dialect().title());
            }
            return scratch.in(database.connection(), work);
        }
    }

    /** The dialect of the live database, or offline the newest of its kind. */
    public Dialect dialect(boolean live) {
        if (!live) {
            return connector.offline();
        }
        try (OpenDatabase database = connector.look()) {
            return database.dialect();
        }
    }

    /**
     * What the lines that end with these revisions do to the same objects; needs no database.
     *
     * @param heads two or more revisions, none of which is an ancestor of another
     */
    public MergeAnalysis analyseMerge(List<RevisionNode> heads) {
        return new Merging(scripts(), connector.offline(), configuration.parameters).analyse(heads);
    }

    /** Who holds the lock, if anybody. */
    public Optional<String> lockHolder() {
        try (OpenDatabase database = connector.look()) {
            return new LockKeeper(settings(), database).holder();
        }
    }

    /** Takes the lock from its holder; needs a reason. */
    public boolean releaseLock(@Nullable String reason) {
        try (OpenDatabase database = connector.open()) {
            return new LockKeeper(settings(), database).release(reason);
        }
    }

    /** The scripts as they are now: headers read, nothing compiled. */
    public Scripts scripts() {
        ScriptLocations locations = ScriptLocations.of(settings().scripts().toArray(String[]::new))
                .withClassCache(configuration.classCache)
                .withDialects(new HashSet<>(connector.kinds()));
        return kept.read(configuration.loader == null ? locations : locations.withLoader(configuration.loader));
    }

    /** The graph of the scripts; needs no database. */
    public RevisionGraph graph() {
        return scripts().graph();
    }

    public DatabaseSettings settings() {
        return configuration.settings;
    }

    /** The same, heard by one more. */
    public Limbeck heardBy(RunListener more) {
        RunListener first = configuration.listener;
        Configuration copy = new Configuration(configuration);
        copy.listener = event -> {
            first.on(event);
            more.on(event);
        };
        return new Limbeck(copy);
    }

    private String addressByHook() {
        String url = scripts().environment().url(settings().name(), System.getenv());
        if (url == null) {
            throw Problem.of(
                            ErrorCode.INVALID_SETTINGS,
                            "Database '" + settings().name() + "' has no url")
                    .todo("Give it in the settings, or let Environment.url return it.")
                    .exception();
        }
        return url;
    }

    private RunOptions usual() {
        return RunOptions.USUAL.with(configuration.parameters);
    }

    private Migrator migrator(OpenDatabase database) {
        return new Migrator(settings(), scripts(), database, configuration.listener, configuration.cancelled);
    }

    /** What a {@link Limbeck} is made of. Not thread-safe; each call returns this. */
    public static final class Configuration {
        private DatabaseSettings settings = DatabaseSettings.of("database", "");
        private @Nullable DataSource dataSource;
        private RunListener listener = RunListener.none();
        private Session.Cancelled cancelled = () -> false;
        private Map<String, String> parameters = Map.of();
        private @Nullable Path classCache;
        private @Nullable ClassLoader loader;
        private @Nullable List<DialectProvider> dialects;
        private List<String> scripts = List.of();

        private Configuration() {}

        private Configuration(Configuration other) {
            settings = other.settings;
            dataSource = other.dataSource;
            listener = other.listener;
            cancelled = other.cancelled;
            parameters = other.parameters;
            classCache = other.classCache;
            loader = other.loader;
            dialects = other.dialects;
            scripts = other.scripts;
        }

        /** All settings at once, as they were read from a file. */
        public Configuration settings(DatabaseSettings all) {
            settings = all;
            scripts = all.scripts();
            return this;
        }

        /** Where connections come from; the address in the settings is not used then. */
        public Configuration dataSource(DataSource source) {
            dataSource = source;
            return this;
        }

        /** The JDBC address. */
        public Configuration url(String url) {
            settings = settings.toBuilder().url(url).build();
            return this;
        }

        /** The name by which messages mean the database. */
        public Configuration name(String name) {
            settings = settings.toBuilder().name(name).build();
            return this;
        }

        public Configuration login(String user, String password) {
            settings = settings.withLogin(user, Secret.of(password));
            return this;
        }

        /** Folders, or {@code classpath:} and a folder. */
        public Configuration scripts(String... locations) {
            scripts = List.of(locations);
            return this;
        }

        /** The prefix of the journal tables. */
        public Configuration journal(String prefix) {
            settings = settings.withJournal(prefix);
            return this;
        }

        /** How long to wait for another migrator. */
        public Configuration lockTimeout(Duration atMost) {
            settings = settings.withLockTimeout(atMost);
            return this;
        }

        public Configuration releases(Map<String, String> names) {
            settings = settings.withReleases(names);
            return this;
        }

        public Configuration checksums(ChecksumPolicy policy) {
            settings = settings.withChecksums(policy);
            return this;
        }

        /** What an application does about the database when it starts: see {@link org.limbeck.start.Startup}. */
        public Configuration atStart(AtStart start) {
            settings = settings.withAtStart(start);
            return this;
        }

        /** Values of declared parameters. */
        public Configuration parameters(Map<String, String> values) {
            parameters = Map.copyOf(values);
            return this;
        }

        /** Who hears what happens. */
        public Configuration listener(RunListener hears) {
            listener = hears;
            return this;
        }

        /** Asked before each statement whether to stop. */
        public Configuration cancelled(Session.Cancelled asked) {
            cancelled = asked;
            return this;
        }

        /** Where compiled scripts are kept. */
        public Configuration classCache(Path folder) {
            classCache = folder;
            return this;
        }

        /** The class path of {@code classpath:} scripts. */
        public Configuration loader(ClassLoader classPath) {
            loader = classPath;
            return this;
        }

        /** The kinds of databases; those found on the class path unless they are given. */
        public Configuration dialects(List<DialectProvider> known) {
            dialects = List.copyOf(known);
            return this;
        }

        public Limbeck load() {
            Configuration copy = new Configuration(this);
            copy.settings = settings.withScripts(scripts);
            if (dataSource == null && settings.url().isEmpty()) {
                copy.url(new Limbeck(copy).addressByHook());
            }
            return new Limbeck(copy);
        }

        private List<DialectProvider> providers() {
            if (dialects != null) {
                return dialects;
            }
            List<DialectProvider> found = new ArrayList<>();
            ServiceLoader.load(DialectProvider.class, DialectProvider.class.getClassLoader())
                    .forEach(found::add);
            return found;
        }
    }
}
