package org.limbeck.dialect.h2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Feature;
import org.limbeck.dialect.StandardStatements;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.Unsupported;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.AddEnumValue;
import org.limbeck.operation.AlterSequence;
import org.limbeck.operation.CreateSequence;
import org.limbeck.operation.CreateView;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.DropIndex;
import org.limbeck.operation.DropRoutine;
import org.limbeck.operation.DropSchema;
import org.limbeck.operation.DropTable;
import org.limbeck.operation.DropView;
import org.limbeck.operation.InsertRows;
import org.limbeck.operation.RenameColumn;
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
import org.limbeck.operation.SetTableComment;
import org.limbeck.operation.SetType;
import org.limbeck.operation.UpsertRows;
import org.limbeck.operation.ValidateConstraint;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.schema.Unique;
import org.limbeck.schema.View;

/** The statements of single operations in H2's SQL. Every definition commits by itself. */
final class Statements extends StandardStatements {

    Statements(Dialect dialect, StateView before) {
        super(dialect, before);
    }

    @Override
    protected StandardStatements at(StateView state) {
        return new Statements(dialect, state);
    }

    // ---- tables and their comments

    @Override
    protected String createTable(Table table) {
        table.constraints().forEach(c -> requireSchema(table.name(), c));
        return super.createTable(table);
    }

    @Override
    protected List<Statement> comments(Table table) {
        return table.comment() == null ? List.of() : visit(new SetTableComment(table.name(), table.comment()));
    }

    @Override
    public List<Statement> visit(SetTableComment operation) {
        return ddl("COMMENT ON TABLE " + id(operation.table()) + " IS " + dialect.literal(operation.comment(), null));
    }

    @Override
    public List<Statement> visit(SetColumnComment operation) {
        return ddl("COMMENT ON COLUMN " + id(operation.table()) + "." + id(operation.column()) + " IS "
                + dialect.literal(operation.comment(), null));
    }

    /** RESTRICT is said, for some compatibility modes would drop dependent objects too. */
    @Override
    public List<Statement> visit(DropTable operation) {
        return ddl("DROP TABLE " + id(operation.name()) + " RESTRICT");
    }

    @Override
    public List<Statement> visit(DropSchema operation) {
        return ddl("DROP SCHEMA " + id(operation.name()) + " RESTRICT");
    }

    @Override
    public List<Statement> visit(RenameTable operation) {
        return new ReadingViews(dialect, before)
                .around(operation.from(), super.visit(operation), text -> text.renameTable(operation));
    }

    // ---- columns

    @Override
    protected String columnDefinition(Table table, Column column) {
        if (column.collation() != null) {
            throw Unsupported.on(
                    dialect,
                    "a collation of column " + table.name() + "." + column.name(),
                    "It has one collation for the whole database.",
                    "Say  SET DATABASE COLLATION  in the empty database, or take type(\"VARCHAR_IGNORECASE(80)\").");
        }
        return definition(table.name(), column) + (column.nullable() ? "" : " NOT NULL");
    }

    private String definition(QualifiedName table, Column column) {
        StringBuilder sql = new StringBuilder(id(column.name())).append(' ').append(columnType(column));
        if (column.generation() instanceof Generation.Computed computed) {
            sql.append(computed(table + "." + column.name(), computed));
        } else {
            sql.append(generationClause(column));
        }
        if (column.defaultValue() != null && column.generation() == null) {
            sql.append(" DEFAULT ").append(defaultClause(column));
        }
        String further = column.options().get(H2Dialect.NAME);
        if (further != null) {
            sql.append(' ').append(further);
        }
        if (column.comment() != null) {
            sql.append(" COMMENT ").append(dialect.literal(column.comment(), null));
        }
        return sql.toString();
    }

    private String computed(String column, Generation.Computed computed) {
        if (!computed.stored()) {
            throw Unsupported.on(
                    dialect,
                    "computed column " + column + " without storage",
                    "It computes when a row is written and keeps the value.",
                    "Say  storedAs(...)");
        }
        return " GENERATED ALWAYS AS (" + dialect.words(computed.expression()) + ")";
    }

    @Override
    protected String sequenceClause(QualifiedName sequence) {
        return " DEFAULT NEXT VALUE FOR " + id(sequence);
    }

    /** A table of a column that is added has no comment of its own. */
    @Override
    public List<Statement> visit(AddColumn operation) {
        Column column = dialect.resolve(operation.column());
        Table context = Table.of(operation.table(), List.of(column));
        return alter(operation.table(), "ADD COLUMN " + columnDefinition(context, column));
    }

    /** H2 drops what stands on this column alone, and refuses (90083) while something stands on it and others. */
    @Override
    public List<Statement> visit(DropColumn operation) {
        List<Statement> statements = new ArrayList<>();
        Optional<Table> table = before.table(operation.table());
        for (Constraint constraint : table.map(Table::constraints).orElse(List.of())) {
            if (constraint.columns().contains(operation.column()) && constraint.name() != null) {
                statements.addAll(visit(new DropConstraint(operation.table(), constraint.name(), null)));
            }
        }
        for (Index index : table.map(Table::indexes).orElse(List.of())) {
            boolean stands = index.columns().contains(operation.column())
                    || index.include().contains(operation.column());
            if (stands && index.name() != null) {
                statements.addAll(ddl("DROP INDEX " + id(operation.table().sibling(index.name()))));
            }
        }
        statements.addAll(super.visit(operation));
        return statements;
    }

    @Override
    public List<Statement> visit(RenameColumn operation) {
        List<Statement> rename =
                alter(operation.table(), "ALTER COLUMN " + id(operation.from()) + " RENAME TO " + id(operation.to()));
        return new ReadingViews(dialect, before)
                .around(operation.table(), rename, text -> text.renameColumn(operation));
    }

    @Override
    public List<Statement> visit(SetDefault operation) {
        String column = "ALTER COLUMN " + id(operation.column());
        if (operation.value() == null) {
            return alter(operation.table(), column + " DROP DEFAULT");
        }
        DataType type = before.table(operation.table())
                .flatMap(t -> t.column(operation.column()))
                .map(Column::type)
                .orElse(DataType.of(TypeKind.VARCHAR));
        Column changed = dialect.resolve(Column.of(operation.column(), type).withDefault(operation.value()));
        return alter(operation.table(), column + " SET DEFAULT " + defaultClause(changed));
    }

    @Override
    public List<Statement> visit(SetType operation) {
        Optional<Column> known = before.table(operation.table()).flatMap(t -> t.column(operation.column()));
        DataType type = dialect.resolve(operation.type());
        if (known.isPresent() && known.get().generation() instanceof Generation.Computed) {
            return redefine(operation.table(), known.get().withType(type));
        }
        TypeChange change = new TypeChange(dialect, operation, known.map(c -> dialect.resolve(c.type())), type);
        List<Statement> statements = new ArrayList<>();
        change.guard().map(Statement::inside).ifPresent(statements::add);
        statements.addAll(alter(
                operation.table(),
                "ALTER COLUMN " + id(operation.column()) + " SET DATA TYPE " + dialect.type(type)
                        + change.conversion().map(sql -> " USING " + sql).orElse("")));
        return statements;
    }

    /** A column as a whole: the only words for a computed one. What is not said is lost, hence all of it. */
    private List<Statement> redefine(QualifiedName table, Column column) {
        return alter(
                table,
                "ALTER COLUMN " + definition(table, dialect.resolve(column)) + (column.nullable() ? "" : " NOT NULL"));
    }

    @Override
    public List<Statement> visit(SetGeneration operation) {
        Column column = column(operation.table(), operation.column());
        List<Statement> statements = new ArrayList<>();
        boolean identities = column.generation() instanceof Generation.Identity
                && operation.generation() instanceof Generation.Identity;
        if (!identities) {
            dropped(column.generation())
                    .ifPresent(drop -> statements.addAll(alterColumn(operation.table(), column.name(), drop)));
        }
        statements.addAll(given(operation.table(), column, operation.generation()));
        return statements;
    }

    private static Optional<String> dropped(@Nullable Generation generation) {
        if (generation instanceof Generation.Identity) {
            return Optional.of("DROP IDENTITY");
        }
        if (generation instanceof Generation.FromSequence) {
            return Optional.of("DROP DEFAULT");
        }
        return generation instanceof Generation.Computed ? Optional.of("DROP EXPRESSION") : Optional.empty();
    }

    private List<Statement> given(QualifiedName table, Column column, @Nullable Generation generation) {
        if (generation instanceof Generation.Identity identity) {
            return alterColumn(table, column.name(), identity(table, column, identity));
        }
        if (generation instanceof Generation.FromSequence sequence) {
            return alterColumn(table, column.name(), "SET DEFAULT NEXT VALUE FOR " + id(sequence.sequence()));
        }
        return generation == null
                ? List.of()
                : redefine(table, column.withGeneration(generation).withDefault(null));
    }

    private List<Statement> alterColumn(QualifiedName table, String column, String action) {
        return alter(table, "ALTER COLUMN " + id(column) + " " + action);
    }

    private String identity(QualifiedName table, Column column, Generation.Identity identity) {
        long start = identity.start() == null ? 1 : identity.start();
        long increment = identity.increment() == null ? 1 : identity.increment();
        return "SET GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " START WITH " + start
                + " RESTART WITH " + Identities.next(dialect, table, column.name(), start, increment)
                + " SET INCREMENT BY " + increment;
    }

    // ---- constraints

    @Override
    protected String deferrable(Deferrability when) {
        if (when != Deferrability.NOT_DEFERRABLE) {
            throw Unsupported.on(
                    dialect,
                    "a deferrable constraint",
                    "It checks constraints at each statement.",
                    "Leave out  deferrable(...)  here:  op.on(\"h2\", ...).otherwise(...)");
        }
        return "";
    }

    /** NULLS DISTINCT is said too: in the modes MSSQLServer and Derby the other one is usual. */
    @Override
    protected String uniqueBody(Unique unique) {
        return "UNIQUE NULLS " + (unique.nullsDistinct() ? "" : "NOT ") + "DISTINCT (" + names(unique.columns()) + ")"
                + deferrable(unique.deferrability());
    }

    /** MATCH SIMPLE is what H2 does, but it has no words for it. */
    @Override
    protected String foreignKeyBody(ForeignKey key) {
        if (key.match() != null && !key.match().equalsIgnoreCase("SIMPLE")) {
            throw Unsupported.on(
                    dialect,
                    "MATCH " + key.match() + " of foreign key " + key.name(),
                    "It has no MATCH clause.",
                    "Make the columns NOT NULL, or add a check that all or none is NULL.");
        }
        return super.foreignKeyBody(new ForeignKey(
                key.name(),
                key.columns(),
                key.references(),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.deferrability(),
                null,
                true));
    }

    /** H2 looks for a referenced table without schema beside the referencing table, not in the connection's schema. */
    private void requireSchema(QualifiedName table, Constraint constraint) {
        if (table.schema() != null
                && constraint instanceof ForeignKey key
                && key.references().schema() == null) {
            throw Unsupported.on(
                    dialect,
                    "foreign key " + key.name() + " from schema " + table.schema() + " to table " + key.references(),
                    "It would look for the table in schema " + table.schema() + ".",
                    "Name the schema:  references(\"PUBLIC." + key.references().name() + "\", ...)");
        }
    }

    @Override
    public List<Statement> visit(AddConstraint operation) {
        requireSchema(operation.table(), operation.constraint());
        return super.visit(operation);
    }

    @Override
    public List<Statement> visit(ValidateConstraint operation) {
        return List.of();
    }

    /** The new one first, so that the table is never without; only a second primary key is impossible. */
    @Override
    public List<Statement> visit(ReplaceConstraint operation) {
        Constraint constraint = operation.constraint();
        if (constraint instanceof PrimaryKey) {
            return super.visit(operation);
        }
        String name = String.valueOf(constraint.name());
        boolean same = name.equals(operation.name());
        String first = same ? name + "_new" : name;
        List<Statement> statements =
                new ArrayList<>(visit(new AddConstraint(operation.table(), constraint.named(first))));
        statements.addAll(visit(new DropConstraint(operation.table(), operation.name(), null)));
        if (same) {
            statements.addAll(visit(new RenameConstraint(operation.table(), first, name)));
        }
        return statements;
    }

    // ---- indexes

    @Override
    protected String createIndex(QualifiedName table, Index index, boolean concurrently) {
        return new Indexes(dialect).create(table, index);
    }

    /** A unique constraint is dropped by its name too; elsewhere it may be nothing but its index. */
    @Override
    public List<Statement> visit(DropIndex operation) {
        if (isUnique(operation.table(), operation.name())) {
            return visit(new DropConstraint(operation.table(), operation.name(), null));
        }
        List<Constraint> users = before.table(operation.table())
                .map(table -> Indexes.users(table, operation))
                .orElse(List.of());
        List<Statement> statements = new ArrayList<>();
        for (Constraint user : users) {
            statements.addAll(visit(new DropConstraint(operation.table(), user.name(), null)));
        }
        statements.addAll(super.visit(operation));
        for (Constraint user : users) {
            statements.addAll(visit(new AddConstraint(operation.table(), user)));
        }
        return statements;
    }

    @Override
    public List<Statement> visit(RenameIndex operation) {
        return isUnique(operation.table(), operation.from())
                ? visit(new RenameConstraint(operation.table(), operation.from(), operation.to()))
                : super.visit(operation);
    }

    private boolean isUnique(QualifiedName table, @Nullable String name) {
        Optional<Table> known = before.table(table);
        return name != null
                && known.flatMap(t -> t.index(name)).isEmpty()
                && known.flatMap(t -> t.constraint(name))
                        .filter(Unique.class::isInstance)
                        .isPresent();
    }

    // ---- sequences, enums

    @Override
    public List<Statement> visit(CreateSequence operation) {
        return ddl("CREATE SEQUENCE " + id(operation.sequence().name()) + Sequences.options(operation.sequence()));
    }

    @Override
    public List<Statement> visit(AlterSequence operation) {
        return ddl("ALTER SEQUENCE " + id(operation.sequence().name()) + Sequences.allOptions(operation.sequence()));
    }

    @Override
    public List<Statement> visit(AddEnumValue operation) {
        Column column = enumColumn(operation);
        QualifiedName table = Objects.requireNonNull(operation.column()).table();
        List<String> values = new ArrayList<>(dialect.resolve(column.type()).values());
        int after = operation.after() == null ? -1 : values.indexOf(operation.after());
        values.add(after < 0 ? values.size() : after + 1, operation.value());
        return alterColumn(table, column.name(), "SET DATA TYPE " + enumOf(operation.name(), values));
    }

    private String enumOf(QualifiedName name, List<String> values) {
        return dialect.type(DataType.ofEnum(name.toString(), values));
    }

    @Override
    public List<Statement> visit(RenameEnumValue operation) {
        Column column = enumColumn(new AddEnumValue(operation.name(), operation.to(), null, operation.column()));
        QualifiedName table = Objects.requireNonNull(operation.column()).table();
        List<String> values = dialect.resolve(column.type()).values().stream()
                .map(v -> v.equals(operation.from()) ? operation.to() : v)
                .toList();
        String name = id(column.name());
        String from = dialect.literal(operation.from(), null);
        String to = dialect.literal(operation.to(), null);
        boolean usual = new DefaultValue.Literal(operation.from()).equals(column.defaultValue());
        List<Statement> statements = new ArrayList<>();
        if (usual) {
            statements.addAll(alterColumn(table, column.name(), "DROP DEFAULT"));
        }
        statements.addAll(alterColumn(
                table,
                column.name(),
                "SET DATA TYPE " + enumOf(operation.name(), values) + " USING CASE " + name + " WHEN " + from + " THEN "
                        + to + " ELSE CAST(" + name + " AS VARCHAR) END"));
        if (usual) {
            statements.addAll(alterColumn(table, column.name(), "SET DEFAULT " + to));
        }
        return statements;
    }

    // ---- views, routines

    @Override
    public List<Statement> visit(CreateView operation) {
        return withComment(super.visit(operation), operation.view(), null);
    }

    @Override
    public List<Statement> visit(ReplaceView operation) {
        String old = before.view(operation.view().name()).map(View::comment).orElse(null);
        return withComment(super.visit(operation), operation.view(), old);
    }

    private List<Statement> withComment(List<Statement> view, View definition, @Nullable String old) {
        if (Objects.equals(definition.comment(), old)) {
            return view;
        }
        List<Statement> statements = new ArrayList<>(view);
        statements.add(definition(
                "COMMENT ON VIEW " + id(definition.name()) + " IS " + dialect.literal(definition.comment(), null)));
        return statements;
    }

    @Override
    protected String createView(String words, View view) {
        if (view.materialised()) {
            require(Feature.MATERIALISED_VIEWS, "materialised view " + view.name(), "Use a table and fill it again.");
        }
        String columns = view.options().containsKey(H2Dialect.NAME)
                ? " " + view.options().get(H2Dialect.NAME)
                : "";
        return words + "VIEW " + id(view.name()) + columns + " AS " + dialect.words(view.query());
    }

    @Override
    public List<Statement> visit(DropView operation) {
        return ddl("DROP VIEW " + id(operation.name()) + " RESTRICT");
    }

    /** Functions and procedures are aliases of Java methods alike. */
    @Override
    public List<Statement> visit(DropRoutine operation) {
        return ddl("DROP ALIAS " + id(operation.name()));
    }

    // ---- rows

    @Override
    public List<Statement> visit(InsertRows operation) {
        Optional<Table> table = before.table(operation.table());
        List<Column> given = givenIdentities(table, operation.rows());
        List<Statement> statements =
                new ArrayList<>(inside(rows.insert(operation.table(), operation.rows(), table, overriding(given), "")));
        given.forEach(c -> statements.addAll(Identities.moved(this, operation.table(), c)));
        return statements;
    }

    @Override
    public List<Statement> visit(UpsertRows operation) {
        Optional<Table> table = before.table(operation.table());
        List<Column> given = givenIdentities(table, operation.rows());
        List<String> sqls = overriding(given).isEmpty()
                ? merge(operation, table)
                : new Upserts(dialect, rows).overriding(operation, table);
        List<Statement> statements = new ArrayList<>(inside(sqls));
        given.forEach(c -> statements.addAll(Identities.moved(this, operation.table(), c)));
        return statements;
    }

    private List<String> merge(UpsertRows operation, Optional<Table> table) {
        return rows
                .insert(operation.table(), operation.rows(), table, "KEY (" + names(operation.key()) + ")", "")
                .stream()
                .map(sql -> "MERGE" + sql.substring("INSERT".length()))
                .toList();
    }

    private static String overriding(List<Column> given) {
        boolean refused = given.stream()
                .anyMatch(c -> c.generation() instanceof Generation.Identity identity && identity.always());
        return refused ? "OVERRIDING SYSTEM VALUE" : "";
    }

    /** The identity columns for which a row has a value of its own. */
    private static List<Column> givenIdentities(Optional<Table> table, Collection<Row> rows) {
        return table.map(Table::columns).orElse(List.of()).stream()
                .filter(c -> c.generation() instanceof Generation.Identity)
                .filter(c -> rows.stream().anyMatch(r -> r.values().containsKey(c.name())))
                .toList();
    }

    /** One definition; for the helpers of this package. */
    List<Statement> restart(QualifiedName table, Column column, long start, long increment) {
        return alterColumn(
                table,
                column.name(),
                "RESTART WITH " + Identities.next(dialect, table, column.name(), start, increment));
    }
}
