package org.limbeck.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Source;
import org.limbeck.dialect.StateView;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.CreateView;
import org.limbeck.operation.DropTable;
import org.limbeck.operation.DropView;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RenameTable;
import org.limbeck.operation.ReplaceView;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/**
 * A state as an operation would leave it; asks the state before only for what the operation concerns, and once, for
 * states stand on states. Not thread-safe.
 */
final class AfterState implements StateView {
    private final StateView before;
    private final Operation operation;
    private @Nullable Schema moved;

    AfterState(StateView before, Operation operation) {
        this.before = before;
        this.operation = operation;
    }

    @Override
    public StateView after(Operation next) {
        return new AfterState(this, next);
    }

    @Override
    public boolean live() {
        return before.live();
    }

    @Override
    public boolean invalidIndex(QualifiedName table, String index) {
        return before.invalidIndex(table, index);
    }

    @Override
    public Optional<Table> table(QualifiedName name) {
        StateView concerned = concerning(name);
        return concerned instanceof AfterState after ? after.moved().table(name) : concerned.table(name);
    }

    @Override
    public Optional<View> view(QualifiedName name) {
        StateView concerned = concerning(name);
        return concerned instanceof AfterState after ? after.moved().view(name) : concerned.view(name);
    }

    @Override
    public Optional<Sequence> sequence(QualifiedName name) {
        Schema only = before.sequence(name).map(Schema.EMPTY::with).orElse(Schema.EMPTY);
        return operation.evolve(only).sequence(name);
    }

    @Override
    public Optional<EnumType> enumType(QualifiedName name) {
        Schema only = before.enumType(name).map(Schema.EMPTY::with).orElse(Schema.EMPTY);
        return operation.evolve(only).enumType(name);
    }

    @Override
    public List<Trigger> triggersOn(QualifiedName table) {
        Schema only = Schema.EMPTY;
        for (Trigger trigger : before.triggersOn(table)) {
            only = only.with(trigger);
        }
        return operation.evolve(only).triggersOn(table);
    }

    @Override
    public List<View> viewsReading(QualifiedName tableOrView) {
        Deque<Operation> since = new ArrayDeque<>();
        StateView state = this;
        while (state instanceof AfterState after) {
            if (after.operation instanceof CreateView
                    || after.operation instanceof ReplaceView
                    || after.operation instanceof DropView) {
                since.push(after.operation);
            }
            state = after.before;
        }
        return since.isEmpty() ? state.viewsReading(tableOrView) : reading(state, since, tableOrView);
    }

    /** What is created since is found by its words; what is dropped since reads no more. */
    private static List<View> reading(StateView before, Deque<Operation> since, QualifiedName name) {
        List<View> known = before.viewsReading(name);
        Schema views = Schema.EMPTY;
        for (View view : known) {
            views = views.with(view);
        }
        for (Operation operation : since) {
            views = operation.evolve(views);
        }
        List<View> reading = new ArrayList<>(known);
        reading.retainAll(views.views().values());
        for (View view : views.viewsReading(name)) {
            if (!reading.contains(view)) {
                reading.add(view);
            }
        }
        return reading;
    }

    @Override
    public Optional<Source> source(QualifiedName name) {
        StateView concerned = concerning(name);
        return concerned instanceof AfterState after ? after.movedSource(name) : concerned.source(name);
    }

    private Optional<Source> movedSource(QualifiedName name) {
        boolean renamed = operation instanceof RenameTable rename && rename.to().equals(name);
        QualifiedName former = operation instanceof RenameTable rename && renamed ? rename.from() : name;
        boolean remains = renamed
                || !(operation instanceof CreateTable
                        || operation instanceof DropTable
                        || operation instanceof RenameTable);
        return remains ? before.source(former).map(s -> s.then(operation)) : Optional.empty();
    }

    /** The latest state whose operation concerns the name, or the state before all operations; a plan may be long. */
    private StateView concerning(QualifiedName name) {
        StateView state = this;
        while (state instanceof AfterState after && !after.operation.tables().contains(name)) {
            state = after.before;
        }
        return state;
    }

    private Schema moved() {
        Schema kept = moved;
        if (kept == null) {
            kept = move();
            moved = kept;
        }
        return kept;
    }

    private Schema move() {
        Schema known = Schema.EMPTY;
        for (QualifiedName name : operation.tables()) {
            known = before.table(name).map(known::with).orElse(known);
            known = before.view(name).map(known::with).orElse(known);
        }
        return operation.evolve(known);
    }
}
