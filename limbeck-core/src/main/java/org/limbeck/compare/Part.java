package org.limbeck.compare;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.Check;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.Table;
import org.limbeck.schema.TablePart;
import org.limbeck.schema.Unique;

/**
 * A constraint or index of a table in its normal form.
 *
 * @param key what it is, apart from its name; two that are the same to the database have equal keys
 * @param validated false if existing rows were not checked
 */
record Part(ObjectKind kind, @Nullable String name, Object key, TablePart normal, boolean validated) {
    /** A name that stands for none, in keys. */
    private static final String NO_NAME = "";

    static ObjectKind kind(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return ObjectKind.PRIMARY_KEY;
        }
        if (constraint instanceof Unique) {
            return ObjectKind.UNIQUE;
        }
        if (constraint instanceof ForeignKey) {
            return ObjectKind.FOREIGN_KEY;
        }
        return constraint instanceof Check ? ObjectKind.CHECK : ObjectKind.EXCLUSION;
    }

    /** The parts of a table in its normal form. */
    static List<Part> of(Table normal, Dialect dialect) {
        boolean exact = dialect.nameKey("A").equals("A");
        List<Part> parts = new ArrayList<>();
        for (Constraint constraint : normal.constraints()) {
            Constraint bare = checked(constraint).named(NO_NAME);
            parts.add(new Part(
                    kind(constraint),
                    constraint.name(),
                    exact ? bare : folded(bare, dialect),
                    constraint,
                    checked(constraint).equals(constraint)));
        }
        for (Index index : normal.indexes()) {
            Index bare = index.named(NO_NAME);
            parts.add(new Part(ObjectKind.INDEX, index.name(), exact ? bare : folded(bare, dialect), index, true));
        }
        return parts;
    }

    private static Constraint checked(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return key.withValidated(true);
        }
        return constraint instanceof Check check ? check.withValidated(true) : constraint;
    }

    private static Constraint folded(Constraint constraint, Dialect dialect) {
        Constraint folded = constraint;
        for (String column : constraint.columns()) {
            folded = folded.renameColumn(column, dialect.nameKey(column));
        }
        return folded instanceof ForeignKey key
                ? key.towards(
                        key.references(),
                        key.referencedColumns().stream().map(dialect::nameKey).toList())
                : folded;
    }

    private static Index folded(Index index, Dialect dialect) {
        Index folded = index;
        for (String column : index.columns()) {
            folded = folded.renameColumn(column, dialect.nameKey(column));
        }
        return folded;
    }

    /** The part of the table as it was before it was normalised. */
    TablePart raw(Table raw, Dialect dialect) {
        List<TablePart> candidates = new ArrayList<>(raw.constraints());
        candidates.addAll(raw.indexes());
        List<TablePart> named =
                candidates.stream().filter(p -> sameName(p) && fits(p)).toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        for (TablePart candidate : candidates) {
            if (alone(raw, candidate, dialect)) {
                return candidate;
            }
        }
        return normal;
    }

    private boolean fits(TablePart part) {
        return part instanceof Constraint constraint
                ? kind(constraint) == kind
                : kind == ObjectKind.INDEX || kind == ObjectKind.UNIQUE;
    }

    private boolean sameName(TablePart part) {
        String other = nameOf(part);
        return kind == ObjectKind.PRIMARY_KEY
                ? part instanceof PrimaryKey
                : name != null && name.equalsIgnoreCase(other);
    }

    static @Nullable String nameOf(TablePart part) {
        if (part instanceof Constraint constraint) {
            return constraint.name();
        }
        return part instanceof Index index ? index.name() : null;
    }

    private boolean alone(Table raw, TablePart candidate, Dialect dialect) {
        if (!fits(candidate)) {
            return false;
        }
        Table only = candidate instanceof Constraint constraint
                ? raw.withConstraints(List.of(constraint)).withIndexes(List.of())
                : candidate instanceof Index index ? raw.withIndexes(List.of(index)) : raw;
        return of(dialect.normalise(only), dialect).stream().anyMatch(p -> p.kind == kind && p.key.equals(key));
    }
}
