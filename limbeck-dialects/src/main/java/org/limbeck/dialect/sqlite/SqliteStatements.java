package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.limbeck.dialect.Placement;
import org.limbeck.dialect.StandardStatements;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.Unsupported;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.AddEnumValue;
import org.limbeck.operation.AlterSequence;
import org.limbeck.operation.AroundViews;
import org.limbeck.operation.CreateSequence;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.CreateTrigger;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.DropIndex;
import org.limbeck.operation.DropSequence;
import org.limbeck.operation.DropTable;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RenameConstraint;
import org.limbeck.operation.RenameEnumValue;
import org.limbeck.operation.RenameIndex;
import org.limbeck.operation.RenameTable;
import org.limbeck.operation.ReplaceConstraint;
import org.limbeck.operation.ReplaceView;
import org.limbeck.operation.Row;
import org.limbeck.operation.SetColumnComment;
import org.limbeck.operation.SetDefault;
import org.limbeck.operation.SetGeneration;
import org.limbeck.operation.SetNullable;
import org.limbeck.operation.SetTableComment;
import org.limbeck.operation.SetType;
import org.limbeck.operation.UpsertRows;
import org.limbeck.operation.ValidateConstraint;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.TypeKind;
import org.limbeck.schema.Unique;
import org.limbeck.schema.View;

/** The statements of single operations; what ALTER TABLE of SQLite cannot do becomes a {@link Rebuild}. */
final class SqliteStatements extends StandardStatements {
    private static final List<String> CLOCK = List.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME");
    private final SqliteDialect sqlite;

    SqliteStatements(SqliteDialect dialect, StateView before) {
        super(dialect, before);
        this.sqlite = dialect;
    }

    @Override
    protected StandardStatements at(StateView state) {
        return new SqliteStatements(sqlite, state);
    }

    // ---- words for a rebuild

    String createTableText(Table table) {
        return createTable(table);
    }

    String columnText(Table table, Column column) {
        return columnDefinition(table, column);
    }

    String constraintText(Constraint constraint) {
        return constraintClause(constraint);
    }

    String defaultText(Column column) {
        return "DEFAULT " + defaultClause(column);
    }

    String generationText(Column column) {
        return generationClause(column);
    }

    String nameOfIndex(DropIndex operation) {
        return nameOf(operation);
    }

    String indexText(QualifiedName table, Index index) {
        return createIndex(table, index, false);
    }

    String typeText(DataType type, boolean strict) {
        return strict ? SqliteTypes.strict(dialect, type) : SqliteTypes.spelling(dialect, type);
    }

    String enumText(QualifiedName table, String column, DataType type) {
        return EnumCheck.clause(dialect, table.name(), column, values(column, type));
    }

    List<String> values(String column, DataType type) {
        List<String> values = type.values().isEmpty() && type.name() != null
                ? before.enumType(QualifiedName.parse(type.name()))
                        .map(EnumType::values)
                        .orElse(List.of())
                : type.values();
        if (values.isEmpty()) {
            throw Unsupported.on(
                    dialect,
                    "column " + column + " of enum " + type.name(),
                    "It keeps the values of an enum at the column, and they are not known here.",
                    "Give them:  enumOf(\"" + type.name() + "\", \"...\")");
        }
        return values;
    }

    // ---- tables

    @Override
    public List<Statement> visit(CreateTable operation) {
        List<Statement> statements = new ArrayList<>(super.visit(operation));
        for (Column column : operation.table().columns()) {
            if (column.generation() instanceof Generation.Identity identity && identity.start() != null) {
                statements.add(definition("INSERT INTO sqlite_sequence (name, seq) VALUES ("
                        + dialect.literal(operation.table().name().name(), null) + ", " + (identity.start() - 1)
                        + ")"));
            }
        }
        return statements;
    }

    @Override
    protected Optional<String> constraintDefinition(Table table, Constraint constraint) {
        boolean atColumn = constraint instanceof PrimaryKey && numberedColumn(table) != null;
        return atColumn ? Optional.empty() : super.constraintDefinition(table, constraint);
    }

    private static @org.jspecify.annotations.Nullable Column numberedColumn(Table table) {
        List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        Column only = key.size() == 1 ? table.column(key.get(0)).orElse(null) : null;
        return only != null && counted(only) ? only : null;
    }

    static boolean counted(Column column) {
        return column.generation() instanceof Generation.Identity
                || column.generation() instanceof Generation.FromSequence;
    }

    @Override
    protected String columnDefinition(Table table, Column column) {
        boolean strict = isStrict(table);
        boolean key = table.primaryKey()
                .filter(k -> k.columns().contains(column.name()))
                .isPresent();
        StringBuilder sql = new StringBuilder(id(column.name()))
                .append(' ')
                .append(counted(column) ? "INTEGER" : typeText(column.type(), strict));
        if (!column.nullable() || key) {
            sql.append(" NOT NULL");
        }
        if (counted(column)) {
            sql.append(autoincrement(table, column));
        } else {
            sql.append(generationClause(column));
        }
        if (column.defaultValue() != null) {
            sql.append(' ').append(defaultText(column));
        }
        if (column.collation() != null) {
            sql.append(" COLLATE ").append(collation(column.collation()));
        }
        if (column.type().kind() == TypeKind.ENUM) {
            sql.append(' ').append(enumText(table.name(), column.name(), column.type()));
        }
        String further = column.options().get(dialect.name());
        return further == null
                ? sql.toString()
                : sql.append(' ').append(further).toString();
    }

    private String autoincrement(Table table, Column column) {
        if (!column.equals(numberedColumn(table)) && !sameName(numberedColumn(table), column)) {
            throw Unsupported.on(
                    dialect,
                    "numbers for column " + column.name() + " of table " + table.name(),
                    "It hands out numbers only to the single column of a primary key.",
                    "Make it the primary key, or give the numbers yourself.");
        }
        if (column.generation() instanceof Generation.Identity identity
                && identity.increment() != null
                && identity.increment() != 1) {
            throw Unsupported.on(
                    dialect,
                    "steps of " + identity.increment() + " for column " + column.name(),
                    "AUTOINCREMENT counts by one.",
                    "Leave the increment out:  op.on(\"sqlite\", ...)");
        }
        String name = table.primaryKey().map(PrimaryKey::name).orElse(null);
        return (name == null ? "" : " CONSTRAINT " + id(name)) + " PRIMARY KEY AUTOINCREMENT";
    }

    private static boolean sameName(@org.jspecify.annotations.Nullable Column a, Column b) {
        return a != null && a.name().equals(b.name());
    }

    static boolean isStrict(Table table) {
        String words = table.options().getOrDefault("sqlite", "");
        return Token.all(words).stream().anyMatch(t -> t.isWord("STRICT"));
    }

    @Override
    protected String sequenceClause(QualifiedName sequence) {
        return "";
    }

    @Override
    protected String defaultClause(Column column) {
        if (column.defaultValue() instanceof DefaultValue.Expression expression) {
            String words = dialect.words(expression.sql()).strip();
            return CLOCK.contains(words.toUpperCase(Locale.ROOT)) ? words : "(" + words + ")";
        }
        return super.defaultClause(column);
    }

    /** Refuses what would leave other tables with keys that lead nowhere, and, with keys on, delete their rows. */
    @Override
    public List<Statement> visit(DropTable operation) {
        List<Statement> statements = new ArrayList<>();
        statements.add(definition(Guards.notReferenced(dialect, operation.name().name())));
        statements.addAll(super.visit(operation));
        return statements;
    }

    @Override
    public List<Statement> visit(RenameTable operation) {
        if (!operation.from().name().equalsIgnoreCase(operation.to().name())) {
            return super.visit(operation);
        }
        QualifiedName between =
                operation.from().sibling(Rebuild.PREFIX + operation.from().name());
        List<Statement> statements = new ArrayList<>(super.visit(new RenameTable(operation.from(), between)));
        statements.addAll(super.visit(new RenameTable(between, operation.to())));
        return statements;
    }

    @Override
    public List<Statement> visit(SetTableComment operation) {
        return List.of();
    }

    @Override
    public List<Statement> visit(SetColumnComment operation) {
        return List.of();
    }

    // ---- columns

    @Override
    public List<Statement> visit(AddColumn operation) {
        Column column = dialect.resolve(operation.column());
        Table context = before.table(operation.table())
                .orElse(Table.of(operation.table(), List.of()))
                .plus(column);
        return alter(operation.table(), "ADD COLUMN " + columnDefinition(context, column));
    }

    /** Plain indexes over the column go with it, as everywhere. */
    @Override
    public List<Statement> visit(DropColumn operation) {
        List<Statement> statements = new ArrayList<>();
        before.table(operation.table()).map(Table::indexes).orElse(List.of()).forEach(index -> {
            if (index.columns().contains(operation.column()) && index.name() != null) {
                statements.add(definition("DROP INDEX " + id(index.name())));
            }
        });
        statements.addAll(super.visit(operation));
        return statements;
    }

    @Override
    public List<Statement> visit(SetType operation) {
        return rebuild(operation);
    }

    @Override
    public List<Statement> visit(SetNullable operation) {
        return rebuild(operation);
    }

    @Override
    public List<Statement> visit(SetDefault operation) {
        return rebuild(operation);
    }

    @Override
    public List<Statement> visit(SetGeneration operation) {
        return rebuild(operation);
    }

    @Override
    public List<Statement> visit(AddEnumValue operation) {
        Enumerated.column(dialect, operation.column(), operation.describe());
        return rebuild(operation);
    }

    @Override
    public List<Statement> visit(RenameEnumValue operation) {
        Enumerated.column(dialect, operation.column(), operation.describe());
        return rebuild(operation);
    }

    private List<Statement> rebuild(Operation operation) {
        return new Rebuild(sqlite, before).statements(List.of(operation));
    }

    // ---- constraints

    @Override
    protected String uniqueBody(Unique unique) {
        requirePlain(unique.deferrability(), "unique constraint " + unique.name());
        return super.uniqueBody(unique);
    }

    @Override
    protected String constraintBody(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            requirePlain(key.deferrability(), "primary key " + key.name());
        }
        return super.constraintBody(constraint);
    }

    private void requirePlain(Deferrability deferrability, String what) {
        if (deferrability != Deferrability.NOT_DEFERRABLE) {
            throw Unsupported.on(
                    dialect,
                    "a deferrable " + what,
                    "It defers only foreign keys.",
                    "Leave deferrable out, or put it into  op.on(\"postgresql\", ...)");
        }
    }

    @Override
    protected String foreignKeyBody(ForeignKey key) {
        sqlite.requireNoSchema(key.references());
        return super.foreignKeyBody(key);
    }

    @Override
    public List<Statement> visit(AddConstraint operation) {
        return rebuild(operation);
    }

    @Override
    public List<Statement> visit(DropConstraint operation) {
        return rebuild(operation);
    }

    @Override
    public List<Statement> visit(RenameConstraint operation) {
        return rebuild(operation);
    }

    @Override
    public List<Statement> visit(ReplaceConstraint operation) {
        return rebuild(operation);
    }

    /** Nothing is ever added without a look at the rows; a foreign key is looked at again, for keys may be off. */
    @Override
    public List<Statement> visit(ValidateConstraint operation) {
        Known known = Known.of(sqlite, before, operation.table());
        return Located.in(known.text()).stream()
                .filter(l -> operation.name().equals(l.constraint().name()) && l.constraint() instanceof ForeignKey)
                .map(l -> definition(Guards.foreignKey(dialect, known.text(), l)))
                .limit(1)
                .toList();
    }

    // ---- indexes

    @Override
    protected String createIndex(QualifiedName table, Index index, boolean concurrently) {
        refuseForeign(index);
        String members = index.members().stream().map(m -> member(index, m)).collect(Collectors.joining(", "));
        return "CREATE " + (index.distinct() ? "UNIQUE " : "") + "INDEX " + id(String.valueOf(index.name())) + " ON "
                + id(table) + " (" + members + ")" + where(index.where());
    }

    private String where(@org.jspecify.annotations.Nullable SqlText predicate) {
        return predicate == null ? "" : " WHERE " + dialect.words(predicate);
    }

    private String member(Index index, IndexMember member) {
        refuse(index, member.nulls() != null, "an order of NULLs");
        refuse(index, member.operatorClass() != null, "operator classes");
        refuse(index, member.prefix() != null, "prefixes");
        SqlText expression = member.expression();
        String what = expression == null ? id(String.valueOf(member.column())) : dialect.words(expression);
        return what
                + (member.collation() == null ? "" : " COLLATE " + collation(member.collation()))
                + (member.descending() ? " DESC" : "");
    }

    private void refuseForeign(Index index) {
        refuse(index, index.method() != null, "index methods");
        refuse(index, !index.include().isEmpty(), "included columns");
        refuse(index, index.options().containsKey("sqlite"), "further words for an index");
        refuse(index, index.distinct() && !index.nullsDistinct(), "NULLS NOT DISTINCT");
    }

    private void refuse(Index index, boolean asked, String what) {
        if (asked) {
            throw Unsupported.on(
                    dialect,
                    "index " + index.name() + " with " + what,
                    "Its indexes have no such thing.",
                    "Create it in  op.on(...)  for the databases that do.");
        }
    }

    /** The unique constraint that is meant where there is no such index: elsewhere the two may be the same. */
    static Optional<Unique> unique(Table table, DropIndex drop) {
        if (drop.find(table).isPresent()) {
            return Optional.empty();
        }
        Index like = drop.like();
        return table.constraints().stream()
                .filter(Unique.class::isInstance)
                .map(Unique.class::cast)
                .filter(u -> drop.name() != null ? drop.name().equals(u.name()) : like != null && covers(like, u))
                .findFirst();
    }

    private static boolean covers(Index like, Unique unique) {
        List<IndexMember> members =
                unique.columns().stream().map(IndexMember::column).toList();
        return like.distinct() && like.where() == null && like.members().equals(members);
    }

    @Override
    public List<Statement> visit(RenameIndex operation) {
        Known known = Known.of(sqlite, before, operation.table());
        List<Statement> statements = new ArrayList<>(ddl("DROP INDEX " + id(operation.from())));
        statements.add(
                definition(known.index(operation.table(), operation.from()).renamed(id(operation.to()))));
        return statements;
    }

    // ---- what SQLite does not have

    @Override
    public List<Statement> visit(CreateSequence operation) {
        throw noSequences(operation);
    }

    @Override
    public List<Statement> visit(AlterSequence operation) {
        throw noSequences(operation);
    }

    @Override
    public List<Statement> visit(DropSequence operation) {
        throw noSequences(operation);
    }

    private RuntimeException noSequences(Operation operation) {
        return Unsupported.on(
                dialect,
                operation.describe(),
                "It has no sequences; a column made with fromSequence(...) counts by itself.",
                "Put it into  op.on(\"postgresql\", ...)");
    }

    // ---- views and triggers

    /** The words for SQLite are the names of the columns, {@code (a, b)}. */
    @Override
    protected String createView(String words, View view) {
        if (view.materialised()) {
            return super.createView(words, view);
        }
        String columns = view.options().getOrDefault(dialect.name(), "");
        return words + "VIEW " + id(view.name()) + (columns.isEmpty() ? "" : " " + columns) + " AS "
                + dialect.words(view.query());
    }

    /** SQLite has no CREATE OR REPLACE, and triggers on a view go with it: they are made again. */
    @Override
    public List<Statement> visit(ReplaceView operation) {
        List<Statement> statements =
                new ArrayList<>(ddl("DROP VIEW " + id(operation.view().name())));
        statements.addAll(ddl(createView("CREATE ", operation.view())));
        for (Trigger trigger : before.triggersOn(operation.view().name())) {
            statements.addAll(visit(new CreateTrigger(trigger)));
        }
        return statements;
    }

    @Override
    public List<Statement> visit(AroundViews operation) {
        List<Statement> statements = super.visit(operation);
        boolean isolated = statements.stream().anyMatch(s -> s.placement() == Placement.ISOLATED);
        return isolated
                ? statements.stream()
                        .map(s -> new Statement(s.sql(), Placement.ISOLATED))
                        .toList()
                : statements;
    }

    // ---- rows

    @Override
    public List<Statement> visit(UpsertRows operation) {
        Optional<Table> known = before.table(operation.table());
        List<String> sqls = new ArrayList<>();
        for (List<Row> alike : alike(operation.rows())) {
            List<String> others = alike.get(0).values().keySet().stream()
                    .filter(c -> !operation.key().contains(c))
                    .toList();
            String end = "ON CONFLICT (" + names(operation.key()) + ") DO "
                    + (others.isEmpty()
                            ? "NOTHING"
                            : others.stream()
                                    .map(c -> id(c) + " = excluded." + id(c))
                                    .collect(Collectors.joining(", ", "UPDATE SET ", "")));
            sqls.addAll(rows.insert(operation.table(), alike, known, "", end));
        }
        return inside(sqls);
    }

    /** Neighbouring rows with the same columns. */
    private static List<List<Row>> alike(List<Row> rows) {
        List<List<Row>> groups = new ArrayList<>();
        for (Row row : rows) {
            List<Row> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            boolean fits = !last.isEmpty()
                    && List.copyOf(last.get(0).values().keySet())
                            .equals(List.copyOf(row.values().keySet()));
            if (!fits) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(row);
        }
        return groups;
    }
}
