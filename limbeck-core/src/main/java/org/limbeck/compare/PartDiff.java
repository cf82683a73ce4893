package org.limbeck.compare;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.DropIndex;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RenameConstraint;
import org.limbeck.operation.RenameIndex;
import org.limbeck.operation.ReplaceConstraint;
import org.limbeck.operation.ValidateConstraint;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.TablePart;

/** What differs between the constraints and indexes of two tables. */
final class PartDiff {
    private final Plan plan;
    private final TablePair pair;
    private final Dialect dialect;
    private final CompareOptions options;
    private final Texts texts;
    /** Tables of which anything changes. */
    private final Set<QualifiedName> changing;

    PartDiff(Plan plan, TablePair pair, Dialect dialect, CompareOptions options, Set<QualifiedName> changing) {
        this.plan = plan;
        this.pair = pair;
        this.dialect = dialect;
        this.options = options;
        this.texts = new Texts(dialect);
        this.changing = changing;
    }

    private QualifiedName table() {
        return pair.name();
    }

    void run() {
        pair.parts.removed.forEach(this::removed);
        pair.parts.changed.forEach(this::changed);
        pair.parts.same.forEach(this::same);
        pair.parts.added.forEach(this::added);
    }

    private Subject subject(Part part, TablePart raw) {
        String name = Part.nameOf(raw);
        return new Subject(part.kind(), table(), name == null ? part.name() : name);
    }

    private TablePart live(Part part) {
        return part.raw(pair.have.raw(), dialect);
    }

    private TablePart wanted(Part part) {
        return part.raw(pair.want.raw(), dialect);
    }

    private void removed(Part part) {
        TablePart raw = live(part);
        drop(plan.removed(subject(part, raw)).before(texts.part(raw)), raw);
    }

    private void added(Part part) {
        TablePart raw = wanted(part);
        add(plan.added(subject(part, raw)).after(texts.part(raw)), raw);
    }

    private void changed(PartMatch.Pair parts) {
        TablePart have = live(parts.have());
        TablePart want = wanted(parts.want());
        Plan.Finding finding = plan.changed(subject(parts.have(), have))
                .before(texts.part(have))
                .after(texts.part(want));
        String name = Part.nameOf(have);
        if (name != null
                && want instanceof Constraint
                && !(want instanceof ForeignKey)
                && have.getClass() == want.getClass()) {
            finding.does(
                    Phase.ALTER_TABLE,
                    0,
                    TablePlace.REPLACE_CONSTRAINT,
                    new ReplaceConstraint(table(), name, (Constraint) want));
        } else {
            drop(finding, have);
            add(finding, want);
        }
    }

    // ---- alike, but for the name or for having been checked

    private void same(PartMatch.Pair parts) {
        Part have = parts.have();
        Part want = parts.want();
        String from = have.name();
        String to = want.name();
        if (from != null
                && to != null
                && !dialect.nameKey(from).equals(dialect.nameKey(to))
                && (isChosen(want.kind(), to) || isWantedElsewhere(from))) {
            rename(parts);
        }
        if (!have.validated() && want.validated() && from != null) {
            plan.changed(subject(have, live(have)))
                    .before("not valid")
                    .after("valid")
                    .does(Phase.ALTER_TABLE, 0, TablePlace.VALIDATE, new ValidateConstraint(table(), from));
        }
    }

    /** Whether another part of the table is to have the name. */
    private boolean isWantedElsewhere(String name) {
        return pair.parts.added.stream().anyMatch(part -> isNamed(part, name))
                || pair.parts.changed.stream().anyMatch(parts -> isNamed(parts.want(), name));
    }

    private boolean isNamed(Part part, String name) {
        String own = part.name();
        return own != null && dialect.nameKey(own).equals(dialect.nameKey(name));
    }

    /** Whether a name was chosen by a person, and matters for such a thing. */
    private boolean isChosen(ObjectKind kind, String name) {
        return (kind == ObjectKind.INDEX || options.constraintNames())
                && !pair.want.unnamed().contains(name)
                && !isGenerated(name);
    }

    /** As Hibernate makes names: two or three letters and a hash of 20 to 25 characters, or {@code t_c_key} on PostgreSQL. */
    static boolean isGenerated(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String prefix : new String[] {"idx", "fk", "uk", "pk"}) {
            if (lower.startsWith(prefix) && lower.length() >= prefix.length() + 20) {
                return isHash(lower.substring(prefix.length()));
            }
        }
        return false;
    }

    private static boolean isHash(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digit |= c >= '0' && c <= '9';
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return digit;
    }

    private void rename(PartMatch.Pair parts) {
        TablePart have = live(parts.have());
        TablePart want = wanted(parts.want());
        String from = Objects.requireNonNull(parts.have().name());
        String to = Objects.requireNonNull(Part.nameOf(want));
        Operation operation =
                have instanceof Index ? new RenameIndex(table(), from, to) : new RenameConstraint(table(), from, to);
        Plan.Finding finding = plan.found(Difference.Change.RENAMED, subject(parts.have(), have))
                .before(from)
                .after(to);
        boolean taken = pair.parts.same.stream().anyMatch(other -> isNamed(other.have(), to));
        if (!taken && new Feasible(dialect).can(operation, pair.have.raw())) {
            finding.does(Phase.ALTER_TABLE, 0, TablePlace.RENAME_PART, operation);
        } else {
            drop(finding, have);
            add(finding, want);
        }
    }

    // ---- operations

    private void drop(Plan.Finding finding, TablePart raw) {
        drop(finding, table(), raw, isNear(raw));
    }

    private void add(Plan.Finding finding, TablePart raw) {
        add(finding, table(), raw, isNear(raw));
    }

    /** Whether a foreign key may stand among the other operations of its table. */
    private boolean isNear(TablePart raw) {
        return raw instanceof ForeignKey key && !changing.contains(key.references());
    }

    /** By its name, and by what it looks like where it has none. */
    static DropConstraint dropping(QualifiedName table, Constraint constraint) {
        return new DropConstraint(table, constraint.name(), constraint.name() == null ? constraint : null);
    }

    static void drop(Plan.Finding finding, QualifiedName table, TablePart raw, boolean near) {
        @Nullable String name = Part.nameOf(raw);
        if (raw instanceof Index index) {
            Operation drop = new DropIndex(table, name, name == null ? index : null, false);
            finding.does(Phase.ALTER_TABLE, 0, TablePlace.DROP_INDEX, drop);
        } else if (raw instanceof ForeignKey key) {
            Operation drop = dropping(table, key);
            if (near) {
                finding.does(Phase.ALTER_TABLE, 0, TablePlace.DROP_KEY, drop);
            } else {
                finding.doesAt(Phase.DROP_FOREIGN_KEY, table, drop);
            }
        } else if (raw instanceof Constraint constraint) {
            Operation drop = dropping(table, constraint);
            finding.does(Phase.ALTER_TABLE, 0, TablePlace.DROP_CONSTRAINT, drop);
        }
    }

    static void add(Plan.Finding finding, QualifiedName table, TablePart raw, boolean near) {
        if (raw instanceof Index index) {
            finding.does(Phase.ALTER_TABLE, 0, TablePlace.ADD_INDEX, new CreateIndex(table, index, false));
        } else if (raw instanceof ForeignKey key) {
            Operation add = new AddConstraint(table, key);
            if (near) {
                finding.does(Phase.ALTER_TABLE, 0, TablePlace.ADD_KEY, add);
            } else {
                finding.doesAt(Phase.ADD_FOREIGN_KEY, table, add);
            }
        } else if (raw instanceof Constraint constraint) {
            Operation add = new AddConstraint(table, constraint);
            finding.does(Phase.ALTER_TABLE, 0, TablePlace.ADD_CONSTRAINT, add);
        }
    }
}
