package org.limbeck.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.merge.Access.Way;
import org.limbeck.merge.Thing.Kind;
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
import org.limbeck.operation.Match;
import org.limbeck.operation.OnDialects;
import org.limbeck.operation.Operation;
import org.limbeck.operation.OperationVisitor;
import org.limbeck.operation.RenameColumn;
import org.limbeck.operation.RenameConstraint;
import org.limbeck.operation.RenameEnumValue;
import org.limbeck.operation.RenameIndex;
import org.limbeck.operation.RenameTable;
import org.limbeck.operation.ReplaceConstraint;
import org.limbeck.operation.ReplaceView;
import org.limbeck.operation.Row;
import org.limbeck.operation.RunStep;
import org.limbeck.operation.SetColumnComment;
import org.limbeck.operation.SetDefault;
import org.limbeck.operation.SetGeneration;
import org.limbeck.operation.SetNullable;
import org.limbeck.operation.SetTableComment;
import org.limbeck.operation.SetType;
import org.limbeck.operation.UpdateRows;
import org.limbeck.operation.UpsertRows;
import org.limbeck.operation.ValidateConstraint;
import org.limbeck.operation.WhenCondition;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.View;

/** What operations do to which objects. */
final class Accesses implements OperationVisitor<List<Access>> {
    private final Dialect dialect;

    Accesses(Dialect dialect) {
        this.dialect = dialect;
    }

    List<Access> of(Operation operation) {
        return operation.accept(this);
    }

    private List<Access> all(List<Operation> operations) {
        return operations.stream().flatMap(operation -> of(operation).stream()).toList();
    }

    // ---- pieces

    /** An access to a part of a table uses the table. */
    private static List<Access> part(QualifiedName table, Access... accesses) {
        List<Access> all = new ArrayList<>(List.of(accesses));
        all.add(Access.of(Way.USE, Thing.table(table)));
        return all;
    }

    private static Thing column(QualifiedName table, String name) {
        return Thing.in(Kind.COLUMN, table, name);
    }

    private static Thing index(QualifiedName table, @Nullable String name) {
        return Thing.in(Kind.INDEX, table, String.valueOf(name));
    }

    private static Thing constraint(QualifiedName table, @Nullable String name) {
        return Thing.in(Kind.CONSTRAINT, table, String.valueOf(name));
    }

    private static List<Access> use(QualifiedName table, Collection<String> columns) {
        List<Access> all = new ArrayList<>(part(table));
        columns.forEach(name -> all.add(Access.of(Way.USE, column(table, name))));
        return all;
    }

    private static List<Access> create(QualifiedName table, Constraint constraint) {
        List<Access> all = new ArrayList<>(use(table, constraint.columns()));
        all.add(Access.of(Way.CREATE, constraint(table, constraint.name()), constraint));
        if (constraint instanceof PrimaryKey) {
            all.add(Access.of(Way.CREATE, Thing.in(Kind.PRIMARY_KEY, table, ""), constraint));
        }
        if (constraint instanceof ForeignKey key) {
            all.addAll(use(key.references(), key.referencedColumns()));
        }
        return all;
    }

    private static List<Access> create(QualifiedName table, Index index) {
        List<Access> all = new ArrayList<>(use(table, index.columns()));
        all.add(Access.of(Way.CREATE, index(table, index.name()), index));
        return all;
    }

    private List<Access> alter(QualifiedName table, String column, String aspect, @Nullable Object value) {
        return part(table, Access.alter(column(table, column), aspect, value));
    }

    private static List<Access> one(Way way, Thing thing, @Nullable Object value) {
        return List.of(Access.of(way, thing, value));
    }

    private List<Access> view(Way way, View view) {
        return List.of(
                Access.of(way, Thing.of(Kind.VIEW, view.name()), view),
                Access.reading(RawSql.words(dialect.words(view.query()), dialect.syntax())));
    }

    // ---- tables

    @Override
    public List<Access> visit(CreateTable operation) {
        Table table = operation.table();
        List<Access> all = new ArrayList<>(one(Way.CREATE, Thing.table(table.name()), table));
        for (ForeignKey key : table.foreignKeys()) {
            all.addAll(use(key.references(), key.referencedColumns()));
        }
        return all;
    }

    @Override
    public List<Access> visit(DropTable operation) {
        return one(Way.DROP, Thing.table(operation.name()), null);
    }

    @Override
    public List<Access> visit(RenameTable operation) {
        return List.of(
                Access.of(Way.RENAME, Thing.table(operation.from()), Thing.plain(operation.to())),
                Access.of(Way.CREATE, Thing.table(operation.to()), operation));
    }

    @Override
    public List<Access> visit(SetTableComment operation) {
        return List.of(Access.alter(Thing.table(operation.table()), "comment", operation.comment()));
    }

    @Override
    public List<Access> visit(AddColumn operation) {
        Thing column = column(operation.table(), operation.column().name());
        return part(operation.table(), Access.of(Way.CREATE, column, operation.column()));
    }

    @Override
    public List<Access> visit(DropColumn operation) {
        return part(operation.table(), Access.of(Way.DROP, column(operation.table(), operation.column())));
    }

    @Override
    public List<Access> visit(RenameColumn operation) {
        QualifiedName table = operation.table();
        return part(
                table,
                Access.of(Way.RENAME, column(table, operation.from()), operation.to()),
                Access.of(Way.CREATE, column(table, operation.to()), operation));
    }

    @Override
    public List<Access> visit(SetType operation) {
        return alter(operation.table(), operation.column(), "type", operation.type());
    }

    @Override
    public List<Access> visit(SetNullable operation) {
        return alter(operation.table(), operation.column(), "nullability", operation.nullable());
    }

    @Override
    public List<Access> visit(SetDefault operation) {
        return alter(operation.table(), operation.column(), "default", operation.value());
    }

    @Override
    public List<Access> visit(SetColumnComment operation) {
        return alter(operation.table(), operation.column(), "comment", operation.comment());
    }

    @Override
    public List<Access> visit(SetGeneration operation) {
        return alter(operation.table(), operation.column(), "generation", operation.generation());
    }

    // ---- constraints and indexes

    @Override
    public List<Access> visit(AddConstraint operation) {
        return create(operation.table(), operation.constraint());
    }

    @Override
    public List<Access> visit(DropConstraint operation) {
        return part(operation.table(), Access.of(Way.DROP, constraint(operation.table(), operation.name())));
    }

    @Override
    public List<Access> visit(RenameConstraint operation) {
        QualifiedName table = operation.table();
        return part(
                table,
                Access.of(Way.RENAME, constraint(table, operation.from()), operation.to()),
                Access.of(Way.CREATE, constraint(table, operation.to()), operation));
    }

    @Override
    public List<Access> visit(ReplaceConstraint operation) {
        Thing constraint = constraint(operation.table(), operation.name());
        List<Access> all =
                new ArrayList<>(use(operation.table(), operation.constraint().columns()));
        all.add(Access.alter(constraint, "definition", operation.constraint()));
        return all;
    }

    @Override
    public List<Access> visit(ValidateConstraint operation) {
        return part(operation.table(), Access.of(Way.USE, constraint(operation.table(), operation.name())));
    }

    @Override
    public List<Access> visit(CreateIndex operation) {
        return create(operation.table(), operation.index());
    }

    @Override
    public List<Access> visit(DropIndex operation) {
        return part(operation.table(), Access.of(Way.DROP, index(operation.table(), operation.name())));
    }

    @Override
    public List<Access> visit(RenameIndex operation) {
        QualifiedName table = operation.table();
        return part(
                table,
                Access.of(Way.RENAME, index(table, operation.from()), operation.to()),
                Access.of(Way.CREATE, index(table, operation.to()), operation));
    }

    // ---- schemas, sequences, enums

    @Override
    public List<Access> visit(CreateSchema operation) {
        return one(Way.CREATE, Thing.named(Kind.SCHEMA, operation.name()), operation);
    }

    @Override
    public List<Access> visit(DropSchema operation) {
        return one(Way.DROP, Thing.named(Kind.SCHEMA, operation.name()), null);
    }

    @Override
    public List<Access> visit(CreateSequence operation) {
        return one(Way.CREATE, Thing.of(Kind.SEQUENCE, operation.sequence().name()), operation.sequence());
    }

    @Override
    public List<Access> visit(AlterSequence operation) {
        Thing sequence = Thing.of(Kind.SEQUENCE, operation.sequence().name());
        return List.of(Access.alter(sequence, "definition", operation.sequence()));
    }

    @Override
    public List<Access> visit(DropSequence operation) {
        return one(Way.DROP, Thing.of(Kind.SEQUENCE, operation.name()), null);
    }

    @Override
    public List<Access> visit(CreateEnum operation) {
        return one(Way.CREATE, Thing.of(Kind.ENUM, operation.type().name()), operation.type());
    }

    @Override
    public List<Access> visit(DropEnum operation) {
        return one(Way.DROP, Thing.of(Kind.ENUM, operation.name()), null);
    }

    @Override
    public List<Access> visit(AddEnumValue operation) {
        return List.of(
                Access.of(Way.CREATE, Thing.value(operation.name(), operation.value()), operation),
                Access.alter(Thing.of(Kind.ENUM, operation.name()), "values", operation.value()));
    }

    @Override
    public List<Access> visit(RenameEnumValue operation) {
        return List.of(
                Access.of(Way.RENAME, Thing.value(operation.name(), operation.from()), operation.to()),
                Access.of(Way.CREATE, Thing.value(operation.name(), operation.to()), operation),
                Access.of(Way.USE, Thing.of(Kind.ENUM, operation.name())));
    }

    // ---- views, routines, triggers, extensions

    @Override
    public List<Access> visit(CreateView operation) {
        return view(Way.CREATE, operation.view());
    }

    @Override
    public List<Access> visit(ReplaceView operation) {
        List<Access> all = new ArrayList<>(view(Way.USE, operation.view()));
        Thing view = Thing.of(Kind.VIEW, operation.view().name());
        all.add(Access.alter(view, "query", operation.view()));
        return all;
    }

    @Override
    public List<Access> visit(DropView operation) {
        return one(Way.DROP, Thing.of(Kind.VIEW, operation.name()), null);
    }

    @Override
    public List<Access> visit(CreateRoutine operation) {
        return one(Way.CREATE, Thing.of(Kind.ROUTINE, operation.routine().name()), operation.routine());
    }

    @Override
    public List<Access> visit(DropRoutine operation) {
        return one(Way.DROP, Thing.of(Kind.ROUTINE, operation.name()), null);
    }

    @Override
    public List<Access> visit(CreateTrigger operation) {
        QualifiedName table = operation.trigger().table();
        Thing trigger = Thing.in(Kind.TRIGGER, table, operation.trigger().name());
        return part(table, Access.of(Way.CREATE, trigger, operation.trigger()));
    }

    @Override
    public List<Access> visit(DropTrigger operation) {
        Thing trigger = Thing.in(Kind.TRIGGER, operation.table(), operation.name());
        return part(operation.table(), Access.of(Way.DROP, trigger));
    }

    @Override
    public List<Access> visit(CreateExtension operation) {
        return one(Way.CREATE, Thing.named(Kind.EXTENSION, operation.extension().name()), operation.extension());
    }

    @Override
    public List<Access> visit(DropExtension operation) {
        return one(Way.DROP, Thing.named(Kind.EXTENSION, operation.name()), null);
    }

    // ---- rows

    private static Thing rows(QualifiedName table) {
        return Thing.in(Kind.ROWS, table, "");
    }

    private static List<Access> rows(QualifiedName table, Way way, @Nullable Object value, Collection<Row> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.values().keySet()));
        List<Access> all = new ArrayList<>(use(table, columns));
        all.add(Access.of(way, rows(table), value));
        return all;
    }

    @Override
    public List<Access> visit(InsertRows operation) {
        return rows(operation.table(), Way.INSERT, operation.rows(), operation.rows());
    }

    @Override
    public List<Access> visit(InsertCsv operation) {
        return rows(operation.table(), Way.CHANGE_ROWS, operation.resource(), List.of());
    }

    @Override
    public List<Access> visit(UpsertRows operation) {
        return rows(operation.table(), Way.CHANGE_ROWS, null, operation.rows());
    }

    @Override
    public List<Access> visit(UpdateRows operation) {
        return rows(operation.table(), Way.CHANGE_ROWS, null, List.of(operation.values(), matched(operation.match())));
    }

    @Override
    public List<Access> visit(DeleteRows operation) {
        return rows(operation.table(), Way.CHANGE_ROWS, null, List.of(matched(operation.match())));
    }

    private static Row matched(Match match) {
        return match instanceof Match.Values values ? values.row() : new Row(Map.of());
    }

    // ---- SQL, code and choices

    @Override
    public List<Access> visit(ExecuteSql operation) {
        List<Operation> effect = operation.effect().operations();
        return effect != null && !effect.isEmpty()
                ? all(effect)
                : RawSql.accesses(dialect.words(operation.sql()), dialect.syntax());
    }

    @Override
    public List<Access> visit(AroundViews operation) {
        List<Access> all = new ArrayList<>(all(operation.operations()));
        operation.views().forEach(view -> all.add(Access.of(Way.USE, Thing.of(Kind.VIEW, view))));
        return all;
    }

    @Override
    public List<Access> visit(WhenCondition operation) {
        return Stream.concat(all(operation.then()).stream(), all(operation.otherwise()).stream())
                .toList();
    }

    @Override
    public List<Access> visit(OnDialects operation) {
        return all(dialect.isAmong(operation.dialects()) ? operation.then() : operation.otherwise());
    }

    @Override
    public List<Access> visit(Invert operation) {
        return all(operation.operations());
    }

    @Override
    public List<Access> visit(RunStep operation) {
        return List.of();
    }

    @Override
    public List<Access> visit(CheckData operation) {
        return List.of();
    }

    @Override
    public List<Access> visit(Lossy operation) {
        return List.of();
    }

    @Override
    public List<Access> visit(Irreversible operation) {
        return List.of();
    }

    @Override
    public List<Access> visit(DialectOperation operation) {
        return operation.tables().stream()
                .map(table -> Access.alter(Thing.table(table), operation.describe(), operation.meaning()))
                .toList();
    }
}
