package org.limbeck.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.operation.Condition;
import org.limbeck.operation.Match;
import org.limbeck.operation.Row;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.Extension;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.TablePart;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.TypeKind;
import org.limbeck.schema.Unique;
import org.limbeck.schema.View;

/** The words of a script: columns, types, constraints, indexes, rows, conditions. Import them statically. */
public final class Words {
    private Words() {}

    // ---- columns and types

    public static Column column(String name, DataType type) {
        return Column.of(name, type);
    }

    public static DataType bool() {
        return DataType.of(TypeKind.BOOLEAN);
    }

    public static DataType tinyint() {
        return DataType.of(TypeKind.TINYINT);
    }

    public static DataType smallint() {
        return DataType.of(TypeKind.SMALLINT);
    }

    public static DataType integer() {
        return DataType.of(TypeKind.INTEGER);
    }

    public static DataType bigint() {
        return DataType.of(TypeKind.BIGINT);
    }

    /** With the database's own precision. */
    public static DataType decimal() {
        return DataType.of(TypeKind.DECIMAL);
    }

    public static DataType decimal(int precision, int scale) {
        return DataType.of(TypeKind.DECIMAL, precision, scale);
    }

    public static DataType real() {
        return DataType.of(TypeKind.REAL);
    }

    public static DataType doublePrecision() {
        return DataType.of(TypeKind.DOUBLE);
    }

    public static DataType character(int length) {
        return DataType.of(TypeKind.CHAR, length);
    }

    /** Without a length, where the database allows it. */
    public static DataType varchar() {
        return DataType.of(TypeKind.VARCHAR);
    }

    public static DataType varchar(int length) {
        return DataType.of(TypeKind.VARCHAR, length);
    }

    public static DataType text() {
        return DataType.of(TypeKind.TEXT);
    }

    public static DataType longText() {
        return DataType.of(TypeKind.LONG_TEXT);
    }

    /** Bytes without a length. */
    public static DataType binary() {
        return DataType.of(TypeKind.BLOB);
    }

    /** So many bytes at most. */
    public static DataType varbinary(int length) {
        return DataType.of(TypeKind.VARBINARY, length);
    }

    /** Exactly so many bytes. */
    public static DataType fixedBinary(int length) {
        return DataType.of(TypeKind.BINARY, length);
    }

    public static DataType date() {
        return DataType.of(TypeKind.DATE);
    }

    public static DataType time() {
        return DataType.of(TypeKind.TIME);
    }

    /** With so many digits of a second. */
    public static DataType time(int digits) {
        return DataType.of(TypeKind.TIME, digits);
    }

    /** Date and time without zone. */
    public static DataType timestamp() {
        return DataType.of(TypeKind.TIMESTAMP);
    }

    /** Date and time without zone, with so many digits of a second. */
    public static DataType timestamp(int digits) {
        return DataType.of(TypeKind.TIMESTAMP, digits);
    }

    /** An instant. */
    public static DataType timestampTz() {
        return DataType.of(TypeKind.TIMESTAMP_TZ);
    }

    /** An instant, with so many digits of a second. */
    public static DataType timestampTz(int digits) {
        return DataType.of(TypeKind.TIMESTAMP_TZ, digits);
    }

    public static DataType uuid() {
        return DataType.of(TypeKind.UUID);
    }

    public static DataType json() {
        return DataType.of(TypeKind.JSON);
    }

    /** A named set of values; the values are needed where the database keeps them at the column. */
    public static DataType enumOf(String name, String... values) {
        return DataType.ofEnum(name, List.of(values));
    }

    public static DataType arrayOf(DataType element) {
        return DataType.arrayOf(element);
    }

    /** The database's own spelling of a type, passed through. */
    public static DataType type(String spelling) {
        return DataType.ofNative(spelling);
    }

    // ---- what fills a column, for setGeneration

    /** Numbers handed out by the database; explicit values are allowed. */
    public static Generation.Identity autoIncrement() {
        return new Generation.Identity(false, null, null);
    }

    /** Numbers handed out by the database; explicit values are refused where the database can. */
    public static Generation.Identity autoIncrementAlways() {
        return new Generation.Identity(true, null, null);
    }

    /** Numbers from a sequence where there are sequences, else an identity. */
    public static Generation fromSequence(String sequence) {
        return new Generation.FromSequence(QualifiedName.parse(sequence));
    }

    /** Computed from other columns and kept in the row. */
    public static Generation.Computed storedAs(String expression) {
        return new Generation.Computed(SqlText.of(expression), true);
    }

    /** Computed from other columns when read. */
    public static Generation.Computed virtualAs(String expression) {
        return new Generation.Computed(SqlText.of(expression), false);
    }

    // ---- constraints and indexes

    public static PrimaryKey primaryKey(String... columns) {
        return PrimaryKey.of(columns);
    }

    public static Unique unique(String... columns) {
        return Unique.of(columns);
    }

    public static Check check(String expression) {
        return Check.of(expression);
    }

    public static ForeignKeyStart foreignKey(String... columns) {
        return new ForeignKeyStart(List.of(columns));
    }

    /** A foreign key that lacks its target. */
    public record ForeignKeyStart(List<String> columns) {
        /** The table referred to and its columns; none for its primary key. */
        public ForeignKey references(String table, String... tableColumns) {
            return ForeignKey.of(columns, QualifiedName.parse(table), List.of(tableColumns));
        }
    }

    /** No two rows compare true under all the operators; {@code method} is such as {@code gist}. */
    public static Exclusion exclude(String method, Exclusion.Element... elements) {
        return new Exclusion(null, method, List.of(elements), null, org.limbeck.schema.Deferrability.NOT_DEFERRABLE);
    }

    /** A column and its operator in an exclusion. */
    public static Exclusion.Element with(String column, String operator) {
        return new Exclusion.Element(column, null, operator);
    }

    /** An expression and its operator in an exclusion. */
    public static Exclusion.Element withExpression(String sql, String operator) {
        return new Exclusion.Element(null, SqlText.of(sql), operator);
    }

    /** An index over columns. */
    public static Index index(String column, String... more) {
        List<IndexMember> members = new ArrayList<>();
        members.add(IndexMember.column(column));
        for (String other : more) {
            members.add(IndexMember.column(other));
        }
        return Index.of(members);
    }

    /** An index over members: {@link #asc}, {@link #desc}, {@link #expression}. */
    public static Index index(IndexMember member, IndexMember... more) {
        List<IndexMember> members = new ArrayList<>();
        members.add(member);
        members.addAll(List.of(more));
        return Index.of(members);
    }

    public static IndexMember asc(String column) {
        return IndexMember.column(column);
    }

    public static IndexMember desc(String column) {
        return IndexMember.column(column).desc();
    }

    public static IndexMember expression(String sql) {
        return IndexMember.expression(SqlText.of(sql));
    }

    // ---- parts of a table

    /** Parts that several tables share. */
    public static TablePart columns(TablePart... parts) {
        return new TablePart.Shared(List.of(parts));
    }

    /** The table's comment. */
    public static TablePart comment(String text) {
        return new TablePart.Comment(text);
    }

    /** Words after the closing bracket on one dialect, such as {@code option("mysql", "ENGINE=InnoDB")}. */
    public static TablePart option(String dialect, String words) {
        return new TablePart.Option(dialect, words);
    }

    // ---- sequences, views, routines, triggers, extensions

    public static Sequence sequence(String name) {
        return Sequence.of(name);
    }

    public static View view(String name, String query) {
        return View.of(name, query);
    }

    /** A function from its whole CREATE statement; the signature is what DROP needs, or empty. */
    public static Routine function(String name, String signature, String definition) {
        return new Routine(QualifiedName.parse(name), Routine.Kind.FUNCTION, signature, SqlText.of(definition));
    }

    /** A procedure from its whole CREATE statement; the signature is what DROP needs, or empty. */
    public static Routine procedure(String name, String signature, String definition) {
        return new Routine(QualifiedName.parse(name), Routine.Kind.PROCEDURE, signature, SqlText.of(definition));
    }

    /** A trigger from its whole CREATE statement. */
    public static Trigger trigger(String table, String name, String definition) {
        return new Trigger(name, QualifiedName.parse(table), SqlText.of(definition));
    }

    public static Extension extension(String name) {
        return Extension.of(name);
    }

    // ---- rows

    /**
     * A row: column, value, column, value ...
     *
     * @throws org.limbeck.error.LimbeckException if a column has no value, is no text, or stands twice
     */
    public static Row row(@Nullable Object... columnsAndValues) {
        if (columnsAndValues.length == 0 || columnsAndValues.length % 2 != 0) {
            throw bad(
                    "row(...) needs pairs of a column and a value, but has " + columnsAndValues.length + " arguments");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            if (!(columnsAndValues[i] instanceof String column)) {
                throw bad("row(...) needs a column name as argument " + (i + 1) + ", but has " + columnsAndValues[i]);
            }
            if (values.containsKey(column)) {
                throw bad("row(...) names column '" + column + "' twice");
            }
            values.put(column, columnsAndValues[i + 1]);
        }
        return new Row(values);
    }

    /** An SQL expression as a value. */
    public static Row.Sql sqlValue(String sql) {
        return new Row.Sql(SqlText.of(sql));
    }

    /** The value of a column in the only row of another table that matches. */
    public static Row.Lookup lookup(String table, String column, Row where) {
        return new Row.Lookup(table, column, where);
    }

    /** The rows for which an SQL condition is true. */
    public static Match where(String condition) {
        return new Match.Where(SqlText.of(condition));
    }

    /** The rows that hold these values: column, value, column, value ... */
    public static Match where(String column, @Nullable Object value, @Nullable Object... more) {
        @Nullable Object[] all = new @Nullable Object[more.length + 2];
        all[0] = column;
        all[1] = value;
        System.arraycopy(more, 0, all, 2, more.length);
        return new Match.Values(row(all));
    }

    /** Every row. */
    public static Match allRows() {
        return new Match.All();
    }

    /** A CSV file beside the script; its first line names the columns. */
    public static Csv csv(String resource) {
        return new Csv(resource);
    }

    /** A CSV file beside the script. */
    public record Csv(String resource) {}

    // ---- conditions

    public static Condition tableMissing(String table) {
        return new Condition.TableExists(QualifiedName.parse(table), false);
    }

    public static Condition tablePresent(String table) {
        return new Condition.TableExists(QualifiedName.parse(table), true);
    }

    public static Condition columnMissing(String table, String column) {
        return new Condition.ColumnExists(QualifiedName.parse(table), column, false);
    }

    public static Condition columnPresent(String table, String column) {
        return new Condition.ColumnExists(QualifiedName.parse(table), column, true);
    }

    public static Condition indexMissing(String table, String index) {
        return new Condition.IndexExists(QualifiedName.parse(table), index, false);
    }

    public static Condition indexPresent(String table, String index) {
        return new Condition.IndexExists(QualifiedName.parse(table), index, true);
    }

    public static Condition constraintMissing(String table, String constraint) {
        return new Condition.ConstraintExists(QualifiedName.parse(table), constraint, false);
    }

    public static Condition constraintPresent(String table, String constraint) {
        return new Condition.ConstraintExists(QualifiedName.parse(table), constraint, true);
    }

    public static Condition serverAtLeast(int major, int minor) {
        return new Condition.ServerAtLeast(major, minor);
    }

    /** A query gives at least one row. */
    public static Condition anyRow(String query) {
        return new Condition.AnyRow(SqlText.of(query));
    }

    private static RuntimeException bad(String what) {
        return Problem.of(ErrorCode.INVALID_OPERATION, what)
                .at(ScriptFrame.place())
                .exception();
    }
}
