package org.limbeck.write;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.DropIndex;
import org.limbeck.operation.DropTable;
import org.limbeck.operation.OperationVisitor;
import org.limbeck.operation.RenameColumn;
import org.limbeck.operation.RenameConstraint;
import org.limbeck.operation.RenameIndex;
import org.limbeck.operation.RenameTable;
import org.limbeck.operation.ReplaceConstraint;
import org.limbeck.operation.SetColumnComment;
import org.limbeck.operation.SetDefault;
import org.limbeck.operation.SetGeneration;
import org.limbeck.operation.SetNullable;
import org.limbeck.operation.SetTableComment;
import org.limbeck.operation.SetType;
import org.limbeck.operation.ValidateConstraint;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SqlText;

/** Operations on tables and their parts as calls of the recorder that record them. */
abstract class TableVerbs implements OperationVisitor<Code> {
    private final String recorder;

    TableVerbs(String recorder) {
        this.recorder = recorder;
    }

    final Code.Call call(String verb, Code... arguments) {
        return call(verb, List.of(arguments));
    }

    final Code.Call call(String verb, List<Code> arguments) {
        return new Code.Call(recorder + "." + verb, arguments, null, false);
    }

    static Code name(QualifiedName name) {
        return JavaNouns.name(name);
    }

    static Code text(@Nullable String text) {
        return text == null ? Code.plain("null") : Code.text(text);
    }

    static List<Code> join(Code first, List<Code> more) {
        List<Code> all = new ArrayList<>(List.of(first));
        all.addAll(more);
        return all;
    }

    // ---- tables

    @Override
    public Code visit(CreateTable operation) {
        return table("createTable", operation.table().name(), JavaNouns.parts(operation.table()));
    }

    @Override
    public Code visit(DropTable operation) {
        if (operation.definition() == null) {
            return call("dropTable", name(operation.name()));
        }
        List<Code> parts = JavaNouns.parts(operation.definition());
        return table("dropTable", operation.name(), parts.isEmpty() ? List.of(Code.word("columns")) : parts);
    }

    private Code table(String verb, QualifiedName table, List<Code> parts) {
        return new Code.Call(recorder + "." + verb, join(name(table), parts), null, parts.size() > 1);
    }

    @Override
    public Code visit(RenameTable operation) {
        boolean sibling = operation.from().sibling(operation.to().name()).equals(operation.to());
        return call(
                "renameTable",
                name(operation.from()),
                name(sibling ? new QualifiedName(null, operation.to().name()) : operation.to()));
    }

    @Override
    public Code visit(SetTableComment operation) {
        return call("setTableComment", name(operation.table()), text(operation.comment()));
    }

    // ---- columns

    @Override
    public Code visit(AddColumn operation) {
        return call("addColumn", name(operation.table()), JavaNouns.column(operation.column()));
    }

    @Override
    public Code visit(DropColumn operation) {
        return call(
                "dropColumn",
                name(operation.table()),
                operation.definition() == null ? text(operation.column()) : JavaNouns.column(operation.definition()));
    }

    @Override
    public Code visit(RenameColumn operation) {
        return call("renameColumn", name(operation.table()), text(operation.from()), text(operation.to()));
    }

    @Override
    public Code visit(SetType operation) {
        Links links = new Links(
                call("setType", name(operation.table()), text(operation.column()), JavaNouns.type(operation.type())));
        SqlText using = operation.using();
        if (using != null) {
            boolean said = !using.sql().isEmpty() || using.perDialect().isEmpty();
            links.when(said, "using", Code.text(using.sql())).each("usingOn", using.perDialect());
        }
        return links.when(!operation.requireFits(), "truncating").code();
    }

    @Override
    public Code visit(SetNullable operation) {
        return call(
                operation.nullable() ? "setNullable" : "setNotNull", name(operation.table()), text(operation.column()));
    }

    @Override
    public Code visit(SetDefault operation) {
        Code table = name(operation.table());
        Code column = text(operation.column());
        if (operation.value() instanceof DefaultValue.Literal literal) {
            return call("setDefault", table, column, JavaValues.of(literal.value()));
        }
        if (operation.value() instanceof DefaultValue.Expression expression) {
            SqlText sql = expression.sql();
            return new Links(call("setDefaultSql", table, column, Code.text(sql.sql())))
                    .each("on", sql.perDialect())
                    .code();
        }
        return call("dropDefault", table, column);
    }

    @Override
    public Code visit(SetColumnComment operation) {
        return call("setColumnComment", name(operation.table()), text(operation.column()), text(operation.comment()));
    }

    @Override
    public Code visit(SetGeneration operation) {
        Code table = name(operation.table());
        Code column = text(operation.column());
        return operation.generation() == null
                ? call("dropGeneration", table, column)
                : call("setGeneration", table, column, JavaNouns.generation(operation.generation()));
    }

    // ---- constraints

    @Override
    public Code visit(AddConstraint operation) {
        return call(
                "addConstraint", name(operation.table()), JavaNouns.named(operation.table(), operation.constraint()));
    }

    @Override
    public Code visit(DropConstraint operation) {
        Constraint like = operation.like();
        Code what = like == null ? text(operation.name()) : JavaNouns.constraint(like, operation.name());
        return call("dropConstraint", name(operation.table()), what);
    }

    @Override
    public Code visit(RenameConstraint operation) {
        return call("renameConstraint", name(operation.table()), text(operation.from()), text(operation.to()));
    }

    @Override
    public Code visit(ReplaceConstraint operation) {
        Constraint by = operation.constraint();
        String newName = operation.name().equals(by.name()) ? null : by.name();
        return call(
                "replaceConstraint",
                name(operation.table()),
                text(operation.name()),
                JavaNouns.constraint(by, newName));
    }

    @Override
    public Code visit(ValidateConstraint operation) {
        return call("validateConstraint", name(operation.table()), text(operation.name()));
    }

    // ---- indexes

    @Override
    public Code visit(CreateIndex operation) {
        return call(
                operation.concurrently() ? "createIndexConcurrently" : "createIndex",
                name(operation.table()),
                JavaNouns.named(operation.table(), operation.index()));
    }

    @Override
    public Code visit(DropIndex operation) {
        return call(
                operation.concurrently() ? "dropIndexConcurrently" : "dropIndex",
                name(operation.table()),
                operation.like() == null
                        ? text(operation.name())
                        : JavaNouns.index(operation.like(), operation.name()));
    }

    @Override
    public Code visit(RenameIndex operation) {
        return call("renameIndex", name(operation.table()), text(operation.from()), text(operation.to()));
    }
}
