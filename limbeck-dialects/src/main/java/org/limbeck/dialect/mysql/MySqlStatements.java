package org.limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.limbeck.dialect.Feature;
import org.limbeck.dialect.StandardStatements;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.Unsupported;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.AddEnumValue;
import org.limbeck.operation.AlterSequence;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.CreateSchema;
import org.limbeck.operation.CreateSequence;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.DeleteRows;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.DropIndex;
import org.limbeck.operation.DropRoutine;
import org.limbeck.operation.DropSchema;
import org.limbeck.operation.DropSequence;
import org.limbeck.operation.DropTrigger;
import org.limbeck.operation.InsertRows;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RenameColumn;
import org.limbeck.operation.RenameConstraint;
import org.limbeck.operation.RenameEnumValue;
import org.limbeck.operation.RenameIndex;
import org.limbeck.operation.RenameTable;
import org.limbeck.operation.ReplaceConstraint;
import org.limbeck.operation.SetColumnComment;
import org.limbeck.operation.SetDefault;
import org.limbeck.operation.SetGeneration;
import org.limbeck.operation.SetNullable;
import org.limbeck.operation.SetTableComment;
import org.limbeck.operation.SetType;
import org.limbeck.operation.UpdateRows;
import org.limbeck.operation.UpsertRows;
import org.limbeck.operation.ValidateConstraint;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.schema.View;

/** The statements of single operations on MySQL and MariaDB; what changes one table is one ALTER TABLE where it can be. */
final class MySqlStatements extends StandardStatements {
    private final MySqlDialect mysql;
    private final ColumnText columns;
    private final KeyClauses keys;
    private final MySqlRows data;

    MySqlStatements(MySqlDialect dialect, StateView before) {
        super(dialect, before);
        this.mysql = dialect;
        this.columns = new ColumnText(dialect);
        this.keys = new KeyClauses(dialect, before);
        this.data = new MySqlRows(dialect);
    }

    @Override
    protected MySqlStatements at(StateView state) {
        return new MySqlStatements(mysql, state);
    }

    private List<Statement> alter(QualifiedName table, List<String> clauses) {
        return alter(table, String.join(", ", clauses));
    }

    // ---- tables

    /** Indexes are part of the statement, so that the table is there with them or not at all. */
    @Override
    public List<Statement> visit(CreateTable operation) {
        return ddl(createTable(operation.table()));
    }

    @Override
    protected String createTable(Table table) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach(c -> parts.add(columns.definition(ready(c))));
        table.constraints().forEach(c -> parts.add(keys.constraint(c, Optional.of(table))));
        table.indexes().forEach(i -> parts.add(keys.index(i, Optional.of(table))));
        String body = parts.stream().map(p -> "\n  " + p).collect(Collectors.joining(","));
        String comment = table.comment() == null ? "" : " COMMENT = " + tableComment(table.comment());
        String start = table.columns().stream().map(this::firstNumber).collect(Collectors.joining());
        return "CREATE TABLE " + id(table.name()) + " (" + body + "\n)" + tableSuffix(table) + start + comment;
    }

    private static String tableComment(String comment) {
        return MySqlLiterals.catalogued(comment, "A table's comment");
    }

    /** With a blank before it, or empty. */
    private String firstNumber(Column column) {
        if (!(column.generation() instanceof Generation.Identity identity)) {
            return "";
        }
        Long step = identity.increment();
        if (step != null && step != 1) {
            throw Unsupported.on(
                    dialect,
                    "a step of " + step + " for the numbers of column " + column.name(),
                    "The step is a setting of the server (auto_increment_increment).",
                    "Leave the step out.");
        }
        return identity.start() == null ? "" : " AUTO_INCREMENT = " + identity.start();
    }

    /** The column for this dialect, with the values of its enum where a script gave them elsewhere. */
    private Column ready(Column column) {
        Column resolved = dialect.resolve(column);
        DataType type = resolved.type();
        boolean valuesElsewhere = type.kind() == TypeKind.ENUM && type.values().isEmpty() && type.name() != null;
        if (!valuesElsewhere) {
            return resolved;
        }
        return before.enumType(QualifiedName.parse(String.valueOf(type.name())))
                .map(EnumType::values)
                .map(values -> resolved.withType(DataType.ofEnum(String.valueOf(type.name()), values)))
                .orElse(resolved);
    }

    @Override
    public List<Statement> visit(RenameTable operation) {
        List<Statement> statements = new ArrayList<>(alter(operation.from(), "RENAME TO " + id(operation.to())));
        statements.addAll(restated(operation));
        return statements;
    }

    private List<Statement> restated(Operation operation) {
        return new Restating(mysql, before)
                .after(operation).stream()
                        .map(view -> definition(createView("CREATE OR REPLACE ", view)))
                        .toList();
    }

    @Override
    public List<Statement> visit(SetTableComment operation) {
        String comment = operation.comment() == null ? "" : operation.comment();
        return alter(operation.table(), "COMMENT = " + tableComment(comment));
    }

    // ---- columns

    @Override
    public List<Statement> visit(AddColumn operation) {
        Column column = ready(operation.column());
        String start = firstNumber(column);
        return alter(
                operation.table(), "ADD COLUMN " + columns.definition(column) + (start.isEmpty() ? "" : "," + start));
    }

    @Override
    public List<Statement> visit(DropColumn operation) {
        List<String> clauses = new ArrayList<>(keys.dropsOf(operation));
        clauses.add("DROP COLUMN " + id(operation.column()));
        return alter(operation.table(), clauses);
    }

    @Override
    public List<Statement> visit(RenameColumn operation) {
        List<Statement> statements =
                new ArrayList<>(new ColumnRenaming(mysql, before, keys).statements(operation, this::ddl));
        statements.addAll(restated(operation));
        return statements;
    }

    /** The column with everything that it has but for the change. */
    private List<Statement> modify(QualifiedName table, Column changed) {
        return alter(table, "MODIFY COLUMN " + columns.definition(keyed(table, ready(changed))));
    }

    /** A column of the primary key is NOT NULL, whether its definition says so or not. */
    private Column keyed(QualifiedName table, Column column) {
        boolean key = before.table(table)
                .flatMap(Table::primaryKey)
                .filter(k -> k.columns().contains(column.name()))
                .isPresent();
        return key ? column.notNull() : column;
    }

    @Override
    public List<Statement> visit(SetType operation) {
        Column column = ready(column(operation.table(), operation.column()));
        Column changed = keyed(operation.table(), ready(column.withType(operation.type())));
        return new TypeChange(mysql, before, columns).statements(operation, column, changed);
    }

    @Override
    public List<Statement> visit(SetNullable operation) {
        Column column = column(operation.table(), operation.column());
        return modify(operation.table(), column.withNullable(operation.nullable()));
    }

    @Override
    public List<Statement> visit(SetColumnComment operation) {
        Column column = column(operation.table(), operation.column());
        return modify(operation.table(), column.comment(operation.comment()));
    }

    /**
     * A literal touches nothing but the default. An expression such as CURRENT_TIMESTAMP(6) needs the whole column, and so
     * does one with ON UPDATE, which MariaDB 10.11 forgets at SET DEFAULT.
     */
    @Override
    public List<Statement> visit(SetDefault operation) {
        Column column = ready(column(operation.table(), operation.column()));
        DefaultValue value = operation.value();
        if (value instanceof DefaultValue.Expression || ColumnOptions.updatesItself(mysql.option(column.options()))) {
            return modify(operation.table(), column.withDefault(value));
        }
        String alter = "ALTER COLUMN " + id(operation.column());
        if (value == null) {
            return alter(operation.table(), alter + (column.nullable() ? " SET DEFAULT NULL" : " DROP DEFAULT"));
        }
        return alter(operation.table(), alter + " SET DEFAULT " + columns.defaultText(value, column.type()));
    }

    @Override
    public List<Statement> visit(SetGeneration operation) {
        Column column = ready(column(operation.table(), operation.column()));
        if (isVirtual(column.generation()) != isVirtual(operation.generation())) {
            throw Unsupported.on(
                    dialect,
                    operation.describe(),
                    "A column that is computed when read is not kept in the table, and cannot begin or end to be.",
                    "Drop the column and add it again.");
        }
        Column changed = column.withGeneration(operation.generation());
        Column plain = operation.generation() == null ? changed : changed.withDefault(null);
        String start = firstNumber(plain);
        return alter(
                operation.table(),
                "MODIFY COLUMN " + columns.definition(keyed(operation.table(), plain))
                        + (start.isEmpty() ? "" : "," + start));
    }

    private static boolean isVirtual(@org.jspecify.annotations.Nullable Generation generation) {
        return generation instanceof Generation.Computed computed && !computed.stored();
    }

    @Override
    protected String sequenceClause(QualifiedName sequence) {
        return "";
    }

    // ---- constraints

    @Override
    public List<Statement> visit(AddConstraint operation) {
        return alter(operation.table(), keys.add(operation));
    }

    @Override
    public List<Statement> visit(DropConstraint operation) {
        return alter(operation.table(), keys.drop(operation));
    }

    /** In one statement, so that the table is never without; a foreign key of the same name cannot be (error 1826). */
    @Override
    public List<Statement> visit(ReplaceConstraint operation) {
        List<List<String>> steps = keys.replace(operation);
        List<Statement> statements = new ArrayList<>();
        steps.forEach(clauses -> statements.addAll(alter(operation.table(), clauses)));
        return statements;
    }

    @Override
    public List<Statement> visit(RenameConstraint operation) {
        List<String> clauses = keys.rename(operation);
        return clauses.isEmpty() ? List.of() : alter(operation.table(), clauses);
    }

    /** Nothing: constraints are always validated. */
    @Override
    public List<Statement> visit(ValidateConstraint operation) {
        return List.of();
    }

    // ---- indexes

    @Override
    protected String createIndex(QualifiedName table, Index index, boolean concurrently) {
        return "ALTER TABLE " + id(table) + " " + String.join(", ", keys.add(table, index));
    }

    @Override
    public List<Statement> visit(CreateIndex operation) {
        return ddl(createIndex(operation.table(), operation.index(), false));
    }

    @Override
    public List<Statement> visit(DropIndex operation) {
        return alter(operation.table(), keys.drop(operation));
    }

    @Override
    public List<Statement> visit(RenameIndex operation) {
        return alter(operation.table(), "RENAME INDEX " + id(operation.from()) + " TO " + id(operation.to()));
    }

    // ---- schemas, sequences, enums

    @Override
    public List<Statement> visit(CreateSchema operation) {
        return ddl("CREATE DATABASE " + id(operation.name()));
    }

    /** The database would drop all that is in it; other databases refuse that, and so do we. */
    @Override
    public List<Statement> visit(DropSchema operation) {
        String guard = Guard.noRows(
                "the schema is not empty",
                "information_schema.tables",
                "table_schema = " + MySqlLiterals.quoted(operation.name()));
        return List.of(Statement.inside(guard), definition("DROP DATABASE " + id(operation.name())));
    }

    @Override
    public List<Statement> visit(CreateSequence operation) {
        requireSequences(operation.describe());
        return super.visit(operation);
    }

    /** What the sequence leaves open is set back to what a new one has. */
    @Override
    public List<Statement> visit(AlterSequence operation) {
        requireSequences(operation.describe());
        Sequence s = operation.sequence();
        String start = s.start() == null ? "" : " START WITH " + s.start();
        // The numbers at the ends of BIGINT are no values of a sequence.
        boolean lowest = s.minimum() == null || s.minimum() == Long.MIN_VALUE;
        boolean highest = s.maximum() == null || s.maximum() == Long.MAX_VALUE;
        String minimum = lowest ? " NO MINVALUE" : " MINVALUE " + s.minimum();
        String maximum = highest ? " NO MAXVALUE" : " MAXVALUE " + s.maximum();
        String increment = " INCREMENT BY " + (s.increment() == null ? 1 : s.increment());
        String cache = " CACHE " + (s.cache() == null ? SequenceReader.USUAL_CACHE : s.cache());
        return ddl("ALTER SEQUENCE " + id(s.name()) + start + increment + minimum + maximum
                + (s.cycle() ? " CYCLE" : " NOCYCLE") + cache);
    }

    @Override
    public List<Statement> visit(DropSequence operation) {
        requireSequences(operation.describe());
        return super.visit(operation);
    }

    private void requireSequences(String what) {
        require(Feature.SEQUENCES, what, "Use autoIncrement(), or a table with one row.");
    }

    @Override
    public List<Statement> visit(AddEnumValue operation) {
        Column column = ready(enumColumn(operation));
        QualifiedName table = operation.column() == null
                ? operation.name()
                : operation.column().table();
        List<String> values = new ArrayList<>(enumValues(column, table));
        int after = operation.after() == null ? -1 : values.indexOf(operation.after());
        values.add(after < 0 ? values.size() : after + 1, operation.value());
        return modify(table, column.withType(DataType.ofEnum(column.name(), values)));
    }

    /** First both values are allowed, then the rows are changed, then the old one goes. */
    @Override
    public List<Statement> visit(RenameEnumValue operation) {
        if (operation.column() == null) {
            throw Unsupported.on(
                    dialect,
                    operation.describe(),
                    "It has no named enums; the values are kept at each column.",
                    "Name the column:  op.renameEnumValue(...).in(\"table\", \"column\")");
        }
        QualifiedName table = operation.column().table();
        Column column = ready(column(table, operation.column().column()));
        List<String> values = enumValues(column, table);
        List<String> both = new ArrayList<>(values);
        both.add(operation.to());
        List<String> renamed = values.stream()
                .map(v -> v.equals(operation.from()) ? operation.to() : v)
                .toList();
        boolean usual = new DefaultValue.Literal(operation.from()).equals(column.defaultValue());
        Column last = usual ? column.withDefault(new DefaultValue.Literal(operation.to())) : column;
        List<Statement> statements =
                new ArrayList<>(modify(table, column.withType(DataType.ofEnum(column.name(), both))));
        statements.add(Statement.inside("UPDATE " + id(table) + " SET " + id(column.name()) + " = "
                + MySqlLiterals.quoted(operation.to()) + TypeChange.unchangedClocks(mysql, before.table(table))
                + " WHERE " + id(column.name()) + " = " + MySqlLiterals.quoted(operation.from())));
        statements.addAll(modify(table, last.withType(DataType.ofEnum(column.name(), renamed))));
        return statements;
    }

    private List<String> enumValues(Column column, QualifiedName table) {
        if (column.type().kind() != TypeKind.ENUM) {
            throw Problem.of(
                            ErrorCode.SCHEMA_CONFLICT,
                            "Column " + table + "." + column.name() + " is no enum but " + dialect.type(column.type()))
                    .exception();
        }
        return column.type().values();
    }

    // ---- views, routines, triggers

    @Override
    protected String createView(String words, View view) {
        if (view.materialised()) {
            return super.createView(words, view);
        }
        if (view.comment() != null) {
            throw Unsupported.on(
                    dialect, "a comment on view " + view.name(), "Its views have no comments.", "Leave it out.");
        }
        String options = mysql.option(view.options());
        return words + (options == null ? "" : options + " ") + "VIEW " + id(view.name()) + " AS "
                + dialect.words(view.query());
    }

    @Override
    public List<Statement> visit(DropRoutine operation) {
        return ddl("DROP " + operation.kind() + " " + id(operation.name()));
    }

    @Override
    public List<Statement> visit(DropTrigger operation) {
        return ddl("DROP TRIGGER " + id(operation.table().sibling(operation.name())));
    }

    // ---- rows

    @Override
    public List<Statement> visit(InsertRows operation) {
        return inside(data.insert(operation.table(), operation.rows(), before.table(operation.table()), "", ""));
    }

    @Override
    public List<Statement> visit(UpsertRows operation) {
        return inside(data.upsert(operation, before.table(operation.table())));
    }

    @Override
    public List<Statement> visit(UpdateRows operation) {
        return inside(List.of(data.update(
                operation.table(), operation.values(), operation.match(), before.table(operation.table()))));
    }

    @Override
    public List<Statement> visit(DeleteRows operation) {
        return inside(List.of(data.delete(operation.table(), operation.match(), before.table(operation.table()))));
    }
}
