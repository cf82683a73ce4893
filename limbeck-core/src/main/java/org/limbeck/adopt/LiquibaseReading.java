package org.limbeck.adopt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.adopt.Adoption.Applied;
import org.limbeck.adopt.Adoption.Left;
import org.limbeck.adopt.CarriedScript.Section;
import org.limbeck.adopt.LiquibaseHistory.Row;
import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** Makes an adoption of Liquibase's change sets and rows. Used once; not thread-safe. */
final class LiquibaseReading {
    private static final int LONGEST_SLUG = 40;

    private final LiquibaseHistory history;
    private final Changelog log;
    private final List<Row> rows;
    private final GeneratedSql up;
    private final GeneratedSql down;
    private final Dialect dialect;
    private final List<Left> left;
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, CarriedScript> applied = new LinkedHashMap<>();
    private final List<CarriedScript> pending = new ArrayList<>();
    private final List<Applied> recorded = new ArrayList<>();
    private final Set<Row> matched = new HashSet<>();
    private final Set<String> files = new HashSet<>();

    LiquibaseReading(
            LiquibaseHistory history,
            Changelog log,
            List<Row> rows,
            GeneratedSql up,
            GeneratedSql down,
            Dialect dialect) {
        this.history = history;
        this.log = log;
        this.rows = rows.stream().sorted(Comparator.comparingInt(Row::order)).toList();
        this.up = up;
        this.down = down;
        this.dialect = dialect;
        this.left = new ArrayList<>(log.left());
    }

    /** @throws LimbeckException with what keeps it from being adopted */
    Adoption adoption() {
        List<ChangeSet> changeSets = once(all());
        Map<ChangeSet, Row> found = new HashMap<>();
        for (ChangeSet changeSet : changeSets) {
            Row row = row(changeSet);
            if (row != null) {
                found.put(changeSet, row);
                matched.add(row);
            }
        }
        missing();
        int last = -1;
        for (int i = 0; i < changeSets.size(); i++) {
            last = found.containsKey(changeSets.get(i)) ? i : last;
        }
        for (int i = 0; i < changeSets.size(); i++) {
            ChangeSet changeSet = changeSets.get(i);
            add(changeSet, found.get(changeSet), i < last);
        }
        tags();
        return new Adoption(
                "Liquibase", history.table(), log.files(), rows.size(), true, chain(), recorded, left, remarks);
    }

    /** Those of the changelog; where a form is not read, those that Liquibase itself printed. */
    private List<ChangeSet> all() {
        List<ChangeSet> all = new ArrayList<>(log.changeSets());
        for (Map.Entry<String, GeneratedSql.Piece> piece : up.pieces().entrySet()) {
            String[] parts = piece.getKey().split("::", 3);
            ChangeSet printed = new ChangeSet(parts[0], parts[1], parts[2], Map.of(), null, null, List.of(), parts[0]);
            boolean known = all.stream()
                    .anyMatch(set -> set.id().equals(printed.id())
                            && set.author().equals(printed.author())
                            && set.isIn(printed.path()));
            if (!known) {
                all.add(printed);
            }
        }
        return all;
    }

    /** A file may be included twice; two change sets of one name in one file are a mistake, which Liquibase refuses, too. */
    private static List<ChangeSet> once(List<ChangeSet> all) {
        Map<String, ChangeSet> byKey = new LinkedHashMap<>();
        List<Problem> twice = new ArrayList<>();
        for (ChangeSet changeSet : all) {
            ChangeSet other = byKey.putIfAbsent(changeSet.key(), changeSet);
            if (other != null && !other.place().equals(changeSet.place())) {
                twice.add(Problem.of(ErrorCode.ADOPTION_REFUSED, "Two change sets are one: " + changeSet.key())
                        .why("They are at " + other.place() + " and " + changeSet.place() + ".")
                        .todo("Give one of them another id."));
            }
        }
        if (!twice.isEmpty()) {
            throw new LimbeckException(twice, null);
        }
        return List.copyOf(byKey.values());
    }

    private @Nullable Row row(ChangeSet changeSet) {
        for (Row row : rows) {
            if (row.id().equals(changeSet.id())
                    && row.author().equals(changeSet.author())
                    && changeSet.isIn(row.path())
                    && !matched.contains(row)) {
                return row;
            }
        }
        return null;
    }

    /** What was applied and is in no file stops: a new database would lack it. */
    private void missing() {
        for (Row row : rows) {
            if (!matched.contains(row)) {
                String why = "it was applied, but its change set is gone";
                left.add(new Left(row.key(), why + "; its revision stops"));
                CarriedScript script = CarriedScript.of(
                                AdoptedId.of("liquibase", row.path(), row.id(), row.author()),
                                row.author() + ":" + row.id(),
                                file(row.author(), row.id(), ""),
                                "carried over from Liquibase: " + row.key())
                        .stopping(row.key() + ": " + why);
                record(script, row);
            }
        }
    }

    private void record(CarriedScript script, Row row) {
        applied.put(script.id(), script);
        recorded.add(new Applied(script.id(), row.at(), null, 0));
    }

    private void add(ChangeSet changeSet, @Nullable Row row, boolean before) {
        String notHere = notHere(changeSet);
        boolean conditional = !changeSet.attribute("context").isEmpty()
                || !changeSet.attribute("contextFilter").isEmpty()
                || !changeSet.attribute("labels").isEmpty();
        if (row == null && conditional) {
            left.add(new Left(changeSet.key(), "it was not applied here, and runs in some contexts or labels only"));
            return;
        }
        if (conditional) {
            left.add(new Left(changeSet.key(), "its contexts and labels; it is an ordinary revision now"));
        }
        if (changeSet.is("runAlways") || changeSet.is("runOnChange")) {
            remarks.add(changeSet.key() + " is an ordinary revision now: it runs once");
        }
        CarriedScript script = script(changeSet, notHere != null);
        if (row != null) {
            if (row.type().equals("MARK_RAN")) {
                remarks.add(changeSet.key() + " was marked as run and not run; it is recorded all the same");
            }
            record(script, row);
        } else if (notHere != null) {
            applied.put(script.id(), script);
            recorded.add(new Applied(script.id(), null, null, 0));
            left.add(new Left(changeSet.key(), notHere));
        } else {
            pending.add(script);
            if (before) {
                remarks.add(changeSet.key() + " was never applied, though later ones are: it is put behind them,"
                        + " and runs with the next upgrade");
            }
        }
    }

    /** Why a change set is none of this database's business; null if it is. */
    private @Nullable String notHere(ChangeSet changeSet) {
        DbmsList names = DbmsList.of(changeSet.attribute("dbms"));
        return names.includes(dialect.name())
                ? null
                : "for " + changeSet.attribute("dbms") + " only: nothing to do here";
    }

    private CarriedScript script(ChangeSet changeSet, boolean notHere) {
        GeneratedSql.Piece printed = piece(up, changeSet);
        String sql = changeSet.sql() != null ? log.replaced(changeSet.sql()) : printed == null ? null : printed.sql();
        CarriedScript script = CarriedScript.of(
                AdoptedId.of("liquibase", changeSet.path(), changeSet.id(), changeSet.author()),
                message(changeSet),
                file(changeSet.author(), changeSet.id(), changeSet.path()),
                "carried over from Liquibase: " + changeSet.key());
        if (changeSet.attribute("runInTransaction").equalsIgnoreCase("false")
                || (changeSet.sql() == null && printed != null && !printed.transactional())) {
            script = script.outside();
        }
        if (sql == null && !notHere) {
            String what = String.join(", ", changeSet.notes());
            left.add(new Left(
                    changeSet.key(),
                    (what.isEmpty() ? "no SQL" : what) + ": no SQL; its revision stops until --sql-file gives it"));
            return script.stopping(
                    changeSet.key() + " of Liquibase is no SQL (" + what + ") and is not written anew yet");
        }
        changeSet.notes().stream()
                .filter(note -> note.startsWith("its "))
                .forEach(note -> left.add(new Left(changeSet.key(), note)));
        return sections(script, changeSet, sql == null ? "" : sql);
    }

    private CarriedScript sections(CarriedScript script, ChangeSet changeSet, String sql) {
        String plain = Delimited.plain(sql, changeSet.attribute("endDelimiter"), dialect.syntax());
        if (plain == null) {
            left.add(new Left(
                    changeSet.key(),
                    "its statements end with " + changeSet.attribute("endDelimiter")
                            + " and cannot be told apart; its revision stops"));
            return script.with(List.of(new Section("upgrade", sql)))
                    .stopping(changeSet.key() + ": its statements cannot be told apart");
        }
        List<Section> sections =
                new ArrayList<>(DbmsList.of(changeSet.attribute("dbms")).sections(plain));
        GeneratedSql.Piece printed = piece(down, changeSet);
        String back = changeSet.rollback();
        if (back != null || printed != null) {
            sections.add(
                    new Section("downgrade", back != null ? log.replaced(back) : printed == null ? "" : printed.sql()));
        }
        try {
            return script.with(CarriedText.withoutDirectives(sections, dialect.syntax()));
        } catch (LimbeckException e) {
            left.add(new Left(changeSet.key(), e.problem().what() + " Its revision stops until it is written anew."));
            return script.with(sections)
                    .stopping(changeSet.key() + " holds what cannot be carried: "
                            + e.problem().what());
        }
    }

    private static GeneratedSql.@Nullable Piece piece(GeneratedSql sql, ChangeSet changeSet) {
        for (Map.Entry<String, GeneratedSql.Piece> piece : sql.pieces().entrySet()) {
            String[] parts = piece.getKey().split("::", 3);
            if (parts[1].equals(changeSet.id()) && parts[2].equals(changeSet.author()) && changeSet.isIn(parts[0])) {
                return piece.getValue();
            }
        }
        return null;
    }

    private static String message(ChangeSet changeSet) {
        String path = ChangeSet.plain(changeSet.path());
        String stem = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
        return changeSet.name() + " of " + stem;
    }

    private String file(String author, String id, String path) {
        String slug = (author + "_" + id).replaceAll("[^A-Za-z0-9]+", "_");
        String stem = slug.length() > LONGEST_SLUG ? slug.substring(0, LONGEST_SLUG) : slug;
        String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "";
        String changelog = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[A-Za-z]+$", "");
        String base = ChangeSet.plain(folder)
                + (changelog.isEmpty() ? "" : changelog.replaceAll("[^A-Za-z0-9]+", "_") + "__");
        String name = base + stem + ".sql";
        for (int i = 2; !files.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base + stem + "_" + i + ".sql";
        }
        return name;
    }

    private void tags() {
        Map<String, String> releases = new LinkedHashMap<>();
        List<String> ids = recorded.stream().map(Applied::id).toList();
        for (Row row : rows) {
            String tag = row.tag();
            if (tag != null) {
                applied.values().stream()
                        .filter(script -> ids.contains(script.id())
                                && script.origin().endsWith("::" + row.id() + "::" + row.author()))
                        .findFirst()
                        .ifPresent(script -> releases.put(tag, script.id()));
            }
        }
        if (!releases.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            releases.forEach((tag, id) -> pairs.add("\"" + tag + "\" = \"" + id + "\""));
            remarks.add("tags can go on as releases in limbeck.toml:  releases = { " + String.join(", ", pairs) + " }");
        }
        remarks.add("Liquibase's checksums (MD5SUM) are not compared with the files");
    }

    private List<CarriedScript> chain() {
        List<CarriedScript> chain = new ArrayList<>();
        String below = null;
        for (CarriedScript script : applied.values()) {
            chain.add(script.on(below));
            below = script.id();
        }
        for (CarriedScript script : pending) {
            chain.add(script.on(below));
            below = script.id();
        }
        return chain;
    }
}
