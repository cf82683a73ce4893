package org.limbeck.cli.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.ExistingDatabase;
import org.limbeck.Limbeck;
import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.EachDatabase;
import org.limbeck.cli.shell.Installation;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Kinds;
import org.limbeck.cli.shell.Releases;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Nearest;
import org.limbeck.error.Problem;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.graph.Stamp;
import org.limbeck.json.Json;

/** {@code limbeck stamp}: records without executing. */
public final class StampCommand implements Command {

    @Override
    public String name() {
        return "stamp";
    }

    @Override
    public String summary() {
        return "record revisions as applied without executing them, or accept a changed script";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.words("TARGET", "heads, an id, a release, base ...; several for several lines")
                .value("--release", "NAME", "the revision of a release, as limbeck.toml names it")
                .flag("--purge", "forget first what is recorded; the way out when scripts are gone for good")
                .value("--accept", "REV", "accept what an applied script means now; needs --reason")
                .flag("--force", "record although the schema is another; needs --reason")
                .value("--scratch", "URL", "an empty database to build the history in, to see what raw SQL makes")
                .value("--reason", "TEXT", "why; kept in the journal")
                .value("--tag", "TEXT", "kept in the journal with each revision")
                .value("--lock-timeout", "TIME", "how long to wait for another migrator, such as 30s or 5m");
    }

    @Override
    public int run(Invocation call) {
        String accepted = call.value("--accept");
        if (accepted == null ? targets(call).isEmpty() : !targets(call).isEmpty()) {
            throw call.wrong(accepted == null ? "limbeck stamp needs a target" : "--accept goes without other targets");
        }
        return EachDatabase.run(
                call, database -> accepted == null ? stamp(call, database) : accept(call, database, accepted));
    }

    private static List<String> targets(Invocation call) {
        List<String> targets = new ArrayList<>(call.words());
        String release = call.value("--release");
        if (release != null) {
            targets.add(release);
        }
        return targets;
    }

    private static Limbeck limbeck(Invocation call, DatabaseSettings database) {
        return call.configure(RunWords.settings(call, database)).load();
    }

    private static String stamp(Invocation call, DatabaseSettings database) {
        requireRelease(call.value("--release"), database);
        requireOne(call, database);
        Stamp stamp = call.has("--force") ? forced(call, database) : checked(call, database);
        new Installation(call.folder()).remember(database.name(), Kinds.name(database));
        List<String> heads =
                stamp.after().heads().stream().map(RevisionNode::id).toList();
        if (call.json()) {
            call.terminal().raw(Json.write(json(database, stamp, heads)) + "\n");
        } else if (stamp.isEmpty()) {
            tell(call, database, " is already at " + RunReport.ids(heads) + ". Nothing to record.");
        } else {
            tell(
                    call,
                    database,
                    " is recorded at " + RunReport.ids(heads) + " ("
                            + stamp.add().size() + " added, " + stamp.remove().size() + " removed, nothing executed)");
        }
        return "recorded at " + RunReport.ids(heads) + ", "
                + Counts.of(stamp.add().size(), "revision") + " added";
    }

    private static Stamp forced(Invocation call, DatabaseSettings database) {
        String reason = call.value("--reason");
        if (reason == null || reason.isBlank()) {
            throw Problem.of(ErrorCode.NEEDS_REASON, "--force needs a reason")
                    .todo("--reason \"why the schema is as it should be\"")
                    .exception();
        }
        return limbeck(call, database).stamp(targets(call), call.has("--purge"), reason, call.value("--tag"));
    }

    private static Stamp checked(Invocation call, DatabaseSettings database) {
        ExistingDatabase.CheckedStamp checked = limbeck(call, database)
                .existing()
                .stampIfMatching(
                        targets(call),
                        call.has("--purge"),
                        call.value("--reason"),
                        call.value("--tag"),
                        call.value("--scratch"));
        if (!call.json()) {
            new Doubts(call.terminal()).tell(checked.comparison());
        }
        return checked.stamp();
    }

    private static void tell(Invocation call, DatabaseSettings database, String text) {
        call.terminal().tell(Line.of(Colour.BOLD, database.name()).add(text));
    }

    private static void requireRelease(@Nullable String release, DatabaseSettings database) {
        if (release == null || database.releases().containsKey(release)) {
            return;
        }
        Problem problem = Problem.of(
                        ErrorCode.NO_SUCH_REVISION,
                        "Database '" + database.name() + "' has no release '" + release + "'")
                .why(
                        database.releases().isEmpty()
                                ? "The settings name no releases."
                                : "It has "
                                        + String.join(", ", database.releases().keySet()));
        throw Nearest.to(release, database.releases().keySet())
                .map(nearest -> problem.todo("--release " + nearest))
                .orElse(problem)
                .exception();
    }

    /** A target beside a release must be that release. */
    private static void requireOne(Invocation call, DatabaseSettings database) {
        String release = call.value("--release");
        if (release == null || call.words().isEmpty()) {
            return;
        }
        RevisionGraph graph = limbeck(call, database).graph();
        Navigator navigator = new Navigator(AppliedSet.empty(graph), database.releases());
        String id = navigator.resolve(release).map(RevisionNode::id).orElse("base");
        for (String word : call.words()) {
            String named = navigator.resolve(word).map(RevisionNode::id).orElse("base");
            if (!named.equals(id)) {
                String others = Releases.of(database, named);
                Problem problem = Problem.of(
                        ErrorCode.INVALID_TARGET,
                        "Release " + release + " of '" + database.name() + "' is " + id + ", and not " + named);
                throw (others.isEmpty() ? problem : problem.why(named + " is " + others + "."))
                        .todo("Name one of them: the release, or the revision.")
                        .exception();
            }
        }
    }

    private static Map<String, @Nullable Object> json(DatabaseSettings database, Stamp stamp, List<String> heads) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("event", "stamped");
        json.put("database", database.name());
        json.put("added", stamp.add().stream().map(RevisionNode::id).toList());
        json.put("removed", stamp.remove());
        json.put("heads", heads);
        return json;
    }

    private static String accept(Invocation call, DatabaseSettings database, String revision) {
        limbeck(call, database).accept(revision, call.value("--reason"));
        if (call.json()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("event", "accepted");
            json.put("database", database.name());
            json.put("revision", revision);
            call.terminal().raw(Json.write(json) + "\n");
        } else {
            tell(call, database, ": what " + revision + " means now is accepted");
        }
        return "accepted " + revision;
    }
}
