package org.limbeck.env.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.env.EnvError;
import org.limbeck.env.EnvException;
import org.limbeck.env.EnvPair;
import org.limbeck.env.EnvSync;
import org.limbeck.env.SyncPlan;
import org.limbeck.env.cli.Screen.Colour;

/** {@code limbeck env sync} and {@code limbeck env check}. */
final class SyncCommand {
    static final int DEFAULT_WAIT_SECONDS = 10;

    private static final List<String> OTHER_TEMPLATES =
            List.of(".env.sample", ".env.template", ".env.dist", ".env.default", ".env.defaults", "env.example");
    private static final Option DIR = Option.value("--dir", "DIR", "the project's folder (default: this one)");
    private static final Option ENV = Option.values("--env", "FILE", "the operator's file (default: .env)");
    private static final Option TEMPLATE = Option.values(
            "--template", "FILE", "its template (default: FILE.example, else .env.example); repeat both as pairs");
    private static final Option PREVIOUS = Option.values(
            "--previous", "FILE", "the old release's template: values never changed follow the new default");
    private static final Option RENAMES =
            Option.value("--renames", "FILE", "lines OLD=NEW: values move to the new names");
    private static final Option JSON = Option.flag("--json", "one JSON object for each pair");
    private static final Option HELP = Option.flag("--help", "this text");

    static final Syntax SYNC = new Syntax(
            "sync",
            null,
            "Merges a new template into the operator's file: the template's structure, the operator's values.",
            List.of(
                    DIR,
                    ENV,
                    TEMPLATE,
                    PREVIOUS,
                    RENAMES,
                    Option.flag("--dry-run", "write nothing, show the difference"),
                    Option.flag("--check", "write nothing, exit 1 if a sync is due"),
                    JSON,
                    Option.value("--lock-timeout", "SECONDS", "how long to wait for another run (default: 10)"),
                    HELP));

    static final Syntax CHECK = new Syntax(
            "check",
            null,
            "Tells what a sync would do, writes nothing, and exits 1 if one is due.",
            List.of(DIR, ENV, TEMPLATE, PREVIOUS, RENAMES, JSON, HELP));

    private final Arguments arguments;
    private final PrintStream out;
    private final Screen screen;
    private final Path directory;
    private final boolean json;

    SyncCommand(Arguments arguments, PrintStream out, boolean colour, Path directory) {
        this.arguments = arguments;
        this.out = out;
        this.screen = new Screen(out, colour);
        this.directory = directory;
        this.json = arguments.has("--json");
    }

    /** Looks at all pairs before it writes the first, so that a refusal leaves all as they are. */
    int run(boolean check) {
        List<EnvSync> syncs = new ArrayList<>();
        String renames = arguments.one("--renames");
        Path folder = folder();
        for (EnvPair pair : pairs(folder)) {
            syncs.add(EnvSync.of(pair, renames == null ? null : arguments.path(folder, renames)));
        }
        List<SyncPlan> plans = new ArrayList<>();
        for (EnvSync sync : syncs) {
            plans.add(sync.plan());
        }
        boolean due = false;
        for (int i = 0; i < syncs.size(); i++) {
            due |= plans.get(i).due();
            carryOut(syncs.get(i), plans.get(i), check);
        }
        return check && due ? 1 : 0;
    }

    private void carryOut(EnvSync sync, SyncPlan plan, boolean check) {
        if (check || arguments.has("--dry-run")) {
            tell(sync.pair(), plan, check ? "check" : "dry-run", null);
        } else if (plan.due()) {
            Duration wait = arguments.seconds("--lock-timeout", DEFAULT_WAIT_SECONDS);
            EnvSync.Done done = sync.apply(wait);
            tell(sync.pair(), done.plan(), "sync", done.backup());
        } else {
            tell(sync.pair(), plan, "sync", null);
        }
    }

    private Path folder() {
        String dir = arguments.one("--dir");
        return dir == null ? directory : arguments.path(directory, dir);
    }

    private List<EnvPair> pairs(Path folder) {
        List<String> envs = arguments.all("--env");
        List<String> templates = arguments.all("--template");
        List<String> previous = arguments.all("--previous");
        int count = Math.max(1, Math.max(envs.size(), templates.size()));
        if (count > 1 && envs.size() != templates.size()) {
            throw arguments.wrong("there are " + envs.size() + " --env and " + templates.size()
                    + " --template; they must come in pairs");
        }
        if (!previous.isEmpty() && previous.size() != count) {
            throw arguments.wrong("there are " + previous.size() + " --previous for " + count
                    + (count == 1 ? " file" : " files") + "; give one for each");
        }
        List<EnvPair> pairs = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            Path env = arguments.path(folder, envs.isEmpty() ? ".env" : envs.get(i));
            Path template =
                    templates.isEmpty() ? defaultTemplate(folder, env) : arguments.path(folder, templates.get(i));
            Path old = previous.isEmpty() ? null : arguments.path(folder, previous.get(i));
            if (!seen.add(env.toAbsolutePath().normalize())) {
                throw arguments.wrong("--env " + envs.get(i) + " is given twice");
            }
            pairs.add(new EnvPair(env, template, old, directory));
        }
        return pairs;
    }

    /** {@code FILE.example} if there is one, else {@code .env.example}. */
    private Path defaultTemplate(Path folder, Path env) {
        Path own = env.resolveSibling(env.getFileName() + ".example");
        Path template = Files.exists(own) ? own : folder.resolve(".env.example");
        if (!Files.exists(template)) {
            for (String name : OTHER_TEMPLATES) {
                if (Files.exists(folder.resolve(name))) {
                    throw new EnvException(
                            EnvError.FILE_MISSING,
                            "there is no file " + EnvPair.shown(directory, template),
                            "if " + name + " is the template: --template " + name,
                            null);
                }
            }
        }
        return template;
    }

    private void tell(EnvPair pair, SyncPlan plan, String mode, @Nullable Path backup) {
        boolean written = mode.equals("sync") && plan.due();
        String env = pair.shownEnv();
        if (json) {
            Json object = SyncReport.json(plan, backup)
                    .add("env", env)
                    .add("template", pair.shownTemplate())
                    .add("due", plan.due())
                    .add("written", written)
                    .add("created", written && plan.creates());
            if (mode.equals("dry-run")) {
                object.addStrings("diff", SyncReport.diffLines(plan.diff()));
            }
            out.print(object + "\n");
            return;
        }
        screen.line(plan.due() ? Colour.BOLD : Colour.GREEN, title(plan, mode, env, pair.shownTemplate()));
        if (mode.equals("dry-run") && plan.due()) {
            SyncReport.diff(screen, plan);
        }
        SyncReport.groups(screen, plan, mode.equals("sync") && !plan.due());
        screen.line("");
        screen.line(SyncReport.counts(plan.report()));
        if (backup != null) {
            screen.line(Colour.DIM, "Backup: " + pair.shown(backup));
        }
        if (mode.equals("check") && plan.due()) {
            screen.line(arguments.isEmpty() ? "-> limbeck env sync" : "-> limbeck env sync, with the same options");
        }
    }

    private static String title(SyncPlan plan, String mode, String env, String template) {
        if (!plan.due()) {
            return env + " is up to date with " + template;
        }
        if (mode.equals("sync")) {
            return plan.creates() ? env + " created from " + template : env + " merged with " + template;
        }
        String would = mode.equals("check") ? " is not up to date with " : " would be merged with ";
        return env + (plan.creates() ? " does not exist; it would be created from " : would) + template;
    }
}
