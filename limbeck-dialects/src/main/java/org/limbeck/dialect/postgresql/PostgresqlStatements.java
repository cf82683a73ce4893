package org.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Feature;
import org.limbeck.dialect.Placement;
import org.limbeck.dialect.StandardStatements;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.Unsupported;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.operation.AddEnumValue;
import org.limbeck.operation.AlterSequence;
import org.limbeck.operation.CreateEnum;
import org.limbeck.operation.CreateExtension;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.CreateView;
import org.limbeck.operation.DialectOperation;
import org.limbeck.operation.DropEnum;
import org.limbeck.operation.DropExtension;
import org.limbeck.operation.DropIndex;
import org.limbeck.operation.DropTrigger;
import org.limbeck.operation.DropView;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.InsertRows;
import org.limbeck.operation.RenameEnumValue;
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
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.schema.Unique;
import org.limbeck.schema.View;

/** The statements of single operations in PostgreSQL's words. */
final class PostgresqlStatements extends StandardStatements {
    private final PostgresqlDialect postgresql;

    PostgresqlStatements(PostgresqlDialect dialect, StateView before) {
        super(dialect, before);
        this.postgresql = dialect;
    }

    @Override
    protected StandardStatements at(StateView state) {
        return new PostgresqlStatements(postgresql, state);
    }

    // ---- tables and columns

    /** Of unique constraints over the same columns in one CREATE TABLE the server keeps one in silence (any version). */
    @Override
    public List<Statement> visit(CreateTable operation) {
        List<Statement> statements = new ArrayList<>(super.visit(operation));
        Table table = operation.table();
        for (Constraint constraint : table.constraints()) {
            if (repeats(table, constraint)) {
                statements.addAll(alter(table.name(), "ADD " + constraintClause(constraint)));
            }
        }
        return statements;
    }

    @Override
    protected Optional<String> constraintDefinition(Table table, Constraint constraint) {
        return repeats(table, constraint) ? Optional.empty() : super.constraintDefinition(table, constraint);
    }

    private static boolean repeats(Table table, Constraint constraint) {
        return constraint instanceof Unique
                && table.constraints().stream()
                        .filter(c -> c instanceof Unique || c instanceof PrimaryKey)
                        .filter(c -> c.columns().equals(constraint.columns()))
                        .findFirst()
                        .filter(c -> !c.equals(constraint))
                        .isPresent();
    }

    @Override
    protected List<Statement> comments(Table table) {
        List<Statement> comments = new ArrayList<>();
        if (table.comment() != null) {
            comments.add(comment("TABLE " + id(table.name()), table.comment()));
        }
        for (Column column : table.columns()) {
            if (column.comment() != null) {
                comments.add(columnComment(table.name(), column.name(), column.comment()));
            }
        }
        return comments;
    }

    private Statement columnComment(QualifiedName table, String column, @Nullable String text) {
        return comment("COLUMN " + id(table) + "." + id(column), text);
    }

    private Statement comment(String on, @Nullable String text) {
        return definition("COMMENT ON " + on + " IS " + dialect.literal(text, null));
    }

    @Override
    public List<Statement> visit(SetTableComment operation) {
        return List.of(comment("TABLE " + id(operation.table()), operation.comment()));
    }

    @Override
    public List<Statement> visit(SetColumnComment operation) {
        return List.of(columnComment(operation.table(), operation.column(), operation.comment()));
    }

    @Override
    public List<Statement> visit(RenameTable operation) {
        QualifiedName from = operation.from();
        QualifiedName to = operation.to();
        List<Statement> statements = new ArrayList<>();
        if (!Objects.equals(from.schema(), to.schema())) {
            if (to.schema() == null) {
                throw Problem.of(
                                ErrorCode.INVALID_OPERATION,
                                "Renaming table " + from + " to " + to + " names no schema for it")
                        .todo("Write the new name with its schema: " + from.sibling(to.name()))
                        .exception();
            }
            statements.addAll(alter(from, "SET SCHEMA " + id(to.schema())));
        }
        QualifiedName moved = new QualifiedName(to.schema(), from.name());
        if (!moved.equals(to)) {
            statements.addAll(alter(moved, "RENAME TO " + id(to.name())));
        }
        return statements;
    }

    @Override
    protected String generationClause(Column column) {
        if (column.generation() instanceof Generation.Computed computed && !computed.stored()) {
            require(
                    Feature.VIRTUAL_COMPUTED,
                    "virtual computed column " + column.name(),
                    "Keep the value in the row: storedAs(...).");
        }
        return super.generationClause(column);
    }

    /** STORAGE and COMPRESSION stand directly behind the type. */
    @Override
    protected String columnType(Column column) {
        return super.columnType(column) + option(column.options());
    }

    /** Further words with a blank before them, or nothing. */
    private static String option(Map<String, String> options) {
        String words = options.get(PostgresqlDialect.NAME);
        return words == null || words.isBlank() ? "" : " " + words.strip();
    }

    @Override
    protected String sequenceClause(QualifiedName sequence) {
        return " DEFAULT " + nextValue(sequence);
    }

    /** The next number of a sequence, bound to the sequence itself and not to its name. */
    String nextValue(QualifiedName sequence) {
        return "nextval(" + dialect.literal(id(sequence), null) + "::regclass)";
    }

    @Override
    public List<Statement> visit(SetDefault operation) {
        return alter(operation.table(), defaultAction(operation));
    }

    String defaultAction(SetDefault operation) {
        String column = "ALTER COLUMN " + id(operation.column());
        if (operation.value() == null) {
            return column + " DROP DEFAULT";
        }
        DataType type = known(operation.table(), operation.column())
                .map(Column::type)
                .map(dialect::resolve)
                .orElse(null);
        return column + " SET DEFAULT " + value(operation.value(), type);
    }

    /** The value or expression of a default. */
    String value(DefaultValue value, @Nullable DataType type) {
        if (value instanceof DefaultValue.Expression expression) {
            return dialect.words(expression.sql());
        }
        return dialect.literal(value instanceof DefaultValue.Literal literal ? literal.value() : null, type);
    }

    /** The column as it stands, if that is known. */
    Optional<Column> known(QualifiedName table, String column) {
        return before.table(table).flatMap(t -> t.column(column));
    }

    @Override
    public List<Statement> visit(SetType operation) {
        return new TypeChange(postgresql, this, operation, known(operation.table(), operation.column())).statements();
    }

    @Override
    public List<Statement> visit(SetGeneration operation) {
        return new GenerationChange(postgresql, this, operation, known(operation.table(), operation.column()))
                .statements();
    }

    /** One ALTER TABLE with several actions. */
    Statement altered(QualifiedName table, List<String> actions) {
        return definition("ALTER TABLE " + id(table) + " " + String.join(", ", actions));
    }

    String identifier(String name) {
        return id(name);
    }

    String identifier(QualifiedName name) {
        return id(name);
    }

    String identity(Generation.Identity identity) {
        return identityClause(identity);
    }

    // ---- constraints

    @Override
    protected String exclusionBody(Exclusion exclusion) {
        String elements = exclusion.elements().stream()
                .map(e -> (e.column() != null ? id(e.column()) : expression(e.expression())) + " WITH " + e.operator())
                .collect(Collectors.joining(", "));
        String where = exclusion.where() == null ? "" : " WHERE (" + dialect.words(exclusion.where()) + ")";
        return "EXCLUDE USING " + exclusion.method() + " (" + elements + ")" + where
                + deferrable(exclusion.deferrability());
    }

    private String expression(@Nullable SqlText text) {
        return text == null ? "" : "(" + dialect.words(text) + ")";
    }

    /** In one statement, so that the table is never without. */
    @Override
    public List<Statement> visit(ReplaceConstraint operation) {
        return List.of(altered(
                operation.table(),
                List.of("DROP CONSTRAINT " + id(operation.name()), "ADD " + constraintClause(operation.constraint()))));
    }

    String constraint(Constraint constraint) {
        return constraintClause(constraint);
    }

    @Override
    public List<Statement> visit(ValidateConstraint operation) {
        return alter(operation.table(), "VALIDATE CONSTRAINT " + id(operation.name()));
    }

    // ---- indexes

    @Override
    protected String createIndex(QualifiedName table, Index index, boolean concurrently) {
        if (!index.nullsDistinct() && index.distinct()) {
            require(Feature.NULLS_NOT_DISTINCT, "index " + index.name() + " with NULLS NOT DISTINCT", "Use NOT NULL.");
        }
        StringBuilder sql = new StringBuilder("CREATE ")
                .append(index.distinct() ? "UNIQUE " : "")
                .append("INDEX ")
                .append(concurrently ? "CONCURRENTLY " : "")
                .append(index.name() == null ? "" : id(index.name()) + " ")
                .append("ON ")
                .append(id(table))
                .append(
                        index.method() == null
                                ? ""
                                : " USING " + id(index.method().toLowerCase(Locale.ROOT)))
                .append(index.members().stream().map(this::member).collect(Collectors.joining(", ", " (", ")")));
        if (!index.include().isEmpty()) {
            sql.append(" INCLUDE (").append(names(index.include())).append(')');
        }
        if (index.distinct() && !index.nullsDistinct()) {
            sql.append(" NULLS NOT DISTINCT");
        }
        return sql.append(option(index.options()))
                .append(index.where() == null ? "" : " WHERE " + dialect.words(index.where()))
                .toString();
    }

    private String member(IndexMember member) {
        if (member.prefix() != null) {
            throw Unsupported.on(
                    dialect,
                    "an index over the first " + member.prefix() + " characters of " + member.column(),
                    "An index member is a whole column or an expression.",
                    "Index an expression: expression(\"left(" + member.column() + ", " + member.prefix() + ")\")");
        }
        return (member.column() != null ? id(member.column()) : expression(member.expression()))
                + (member.collation() == null ? "" : " COLLATE " + collation(member.collation()))
                + (member.operatorClass() == null ? "" : " " + member.operatorClass())
                + (member.descending() ? " DESC" : "")
                + (member.nulls() == null ? "" : " NULLS " + member.nulls());
    }

    @Override
    public List<Statement> visit(CreateIndex operation) {
        String create = createIndex(operation.table(), operation.index(), operation.concurrently());
        if (!operation.concurrently()) {
            return ddl(create);
        }
        List<Statement> statements = new ArrayList<>();
        String name = operation.index().name();
        if (name != null && before.invalidIndex(operation.table(), name)) {
            statements.add(dropConcurrently(operation.table().sibling(name)));
        }
        statements.add(new Statement(create, Placement.OUTSIDE));
        return statements;
    }

    private Statement dropConcurrently(QualifiedName index) {
        return new Statement("DROP INDEX CONCURRENTLY " + id(index), Placement.OUTSIDE);
    }

    @Override
    public List<Statement> visit(DropIndex operation) {
        return operation.concurrently()
                ? List.of(dropConcurrently(operation.table().sibling(nameOf(operation))))
                : super.visit(operation);
    }

    // ---- sequences, enums

    /** Says everything, for what is not said stays as it was. */
    @Override
    public List<Statement> visit(AlterSequence operation) {
        Sequence sequence = operation.sequence();
        long increment = sequence.increment() == null ? 1 : sequence.increment();
        Long least = sequence.minimum();
        Long greatest = sequence.maximum();
        long usual = increment > 0 ? (least == null ? 1 : least) : (greatest == null ? -1 : greatest);
        long start = sequence.start() == null ? usual : sequence.start();
        // A sequence of a narrower type has no room for such numbers.
        boolean wide = greatest != null && greatest > Integer.MAX_VALUE;
        return ddl("ALTER SEQUENCE " + id(sequence.name()) + (wide ? " AS bigint" : "") + " INCREMENT BY " + increment
                + (least == null ? " NO MINVALUE" : " MINVALUE " + least)
                + (greatest == null ? " NO MAXVALUE" : " MAXVALUE " + greatest)
                + " START WITH " + start
                + (sequence.cycle() ? " CYCLE" : " NO CYCLE")
                + " CACHE " + (sequence.cache() == null ? 1 : sequence.cache()));
    }

    @Override
    public List<Statement> visit(CreateEnum operation) {
        EnumType type = operation.type();
        String values =
                type.values().stream().map(v -> dialect.literal(v, null)).collect(Collectors.joining(", "));
        return ddl("CREATE TYPE " + id(type.name()) + " AS ENUM (" + values + ")");
    }

    /** The casts from and to text that Hibernate makes for a type would hold it; they are of no use without it. */
    @Override
    public List<Statement> visit(DropEnum operation) {
        String type = id(operation.name());
        List<Statement> statements = new ArrayList<>();
        statements.addAll(ddl("DROP CAST IF EXISTS (varchar AS " + type + ")"));
        statements.addAll(ddl("DROP CAST IF EXISTS (" + type + " AS varchar)"));
        statements.addAll(ddl("DROP TYPE " + type));
        return statements;
    }

    /** The new value is of use only after the commit (55P04 before it, any version). */
    @Override
    public List<Statement> visit(AddEnumValue operation) {
        String after = operation.after() == null ? "" : " AFTER " + dialect.literal(operation.after(), null);
        return List.of(new Statement(
                "ALTER TYPE " + id(operation.name()) + " ADD VALUE " + dialect.literal(operation.value(), null) + after,
                Placement.COMMIT_AFTER));
    }

    @Override
    public List<Statement> visit(RenameEnumValue operation) {
        return ddl("ALTER TYPE " + id(operation.name()) + " RENAME VALUE " + dialect.literal(operation.from(), null)
                + " TO " + dialect.literal(operation.to(), null));
    }

    // ---- views, triggers, extensions

    @Override
    protected String createView(String words, View view) {
        return words + (view.materialised() ? "MATERIALIZED VIEW " : "VIEW ") + id(view.name()) + option(view.options())
                + " AS " + query(view);
    }

    @Override
    public List<Statement> visit(CreateView operation) {
        View view = operation.view();
        List<Statement> statements = new ArrayList<>(super.visit(operation));
        for (Index index : view.indexes()) {
            statements.add(definition(createIndex(view.name(), index, false)));
        }
        if (view.comment() != null) {
            statements.add(viewComment(view));
        }
        return statements;
    }

    private Statement viewComment(View view) {
        return comment((view.materialised() ? "MATERIALIZED " : "") + "VIEW " + id(view.name()), view.comment());
    }

    /**
     * A view keeps its comment when its query is replaced. A materialised one must be made anew, and one that loses
     * columns too, for the server takes none away.
     */
    @Override
    public List<Statement> visit(ReplaceView operation) {
        View view = operation.view();
        View former = before.view(view.name()).orElse(null);
        if (view.materialised() || (former != null && SelectList.shrinks(query(former), query(view)))) {
            List<Statement> statements = new ArrayList<>(visit(new DropView(view.name(), view.materialised(), null)));
            statements.addAll(visit(new CreateView(view)));
            statements.addAll(triggersAgain(view.name()));
            return statements;
        }
        List<Statement> statements = new ArrayList<>(super.visit(operation));
        String comment = former == null ? null : former.comment();
        if (!Objects.equals(comment, view.comment())) {
            statements.add(viewComment(view));
        }
        return statements;
    }

    private String query(View view) {
        return dialect.words(view.query());
    }

    private List<Statement> triggersAgain(QualifiedName view) {
        return before.triggersOn(view).stream()
                .map(trigger -> definition(createTrigger(trigger)))
                .toList();
    }

    @Override
    public List<Statement> visit(DropTrigger operation) {
        return ddl("DROP TRIGGER " + id(operation.name()) + " ON " + id(operation.table()));
    }

    @Override
    public List<Statement> visit(CreateExtension operation) {
        String schema = operation.extension().schema();
        String version = operation.extension().version();
        return ddl("CREATE EXTENSION IF NOT EXISTS " + id(operation.extension().name())
                + (schema == null ? "" : " WITH SCHEMA " + id(schema))
                + (version == null ? "" : " VERSION " + dialect.literal(version, null)));
    }

    @Override
    public List<Statement> visit(DropExtension operation) {
        return ddl("DROP EXTENSION " + id(operation.name()));
    }

    // ---- rows

    @Override
    public List<Statement> visit(InsertRows operation) {
        Optional<Table> known = before.table(operation.table());
        List<String> sqls = new ArrayList<>(
                rows.insert(operation.table(), operation.rows(), known, overriding(operation.rows(), known), ""));
        sqls.addAll(advances(operation.table(), operation.rows(), known));
        return inside(sqls);
    }

    @Override
    public List<Statement> visit(UpsertRows operation) {
        Optional<Table> known = before.table(operation.table());
        List<String> sqls = new ArrayList<>();
        int from = 0;
        while (from < operation.rows().size()) {
            Set<String> columns = operation.rows().get(from).values().keySet();
            int to = from + 1;
            while (to < operation.rows().size()
                    && operation.rows().get(to).values().keySet().equals(columns)) {
                to++;
            }
            List<Row> same = operation.rows().subList(from, to);
            sqls.addAll(rows.insert(
                    operation.table(), same, known, overriding(same, known), conflict(operation.key(), columns)));
            from = to;
        }
        sqls.addAll(advances(operation.table(), operation.rows(), known));
        return inside(sqls);
    }

    private String conflict(List<String> key, Set<String> columns) {
        String changes = columns.stream()
                .filter(c -> !key.contains(c))
                .map(c -> id(c) + " = EXCLUDED." + id(c))
                .collect(Collectors.joining(", "));
        return "ON CONFLICT (" + names(key) + ") DO " + (changes.isEmpty() ? "NOTHING" : "UPDATE SET " + changes);
    }

    private static boolean gives(List<Row> rows, Column column) {
        return rows.stream().anyMatch(row -> row.values().containsKey(column.name()));
    }

    /** Explicit values of an identity that is always generated need these words; without its column they do nothing. */
    private static String overriding(List<Row> rows, Optional<Table> known) {
        boolean always = known.stream()
                .flatMap(t -> t.columns().stream())
                .anyMatch(c ->
                        c.generation() instanceof Generation.Identity identity && identity.always() && gives(rows, c));
        return always ? "OVERRIDING SYSTEM VALUE" : "";
    }

    private List<String> advances(QualifiedName table, List<Row> rows, Optional<Table> known) {
        List<String> sqls = new ArrayList<>();
        for (Column column : known.map(Table::columns).orElse(List.of())) {
            if (gives(rows, column)) {
                advance(table, column).ifPresent(sqls::add);
            }
        }
        return sqls;
    }

    /** Moves the sequence behind a column past the greatest value there, never back. */
    Optional<String> advance(QualifiedName table, Column column) {
        Generation generation = column.generation();
        String sequence;
        if (generation instanceof Generation.Identity) {
            sequence = "pg_get_serial_sequence(" + dialect.literal(id(table), null) + ", "
                    + dialect.literal(column.name(), null) + ")";
        } else if (generation instanceof Generation.FromSequence from
                && Literals.isNumber(resolved(column.type()).kind())) {
            sequence = dialect.literal(id(from.sequence()), null);
        } else {
            return Optional.empty();
        }
        return Optional.of("SELECT setval(s.seqrelid::regclass, t.top) FROM pg_catalog.pg_sequence s, (SELECT max("
                + id(column.name()) + ")::bigint AS top FROM " + id(table) + ") t WHERE s.seqrelid = " + sequence
                + "::regclass AND s.seqincrement > 0 AND t.top >= "
                + "coalesce(pg_sequence_last_value(s.seqrelid) + 1, s.seqstart)");
    }

    // ---- SQL

    @Override
    public List<Statement> visit(ExecuteSql operation) {
        return together(super.visit(operation));
    }

    @Override
    public List<Statement> visit(DialectOperation operation) {
        return together(super.visit(operation));
    }

    /** All of one placement: that of the most particular one. */
    private static List<Statement> together(List<Statement> statements) {
        Placement placement = Placement.INSIDE;
        for (Statement statement : statements) {
            if (statement.placement() == Placement.OUTSIDE) {
                placement = Placement.OUTSIDE;
            } else if (placement == Placement.INSIDE && Session.addsEnumValue(statement.sql())) {
                placement = Placement.COMMIT_AFTER;
            }
        }
        Placement all = placement;
        return statements.stream().map(s -> new Statement(s.sql(), all)).toList();
    }

    Statement ddlStatement(String sql) {
        return definition(sql);
    }
}
