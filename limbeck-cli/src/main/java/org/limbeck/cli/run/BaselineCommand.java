package org.limbeck.cli.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.Limbeck;
import org.limbeck.baseline.Candidate;
import org.limbeck.baseline.Fingerprint;
import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Installation;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Kinds;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Columns;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Mark;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.compare.Difference;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionNode;
import org.limbeck.graph.Stamp;
import org.limbeck.json.Json;

/** {@code limbeck baseline}: finds and records where a database without a history stands. */
public final class BaselineCommand implements Command {
    private static final int MOST = 8;

    @Override
    public String name() {
        return "baseline";
    }

    @Override
    public String summary() {
        return "find by its schema where a database without a history stands, and record it";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.words("TARGET", "record this; without it the best matches are shown and nothing is recorded")
                .flag("--auto", "record the match, if it is exact and the only one")
                .flag("--force", "record TARGET although the schema is another; needs --reason")
                .value("--scratch", "URL", "an empty database to build the history in, to see what raw SQL makes")
                .value("--reason", "TEXT", "why; kept in the journal")
                .value("--lock-timeout", "TIME", "how long to wait for another migrator, such as 30s or 5m");
    }

    @Override
    public int run(Invocation call) {
        String target = call.word();
        if (target != null && call.has("--auto")) {
            throw call.wrong("--auto goes without a target");
        }
        DatabaseSettings database = RunWords.settings(call, call.one());
        Limbeck limbeck = call.configure(database).load();
        Fingerprint found = limbeck.existing().fingerprint(call.value("--scratch"));
        if (target == null && !call.has("--auto")) {
            show(call, database, found);
            return ExitCode.DONE;
        }
        List<String> targets = target != null
                ? List.of(target)
                : certain(call, database, found).tips();
        Stamp stamp = record(call, limbeck, targets);
        new Installation(call.folder()).remember(database.name(), Kinds.name(database));
        tell(call, database, stamp, limbeck);
        return ExitCode.DONE;
    }

    private static Candidate certain(Invocation call, DatabaseSettings database, Fingerprint found) {
        return found.certain().orElseThrow(() -> {
            Problem problem = Problem.of(
                            ErrorCode.STAMP_REFUSED, "Where '" + database.name() + "' stands is not beyond doubt")
                    .why(found.doubt());
            for (Candidate candidate : found.candidates()) {
                problem = problem.why("  " + candidate.revision().id() + "  "
                        + candidate.revision().message() + ": " + verdict(candidate));
            }
            return problem.todo("See the differences:  " + call.advice(database, "baseline"))
                    .todo("Then say which:  " + call.advice(database, "baseline REVISION"))
                    .exception();
        });
    }

    private static Stamp record(Invocation call, Limbeck limbeck, List<String> targets) {
        String reason = call.value("--reason");
        String why = reason == null ? "baseline" : reason;
        if (call.has("--force")) {
            if (reason == null) {
                throw Problem.of(ErrorCode.NEEDS_REASON, "--force needs a reason")
                        .todo("--reason \"why the schema is as it should be\"")
                        .exception();
            }
            return limbeck.stamp(targets, false, reason, null);
        }
        return limbeck.existing()
                .stampIfMatching(targets, false, why, null, call.value("--scratch"))
                .stamp();
    }

    private static void tell(Invocation call, DatabaseSettings database, Stamp stamp, Limbeck limbeck) {
        List<String> heads =
                stamp.after().heads().stream().map(RevisionNode::id).toList();
        int pending = limbeck.graph().size() - stamp.after().nodes().size();
        if (call.json()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("event", "baselined");
            json.put("database", database.name());
            json.put("heads", heads);
            json.put("recorded", stamp.add().stream().map(RevisionNode::id).toList());
            json.put("pending", (long) pending);
            call.terminal().raw(Json.write(json) + "\n");
            return;
        }
        call.terminal()
                .tell(Line.of(Colour.BOLD, database.name())
                        .add(" is recorded at " + RunReport.ids(heads) + " ("
                                + Counts.of(stamp.add().size(), "revision") + ", nothing executed), "
                                + Counts.of(pending, "revision") + " pending"));
        if (pending > 0) {
            call.terminal().tell("Next:  " + call.advice(database, "upgrade"));
        }
    }

    // ---- showing

    private static String verdict(Candidate candidate) {
        int certain = candidate.comparison().certain().size();
        int unsure = candidate.comparison().unsure().size();
        if (certain + unsure == 0) {
            return "exactly this";
        }
        return Counts.of(certain, "difference") + (unsure == 0 ? "" : ", " + unsure + " not known");
    }

    private static void show(Invocation call, DatabaseSettings database, Fingerprint found) {
        if (call.json()) {
            call.terminal().raw(Json.write(json(database, found)) + "\n");
            return;
        }
        Terminal terminal = call.terminal();
        terminal.tell(Line.of(Colour.BOLD, database.name())
                .add(" has " + Counts.of(found.tables(), "table") + " and no history. Compared with "
                        + Counts.of(found.compared(), "place") + " in the history; the best:"));
        Columns columns = new Columns();
        for (Candidate candidate : found.candidates()) {
            boolean exact = candidate.comparison().exact();
            columns.row(
                    Line.of("  ")
                            .add(terminal.mark(exact ? Mark.DONE : Mark.CARE))
                            .add(" ")
                            .add(Colour.YELLOW, candidate.revision().id()),
                    Line.of(candidate.release() == null ? "-" : candidate.release()),
                    Line.of(candidate.revision().message()),
                    Line.of(verdict(candidate)));
        }
        columns.lines().forEach(terminal::answer);
        Candidate best = found.candidates().get(0);
        if (!best.comparison().certain().isEmpty()) {
            terminal.answer("To be at " + best.revision().id() + " it would need:");
            best.comparison().certain().stream().limit(MOST).forEach(difference -> terminal.answer("  " + difference));
            int more = best.comparison().certain().size() - MOST;
            if (more > 0) {
                terminal.answer("  and " + more + " more");
            }
        }
        new Doubts(terminal).tell(best.comparison());
        advise(call, database, found);
    }

    private static void advise(Invocation call, DatabaseSettings database, Fingerprint found) {
        if (found.certain().isPresent()) {
            call.terminal()
                    .tell("Record it:  "
                            + call.advice(
                                    database,
                                    "baseline "
                                            + found.certain().get().revision().id()) + "  (or --auto)");
            return;
        }
        call.terminal().tell(found.doubt());
        call.terminal()
                .tell("Bring the schema to one of them, or say which it is:  "
                        + call.advice(database, "baseline REVISION --force --reason \"...\""));
    }

    private static Map<String, @Nullable Object> json(DatabaseSettings database, Fingerprint found) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("database", database.name());
        json.put("tables", (long) found.tables());
        json.put("compared", (long) found.compared());
        json.put(
                "certain",
                found.certain().map(candidate -> candidate.revision().id()).orElse(null));
        List<Map<String, @Nullable Object>> candidates = new ArrayList<>();
        for (Candidate candidate : found.candidates()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("revision", candidate.revision().id());
            one.put("release", candidate.release());
            one.put("message", candidate.revision().message());
            one.put("differences", texts(candidate.comparison().certain()));
            one.put("unknown", texts(candidate.comparison().unsure()));
            candidates.add(one);
        }
        json.put("candidates", candidates);
        return json;
    }

    private static List<String> texts(List<Difference> differences) {
        return differences.stream().map(Difference::toString).toList();
    }
}
