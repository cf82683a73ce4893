package org.limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Names;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Unsupported;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.DropIndex;
import org.limbeck.operation.RenameConstraint;
import org.limbeck.operation.ReplaceConstraint;
import org.limbeck.schema.Check;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.schema.Unique;

/** Clauses of CREATE TABLE and ALTER TABLE about constraints and indexes. */
final class KeyClauses {
    private final MySqlDialect dialect;
    private final StateView before;

    KeyClauses(MySqlDialect dialect, StateView before) {
        this.dialect = dialect;
        this.before = before;
    }

    private String id(@Nullable String name) {
        return dialect.identifier(String.valueOf(name));
    }

    private String names(List<String> columns) {
        return columns.stream().map(dialect::identifier).collect(Collectors.joining(", "));
    }

    // ---- constraints

    /** {@code CONSTRAINT name ...}; a primary key has no name of its own. */
    String constraint(Constraint constraint, Optional<Table> table) {
        if (constraint instanceof PrimaryKey key) {
            refuseDeferrable(key.deferrability(), "a deferrable primary key");
            return "PRIMARY KEY (" + names(key.columns()) + ")";
        }
        return (constraint.name() == null ? "" : "CONSTRAINT " + id(constraint.name()) + " ") + body(constraint, table);
    }

    private String body(Constraint constraint, Optional<Table> table) {
        if (constraint instanceof Unique unique) {
            return unique(unique);
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(key, table);
        }
        if (constraint instanceof Check check) {
            refuseNotValid(check.validated(), "check " + check.name());
            return "CHECK (" + dialect.words(check.expression()) + ")";
        }
        throw Unsupported.on(
                dialect,
                "exclusion constraint " + ((Exclusion) constraint).name(),
                "Only PostgreSQL has exclusion constraints.",
                "Put it into  op.on(\"postgresql\", ...)  and guard the rows here by a trigger.");
    }

    private String unique(Unique unique) {
        refuseDeferrable(unique.deferrability(), "the deferrable unique constraint " + unique.name());
        if (!unique.nullsDistinct()) {
            throw Unsupported.on(
                    dialect,
                    "NULLS NOT DISTINCT of " + unique.name(),
                    "Rows with NULL never agree in a unique key.",
                    "Make the columns NOT NULL, or make a computed column for the key.");
        }
        return "UNIQUE (" + names(unique.columns()) + ")";
    }

    private String foreignKey(ForeignKey key, Optional<Table> table) {
        refuseDeferrable(key.deferrability(), "the deferrable foreign key " + key.name());
        refuseNotValid(key.validated(), "foreign key " + key.name());
        if (key.match() != null && !key.match().equalsIgnoreCase("SIMPLE")) {
            throw Unsupported.on(
                    dialect,
                    "MATCH " + key.match() + " of foreign key " + key.name(),
                    "It reads the word, ignores it, and ignores ON DELETE and ON UPDATE with it.",
                    "Leave it out, and make the columns NOT NULL.");
        }
        return "FOREIGN KEY (" + names(key.columns()) + ") REFERENCES " + Names.qualified(dialect, key.references())
                + " (" + names(target(key, table)) + ")" + action(" ON DELETE ", key.onDelete(), key)
                + action(" ON UPDATE ", key.onUpdate(), key);
    }

    /** The columns referred to, which must be named: the primary key's where the script leaves them out. */
    private List<String> target(ForeignKey key, Optional<Table> table) {
        if (!key.referencedColumns().isEmpty()) {
            return key.referencedColumns();
        }
        Optional<Table> referenced =
                table.filter(t -> t.name().equals(key.references())).or(() -> before.table(key.references()));
        return referenced
                .flatMap(Table::primaryKey)
                .map(PrimaryKey::columns)
                .orElseThrow(() -> Problem.of(
                                ErrorCode.SCHEMA_CONFLICT,
                                "The primary key of table " + key.references() + ", which foreign key " + key.name()
                                        + " refers to, is not known")
                        .todo("Name the columns:  references(\"" + key.references() + "\", \"id\")")
                        .exception());
    }

    private String action(String words, ReferentialAction action, ForeignKey key) {
        if (action == ReferentialAction.SET_DEFAULT) {
            throw Unsupported.on(
                    dialect,
                    "SET DEFAULT of foreign key " + key.name(),
                    "InnoDB refuses it.",
                    "Use SET NULL, or a trigger.");
        }
        return action == ReferentialAction.NO_ACTION
                ? ""
                : words + action.name().replace('_', ' ');
    }

    private void refuseDeferrable(Deferrability when, String what) {
        if (when != Deferrability.NOT_DEFERRABLE) {
            throw Unsupported.on(
                    dialect,
                    what,
                    "Constraints are checked at each row.",
                    "Leave deferrable(...) out, or put the constraint into  op.on(...)");
        }
    }

    private void refuseNotValid(boolean validated, String what) {
        if (!validated) {
            throw Unsupported.on(
                    dialect,
                    what + " as NOT VALID",
                    "A new constraint is checked against all rows at once.",
                    "Leave notValid() out here:  op.on(\"postgresql\", ...).otherwise(...)");
        }
    }

    // ---- indexes

    /** {@code INDEX name (members)} with the words around it. */
    String index(Index index, Optional<Table> table) {
        refuse(index.where() != null, index, "a predicate", "Put the condition into a computed column and index that.");
        refuse(!index.include().isEmpty(), index, "INCLUDE columns", "Add the columns at the end of the index.");
        refuse(
                index.distinct() && !index.nullsDistinct(),
                index,
                "NULLS NOT DISTINCT",
                "Make the columns NOT NULL, or index a computed column.");
        String members = index.members().stream().map(m -> member(m, index)).collect(Collectors.joining(", "));
        String options = dialect.option(index.options());
        return kind(index, table) + id(index.name()) + usingHash(index) + " (" + members + ")"
                + (options == null || options.isBlank() ? "" : " " + options);
    }

    private void refuse(boolean asked, Index index, String what, String wayOut) {
        if (asked) {
            throw Unsupported.on(
                    dialect, what + " of index " + index.name(), "Its indexes have no such thing.", wayOut);
        }
    }

    private String kind(Index index, Optional<Table> table) {
        String method = index.method() == null ? "btree" : index.method().toLowerCase(Locale.ROOT);
        boolean memory = table.map(t -> String.valueOf(dialect.option(t.options())))
                .filter(words -> words.matches("(?is).*engine\\s*=?\\s*(memory|heap|ndb).*"))
                .isPresent();
        boolean vectors = dialect.isMariaDb() && dialect.server().atLeast(11, 7);
        boolean known = switch (method) {
            case "btree", "fulltext", "spatial" -> true;
            case "hash" -> memory;
            case "vector" -> vectors;
            default -> false;
        };
        refuse(!known, index, "the method " + method, "Leave using(...) out, or put the index into  op.on(...)");
        String word = switch (method) {
            case "fulltext", "spatial", "vector" -> method.toUpperCase(Locale.ROOT) + " ";
            default -> "";
        };
        return (index.distinct() ? "UNIQUE " : "") + word + "INDEX ";
    }

    private static String usingHash(Index index) {
        return "hash".equalsIgnoreCase(index.method()) ? " USING HASH" : "";
    }

    private String member(IndexMember member, Index index) {
        refuse(member.operatorClass() != null, index, "an operator class", "Leave it out.");
        refuse(member.collation() != null, index, "a collation", "Give the column the collation.");
        boolean usualNulls =
                member.nulls() == null || (member.nulls() == IndexMember.Nulls.LAST) == member.descending();
        refuse(!usualNulls, index, "another place for NULLs", "NULL is the least value here; leave it out.");
        boolean oldMariaDb = dialect.isMariaDb() && !dialect.server().atLeast(10, 8);
        refuse(member.descending() && oldMariaDb, index, "a descending member", "Use MariaDB 10.8 or later.");
        String column = member.column();
        String what = column != null
                ? id(column) + (member.prefix() == null ? "" : "(" + member.prefix() + ")")
                : expression(member, index);
        return what + (member.descending() ? " DESC" : "");
    }

    private String expression(IndexMember member, Index index) {
        refuse(
                dialect.isMariaDb(),
                index,
                "an expression",
                "Add a computed column (virtualAs) with the expression and index that.");
        return "(" + (member.expression() == null ? "" : dialect.words(member.expression())) + ")";
    }

    // ---- adding

    List<String> add(AddConstraint operation) {
        Constraint constraint = operation.constraint();
        List<String> clauses = new ArrayList<>();
        clauses.add("ADD " + constraint(constraint, before.table(operation.table())));
        clauses.addAll(upkeepOfNew(operation.table(), table -> table.plus(constraint)));
        return clauses;
    }

    List<String> add(QualifiedName name, Index index) {
        List<String> clauses = new ArrayList<>();
        clauses.add("ADD " + index(index, before.table(name)));
        clauses.addAll(upkeepOfNew(name, table -> table.plus(index)));
        return clauses;
    }

    // ---- dropping

    List<String> drop(DropConstraint operation) {
        Optional<Table> table = before.table(operation.table());
        Constraint found = table.flatMap(operation::find)
                .or(() -> table.flatMap(t -> primaryKey(t, operation.name())))
                .orElse(operation.like());
        if (found != null) {
            Constraint named = found.name() == null && operation.name() != null ? found.named(operation.name()) : found;
            List<String> clauses = new ArrayList<>(List.of(drop(named, operation.table())));
            table.ifPresent(t -> clauses.addAll(upkeep(t, t.minus(named))));
            table.ifPresent(t -> clauses.addAll(inherited(t, named)));
            return clauses;
        }
        if (table.isPresent() && before.live()) {
            throw missing("Constraint " + operation.name(), operation.table());
        }
        return List.of("DROP CONSTRAINT " + id(operation.name()));
    }

    /** A primary key keeps no name, so that any name a primary key is given by convention means it. */
    private static Optional<Constraint> primaryKey(Table table, @Nullable String name) {
        boolean means = name != null && (name.startsWith("pk_") || name.equals("PRIMARY"));
        return means ? table.primaryKey().map(Constraint.class::cast) : Optional.empty();
    }

    private String drop(Constraint constraint, QualifiedName table) {
        if (constraint instanceof PrimaryKey) {
            return "DROP PRIMARY KEY";
        }
        if (constraint.name() == null) {
            throw missing("A constraint like " + constraint, table);
        }
        if (constraint instanceof Unique) {
            return "DROP INDEX " + id(constraint.name());
        }
        return (constraint instanceof ForeignKey ? "DROP FOREIGN KEY " : "DROP CONSTRAINT ") + id(constraint.name());
    }

    private static RuntimeException missing(String what, QualifiedName table) {
        return Problem.of(ErrorCode.SCHEMA_CONFLICT, what + " of table " + table + " does not exist")
                .exception();
    }

    List<String> drop(DropIndex operation) {
        Optional<Table> table = before.table(operation.table());
        Optional<Index> index = table.flatMap(operation::find);
        String name = index.map(Index::name)
                .or(() -> table.flatMap(t -> uniqueLike(t, operation)))
                .orElse(operation.name());
        if (name == null) {
            throw missing("A single index like " + operation.like(), operation.table());
        }
        List<String> clauses = new ArrayList<>();
        clauses.add("DROP INDEX " + id(name));
        if (table.isPresent()) {
            Table after = operation
                    .evolve(Schema.of(List.of(table.get())))
                    .table(operation.table())
                    .orElse(table.get());
            clauses.addAll(upkeep(table.get(), after));
        }
        return clauses;
    }

    private static Optional<String> uniqueLike(Table table, DropIndex operation) {
        List<String> names = table.constraints().stream()
                .filter(c -> c instanceof Unique
                        && operation.like() != null
                        && c.columns().equals(operation.like().columns()))
                .map(c -> String.valueOf(c.name()))
                .toList();
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    /** The clauses that drop what goes with a column: the database would only take the column out of longer keys. */
    List<String> dropsOf(DropColumn operation) {
        Optional<Table> known = before.table(operation.table());
        if (known.isEmpty()) {
            return List.of();
        }
        Table table = known.get();
        Table after = operation
                .evolve(Schema.of(List.of(table)))
                .table(operation.table())
                .orElse(table);
        List<String> clauses = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (!after.constraints().contains(constraint)) {
                clauses.add(drop(constraint, operation.table()));
            }
        }
        for (Index index : table.indexes()) {
            if (!after.indexes().contains(index)) {
                clauses.add("DROP INDEX " + id(index.name()));
            }
        }
        clauses.addAll(upkeep(table, after));
        return clauses;
    }

    // ---- replacing and renaming

    List<List<String>> replace(ReplaceConstraint operation) {
        DropConstraint drop = new DropConstraint(operation.table(), operation.name(), null);
        Optional<Table> table = before.table(operation.table());
        Optional<Constraint> old =
                table.flatMap(drop::find).or(() -> table.flatMap(t -> primaryKey(t, operation.name())));
        Constraint added = operation.constraint();
        String add = "ADD " + constraint(added, table);
        boolean sameForeignKey = old.filter(ForeignKey.class::isInstance).isPresent()
                && added instanceof ForeignKey
                && operation.name().equals(added.name());
        if (old.isEmpty() || table.isEmpty()) {
            List<String> clauses = new ArrayList<>(drop(drop));
            clauses.add(add);
            return List.of(clauses);
        }
        String gone = drop(old.get(), operation.table());
        if (sameForeignKey) {
            return List.of(List.of(gone), List.of(add));
        }
        List<String> clauses = new ArrayList<>(List.of(gone, add));
        clauses.addAll(upkeep(table.get(), table.get().minus(old.get()).plus(added)));
        return List.of(clauses);
    }

    /** There is no RENAME CONSTRAINT; a unique constraint is its index, a primary key has no name. */
    List<String> rename(RenameConstraint operation) {
        Table table = before.table(operation.table())
                .orElseThrow(() -> missing("Constraint " + operation.from(), operation.table()));
        Constraint constraint = table.constraint(operation.from())
                .or(() -> primaryKey(table, operation.from()))
                .orElseThrow(() -> missing("Constraint " + operation.from(), operation.table()));
        if (constraint instanceof PrimaryKey) {
            return List.of();
        }
        if (constraint instanceof Unique) {
            return List.of("RENAME INDEX " + id(operation.from()) + " TO " + id(operation.to()));
        }
        List<String> clauses = new ArrayList<>();
        clauses.add(drop(constraint, operation.table()));
        if (constraint instanceof ForeignKey key && Keys.backed(table).contains(key)) {
            clauses.add("RENAME INDEX " + id(operation.from()) + " TO " + id(operation.to()));
        }
        clauses.add("ADD " + constraint(constraint.named(operation.to()), Optional.of(table)));
        return clauses;
    }

    // ---- the indexes behind foreign keys

    /**
     * Drops the index of a foreign key that goes or gets another one to use, and makes one for a foreign key whose index
     * goes. So it is there exactly while nothing else is; the server takes only those away that it made itself.
     */
    private List<String> upkeep(Table table, Table after) {
        List<String> clauses = new ArrayList<>();
        List<ForeignKey> bare = Keys.backed(after);
        for (ForeignKey backed : Keys.backed(table)) {
            boolean stays = after.constraints().contains(backed);
            boolean needed = stays
                    ? bare.contains(backed) || !isAlone(backed, table)
                    : after.foreignKeys().stream().anyMatch(key -> begins(backed, key));
            if (!needed) {
                clauses.add("DROP INDEX " + id(backed.name()));
            }
        }
        for (ForeignKey key : bare) {
            if (table.constraints().contains(key) && Keys.covered(table, key.columns())) {
                clauses.add("ADD INDEX " + id(key.name()) + " (" + names(key.columns()) + ")");
            }
        }
        return clauses;
    }

    /** The index of a foreign key that goes becomes that of another one of the same columns. */
    private List<String> inherited(Table table, Constraint gone) {
        boolean own = gone instanceof ForeignKey
                && table.indexes().stream()
                        .anyMatch(index ->
                                String.valueOf(gone.name()).equals(index.name()) && Keys.backsForeignKey(index, table));
        return !own
                ? List.of()
                : table.foreignKeys().stream()
                        .filter(key -> key.columns().equals(gone.columns()) && !key.equals(gone))
                        .limit(1)
                        .map(heir -> "RENAME INDEX " + id(gone.name()) + " TO " + id(heir.name()))
                        .toList();
    }

    /** What a new key or index makes needless, known for certain of the live table only. */
    private List<String> upkeepOfNew(QualifiedName name, UnaryOperator<Table> change) {
        return before.table(name)
                .filter(table -> before.live())
                .map(table -> upkeep(table, change.apply(table)))
                .orElse(List.of());
    }

    /** Whether no other foreign key may use the index of this one, or have one that this one uses. */
    private static boolean isAlone(ForeignKey key, Table table) {
        return table.foreignKeys().stream()
                .noneMatch(other -> !other.equals(key) && (begins(other, key) || begins(key, other)));
    }

    /** Whether the columns of one foreign key begin with those of another. */
    private static boolean begins(ForeignKey longer, ForeignKey shorter) {
        return Keys.begins(longer.columns(), shorter.columns());
    }

    static boolean refersTo(Dialect dialect, Constraint constraint, String column) {
        return constraint instanceof Check check
                && Piece.solid(dialect.words(check.expression())).stream()
                        .anyMatch(p -> p.isName() && p.value().equalsIgnoreCase(column));
    }
}
