package org.limbeck.command;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.limbeck.adopt.Adoption;
import org.limbeck.adopt.CarriedScript;
import org.limbeck.adopt.OldHistory;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.Direction;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.journal.Journal;
import org.limbeck.journal.JournalEvent;
import org.limbeck.journal.JournalRow;
import org.limbeck.journal.JournalTables;
import org.limbeck.journal.Progress;
import org.limbeck.journal.RowState;
import org.limbeck.journal.StoredParameters;
import org.limbeck.journal.Who;
import org.limbeck.load.LoadedScript;
import org.limbeck.load.Scripts;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepMaker;
import org.limbeck.run.RunListener;

/** Takes over the history of another tool: writes its scripts as Limbeck's, and records what is applied. */
public final class Adopter {
    private static final String EVENT = "adopted";
    private static final int EVENTS = 1_000;

    private final DatabaseSettings settings;
    private final Supplier<Scripts> scripts;
    private final OpenDatabase database;
    private final Journal journal;
    private final RunListener listener;

    /** @param scripts reads the scripts as they are at that moment */
    public Adopter(DatabaseSettings settings, Supplier<Scripts> scripts, OpenDatabase database, RunListener listener) {
        this.settings = settings;
        this.scripts = scripts;
        this.database = database;
        this.listener = listener;
        this.journal = new Journal(database.dialect(), JournalTables.of(settings.journal()), Who.me());
    }

    /**
     * What was done, or would be.
     *
     * @param written scripts that are new, parents first
     * @param recorded revisions that were recorded as applied, parents first
     * @param before when the database was adopted already; then nothing was done
     */
    public record Result(
            Adoption adoption,
            List<CarriedScript> written,
            List<Adoption.Applied> recorded,
            @Nullable String before) {
        public Result {
            written = List.copyOf(written);
            recorded = List.copyOf(recorded);
        }

        /** Those of the other tool's revisions that are not applied yet, parents first. */
        public List<CarriedScript> pending() {
            Set<String> done = recorded.stream().map(Adoption.Applied::id).collect(Collectors.toSet());
            return adoption.scripts().stream()
                    .filter(script -> !done.contains(script.id()))
                    .toList();
        }
    }

    /**
     * Adopts: all files or none, and all rows or none.
     *
     * @param folder where new scripts go
     * @param dryRun whether to write nothing
     * @param reason kept in the journal; null for none
     * @throws org.limbeck.error.LimbeckException ADOPTION_REFUSED, and what is wrong with the scripts
     */
    public Result adopt(OldHistory old, Path folder, boolean dryRun, @Nullable String reason) {
        requireApart(old, folder);
        try {
            if (dryRun) {
                return prepared(old);
            }
            try (MigrationLock.Held held =
                    Locking.acquire(database, journal, settings.lockTimeout(), listener, () -> false)) {
                Result result = prepared(old);
                if (result.before() == null) {
                    write(result, folder, reason, held);
                }
                return result;
            }
        } catch (SQLException e) {
            throw Databases.failed(database.dialect(), settings, e);
        }
    }

    private static void requireApart(OldHistory old, Path to) {
        if (old.reaches(to)) {
            throw Problem.of(ErrorCode.INVALID_SETTINGS, "The folder of scripts and the folder to adopt are one: " + to)
                    .todo("Let  scripts  in limbeck.toml name a folder of its own, such as \"migrations\".")
                    .exception();
        }
    }

    private Result prepared(OldHistory old) throws SQLException {
        Scripts now = scripts.get();
        Situation situation = Situation.read(now, database, journal);
        String before = adoptedBefore(situation);
        Adoption adoption = old.read(database.connection(), database.dialect());
        if (before != null) {
            return new Result(adoption, List.of(), List.of(), before);
        }
        requireSomething(adoption);
        List<CarriedScript> fresh = fresh(adoption, now.graph());
        return new Result(adoption, fresh, recordable(adoption, fresh, now.graph()), null);
    }

    /** A database that has nothing to adopt would count as adopted for ever. */
    private static void requireSomething(Adoption adoption) {
        if (!adoption.scripts().isEmpty()) {
            return;
        }
        Problem problem = Problem.of(ErrorCode.ADOPTION_REFUSED, "There is nothing of " + adoption.tool() + " to adopt")
                .why(adoption.files() + (adoption.files() == 1 ? " file was" : " files were")
                        + " read, and no revision is in them; " + adoption.table() + " has no row.");
        for (Adoption.Left left : adoption.left()) {
            problem = problem.why(left.file() + ": " + left.reason());
        }
        throw problem.todo("Check  --from").exception();
    }

    private @Nullable String adoptedBefore(Situation situation) throws SQLException {
        for (JournalEvent event :
                situation.versioned() ? journal.events(database.connection(), EVENTS) : List.<JournalEvent>of()) {
            if (event.event().equals(EVENT)) {
                return event.at();
            }
        }
        if (!situation.rows().isEmpty()) {
            throw Problem.of(
                            ErrorCode.ADOPTION_REFUSED,
                            "Database '" + settings.name() + "' has a history of Limbeck already")
                    .why("Its journal has " + situation.rows().size()
                            + (situation.rows().size() == 1 ? " revision." : " revisions."))
                    .todo("To take more over by hand, write scripts and  limbeck stamp  them.")
                    .exception();
        }
        return null;
    }

    /** The scripts that are not there yet; a line of them goes on top of what is there. */
    private static List<CarriedScript> fresh(Adoption adoption, RevisionGraph graph) {
        List<String> ids = graph.nodes().stream().map(RevisionNode::id).toList();
        List<CarriedScript> fresh = new ArrayList<>();
        for (CarriedScript script : adoption.scripts()) {
            if (!ids.contains(script.id())) {
                fresh.add(script);
            }
        }
        if (ids.isEmpty() || fresh.isEmpty()) {
            return fresh;
        }
        if (fresh.size() == adoption.scripts().size()) {
            throw Problem.of(ErrorCode.ADOPTION_REFUSED, "The folder of scripts holds other revisions already")
                    .why("There are " + ids.size() + ", and none of them comes from " + adoption.tool() + ".")
                    .todo("Adopt into an empty folder, and write new revisions on top of what was adopted.")
                    .exception();
        }
        return adoption.linear() ? onTop(fresh, graph) : fresh;
    }

    private static List<CarriedScript> onTop(List<CarriedScript> fresh, RevisionGraph graph) {
        List<RevisionNode> heads = graph.effectiveHeads();
        if (heads.size() != 1) {
            throw Problem.of(
                            ErrorCode.MULTIPLE_HEADS,
                            "There are " + heads.size() + " heads, and new scripts to put on one")
                    .todo("limbeck merge")
                    .exception();
        }
        List<CarriedScript> line = new ArrayList<>();
        String down = heads.get(0).id();
        for (CarriedScript script : fresh) {
            line.add(script.on(down));
            down = script.id();
        }
        return line;
    }

    /**
     * What can be recorded: a repeatable one under which something is missing here runs once more instead, and any
     * other would be a gap.
     */
    private List<Adoption.Applied> recordable(Adoption adoption, List<CarriedScript> fresh, RevisionGraph graph) {
        Map<String, List<String>> parents = new LinkedHashMap<>();
        fresh.forEach(script -> parents.put(script.id(), script.downs()));
        graph.nodes().forEach(node -> parents.put(node.id(), node.downs()));
        Set<String> there =
                adoption.applied().stream().map(Adoption.Applied::id).collect(Collectors.toSet());
        Map<String, String> messages =
                adoption.scripts().stream().collect(Collectors.toMap(CarriedScript::id, CarriedScript::message));
        List<Adoption.Applied> recordable = new ArrayList<>();
        for (Adoption.Applied applied : adoption.applied()) {
            String missing = parents.getOrDefault(applied.id(), List.of()).stream()
                    .filter(parent -> !there.contains(parent))
                    .findFirst()
                    .orElse(null);
            if (missing == null) {
                recordable.add(applied);
            } else if (messages.getOrDefault(applied.id(), "").startsWith("R ")) {
                there.remove(applied.id());
            } else {
                throw gap(
                        messages.getOrDefault(applied.id(), applied.id()),
                        messages.getOrDefault(missing, missing),
                        adoption);
            }
        }
        return recordable;
    }

    private RuntimeException gap(String applied, String missing, Adoption adoption) {
        return Problem.of(
                        ErrorCode.ADOPTION_REFUSED,
                        "Database '" + settings.name() + "' has '" + applied + "', but not '" + missing
                                + "', on which it stands")
                .why("The scripts were adopted in the order of another database.")
                .todo("Apply what is missing with " + adoption.tool() + ", then adopt.")
                .exception();
    }

    // ---- writing

    private void write(Result result, Path folder, @Nullable String reason, MigrationLock.Held held)
            throws SQLException {
        try (NewFiles files = new NewFiles(folder)) {
            files.write(result.written());
            Scripts now = scripts.get();
            List<Step> steps = steps(now, result.recorded());
            journal.create(database.connection());
            record(result, steps, reason, held, files);
        }
    }

    private List<Step> steps(Scripts now, List<Adoption.Applied> applied) {
        List<String> ids = applied.stream().map(Adoption.Applied::id).toList();
        Map<String, LoadedScript> loaded = now.load(ids, database.dialect());
        StepMaker maker = new StepMaker(database.dialect(), Map.of());
        List<Step> steps = new ArrayList<>();
        for (String id : ids) {
            steps.add(maker.make(Objects.requireNonNull(loaded.get(id)), Direction.UP, Map.of()));
        }
        return steps;
    }

    private void record(
            Result result, List<Step> steps, @Nullable String reason, MigrationLock.Held held, NewFiles files)
            throws SQLException {
        Adoption adoption = result.adoption();
        database.connection().setAutoCommit(false);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            journal.insert(
                    database.connection(),
                    held,
                    row(step, result.recorded().get(i), adoption.tool()),
                    Progress.NONE
                            .finished(step.checksum().operations())
                            .withParameters(StoredParameters.of(step.parameters())));
        }
        String details = adoption.tool() + ", " + adoption.table() + ": " + steps.size() + " applied, "
                + result.pending().size() + " pending";
        journal.event(database.connection(), EVENT, null, reason, details);
        // Whether a commit that fails was made is not known; without the files its rows would be of unknown revisions.
        files.keep();
        database.connection().commit();
        database.connection().setAutoCommit(true);
    }

    /** With the time and the name that the other tool kept; the tool stands for the machine. */
    private JournalRow row(Step step, Adoption.Applied applied, String tool) {
        String at = applied.at();
        String by = applied.by();
        return new JournalRow(
                step.revision().id(),
                RowState.APPLIED,
                null,
                step.revision().message(),
                step.sourceHash(),
                step.checksum().value(),
                database.dialect().name(),
                at == null ? Journal.now() : at,
                by == null ? journal.who().user() : by,
                tool,
                journal.who().version(),
                applied.millis(),
                null);
    }
}
