package org.limbeck.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.limbeck.dialect.Dialect;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Column;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;

/** Finds what was perhaps renamed: one thing is gone, another like it is new. Only proposes; pure. */
public final class Renames {
    private static final double LIKELY = 0.6;
    /** More pairs of tables than this are not looked at: so much that changed at once was not renamed. */
    private static final int MOST_PAIRS = 40_000;

    private final SchemaChanges changes;
    private final Dialect dialect;

    private Renames(SchemaChanges changes, Dialect dialect) {
        this.changes = changes;
        this.dialect = dialect;
    }

    /**
     * One thing that was perhaps renamed.
     *
     * @param renaming what to say if it was
     * @param score how likely it is, from 0 to 1
     * @param removed the difference that takes the old one away
     * @param added the difference that brings the new one; for a value of an enum the same one
     */
    public record Proposal(Renaming renaming, double score, Difference removed, Difference added) {}

    /** What is likely enough to be asked, the likeliest first; each thing at most once. */
    public static List<Proposal> propose(SchemaChanges changes, Dialect dialect) {
        return new Renames(changes, dialect).proposals();
    }

    private List<Proposal> proposals() {
        List<Proposal> all = new ArrayList<>();
        columns(all);
        tables(all);
        all.removeIf(proposal -> proposal.score() < LIKELY);
        all.sort(Comparator.comparingDouble(Proposal::score)
                .reversed()
                .thenComparing(proposal -> proposal.renaming().toString()));
        Set<Difference> used = new HashSet<>();
        List<Proposal> chosen = new ArrayList<>();
        for (Proposal proposal : all) {
            if (!used.contains(proposal.removed()) && !used.contains(proposal.added())) {
                used.add(proposal.removed());
                used.add(proposal.added());
                chosen.add(proposal);
            }
        }
        changes.differences().forEach(difference -> value(difference).ifPresent(chosen::add));
        return chosen;
    }

    private List<Difference> of(ObjectKind kind, Difference.Change change) {
        return changes.differences().stream()
                .filter(d -> d.subject().kind() == kind && d.change() == change)
                .toList();
    }

    // ---- columns

    private void columns(List<Proposal> all) {
        Map<QualifiedName, List<Difference>> added = new TreeMap<>();
        for (Difference difference : of(ObjectKind.COLUMN, Difference.Change.ADDED)) {
            added.computeIfAbsent(difference.subject().name(), n -> new ArrayList<>())
                    .add(difference);
        }
        Map<QualifiedName, List<Difference>> removed = new TreeMap<>();
        for (Difference difference : of(ObjectKind.COLUMN, Difference.Change.REMOVED)) {
            removed.computeIfAbsent(difference.subject().name(), n -> new ArrayList<>())
                    .add(difference);
        }
        removed.forEach((table, gone) -> {
            List<Difference> come = added.getOrDefault(table, List.of());
            boolean only = gone.size() == 1 && come.size() == 1;
            for (int i = 0; i < gone.size(); i++) {
                for (int j = 0; j < come.size(); j++) {
                    column(table, gone.get(i), come.get(j), only, i == j && gone.size() == come.size())
                            .ifPresent(all::add);
                }
            }
        });
    }

    private Optional<Proposal> column(
            QualifiedName table, Difference removed, Difference added, boolean only, boolean place) {
        Column old = changes.have()
                .table(table)
                .flatMap(t -> t.column(String.valueOf(removed.subject().part())))
                .orElse(null);
        Column fresh = null;
        for (Operation operation : added.operations()) {
            fresh = operation instanceof AddColumn add ? add.column() : fresh;
        }
        if (old == null || fresh == null) {
            return Optional.empty();
        }
        Column one = normal(old);
        Column other = normal(fresh);
        double type = one.type().equals(other.type())
                ? 0.45
                : one.type().kind() == other.type().kind() ? 0.25 : 0;
        double score = type == 0
                ? 0
                : type
                        + 0.3 * similarity(old.name(), fresh.name())
                        + (one.nullable() == other.nullable() ? 0.05 : 0)
                        + (String.valueOf(one.defaultValue()).equals(String.valueOf(other.defaultValue())) ? 0.05 : 0)
                        + (only ? 0.1 : place ? 0.05 : 0)
                        + (isUsedAlike(table, old.name(), fresh.name()) ? 0.1 : 0);
        Renaming renaming = new Renaming.OfPart(table, old.name(), fresh.name());
        return Optional.of(new Proposal(renaming, Math.min(1, score), removed, added));
    }

    private Column normal(Column column) {
        return dialect.normalise(Table.of(new QualifiedName(null, "t"), List.of(column)))
                .columns()
                .get(0);
    }

    /** Whether a constraint or index of the old column goes, and one like it for the new column comes. */
    private boolean isUsedAlike(QualifiedName table, String old, String fresh) {
        Set<String> gone = new HashSet<>();
        for (Difference difference : changes.differences()) {
            boolean part = difference.subject().kind().isPart()
                    && difference.subject().name().equals(table);
            if (part && difference.change() == Difference.Change.REMOVED) {
                gone.add(difference.subject().kind() + difference.before().replace(old, fresh));
            }
        }
        return changes.differences().stream()
                .filter(d -> d.subject().kind().isPart() && d.subject().name().equals(table))
                .filter(d -> d.change() == Difference.Change.ADDED && Words.mention(d.after(), fresh))
                .anyMatch(d -> gone.contains(d.subject().kind() + d.after()));
    }

    // ---- tables

    private void tables(List<Proposal> all) {
        List<Difference> removed = of(ObjectKind.TABLE, Difference.Change.REMOVED);
        List<Difference> added = of(ObjectKind.TABLE, Difference.Change.ADDED);
        if ((long) removed.size() * added.size() > MOST_PAIRS) {
            return;
        }
        for (Difference gone : removed) {
            Table old = changes.have().table(gone.subject().name()).orElse(null);
            for (Difference come : added) {
                for (Operation operation : come.operations()) {
                    if (old != null && operation instanceof CreateTable create) {
                        Renaming renaming =
                                new Renaming.OfTable(old.name(), create.table().name());
                        all.add(new Proposal(renaming, score(old, create.table()), gone, come));
                    }
                }
            }
        }
    }

    private double score(Table old, Table fresh) {
        Set<String> one = columns(old);
        Set<String> other = columns(fresh);
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        double alike = (double) common.size() / (one.size() + other.size() - common.size());
        return alike * 0.75 + 0.25 * similarity(old.name().name(), fresh.name().name());
    }

    private Set<String> columns(Table table) {
        Set<String> columns = new HashSet<>();
        for (Column column : dialect.normalise(table).columns()) {
            columns.add(dialect.nameKey(column.name()) + " " + column.type().kind());
        }
        return columns;
    }

    // ---- values of enums

    private static Optional<Proposal> value(Difference difference) {
        if (difference.subject().kind() != ObjectKind.ENUM || difference.change() != Difference.Change.CHANGED) {
            return Optional.empty();
        }
        List<String> before = List.of(difference.before().split(", ", -1));
        List<String> after = List.of(difference.after().split(", ", -1));
        int at = -1;
        for (int i = 0; before.size() == after.size() && i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                at = at == -1 ? i : -2;
            }
        }
        boolean fresh = at >= 0 && !before.contains(after.get(at)) && !after.contains(before.get(at));
        return fresh
                ? Optional.of(new Proposal(
                        new Renaming.OfPart(difference.subject().name(), before.get(at), after.get(at)),
                        0.7,
                        difference,
                        difference))
                : Optional.empty();
    }

    // ---- names

    /** How alike two names are, from 0 to 1: one less the share of letters to change; words of one in the other count. */
    static double similarity(String one, String other) {
        String a = one.toLowerCase(java.util.Locale.ROOT);
        String b = other.toLowerCase(java.util.Locale.ROOT);
        if (a.equals(b)) {
            return 1;
        }
        double letters = 1 - (double) distance(a, b) / Math.max(a.length(), b.length());
        boolean within = a.length() > 2 && b.length() > 2 && (a.contains(b) || b.contains(a));
        return Math.max(letters, within ? 0.8 : 0);
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
