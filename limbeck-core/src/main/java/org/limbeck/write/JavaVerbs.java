package org.limbeck.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.operation.AddEnumValue;
import org.limbeck.operation.AlterSequence;
import org.limbeck.operation.AroundViews;
import org.limbeck.operation.CheckData;
import org.limbeck.operation.ColumnRef;
import org.limbeck.operation.CreateEnum;
import org.limbeck.operation.CreateExtension;
import org.limbeck.operation.CreateRoutine;
import org.limbeck.operation.CreateSchema;
import org.limbeck.operation.CreateSequence;
import org.limbeck.operation.CreateTrigger;
import org.limbeck.operation.CreateView;
import org.limbeck.operation.DeleteRows;
import org.limbeck.operation.DialectOperation;
import org.limbeck.operation.DropEnum;
import org.limbeck.operation.DropExtension;
import org.limbeck.operation.DropRoutine;
import org.limbeck.operation.DropSchema;
import org.limbeck.operation.DropSequence;
import org.limbeck.operation.DropTrigger;
import org.limbeck.operation.DropView;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Expectation;
import org.limbeck.operation.InsertCsv;
import org.limbeck.operation.InsertRows;
import org.limbeck.operation.Invert;
import org.limbeck.operation.Irreversible;
import org.limbeck.operation.Lossy;
import org.limbeck.operation.OnDialects;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RenameEnumValue;
import org.limbeck.operation.ReplaceView;
import org.limbeck.operation.RunStep;
import org.limbeck.operation.UpdateRows;
import org.limbeck.operation.UpsertRows;
import org.limbeck.operation.WhenCondition;
import org.limbeck.schema.Routine;
import org.limbeck.schema.SqlText;

/** Operations as calls of the recorder that record them. */
final class JavaVerbs extends TableVerbs {
    private final Set<String> names;

    /** Calls of a recorder that is named so. */
    JavaVerbs(String recorder) {
        this(recorder, Set.of(recorder));
    }

    private JavaVerbs(String recorder, Set<String> names) {
        super(recorder);
        this.names = names;
    }

    /** Operations as a block; one block inside another has a parameter of another name. */
    private Code block(String parameter, List<Operation> operations) {
        String own = parameter;
        for (int i = 2; names.contains(own); i++) {
            own = parameter + i;
        }
        Set<String> taken = new HashSet<>(names);
        taken.add(own);
        JavaVerbs inside = new JavaVerbs(own, taken);
        return new Code.Lambda(own, operations.stream().map(inside::statement).toList());
    }

    /** The call that records the operation. */
    Code statement(Operation operation) {
        return operation.accept(this);
    }

    // ---- schemas, sequences, enums

    @Override
    public Code visit(CreateSchema operation) {
        return call("createSchema", text(operation.name()));
    }

    @Override
    public Code visit(DropSchema operation) {
        return call("dropSchema", text(operation.name()));
    }

    @Override
    public Code visit(CreateSequence operation) {
        return call("createSequence", JavaObjects.sequence(operation.sequence(), true));
    }

    @Override
    public Code visit(AlterSequence operation) {
        return call("alterSequence", JavaObjects.sequence(operation.sequence(), false));
    }

    @Override
    public Code visit(DropSequence operation) {
        return call("dropSequence", name(operation.name()));
    }

    @Override
    public Code visit(CreateEnum operation) {
        return call(
                "createEnum",
                join(name(operation.type().name()), Code.texts(operation.type().values())));
    }

    @Override
    public Code visit(DropEnum operation) {
        List<String> values = operation.definition() == null
                ? List.of()
                : operation.definition().values();
        return call("dropEnum", join(name(operation.name()), Code.texts(values)));
    }

    @Override
    public Code visit(AddEnumValue operation) {
        Links links = new Links(call("addEnumValue", name(operation.name()), text(operation.value())))
                .text("after", operation.after());
        return in(links, operation.column());
    }

    @Override
    public Code visit(RenameEnumValue operation) {
        return in(
                new Links(
                        call("renameEnumValue", name(operation.name()), text(operation.from()), text(operation.to()))),
                operation.column());
    }

    private static Code in(Links links, @Nullable ColumnRef column) {
        return column == null
                ? links.code()
                : links.then("in", name(column.table()), text(column.column())).code();
    }

    // ---- views, routines, triggers, extensions

    @Override
    public Code visit(CreateView operation) {
        return call("createView", JavaObjects.view(operation.view()));
    }

    @Override
    public Code visit(ReplaceView operation) {
        return call("replaceView", JavaObjects.view(operation.view()));
    }

    @Override
    public Code visit(DropView operation) {
        return operation.definition() == null
                ? call(operation.materialised() ? "dropMaterialisedView" : "dropView", name(operation.name()))
                : call("dropView", JavaObjects.wholeView(operation.definition()));
    }

    @Override
    public Code visit(CreateRoutine operation) {
        Routine routine = operation.routine();
        String verb = routine.kind() == Routine.Kind.FUNCTION ? "createFunction" : "createProcedure";
        return routine.definition().perDialect().isEmpty()
                ? call(verb, JavaObjects.routineWords(routine))
                : call("createRoutine", JavaObjects.routine(routine));
    }

    @Override
    public Code visit(DropRoutine operation) {
        if (operation.definition() != null) {
            return call("dropRoutine", JavaObjects.routine(operation.definition()));
        }
        String verb = operation.kind() == Routine.Kind.FUNCTION ? "dropFunction" : "dropProcedure";
        return call(verb, name(operation.name()), text(operation.signature()));
    }

    @Override
    public Code visit(CreateTrigger operation) {
        return operation.trigger().definition().perDialect().isEmpty()
                ? call("createTrigger", JavaObjects.triggerWords(operation.trigger()))
                : call("createTrigger", JavaObjects.trigger(operation.trigger()));
    }

    @Override
    public Code visit(DropTrigger operation) {
        return operation.definition() == null
                ? call("dropTrigger", name(operation.table()), text(operation.name()))
                : call("dropTrigger", JavaObjects.trigger(operation.definition()));
    }

    @Override
    public Code visit(CreateExtension operation) {
        return call("createExtension", JavaObjects.extension(operation.extension()));
    }

    @Override
    public Code visit(DropExtension operation) {
        return call("dropExtension", text(operation.name()));
    }

    @Override
    public Code visit(AroundViews operation) {
        List<Code> views = operation.views().stream().map(JavaVerbs::name).toList();
        return call("aroundViews", Code.list(views), block("then", operation.operations()));
    }

    // ---- rows

    @Override
    public Code visit(InsertRows operation) {
        List<Code> rows = JavaRows.rows(operation.rows());
        return call("insert", join(name(operation.table()), rows.isEmpty() ? List.of(Code.list(rows)) : rows));
    }

    @Override
    public Code visit(InsertCsv operation) {
        return call("insert", name(operation.table()), Code.word("csv", text(operation.resource())));
    }

    @Override
    public Code visit(UpsertRows operation) {
        List<Code> rows = JavaRows.rows(operation.rows());
        List<Code> arguments =
                new ArrayList<>(List.of(name(operation.table()), Code.list(Code.texts(operation.key()))));
        arguments.addAll(rows.isEmpty() ? List.of(Code.list(rows)) : rows);
        return call("upsert", arguments);
    }

    @Override
    public Code visit(UpdateRows operation) {
        return call(
                "update", name(operation.table()), JavaRows.row(operation.values()), JavaRows.match(operation.match()));
    }

    @Override
    public Code visit(DeleteRows operation) {
        return call("delete", name(operation.table()), JavaRows.match(operation.match()));
    }

    // ---- SQL and code

    @Override
    public Code visit(ExecuteSql operation) {
        Links links = new Links(call("sql", Code.text(operation.sql().sql())))
                .each("on", operation.sql().perDialect());
        SqlText undo = operation.undo();
        if (undo != null) {
            boolean said = !undo.sql().isEmpty() || undo.perDialect().isEmpty();
            links.when(said, "undo", Code.text(undo.sql())).each("undoOn", undo.perDialect());
        }
        List<Operation> effect = operation.effect().operations();
        if (effect != null && effect.isEmpty()) {
            links.then("effectNone");
        } else if (effect != null) {
            links.then("effect", block("then", effect));
        }
        return links.when(operation.repeatable(), "repeatable").code();
    }

    @Override
    public Code visit(RunStep operation) {
        throw unwritable("The code of the data step '" + operation.name() + "' is not known as text");
    }

    @Override
    public Code visit(DialectOperation operation) {
        throw unwritable("The operation '" + operation.describe() + "' of a third party has no words of its own");
    }

    private static RuntimeException unwritable(String what) {
        return Problem.of(ErrorCode.INVALID_OPERATION, what)
                .why("So it cannot be written as a script.")
                .exception();
    }

    // ---- guards

    @Override
    public Code visit(CheckData operation) {
        SqlText query = operation.query();
        Code name = text(operation.name());
        Expectation expectation = operation.expectation();
        if (expectation instanceof Expectation.SameAs same) {
            Links links = new Links(call(
                    "checkEqualCounts",
                    name,
                    text(query.sql()),
                    text(same.other().sql())));
            JavaRows.both(query, same.other(), links);
            return links.code();
        }
        String verb = expectation instanceof Expectation.NoRows ? "checkNoRows" : "checkSomeRows";
        return new Links(call(verb, name, text(query.sql())))
                .each("on", query.perDialect())
                .code();
    }

    @Override
    public Code visit(Lossy operation) {
        SqlText count = operation.count();
        return count == null
                ? call("lossy", text(operation.why()))
                : new Links(call("lossy", text(operation.why()), text(count.sql())))
                        .each("on", count.perDialect())
                        .code();
    }

    @Override
    public Code visit(Irreversible operation) {
        return call("irreversible", text(operation.why()));
    }

    // ---- choices

    @Override
    public Code visit(WhenCondition operation) {
        return choice(
                call("when", JavaRows.condition(operation.condition()), block("then", operation.then())),
                operation.otherwise());
    }

    @Override
    public Code visit(OnDialects operation) {
        String names = String.join(", ", operation.dialects());
        return choice(call("on", text(names), block("there", operation.then())), operation.otherwise());
    }

    private Code choice(Code.Call call, List<Operation> otherwise) {
        return otherwise.isEmpty()
                ? call
                : new Links(call).then("otherwise", block("other", otherwise)).code();
    }

    @Override
    public Code visit(Invert operation) {
        return call("invert", block("back", operation.operations()));
    }
}
