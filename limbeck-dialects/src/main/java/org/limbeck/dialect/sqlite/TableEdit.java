package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Unsupported;
import org.limbeck.dialect.sqlite.Clause.Kind;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.AddEnumValue;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.CreateTrigger;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.DropIndex;
import org.limbeck.operation.DropTrigger;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RenameColumn;
import org.limbeck.operation.RenameConstraint;
import org.limbeck.operation.RenameEnumValue;
import org.limbeck.operation.RenameIndex;
import org.limbeck.operation.RenameTable;
import org.limbeck.operation.ReplaceConstraint;
import org.limbeck.operation.SetDefault;
import org.limbeck.operation.SetGeneration;
import org.limbeck.operation.SetNullable;
import org.limbeck.operation.SetType;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Generation;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.schema.Unique;

/** A table's definition while operations change it, and how its rows follow. Not thread-safe. */
final class TableEdit {
    private final SqliteDialect dialect;
    private final QualifiedName table;
    private final Known original;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Set<String> counted = new HashSet<>();
    private final List<String> guards = new ArrayList<>();
    private final List<Clause> newKeys = new ArrayList<>();
    private Known known;
    private boolean vanished;
    private boolean keysMoved;

    TableEdit(SqliteDialect dialect, QualifiedName table, Known known) {
        this.dialect = dialect;
        this.table = table;
        this.original = known;
        this.known = known;
        for (ColumnText column : known.text().columns()) {
            if (!column.computed()) {
                sources.put(column.name(), dialect.identifier(column.name()));
            }
        }
        if (known.text().autoincrement()) {
            counted.addAll(known.text().primaryKey());
        }
    }

    /** What is known of a table after an operation that is not executed yet. */
    static Known after(SqliteDialect dialect, StateView state, Known known, Operation operation) {
        if (operation instanceof RenameTable rename) {
            return new Renamed(dialect, rename.from().name(), rename.to().name()).table(known);
        }
        QualifiedName name = new QualifiedName(null, known.text().name());
        TableEdit edit = new TableEdit(dialect, name, known);
        edit.apply(operation, state);
        return edit.known;
    }

    Known original() {
        return original;
    }

    Known known() {
        return known;
    }

    /** The columns that are written in the copy, with their values in the rows as they are. */
    Map<String, String> sources() {
        return sources;
    }

    /** Statements that fail, before anything is done, where a value does not fit. */
    List<String> guards() {
        return guards;
    }

    /** Foreign keys that no row was checked against yet. */
    List<Located> newKeys() {
        return Located.in(known.text()).stream()
                .filter(l -> newKeys.contains(l.clause()))
                .toList();
    }

    /** Whether a column went away that views or triggers may mention. */
    boolean vanished() {
        return vanished;
    }

    /** Whether values or keys changed by which rows of tables refer to each other. */
    boolean keysMoved() {
        return keysMoved;
    }

    boolean changed() {
        return !known.equals(original) || !List.copyOf(sources.values()).equals(identity());
    }

    private List<String> identity() {
        return known.text().columns().stream()
                .filter(c -> !c.computed())
                .map(c -> dialect.identifier(c.name()))
                .toList();
    }

    /** Whether an operation needs the rows as the ones before it leave them. */
    boolean needsRows(Operation operation) {
        if (operation instanceof SetType change) {
            return moved(change.column());
        }
        return operation instanceof RenameEnumValue rename
                && rename.column() != null
                && moved(rename.column().column());
    }

    private boolean moved(String column) {
        String source = sources.get(column);
        return source != null && !source.equals(dialect.identifier(column));
    }

    /** @throws org.limbeck.error.LimbeckException SCHEMA_CONFLICT where it does not fit the table as it stands */
    void apply(Operation operation, StateView state) {
        SqliteStatements words = new SqliteStatements(dialect, state);
        if (operation instanceof AddColumn add) {
            addColumn(words, dialect.resolve(add.column()));
        } else if (operation instanceof DropColumn drop) {
            dropColumn(drop.column(), state);
        } else if (operation instanceof RenameColumn rename) {
            renameColumn(rename);
        } else if (operation instanceof SetType change) {
            setType(words, change);
        } else if (operation instanceof SetNullable change) {
            setNullable(change);
        } else if (operation instanceof SetDefault change) {
            setDefault(words, change.column(), change.value());
        } else if (operation instanceof SetGeneration change) {
            setGeneration(words, change);
        } else if (operation instanceof AddEnumValue add) {
            addEnumValue(add);
        } else if (operation instanceof RenameEnumValue rename) {
            renameEnumValue(words, rename);
        } else {
            applyToParts(words, operation);
        }
    }

    private void applyToParts(SqliteStatements words, Operation operation) {
        if (operation instanceof AddConstraint add) {
            addConstraint(words, add.constraint());
        } else if (operation instanceof DropConstraint drop) {
            dropConstraint(drop);
        } else if (operation instanceof ReplaceConstraint replace) {
            dropConstraint(new DropConstraint(table, replace.name(), null));
            addConstraint(words, replace.constraint());
        } else if (operation instanceof RenameConstraint rename) {
            Located found = constraint(rename.from());
            set(found.replacedIn(text(), found.clause().named(rename.to(), dialect.identifier(rename.to()))));
        } else if (operation instanceof CreateIndex create) {
            indexes(known.indexes(), words.indexText(table, create.index()));
        } else if (operation instanceof DropIndex drop) {
            dropIndex(words, drop);
        } else if (operation instanceof RenameIndex rename && isConstraint(rename)) {
            applyToParts(words, new RenameConstraint(table, rename.from(), rename.to()));
        } else if (operation instanceof RenameIndex rename) {
            IndexText index = known.index(table, rename.from());
            indexes(without(index.sql()), index.renamed(dialect.identifier(rename.to())));
        } else if (operation instanceof CreateTrigger create) {
            List<String> more = new ArrayList<>(known.triggers());
            more.add(dialect.words(create.trigger().definition()));
            known = known.withTriggers(more);
        } else if (operation instanceof DropTrigger drop) {
            known = known.withTriggers(known.triggers().stream()
                    .filter(t -> !TriggerText.name(t).equals(drop.name()))
                    .toList());
        }
    }

    private Table value() {
        return TableReader.read(table, text(), known.indexes());
    }

    private void dropIndex(SqliteStatements words, DropIndex drop) {
        Optional<Unique> unique = SqliteStatements.unique(value(), drop);
        if (unique.isPresent()) {
            dropConstraint(new DropConstraint(table, unique.get().name(), unique.get()));
        } else {
            indexes(without(known.index(table, words.nameOfIndex(drop)).sql()), null);
        }
    }

    private boolean isConstraint(RenameIndex rename) {
        return value().index(rename.from()).isEmpty()
                && value().constraint(rename.from()).isPresent();
    }

    private TableText text() {
        return known.text();
    }

    private void set(TableText text) {
        known = known.with(text);
    }

    private List<String> without(String index) {
        return known.indexes().stream().filter(i -> !i.equals(index)).toList();
    }

    private void indexes(List<String> kept, @Nullable String added) {
        List<String> all = new ArrayList<>(kept);
        if (added != null) {
            all.add(added);
        }
        known = known.withIndexes(all);
    }

    private ColumnText column(String name) {
        return text().column(name)
                .filter(c -> c.name().equals(name))
                .orElseThrow(
                        () -> Problem.of(ErrorCode.SCHEMA_CONFLICT, "Column " + table + "." + name + " does not exist")
                                .exception());
    }

    private Column value(String name) {
        return TableReader.read(table, text(), List.of()).column(name).orElseThrow();
    }

    // ---- columns

    private void addColumn(SqliteStatements words, Column column) {
        if (text().column(column.name()).isPresent()) {
            throw Problem.of(ErrorCode.SCHEMA_CONFLICT, "Column " + table + "." + column.name() + " exists already")
                    .exception();
        }
        if (SqliteStatements.counted(column)) {
            counted.add(column.name());
            set(text().plus(TableParser.column(dialect.identifier(column.name()) + " INTEGER")));
            return;
        }
        Table context = TableReader.read(table, text(), List.of()).plus(column);
        set(text().plus(TableParser.column(words.columnText(context, column))));
    }

    private void dropColumn(String name, StateView state) {
        ColumnText dropped = column(name);
        known.requireNotWritten(name, state);
        List<Clause> kept = text().constraints().stream()
                .filter(c -> c.columns().stream().noneMatch(name::equalsIgnoreCase))
                .toList();
        keysMoved |= inKey(name);
        vanished = true;
        sources.remove(name);
        counted.remove(name);
        List<ColumnText> columns = new ArrayList<>(text().columns());
        columns.remove(dropped);
        List<String> indexes = known.indexes().stream()
                .filter(i -> !IndexText.parse(i).index(text()).columns().contains(name))
                .toList();
        indexes(indexes, null);
        set(text().withColumns(columns).withConstraints(kept));
    }

    private void renameColumn(RenameColumn rename) {
        column(rename.from());
        known = new Renamed(dialect, rename.from(), rename.to()).column(known);
        sources.clear();
        for (ColumnText column : text().columns()) {
            if (!column.computed()) {
                sources.put(column.name(), dialect.identifier(column.name()));
            }
        }
    }

    private boolean inKey(String name) {
        return Located.in(text()).stream()
                        .anyMatch(l -> l.constraint().columns().contains(name))
                || known.indexes().stream()
                        .map(IndexText::parse)
                        .anyMatch(i -> i.unique() && i.index(text()).columns().contains(name));
    }

    private void setType(SqliteStatements words, SetType change) {
        String name = change.column();
        ColumnText column = column(name);
        DataType from = value(name).type();
        DataType to = dialect.resolve(change.type());
        String typeName = counted.contains(name) ? counting(name, to) : words.typeText(to, text().strict());
        ColumnText changed = column.withType(typeName.equals(column.typeName()) ? column.type() : typeName);
        Optional<Clause> enumerated = EnumCheck.in(column);
        changed = changed.minus(c -> enumerated.equals(Optional.of(c)));
        List<String> values = List.of();
        if (to.kind() == TypeKind.ENUM) {
            values = words.values(name, to);
            changed = withEnum(changed, values);
        }
        ColumnText result = changed;
        set(text().mapColumn(name, c -> result));
        String source = sources.get(name);
        if (source != null) {
            convert(change, source, column.typeName(), from, to, values);
        }
    }

    private void convert(
            SetType change, String source, String oldName, DataType from, DataType to, List<String> enumValues) {
        String given = change.using() == null ? "" : dialect.words(change.using());
        String value = given.isBlank() ? source : "(" + given + ")";
        DataType wanted = to.kind() == TypeKind.ENUM ? DataType.ofEnum("x", enumValues) : to;
        boolean sure = given.isBlank() && Conversion.widens(from, wanted);
        if (change.requireFits() && !sure) {
            Conversion.fits(dialect, value, to, enumValues).ifPresent(fits -> guards.add(misfit(change, value, fits)));
        }
        String newName = text().column(change.column()).orElseThrow().typeName();
        String converted = !given.isBlank() || change.requireFits() || sure
                ? (given.isBlank() ? Conversion.kept(value, oldName, newName) : value)
                : Conversion.cut(value, to);
        boolean moved = !converted.equals(source) || !SqliteTypes.sameAffinity(oldName, newName);
        keysMoved |= moved && inKey(change.column());
        sources.put(change.column(), converted);
    }

    private String misfit(SetType change, String value, String fits) {
        return Guards.none(
                dialect,
                "count(*)",
                "FROM " + dialect.identifier(table.name()) + " WHERE " + value + " IS NOT NULL AND (" + fits
                        + ") IS NOT TRUE",
                "values of column " + table + "." + change.column() + " do not fit "
                        + SqliteTypes.spelling(dialect, dialect.resolve(change.type())));
    }

    private String counting(String name, DataType to) {
        boolean whole = switch (to.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> true;
            default -> false;
        };
        if (!whole) {
            throw Unsupported.on(
                    dialect,
                    "another type for column " + table + "." + name + ", which counts by itself",
                    "Only INTEGER columns do.",
                    "Take the counting away first:  op.dropGeneration(\"" + table + "\", \"" + name + "\")");
        }
        return "INTEGER";
    }

    private void setNullable(SetNullable change) {
        ColumnText column = column(change.column());
        if (change.nullable()) {
            set(text().mapColumn(change.column(), c -> c.minus(x -> x.kind() == Kind.NOT_NULL)));
        } else if (!column.has(Kind.NOT_NULL)) {
            set(text().mapColumn(change.column(), TableEdit::notNull));
            String source = sources.get(change.column());
            if (source != null) {
                guards.add(Guards.none(
                        dialect,
                        "count(*)",
                        "FROM " + dialect.identifier(table.name()) + " WHERE " + source + " IS NULL",
                        "rows of table " + table + " have no value in column " + change.column()));
            }
        }
    }

    private static ColumnText notNull(ColumnText column) {
        return column.has(Kind.NOT_NULL)
                ? column
                : column.minus(x -> x.kind() == Kind.NULL).plus(part("x x NOT NULL"));
    }

    /** The only clause of a column that is written down. */
    private static Clause part(String column) {
        return TableParser.column(column).clauses().get(0);
    }

    private void setDefault(SqliteStatements words, String name, @Nullable DefaultValue value) {
        column(name);
        Column column = value(name).withDefault(value);
        set(text().mapColumn(name, c -> {
            ColumnText without = c.minus(x -> x.kind() == Kind.DEFAULT);
            return value == null ? without : without.plus(part("x x " + words.defaultText(column)));
        }));
    }

    private void setGeneration(SqliteStatements words, SetGeneration change) {
        String name = change.column();
        boolean wasComputed = column(name).computed();
        counted.remove(name);
        set(text().mapColumn(name, c -> c.minus(x -> x.kind() == Kind.COMPUTED)));
        Generation generation = change.generation();
        boolean counts = generation instanceof Generation.Identity || generation instanceof Generation.FromSequence;
        if (generation instanceof Generation.Computed) {
            Column column = value(name).withGeneration(generation);
            set(text().mapColumn(name, c -> c.plus(part("x x" + words.generationText(column)))));
            sources.remove(name);
        } else if (wasComputed) {
            inOrder(name);
        }
        if (counts) {
            counted.add(name);
        }
        if (text().primaryKey().equals(List.of(name)) && text().autoincrement() != counts) {
            Located key = Located.in(text()).stream()
                    .filter(l -> l.constraint() instanceof PrimaryKey)
                    .findFirst()
                    .orElseThrow();
            set(key.removedFrom(text()));
            addKey((PrimaryKey) key.constraint(), words);
        }
    }

    /** Puts a column among those that are copied, at its place. */
    private void inOrder(String name) {
        Map<String, String> all = new LinkedHashMap<>(sources);
        all.put(name, dialect.identifier(name));
        sources.clear();
        for (ColumnText column : text().columns()) {
            String source = all.get(column.name());
            if (source != null) {
                sources.put(column.name(), source);
            }
        }
    }

    // ---- enums

    private ColumnText withEnum(ColumnText column, List<String> values) {
        String clause = EnumCheck.clause(dialect, table.name(), column.name(), values);
        return column.plus(part("x x " + clause));
    }

    private Clause enumCheck(String name) {
        return EnumCheck.in(column(name))
                .orElseThrow(
                        () -> Problem.of(ErrorCode.SCHEMA_CONFLICT, "Column " + table + "." + name + " keeps no enum")
                                .exception());
    }

    private void setValues(String name, List<String> values) {
        Clause old = enumCheck(name);
        String words = EnumCheck.clause(dialect, table.name(), name, values);
        Clause fresh = part("x x " + words);
        Clause renewed =
                new Clause(Kind.CHECK, old.naming(), old.name(), fresh.body(), List.of(), fresh.words(), false, null);
        set(text().mapColumn(name, c -> c.minus(old::equals).plus(renewed)));
    }

    private void addEnumValue(AddEnumValue add) {
        String name = Enumerated.column(dialect, add.column(), add.describe());
        List<String> values =
                new ArrayList<>(EnumCheck.values(name, enumCheck(name).words()));
        int after = add.after() == null ? -1 : values.indexOf(add.after());
        values.add(after < 0 ? values.size() : after + 1, add.value());
        setValues(name, values);
    }

    private void renameEnumValue(SqliteStatements words, RenameEnumValue rename) {
        String name = Enumerated.column(dialect, rename.column(), rename.describe());
        List<String> values = EnumCheck.values(name, enumCheck(name).words()).stream()
                .map(v -> v.equals(rename.from()) ? rename.to() : v)
                .toList();
        setValues(name, values);
        if (new DefaultValue.Literal(rename.from()).equals(value(name).defaultValue())) {
            setDefault(words, name, new DefaultValue.Literal(rename.to()));
        }
        String column = dialect.identifier(name);
        sources.computeIfPresent(
                name,
                (n, source) -> "CASE " + column + " WHEN " + dialect.literal(rename.from(), null) + " THEN "
                        + dialect.literal(rename.to(), null) + " ELSE " + column + " END");
        keysMoved |= inKey(name);
    }

    // ---- constraints

    private Located constraint(@Nullable String name) {
        return Located.in(text()).stream()
                .filter(l -> name != null && name.equals(l.constraint().name()))
                .findFirst()
                .orElseThrow(() -> noConstraint(String.valueOf(name)));
    }

    private RuntimeException noConstraint(String what) {
        return Problem.of(ErrorCode.SCHEMA_CONFLICT, "Constraint " + what + " of table " + table + " does not exist")
                .exception();
    }

    private void dropConstraint(DropConstraint drop) {
        List<Located> all = Located.in(text());
        List<Constraint> values = all.stream().map(Located::constraint).toList();
        Constraint found = drop.find(Table.of(table, List.of()).withConstraints(values))
                .orElseThrow(() -> noConstraint(drop.name() != null ? drop.name() : "like " + drop.like()));
        Located located = all.get(values.indexOf(found));
        keysMoved |=
                located.clause().kind() == Kind.PRIMARY_KEY || located.clause().kind() == Kind.UNIQUE;
        set(located.removedFrom(text()));
    }

    private void addConstraint(SqliteStatements words, Constraint constraint) {
        boolean taken = Located.in(text()).stream()
                .anyMatch(l -> constraint.name() != null
                        && constraint.name().equals(l.constraint().name()));
        if (taken) {
            throw Problem.of(
                            ErrorCode.SCHEMA_CONFLICT,
                            "Constraint " + constraint.name() + " of table " + table + " exists already")
                    .exception();
        }
        if (constraint instanceof PrimaryKey key) {
            addKey(key, words);
            return;
        }
        Clause clause = TableParser.constraint(words.constraintText(constraint));
        set(text().plus(clause));
        if (constraint instanceof ForeignKey) {
            newKeys.add(clause);
        }
    }

    private void addKey(PrimaryKey key, SqliteStatements words) {
        key.columns().forEach(c -> set(text().mapColumn(c, TableEdit::notNull)));
        boolean counts =
                key.columns().size() == 1 && counted.contains(key.columns().get(0));
        if (counts) {
            String naming = key.name() == null ? "" : "CONSTRAINT " + dialect.identifier(key.name()) + " ";
            Clause clause = part("x x " + naming + "PRIMARY KEY AUTOINCREMENT");
            set(text().mapColumn(
                            key.columns().get(0), c -> c.withType("INTEGER").plus(clause)));
        } else {
            set(text().plus(TableParser.constraint(words.constraintText(key))));
        }
    }

    /** Columns that were to count by themselves but are not the key. */
    void requireCounting() {
        for (String name : counted) {
            boolean there = text().column(name).isPresent();
            boolean asked =
                    original.text().column(name).isEmpty() || !original.text().autoincrement();
            if (there && asked && !text().autoincrement()) {
                throw Unsupported.on(
                        dialect,
                        "numbers for column " + name + " of table " + table,
                        "It hands out numbers only to the single column of a primary key.",
                        "Make it the primary key, or give the numbers yourself.");
            }
        }
    }
}
