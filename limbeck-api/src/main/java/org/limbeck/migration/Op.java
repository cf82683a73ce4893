package org.limbeck.migration;

import static org.limbeck.migration.Parts.list;
import static org.limbeck.migration.Parts.name;
import static org.limbeck.migration.Parts.table;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.Place;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.AddEnumValue;
import org.limbeck.operation.AlterSequence;
import org.limbeck.operation.AroundViews;
import org.limbeck.operation.CheckData;
import org.limbeck.operation.Condition;
import org.limbeck.operation.CreateEnum;
import org.limbeck.operation.CreateExtension;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.CreateRoutine;
import org.limbeck.operation.CreateSchema;
import org.limbeck.operation.CreateSequence;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.CreateTrigger;
import org.limbeck.operation.CreateView;
import org.limbeck.operation.DataStep;
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
import org.limbeck.operation.Expectation;
import org.limbeck.operation.InsertCsv;
import org.limbeck.operation.InsertRows;
import org.limbeck.operation.Invert;
import org.limbeck.operation.Irreversible;
import org.limbeck.operation.Lossy;
import org.limbeck.operation.Match;
import org.limbeck.operation.OnDialects;
import org.limbeck.operation.Operation;
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
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Extension;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.TablePart;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/**
 * The recorder that a script writes to. Table first, value second, everywhere. Table, view, type and sequence names are
 * {@code [schema.]name}; column, constraint and index names are taken as they are.
 *
 * <p>Only one recorder is open at a time: while a block records, the one around it refuses calls, and after the script's
 * method has returned so does its own. Not thread-safe.
 */
public final class Op extends Recorder {

    Op(Parameters parameters, Map<Operation, Place> places) {
        super(parameters, places);
    }

    // ---- tables

    /** Creates a table from columns, constraints, indexes, {@code columns(...)}, {@code comment(...)}, {@code option(...)}. */
    public void createTable(String name, TablePart... parts) {
        add(new CreateTable(table(name, parts)));
    }

    /** Drops a table; its definition, for the way back, is taken from the schema. */
    public void dropTable(String name) {
        add(new DropTable(name(name), null));
    }

    /** Drops a table whose definition, for the way back, is given. */
    public void dropTable(String name, TablePart first, TablePart... more) {
        add(new DropTable(name(name), table(name, first, Words.columns(more))));
    }

    /** Gives a table another name in the same schema. */
    public void renameTable(String from, String to) {
        QualifiedName old = name(from);
        QualifiedName parsed = name(to);
        add(new RenameTable(old, parsed.schema() == null ? old.sibling(parsed.name()) : parsed));
    }

    /** Sets the comment of a table; null removes it. */
    public void setTableComment(String table, @Nullable String comment) {
        add(new SetTableComment(name(table), comment));
    }

    // ---- columns

    public void addColumn(String table, Column column) {
        add(new AddColumn(name(table), column));
    }

    /** Drops a column; its definition, for the way back, is taken from the schema. */
    public void dropColumn(String table, String column) {
        add(new DropColumn(name(table), column, null));
    }

    /** Drops a column whose definition, for the way back, is given. */
    public void dropColumn(String table, Column column) {
        add(new DropColumn(name(table), column.name(), column));
    }

    public void renameColumn(String table, String from, String to) {
        add(new RenameColumn(name(table), from, to));
    }

    /** Changes the type of a column; a value that does not fit stops the revision unless {@code truncating()} is said. */
    public TypeChange setType(String table, String column, DataType type) {
        return new TypeChange(this, new SetType(name(table), column, type, null, true));
    }

    public void setNotNull(String table, String column) {
        add(new SetNullable(name(table), column, false));
    }

    public void setNullable(String table, String column) {
        add(new SetNullable(name(table), column, true));
    }

    /** A literal default: the value itself, never SQL; null for an explicit NULL. */
    public void setDefault(String table, String column, @Nullable Object value) {
        add(new SetDefault(name(table), column, new DefaultValue.Literal(value)));
    }

    /** An expression default. */
    public SqlDefault setDefaultSql(String table, String column, String sql) {
        return new SqlDefault(this, name(table), column, SqlText.of(sql));
    }

    public void dropDefault(String table, String column) {
        add(new SetDefault(name(table), column, null));
    }

    /** Sets the comment of a column; null removes it. */
    public void setColumnComment(String table, String column, @Nullable String comment) {
        add(new SetColumnComment(name(table), column, comment));
    }

    /** Changes how the database fills a column: takes it from a column value such as {@code column(...).autoIncrement()}. */
    public void setGeneration(String table, Column column) {
        add(new SetGeneration(name(table), column.name(), column.generation()));
    }

    /** Changes how the database fills a column: {@code autoIncrement()}, {@code storedAs("a + b")} ... */
    public void setGeneration(String table, String column, Generation generation) {
        add(new SetGeneration(name(table), column, generation));
    }

    /** The database no longer fills the column. */
    public void dropGeneration(String table, String column) {
        add(new SetGeneration(name(table), column, null));
    }

    // ---- constraints

    public void addConstraint(String table, Constraint constraint) {
        QualifiedName on = name(table);
        add(new AddConstraint(on, Naming.named(on, constraint)));
    }

    public void dropConstraint(String table, String constraint) {
        add(new DropConstraint(name(table), constraint, null));
    }

    /** Drops the constraint of this structure, whatever its name. */
    public void dropConstraint(String table, Constraint like) {
        add(new DropConstraint(name(table), like.name(), like));
    }

    public void renameConstraint(String table, String from, String to) {
        add(new RenameConstraint(name(table), from, to));
    }

    /** Swaps a constraint for another in one step. */
    public void replaceConstraint(String table, String constraint, Constraint by) {
        add(new ReplaceConstraint(name(table), constraint, by.name() == null ? by.named(constraint) : by));
    }

    /** Checks the existing rows against a constraint that was added as not valid. */
    public void validateConstraint(String table, String constraint) {
        add(new ValidateConstraint(name(table), constraint));
    }

    // ---- indexes

    public void createIndex(String table, Index index) {
        QualifiedName on = name(table);
        add(new CreateIndex(on, Naming.named(on, index), false));
    }

    /** Creates an index while writes go on; it cannot be part of a transaction. */
    public void createIndexConcurrently(String table, Index index) {
        QualifiedName on = name(table);
        add(new CreateIndex(on, Naming.named(on, index), true));
    }

    public void dropIndex(String table, String index) {
        add(new DropIndex(name(table), index, null, false));
    }

    /** Drops the index of this structure, whatever its name. */
    public void dropIndex(String table, Index like) {
        add(new DropIndex(name(table), like.name(), like, false));
    }

    /** Drops an index while writes go on; it cannot be part of a transaction. */
    public void dropIndexConcurrently(String table, String index) {
        add(new DropIndex(name(table), index, null, true));
    }

    /** Drops the index of this structure while writes go on, whatever its name. */
    public void dropIndexConcurrently(String table, Index like) {
        add(new DropIndex(name(table), like.name(), like, true));
    }

    public void renameIndex(String table, String from, String to) {
        add(new RenameIndex(name(table), from, to));
    }

    // ---- schemas, sequences, enums

    public void createSchema(String schema) {
        add(new CreateSchema(schema));
    }

    public void dropSchema(String schema) {
        add(new DropSchema(schema));
    }

    public void createSequence(String sequence) {
        add(new CreateSequence(Sequence.of(sequence)));
    }

    public void createSequence(Sequence sequence) {
        add(new CreateSequence(sequence));
    }

    public void alterSequence(Sequence sequence) {
        add(new AlterSequence(sequence));
    }

    public void dropSequence(String sequence) {
        add(new DropSequence(name(sequence), null));
    }

    /** Creates a named set of values; where the database keeps values at the column, nothing happens. */
    public void createEnum(String type, String... values) {
        add(new CreateEnum(new EnumType(name(type), List.of(values))));
    }

    public void dropEnum(String type, String... values) {
        add(new DropEnum(name(type), values.length == 0 ? null : new EnumType(name(type), List.of(values))));
    }

    /** Adds a value to a named set, at the end unless {@code after(...)} is said. */
    public EnumAddition addEnumValue(String type, String value) {
        return new EnumAddition(this, new AddEnumValue(name(type), value, null, null));
    }

    /** Gives a value of a named set another name, in the rows too. */
    public EnumRenaming renameEnumValue(String type, String from, String to) {
        return new EnumRenaming(this, new RenameEnumValue(name(type), from, to, null));
    }

    // ---- views, routines, triggers, extensions

    public void createView(String view, String query) {
        add(new CreateView(View.of(view, query)));
    }

    public void createView(View view) {
        add(new CreateView(view));
    }

    public void replaceView(String view, String query) {
        add(new ReplaceView(View.of(view, query)));
    }

    public void replaceView(View view) {
        add(new ReplaceView(view));
    }

    public void dropView(String view) {
        add(new DropView(name(view), false, null));
    }

    /** Drops a view whose definition, for the way back, is given. */
    public void dropView(View view) {
        add(new DropView(view.name(), view.materialised(), view));
    }

    public void dropMaterialisedView(String view) {
        add(new DropView(name(view), true, null));
    }

    /** Creates a function or procedure from its whole CREATE statement; the signature is what DROP needs, or empty. */
    public void createFunction(String function, String signature, String definition) {
        add(new CreateRoutine(new Routine(name(function), Routine.Kind.FUNCTION, signature, SqlText.of(definition))));
    }

    public void createProcedure(String procedure, String signature, String definition) {
        add(new CreateRoutine(new Routine(name(procedure), Routine.Kind.PROCEDURE, signature, SqlText.of(definition))));
    }

    public void createRoutine(Routine routine) {
        add(new CreateRoutine(routine));
    }

    public void dropFunction(String function, String signature) {
        add(new DropRoutine(name(function), Routine.Kind.FUNCTION, signature, null));
    }

    public void dropProcedure(String procedure, String signature) {
        add(new DropRoutine(name(procedure), Routine.Kind.PROCEDURE, signature, null));
    }

    public void dropRoutine(Routine routine) {
        add(new DropRoutine(routine.name(), routine.kind(), routine.signature(), routine));
    }

    /** Creates a trigger from its whole CREATE statement. */
    public void createTrigger(String table, String trigger, String definition) {
        add(new CreateTrigger(new Trigger(trigger, name(table), SqlText.of(definition))));
    }

    public void createTrigger(Trigger trigger) {
        add(new CreateTrigger(trigger));
    }

    public void dropTrigger(String table, String trigger) {
        add(new DropTrigger(name(table), trigger, null));
    }

    public void dropTrigger(Trigger trigger) {
        add(new DropTrigger(trigger.table(), trigger.name(), trigger));
    }

    public void createExtension(String extension) {
        add(new CreateExtension(new Extension(extension, null, null)));
    }

    public void createExtension(Extension extension) {
        add(new CreateExtension(extension));
    }

    public void dropExtension(String extension) {
        add(new DropExtension(extension));
    }

    /** Drops views, does what the block says, and creates them again; with no name given, none. */
    public void aroundViews(List<String> views, Block block) {
        List<Operation> inside = inside(block);
        add(new AroundViews(views.stream().map(Parts::name).toList(), inside));
    }

    // ---- rows

    public void insert(String table, Row row, Row... more) {
        add(new InsertRows(name(table), list(row, more)));
    }

    public void insert(String table, List<Row> rows) {
        add(new InsertRows(name(table), rows));
    }

    /** Inserts the rows of a CSV file beside the script. */
    public void insert(String table, Words.Csv csv) {
        add(new InsertCsv(name(table), csv.resource()));
    }

    /** Inserts rows, or updates those whose key columns are there. */
    public void upsert(String table, List<String> key, Row row, Row... more) {
        upsert(table, key, list(row, more));
    }

    public void upsert(String table, List<String> key, List<Row> rows) {
        add(new UpsertRows(name(table), key, rows));
    }

    public void update(String table, Row values, Match match) {
        add(new UpdateRows(name(table), values, match));
    }

    public void delete(String table, Match match) {
        add(new DeleteRows(name(table), match));
    }

    // ---- SQL and code

    /** Executes SQL as it is written: one statement or several. */
    public SqlStep sql(String sql) {
        return new SqlStep(this, ExecuteSql.of(sql));
    }

    /** Runs code with the connection. The name is unique in the revision. */
    public void run(String stepName, DataStep step) {
        add(new RunStep(stepName, step));
    }

    /** An operation of a third party. */
    public void add(DialectOperation operation) {
        add((Operation) operation);
    }

    // ---- guards

    /** Stops the revision unless the query gives no row. */
    public DataCheck checkNoRows(String checkName, String query) {
        return new DataCheck(this, new CheckData(checkName, SqlText.of(query), new Expectation.NoRows()));
    }

    /** Stops the revision unless the query gives a row. */
    public DataCheck checkSomeRows(String checkName, String query) {
        return new DataCheck(this, new CheckData(checkName, SqlText.of(query), new Expectation.SomeRows()));
    }

    /** Stops the revision unless two queries give the same single number. */
    public CountCheck checkEqualCounts(String checkName, String query, String otherQuery) {
        return new CountCheck(this, new CheckData(checkName, SqlText.of(query), Expectation.sameAs(otherQuery)));
    }

    /** Says that what follows loses data, on purpose. */
    public void lossy(String why) {
        add(new Lossy(why, null));
    }

    /** Says that what follows loses data, on purpose; the query counts the rows that lose something. */
    public CountedLoss lossy(String why, String countQuery) {
        return new CountedLoss(this, why, SqlText.of(countQuery));
    }

    /** Says that there is no way back, on purpose. */
    public void irreversible(String why) {
        add(new Irreversible(why));
    }

    /** Undoes what the block records, in reverse. */
    public void invert(Block block) {
        add(new Invert(inside(block)));
    }

    // ---- choices

    /** Does what the block says if the condition is true just before. */
    public Choice when(Condition condition, Block block) {
        List<Operation> then = inside(block);
        return new Choice(this, new WhenCondition(condition, then, List.of()));
    }

    /** Does what the block says on these dialects (names with commas); {@code mysql} means MariaDB too unless it is named. */
    public DialectChoice on(String dialects, Block block) {
        List<Operation> then = inside(block);
        return new DialectChoice(this, new OnDialects(Parts.list(dialects), then, List.of()));
    }
}
