package org.limbeck.adopt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.limbeck.adopt.Adoption.Applied;
import org.limbeck.adopt.Adoption.Left;
import org.limbeck.adopt.CarriedScript.Section;
import org.limbeck.adopt.FlywayFile.Kind;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.sql.SqlSyntax;

/** Makes an adoption of Flyway's files and rows. Used once; not thread-safe. */
final class FlywayReading {
    private final FlywayHistory history;
    private final List<FlywayFile> files;
    private final int rowCount;
    private final FlywayState state;
    private final SqlSyntax syntax;
    private final TreeMap<FlywayVersion, FlywayFile> versioned = new TreeMap<>();
    private final Map<FlywayVersion, FlywayFile> undo = new HashMap<>();
    private final TreeMap<FlywayVersion, FlywayFile> baselines = new TreeMap<>();
    private final TreeMap<String, FlywayFile> repeatable = new TreeMap<>();
    private final Map<String, String> configurations = new HashMap<>();
    private final List<Left> left = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, CarriedScript> applied = new LinkedHashMap<>();
    private final List<CarriedScript> pending = new ArrayList<>();
    private final List<Applied> rows = new ArrayList<>();

    FlywayReading(FlywayHistory history, List<FlywayFile> files, List<FlywayRow> rows, SqlSyntax syntax) {
        this.history = history;
        this.files = files;
        this.rowCount = rows.size();
        this.state = FlywayState.of(rows);
        this.syntax = syntax;
    }

    /** @throws LimbeckException with everything that keeps it from being adopted */
    Adoption adoption() {
        files.forEach(this::sort);
        refuseFailed();
        refuseMissingPlaceholders();
        if (!problems.isEmpty()) {
            throw new LimbeckException(problems, null);
        }
        versions();
        repeatables();
        undo.values().forEach(file -> leave(file, "it undoes a version that is not there"));
        if (!problems.isEmpty()) {
            throw new LimbeckException(problems, null);
        }
        return new Adoption("Flyway", history.table(), files.size(), rowCount, true, chain(), rows, left, remarks);
    }

    // ---- files

    private void sort(FlywayFile file) {
        FlywayVersion version = file.version();
        switch (file.kind()) {
            case VERSIONED -> once(versioned, version, file);
            case UNDO -> once(undo, version, file);
            case BASELINE -> once(baselines, version, file);
            case REPEATABLE -> once(repeatable, file.description(), file);
            case JAVA -> java(file);
            case CONFIGURATION ->
                configurations.put(file.file().path(), file.file().text());
            case CALLBACK -> leave(file, "a callback; Limbeck has none");
            default -> leave(file, "no migration: Flyway does not run a file of this name either");
        }
    }

    private void java(FlywayFile file) {
        if (file.version() == null) {
            leave(file, file.kind() == Kind.JAVA ? "a repeatable migration in Java" : "no migration");
        } else {
            once(versioned, file.version(), file);
        }
    }

    private <K> void once(Map<K, FlywayFile> map, @Nullable K key, FlywayFile file) {
        FlywayFile other = map.putIfAbsent(Objects.requireNonNull(key), file);
        if (other != null) {
            problems.add(Problem.of(
                            ErrorCode.ADOPTION_REFUSED,
                            "Two files are one migration: " + other.file().path() + " and "
                                    + file.file().path())
                    .todo("Remove or rename one of them."));
        }
    }

    private void leave(FlywayFile file, String reason) {
        left.add(new Left(file.file().path(), reason));
    }

    private boolean setting(FlywayFile file, String setting) {
        String text = configurations.getOrDefault(file.file().path() + ".conf", "");
        return text.lines().map(line -> line.replace(" ", "")).anyMatch(setting::equalsIgnoreCase);
    }

    // ---- refusals

    private void refuseFailed() {
        for (FlywayRow row : state.failed()) {
            problems.add(Problem.of(
                            ErrorCode.ADOPTION_REFUSED,
                            "Flyway failed in " + row.script() + ", and nobody knows how much of it is there")
                    .why("Its row in " + history.table() + " says so, of " + row.at() + ".")
                    .todo("Undo what it left, or do what is missing; then  flyway repair  or  flyway migrate ,"
                            + " and adopt again."));
        }
    }

    private void refuseMissingPlaceholders() {
        for (FlywayFile file : files) {
            boolean sql = file.file().name().endsWith(".sql") && file.kind() != Kind.NONE;
            if (!sql || file.kind() == Kind.CALLBACK || setting(file, "placeholderReplacement=false")) {
                continue;
            }
            Set<String> names = history.placeholders().missing(file.file().text());
            if (!names.isEmpty()) {
                problems.add(Problem.of(
                                ErrorCode.MISSING_PARAMETER, "Placeholders have no value: " + String.join(", ", names))
                        .at(file.file().path(), 0)
                        .todo("Give the values that Flyway used:  -x "
                                + names.iterator().next() + "=...")
                        .todo("Or keep them as text, as with Flyway's placeholderReplacement=false:"
                                + "  --keep-placeholders"));
            }
        }
    }

    private void requireUnedited(FlywayFile file, FlywayRow row) {
        Integer then = row.checksum();
        int now = FlywayFile.checksum(file.file().text());
        if (then == null || then == now || !row.isSql()) {
            return;
        }
        if (history.allowEdited()) {
            remarks.add(file.file().path() + " was edited after it was applied; it is carried as it is now");
            return;
        }
        problems.add(Problem.of(
                        ErrorCode.ADOPTION_REFUSED,
                        file.file().path() + " is not what was applied: it was edited since")
                .why("Its checksum is " + now + ", and " + history.table() + " has " + then + ".")
                .todo("Bring the file back as it was, or accept it as it is:  --allow-edited"));
    }

    // ---- versions

    private void versions() {
        Set<FlywayVersion> all = new TreeSet<>(versioned.keySet());
        all.addAll(state.versions().keySet());
        baseline(all);
        FlywayVersion last = null;
        for (FlywayVersion version : all) {
            last = state.applied(version) == null ? last : version;
        }
        for (FlywayVersion version : all) {
            FlywayRow row = state.applied(version);
            CarriedScript script = version(version, row);
            if (row != null) {
                applied.put(script.id(), script);
                rows.add(row.applied(script.id()));
            } else {
                pending.add(script);
                if (last != null && version.compareTo(last) < 0) {
                    remarks.add("V" + version + " was never applied, though V" + last
                            + " is: it is put behind it, and runs with the next upgrade");
                }
            }
        }
    }

    /** What was there before Flyway has a version, but mostly no file. */
    private void baseline(Set<FlywayVersion> all) {
        FlywayRow row = state.baseline();
        FlywayVersion at = row == null ? null : row.version();
        boolean covered = at != null && !versioned.headMap(at, true).isEmpty();
        if (at != null && !covered) {
            all.add(at);
        }
        baselines.forEach((version, file) -> {
            if (!version.equals(at) || covered) {
                boolean files = !versioned.headMap(version, true).isEmpty();
                leave(
                        file,
                        files
                                ? "a short cut: the versions up to " + version + " are carried, and do the same"
                                : "a baseline that this database does not stand on");
            }
        });
    }

    private CarriedScript version(FlywayVersion version, @Nullable FlywayRow row) {
        FlywayFile file = versioned.get(version);
        if (file == null && row != null && row.isBaseline()) {
            file = baselines.get(version);
        }
        String id = AdoptedId.of("flyway", version.toString());
        if (file == null) {
            return withoutFile(id, version, Objects.requireNonNull(row));
        }
        String message = ("V" + version + " " + file.description()).strip();
        String path = file.file().path();
        if (file.kind() == Kind.JAVA) {
            leave(file, "a migration in Java; its revision stops until it is written anew");
            String sqlPath = path.substring(0, path.lastIndexOf('.')) + ".sql";
            return CarriedScript.of(id, message, sqlPath, from(path))
                    .stopping(path + " was a migration in Java for Flyway, and is not written anew yet");
        }
        if (row != null) {
            requireUnedited(file, row);
        }
        return script(id, message, file, undo.remove(version));
    }

    private CarriedScript withoutFile(String id, FlywayVersion version, FlywayRow row) {
        String name = row.isBaseline() ? "baseline" : row.description();
        String origin = row.isBaseline() ? "(baseline " + version + ")" : row.script();
        String why = row.isBaseline()
                ? "what was there before Flyway has no script"
                : "it was applied, but the file is gone";
        left.add(new Left(origin, why + "; its revision stops"));
        String stem = "V" + version.toString().replace('.', '_') + "__" + name.replaceAll("[^A-Za-z0-9]+", "_");
        return CarriedScript.of(id, "V" + version + " " + name, stem + ".sql", from(row.script()))
                .stopping(origin + ": " + why);
    }

    private static String from(String path) {
        return "carried over from Flyway: " + path;
    }

    private CarriedScript script(String id, String message, FlywayFile file, @Nullable FlywayFile back) {
        String path = file.file().path();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("upgrade", text(file)));
        if (back != null) {
            sections.add(new Section("downgrade", text(back)));
        }
        CarriedScript script = CarriedScript.of(id, message, path, from(path), sections.toArray(Section[]::new));
        if (setting(file, "executeInTransaction=false")) {
            script = script.outside();
        }
        if (setting(file, "shouldExecute=false")) {
            remarks.add(path + ": shouldExecute=false is not carried");
        }
        try {
            return script.with(CarriedText.withoutDirectives(sections, syntax));
        } catch (LimbeckException e) {
            leave(file, e.problem().what() + " Its revision stops until it is written anew.");
            return script.stopping(
                    path + " holds what cannot be carried: " + e.problem().what());
        }
    }

    private String text(FlywayFile file) {
        boolean plain = setting(file, "placeholderReplacement=false");
        return plain
                ? file.file().text()
                : history.placeholders().replace(file.file().text());
    }

    // ---- repeatables

    /** A repeatable migration is a revision: applied if nothing changed since its last run, else it runs once more. */
    private void repeatables() {
        for (FlywayFile file : repeatable.values()) {
            String text = text(file);
            int checksum = FlywayFile.checksum(text);
            CarriedScript script = script(
                    AdoptedId.of("flyway repeatable", file.description()), "R " + file.description(), file, null);
            FlywayRow row = state.repeatables().get(file.description());
            Integer then = row == null ? null : row.checksum();
            boolean same = then != null
                    && (then == checksum
                            || then == FlywayFile.checksum(file.file().text()));
            if (row != null && same) {
                applied.put(script.id(), script);
                rows.add(row.applied(script.id()));
            } else {
                pending.add(script);
            }
            remarks.add(
                    file.file().path() + (row == null || same ? "" : " changed since it ran and will run once more;")
                            + " is an ordinary revision now: change it by a new one");
        }
    }

    private List<CarriedScript> chain() {
        List<CarriedScript> chain = new ArrayList<>();
        String down = null;
        for (CarriedScript script : applied.values()) {
            chain.add(script.on(down));
            down = script.id();
        }
        for (CarriedScript script : pending) {
            chain.add(script.on(down));
            down = script.id();
        }
        return chain;
    }
}
