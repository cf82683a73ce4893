package org.limbeck.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.AddEnumValue;
import org.limbeck.operation.AlterSequence;
import org.limbeck.operation.AroundViews;
import org.limbeck.operation.CheckData;
import org.limbeck.operation.CreateEnum;
import org.limbeck.operation.CreateExtension;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.CreateRoutine;
import org.limbeck.operation.CreateSchema;
import org.limbeck.operation.CreateSequence;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.CreateTrigger;
import org.limbeck.operation.CreateView;
import org.limbeck.operation.DeleteRows;
import org.limbeck.operation.DialectOperation;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.DropEnum;
import org.limbeck.operation.DropExtension;
import org.limbeck.operation.DropIndex;
import org.limbeck.operation.DropRoutine;
import org.limbeck.operation.DropSchema;
import org.limbeck.operation.DropSequence;
import org.limbeck.operation.DropTable;
import org.limbeck.operation.DropTrigger;
import org.limbeck.operation.DropView;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.InsertCsv;
import org.limbeck.operation.InsertRows;
import org.limbeck.operation.Invert;
import org.limbeck.operation.Irreversible;
import org.limbeck.operation.Lossy;
import org.limbeck.operation.OnDialects;
import org.limbeck.operation.Operation;
import org.limbeck.operation.OperationVisitor;
import org.limbeck.operation.RenameColumn;
import org.limbeck.operation.RenameConstraint;
import org.limbeck.operation.RenameIndex;
import org.limbeck.operation.RenameTable;
import org.limbeck.operation.ReplaceConstraint;
import org.limbeck.operation.ReplaceView;
import org.limbeck.operation.RunStep;
import org.limbeck.operation.SetNullable;
import org.limbeck.operation.UpdateRows;
import org.limbeck.operation.WhenCondition;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.Unique;
import org.limbeck.schema.View;
import org.limbeck.sql.SqlStatement;
import org.limbeck.sql.StatementSplitter;

/**
 * The statements of single operations in standard SQL. A dialect extends it and overrides what it says differently;
 * what standard SQL has no words for is abstract. Holds the state before one operation; not thread-safe.
 */
public abstract class StandardStatements implements OperationVisitor<List<Statement>> {
    protected final Dialect dialect;
    protected final StateView before;
    protected final StandardRows rows;

    protected StandardStatements(Dialect dialect, StateView before) {
        this.dialect = dialect;
        this.before = before;
        this.rows = new StandardRows(dialect);
    }

    /** The same writer for another state. */
    protected abstract StandardStatements at(StateView state);

    // ---- words

    protected final String id(String name) {
        return dialect.identifier(name);
    }

    protected final String id(QualifiedName name) {
        return Names.qualified(dialect, name);
    }

    protected final String names(List<String> columns) {
        return rows.names(columns);
    }

    /** One DDL statement. */
    protected final List<Statement> ddl(String sql) {
        return List.of(definition(sql));
    }

    protected final Statement definition(String sql) {
        return new Statement(sql, dialect.supports(Feature.TRANSACTIONAL_DDL) ? Placement.INSIDE : Placement.COMMITS);
    }

    protected final List<Statement> alter(QualifiedName table, String action) {
        return ddl("ALTER TABLE " + id(table) + " " + action);
    }

    protected final void require(Feature feature, String what, String wayOut) {
        if (!dialect.supports(feature)) {
            throw Unsupported.on(
                    dialect,
                    what,
                    "It has no such thing in version " + dialect.server().version() + ".",
                    wayOut);
        }
    }

    /** The table as it stands, which must be there. */
    protected final Table table(QualifiedName name) {
        return before.table(name)
                .orElseThrow(() -> Problem.of(ErrorCode.SCHEMA_CONFLICT, "Table " + name + " does not exist")
                        .exception());
    }

    /** The column as it stands, which must be there. */
    protected final Column column(QualifiedName table, String name) {
        return table(table)
                .column(name)
                .orElseThrow(
                        () -> Problem.of(ErrorCode.SCHEMA_CONFLICT, "Column " + table + "." + name + " does not exist")
                                .exception());
    }

    // ---- tables

    @Override
    public List<Statement> visit(CreateTable operation) {
        Table table = operation.table();
        List<Statement> statements = new ArrayList<>(ddl(createTable(table)));
        for (Index index : table.indexes()) {
            statements.add(definition(createIndex(table.name(), index, false)));
        }
        statements.addAll(comments(table));
        return statements;
    }

    /** CREATE TABLE with columns, constraints and options. */
    protected String createTable(Table table) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach(c -> parts.add(columnDefinition(table, dialect.resolve(c))));
        // H2 wants the key before the foreign key of the same table that refers to it.
        for (boolean foreign : new boolean[] {false, true}) {
            for (Constraint constraint : table.constraints()) {
                if (constraint instanceof ForeignKey == foreign) {
                    constraintDefinition(table, constraint).ifPresent(parts::add);
                }
            }
        }
        String body = parts.stream().map(p -> "\n  " + p).collect(Collectors.joining(","));
        return "CREATE TABLE " + id(table.name()) + " (" + body + "\n)" + tableSuffix(table);
    }

    /** The words after the closing bracket. */
    protected String tableSuffix(Table table) {
        for (String name : dialect.answersTo()) {
            String words = table.options().get(name);
            if (words != null) {
                return " " + words;
            }
        }
        return "";
    }

    /** Statements that set the comments of a new table, where they are no part of its definition. */
    protected List<Statement> comments(Table table) {
        return List.of();
    }

    /** A constraint in a table definition; empty where the column's definition says it already. */
    protected Optional<String> constraintDefinition(Table table, Constraint constraint) {
        return Optional.of(constraintClause(constraint));
    }

    @Override
    public List<Statement> visit(DropTable operation) {
        return ddl("DROP TABLE " + id(operation.name()));
    }

    @Override
    public List<Statement> visit(RenameTable operation) {
        return alter(operation.from(), "RENAME TO " + id(operation.to().name()));
    }

    // ---- columns

    /** {@code name type ...} as in CREATE TABLE and ADD COLUMN; types for other dialects are resolved already. */
    protected String columnDefinition(Table table, Column column) {
        StringBuilder sql = new StringBuilder(id(column.name())).append(' ').append(columnType(column));
        if (column.collation() != null) {
            sql.append(" COLLATE ").append(collation(column.collation()));
        }
        sql.append(generationClause(column));
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT ").append(defaultClause(column));
        }
        return sql.append(column.nullable() ? "" : " NOT NULL").toString();
    }

    protected String columnType(Column column) {
        return dialect.type(column.type());
    }

    protected String collation(String name) {
        return id(name);
    }

    /** With a blank before it, or empty. */
    protected String generationClause(Column column) {
        Generation generation = column.generation();
        if (generation instanceof Generation.Identity identity) {
            return identityClause(identity);
        }
        if (generation instanceof Generation.FromSequence sequence) {
            return sequenceClause(sequence.sequence());
        }
        return generation instanceof Generation.Computed computed ? computedClause(computed) : "";
    }

    protected String identityClause(Generation.Identity identity) {
        StringBuilder sql = new StringBuilder(identity.always() ? " GENERATED ALWAYS" : " GENERATED BY DEFAULT")
                .append(" AS IDENTITY");
        List<String> options = new ArrayList<>();
        if (identity.start() != null) {
            options.add("START WITH " + identity.start());
        }
        if (identity.increment() != null) {
            options.add("INCREMENT BY " + identity.increment());
        }
        return options.isEmpty()
                ? sql.toString()
                : sql.append(" (").append(String.join(" ", options)).append(')').toString();
    }

    protected abstract String sequenceClause(QualifiedName sequence);

    protected String computedClause(Generation.Computed computed) {
        return " GENERATED ALWAYS AS (" + dialect.words(computed.expression()) + ")"
                + (computed.stored() ? " STORED" : " VIRTUAL");
    }

    /** The value or expression of a default, for after the word DEFAULT. */
    protected String defaultClause(Column column) {
        DefaultValue value = column.defaultValue();
        if (value instanceof DefaultValue.Expression expression) {
            return dialect.words(expression.sql());
        }
        return dialect.literal(value instanceof DefaultValue.Literal literal ? literal.value() : null, column.type());
    }

    @Override
    public List<Statement> visit(AddColumn operation) {
        Column column = dialect.resolve(operation.column());
        Table context = Table.of(operation.table(), List.of(column));
        List<Statement> statements =
                new ArrayList<>(alter(operation.table(), "ADD COLUMN " + columnDefinition(context, column)));
        statements.addAll(comments(context));
        return statements;
    }

    @Override
    public List<Statement> visit(DropColumn operation) {
        return alter(operation.table(), "DROP COLUMN " + id(operation.column()));
    }

    @Override
    public List<Statement> visit(RenameColumn operation) {
        return alter(operation.table(), "RENAME COLUMN " + id(operation.from()) + " TO " + id(operation.to()));
    }

    @Override
    public List<Statement> visit(SetNullable operation) {
        return alter(
                operation.table(),
                "ALTER COLUMN " + id(operation.column()) + (operation.nullable() ? " DROP" : " SET") + " NOT NULL");
    }

    // ---- constraints

    /** {@code CONSTRAINT name ...}. */
    protected String constraintClause(Constraint constraint) {
        String name = constraint.name() == null ? "" : "CONSTRAINT " + id(constraint.name()) + " ";
        return name + constraintBody(constraint);
    }

    protected String constraintBody(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return "PRIMARY KEY (" + names(key.columns()) + ")" + deferrable(key.deferrability());
        }
        if (constraint instanceof Unique unique) {
            return uniqueBody(unique);
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKeyBody(key);
        }
        if (constraint instanceof org.limbeck.schema.Check check) {
            return "CHECK (" + dialect.words(check.expression()) + ")" + notValid(check.validated());
        }
        return exclusionBody((Exclusion) constraint);
    }

    protected String uniqueBody(Unique unique) {
        if (!unique.nullsDistinct()) {
            require(Feature.NULLS_NOT_DISTINCT, "NULLS NOT DISTINCT", "Make the columns NOT NULL.");
        }
        return "UNIQUE " + (unique.nullsDistinct() ? "" : "NULLS NOT DISTINCT ") + "(" + names(unique.columns()) + ")"
                + deferrable(unique.deferrability());
    }

    protected String foreignKeyBody(ForeignKey key) {
        StringBuilder sql = new StringBuilder("FOREIGN KEY (")
                .append(names(key.columns()))
                .append(") REFERENCES ")
                .append(id(key.references()));
        List<String> target = referencedColumns(key);
        if (!target.isEmpty()) {
            sql.append(" (").append(names(target)).append(')');
        }
        if (key.match() != null) {
            sql.append(" MATCH ").append(matchWord(key.match()));
        }
        sql.append(action(" ON DELETE ", key.onDelete())).append(action(" ON UPDATE ", key.onUpdate()));
        return sql.append(deferrable(key.deferrability()))
                .append(notValid(key.validated()))
                .toString();
    }

    private static String matchWord(String match) {
        String word = match.toUpperCase(java.util.Locale.ROOT);
        if (!List.of("FULL", "PARTIAL", "SIMPLE").contains(word)) {
            throw Problem.of(ErrorCode.INVALID_OPERATION, "MATCH " + match + " is none of FULL, PARTIAL, SIMPLE")
                    .exception();
        }
        return word;
    }

    /** The columns that a foreign key points at; a dialect that must name them looks up the primary key. */
    protected List<String> referencedColumns(ForeignKey key) {
        return key.referencedColumns();
    }

    protected String action(String words, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION
                ? ""
                : words + action.name().replace('_', ' ');
    }

    /** Refused here; a dialect that has them overrides it. */
    protected String exclusionBody(Exclusion exclusion) {
        throw Unsupported.on(
                dialect,
                "exclusion constraint " + exclusion.name(),
                "Only PostgreSQL has exclusion constraints.",
                "Put it into  op.on(\"postgresql\", ...)  and guard the rows elsewhere by a trigger.");
    }

    protected String deferrable(Deferrability when) {
        return switch (when) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    /** With a blank before it, or empty; where constraints are always validated, always empty. */
    protected String notValid(boolean validated) {
        return validated || !dialect.supports(Feature.NOT_VALID) ? "" : " NOT VALID";
    }

    @Override
    public List<Statement> visit(AddConstraint operation) {
        return alter(operation.table(), "ADD " + constraintClause(operation.constraint()));
    }

    @Override
    public List<Statement> visit(DropConstraint operation) {
        return alter(operation.table(), "DROP CONSTRAINT " + id(nameOf(operation)));
    }

    /** The name of the constraint to drop: given, or found by its structure. */
    protected final String nameOf(DropConstraint operation) {
        if (operation.like() == null && operation.name() != null) {
            return operation.name();
        }
        String found = before.table(operation.table())
                .flatMap(operation::find)
                .map(Constraint::name)
                .orElse(operation.name());
        return required(found, "constraint", operation.table(), String.valueOf(operation.like()));
    }

    private static String required(@Nullable String name, String kind, QualifiedName table, String like) {
        if (name == null) {
            throw Problem.of(
                            ErrorCode.SCHEMA_CONFLICT,
                            "No single " + kind + " of table " + table + " looks like " + like)
                    .todo("Name it.")
                    .exception();
        }
        return name;
    }

    @Override
    public List<Statement> visit(RenameConstraint operation) {
        return alter(operation.table(), "RENAME CONSTRAINT " + id(operation.from()) + " TO " + id(operation.to()));
    }

    @Override
    public List<Statement> visit(ReplaceConstraint operation) {
        List<Statement> statements =
                new ArrayList<>(visit(new DropConstraint(operation.table(), operation.name(), null)));
        statements.addAll(at(before.after(new DropConstraint(operation.table(), operation.name(), null)))
                .visit(new AddConstraint(operation.table(), operation.constraint())));
        return statements;
    }

    // ---- indexes

    /** CREATE INDEX. */
    protected abstract String createIndex(QualifiedName table, Index index, boolean concurrently);

    @Override
    public List<Statement> visit(CreateIndex operation) {
        return ddl(createIndex(operation.table(), operation.index(), false));
    }

    @Override
    public List<Statement> visit(DropIndex operation) {
        return ddl("DROP INDEX " + id(operation.table().sibling(nameOf(operation))));
    }

    /** The name of the index to drop: given, or found by its structure. */
    protected final String nameOf(DropIndex operation) {
        if (operation.like() == null && operation.name() != null) {
            return operation.name();
        }
        String found = before.table(operation.table())
                .flatMap(operation::find)
                .map(Index::name)
                .orElse(operation.name());
        return required(found, "index", operation.table(), String.valueOf(operation.like()));
    }

    @Override
    public List<Statement> visit(RenameIndex operation) {
        return ddl(
                "ALTER INDEX " + id(operation.table().sibling(operation.from())) + " RENAME TO " + id(operation.to()));
    }

    // ---- schemas, sequences, enums

    @Override
    public List<Statement> visit(CreateSchema operation) {
        require(Feature.SCHEMAS, "create schema " + operation.name(), "Use another database file.");
        return ddl("CREATE SCHEMA " + id(operation.name()));
    }

    @Override
    public List<Statement> visit(DropSchema operation) {
        require(Feature.SCHEMAS, "drop schema " + operation.name(), "Use another database file.");
        return ddl("DROP SCHEMA " + id(operation.name()));
    }

    @Override
    public List<Statement> visit(CreateSequence operation) {
        return ddl("CREATE SEQUENCE " + id(operation.sequence().name())
                + sequenceOptions(operation.sequence(), "START WITH"));
    }

    @Override
    public List<Statement> visit(AlterSequence operation) {
        return ddl("ALTER SEQUENCE " + id(operation.sequence().name())
                + sequenceOptions(operation.sequence(), "START WITH"));
    }

    protected String sequenceOptions(Sequence sequence, String startWords) {
        return option(startWords, sequence.start())
                + option("INCREMENT BY", sequence.increment())
                + option("MINVALUE", sequence.minimum())
                + option("MAXVALUE", sequence.maximum())
                + (sequence.cycle() ? " CYCLE" : "")
                + option("CACHE", sequence.cache());
    }

    private static String option(String words, @Nullable Long value) {
        return value == null ? "" : " " + words + " " + value;
    }

    @Override
    public List<Statement> visit(DropSequence operation) {
        return ddl("DROP SEQUENCE " + id(operation.name()));
    }

    /** Nothing: the values are kept at the columns. A dialect with named enums overrides it. */
    @Override
    public List<Statement> visit(CreateEnum operation) {
        return List.of();
    }

    /** Nothing: the values are kept at the columns. A dialect with named enums overrides it. */
    @Override
    public List<Statement> visit(DropEnum operation) {
        return List.of();
    }

    /** The column that keeps the values, which an operation must name where there are no named enums. */
    protected final Column enumColumn(AddEnumValue operation) {
        if (operation.column() == null) {
            throw Unsupported.on(
                    dialect,
                    operation.describe(),
                    "It has no named enums; the values are kept at each column.",
                    "Name the column:  op.addEnumValue(...).in(\"table\", \"column\")");
        }
        return column(operation.column().table(), operation.column().column());
    }

    // ---- views, routines, triggers, extensions

    @Override
    public List<Statement> visit(CreateView operation) {
        return ddl(createView("CREATE ", operation.view()));
    }

    protected String createView(String words, View view) {
        if (view.materialised()) {
            require(Feature.MATERIALISED_VIEWS, "materialised view " + view.name(), "Use a table and refresh it.");
        }
        return words + (view.materialised() ? "MATERIALIZED VIEW " : "VIEW ") + id(view.name()) + " AS "
                + dialect.words(view.query());
    }

    @Override
    public List<Statement> visit(ReplaceView operation) {
        return ddl(createView("CREATE OR REPLACE ", operation.view()));
    }

    @Override
    public List<Statement> visit(DropView operation) {
        return ddl("DROP " + (operation.materialised() ? "MATERIALIZED " : "") + "VIEW " + id(operation.name()));
    }

    @Override
    public List<Statement> visit(CreateRoutine operation) {
        require(
                Feature.ROUTINES,
                operation.describe(),
                "Put it into  op.on(...)  for the databases that have routines.");
        return ddl(dialect.words(operation.routine().definition()));
    }

    @Override
    public List<Statement> visit(DropRoutine operation) {
        require(
                Feature.ROUTINES,
                operation.describe(),
                "Put it into  op.on(...)  for the databases that have routines.");
        return ddl("DROP " + operation.kind() + " " + id(operation.name()) + operation.signature());
    }

    @Override
    public List<Statement> visit(CreateTrigger operation) {
        return ddl(createTrigger(operation.trigger()));
    }

    protected String createTrigger(Trigger trigger) {
        return dialect.words(trigger.definition());
    }

    @Override
    public List<Statement> visit(DropTrigger operation) {
        return ddl("DROP TRIGGER " + id(operation.table().sibling(operation.name())));
    }

    @Override
    public List<Statement> visit(CreateExtension operation) {
        throw noExtensions(operation);
    }

    @Override
    public List<Statement> visit(DropExtension operation) {
        throw noExtensions(operation);
    }

    private RuntimeException noExtensions(Operation operation) {
        return Unsupported.on(
                dialect, operation.describe(), "It has no extensions.", "Put it into  op.on(\"postgresql\", ...)");
    }

    @Override
    public List<Statement> visit(AroundViews operation) {
        List<Operation> inner = new ArrayList<>();
        List<Operation> restoring = new ArrayList<>();
        for (QualifiedName name : operation.views()) {
            View view = before.view(name)
                    .orElseThrow(() -> Problem.of(ErrorCode.SCHEMA_CONFLICT, "View " + name + " does not exist")
                            .exception());
            inner.add(0, new DropView(view.name(), view.materialised(), view));
            restoring.add(new CreateView(view));
            before.triggersOn(name).forEach(trigger -> restoring.add(new CreateTrigger(trigger)));
        }
        inner.addAll(operation.operations());
        inner.addAll(restoring);
        return dialect.renderer().render(inner, before).stream()
                .flatMap(group -> group.statements().stream())
                .toList();
    }

    // ---- rows

    @Override
    public List<Statement> visit(InsertRows operation) {
        return inside(rows.insert(operation.table(), operation.rows(), before.table(operation.table()), "", ""));
    }

    @Override
    public List<Statement> visit(UpdateRows operation) {
        return inside(List.of(rows.update(
                operation.table(), operation.values(), operation.match(), before.table(operation.table()))));
    }

    @Override
    public List<Statement> visit(DeleteRows operation) {
        return inside(List.of(rows.delete(operation.table(), operation.match(), before.table(operation.table()))));
    }

    protected static List<Statement> inside(List<String> sqls) {
        return sqls.stream().map(Statement::inside).toList();
    }

    // ---- SQL

    @Override
    public List<Statement> visit(ExecuteSql operation) {
        List<Statement> statements = new ArrayList<>();
        for (SqlStatement statement : StatementSplitter.all(dialect.words(operation.sql()), dialect.syntax())) {
            statements.add(raw(statement.text()));
        }
        return statements;
    }

    /** Raw SQL, placed by what the dialect knows of it. */
    protected final Statement raw(String sql) {
        if (dialect.refusesTransaction(sql)) {
            return new Statement(sql, Placement.OUTSIDE);
        }
        return new Statement(sql, dialect.commitsByItself(sql) ? Placement.COMMITS : Placement.INSIDE);
    }

    @Override
    public List<Statement> visit(DialectOperation operation) {
        return operation.statements(dialect.name()).stream().map(this::raw).toList();
    }

    // ---- notes, and what is no SQL

    @Override
    public List<Statement> visit(Lossy operation) {
        return List.of();
    }

    @Override
    public List<Statement> visit(Irreversible operation) {
        return List.of();
    }

    @Override
    public List<Statement> visit(RunStep operation) {
        throw noSql(operation);
    }

    @Override
    public List<Statement> visit(CheckData operation) {
        throw noSql(operation);
    }

    @Override
    public List<Statement> visit(InsertCsv operation) {
        throw noSql(operation);
    }

    @Override
    public List<Statement> visit(WhenCondition operation) {
        throw noSql(operation);
    }

    @Override
    public List<Statement> visit(OnDialects operation) {
        throw noSql(operation);
    }

    @Override
    public List<Statement> visit(Invert operation) {
        throw noSql(operation);
    }

    private static IllegalStateException noSql(Operation operation) {
        return new IllegalStateException("'" + operation.describe() + "' is never rendered as SQL by a dialect");
    }

    /** A type for an identity or other column, resolved for this dialect. */
    protected final DataType resolved(DataType type) {
        return dialect.resolve(type);
    }
}
