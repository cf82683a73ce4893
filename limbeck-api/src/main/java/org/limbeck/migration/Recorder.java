package org.limbeck.migration;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Operation;

/** Keeps what is recorded, and refuses calls while it is not its turn. Not thread-safe. */
public abstract sealed class Recorder permits Op {
    private final List<Operation> recorded = new ArrayList<>();
    private final Map<Operation, Place> places;
    private final Parameters parameters;
    private boolean open = true;

    Recorder(Parameters parameters, Map<Operation, Place> places) {
        this.parameters = parameters;
        this.places = places;
    }

    static Op begin(Parameters parameters) {
        return new Op(parameters, new IdentityHashMap<>());
    }

    /**
     * A declared parameter of the revision, as given by {@code -x name=value}.
     *
     * @throws LimbeckException if the header does not declare it
     */
    public final String parameter(String name) {
        return parameters.value(name);
    }

    int add(Operation operation) {
        Place place = ScriptFrame.place();
        requireOpen(place);
        Operation placed = operation instanceof ExecuteSql sql
                ? new ExecuteSql(sql.sql(), sql.undo(), sql.effect(), sql.repeatable(), place)
                : operation;
        recorded.add(placed);
        remember(placed, place);
        return recorded.size() - 1;
    }

    void replace(int position, Operation operation) {
        Place place = ScriptFrame.place();
        requireOpen(place);
        Operation old = recorded.set(position, operation);
        remember(operation, places.remove(old));
    }

    private void remember(Operation operation, @Nullable Place place) {
        if (place != null) {
            places.put(operation, place);
        }
    }

    List<Operation> inside(Block block) {
        requireOpen(ScriptFrame.place());
        open = false;
        Op inner = new Op(parameters, places);
        try {
            block.record(inner);
            return inner.close();
        } finally {
            ((Recorder) inner).open = false;
            open = true;
        }
    }

    List<Operation> close() {
        open = false;
        return List.copyOf(recorded);
    }

    Map<Operation, Place> places() {
        return places;
    }

    private void requireOpen(@Nullable Place place) {
        if (!open) {
            throw Problem.of(ErrorCode.WRONG_RECORDER, "A recorder is called that is not recording now")
                    .at(place)
                    .why("Inside a block only the block's own parameter records, and inside run(...) nothing does.")
                    .todo(
                            "Call the parameter of the block: op.when(tableMissing(\"t\"), then -> then.createTable(...))")
                    .exception();
        }
    }
}
