package org.limbeck.model;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.migration.Migration;
import org.limbeck.migration.Op;
import org.limbeck.migration.Recording;
import org.limbeck.migration.SchemaDefinition;
import org.limbeck.replay.Replay;

/** A schema defined in Java: {@code java:com.example.ShopSchema}. */
final class JavaSource implements ModelSource {

    @Override
    public String scheme() {
        return "java";
    }

    @Override
    public boolean needsClasses() {
        return true;
    }

    @Override
    public Model read(Request request) {
        Recorded recorded = new Recorded(definition(request));
        Recording recording = Recording.upgrade(recorded, List.of(), Map.of());
        Replay replay = Replay.of(recording.operations(), request.dialect());
        List<String> remarks = new ArrayList<>();
        replay.unknowns()
                .forEach(unknown -> remarks.add("What raw SQL of " + request.address()
                        + " makes is not known without a database: " + unknown.what()));
        return new Model(replay.schema(), Model.Scope.ALL, remarks);
    }

    private static SchemaDefinition definition(Request request) {
        String name = request.address();
        try {
            Constructor<?> constructor =
                    Class.forName(name, true, request.loader()).getDeclaredConstructor();
            constructor.setAccessible(true);
            if (constructor.newInstance() instanceof SchemaDefinition definition) {
                return definition;
            }
            throw Problem.of(ErrorCode.MODEL_UNREADABLE, "The class " + name + " is no definition of a schema")
                    .todo("class " + name.substring(name.lastIndexOf('.') + 1)
                            + " implements org.limbeck.migration.SchemaDefinition")
                    .exception();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw Problem.of(ErrorCode.MODEL_UNREADABLE, "The model's class " + name + " cannot be used")
                    .why(String.valueOf(e.getCause() == null ? e : e.getCause()))
                    .todo("Check its name, its constructor without parameters, and class-path in limbeck.toml.")
                    .exception(e);
        }
    }

    /** A definition is recorded as a script is. */
    private record Recorded(SchemaDefinition definition) implements Migration {
        @Override
        public void upgrade(Op op) {
            definition.define(op);
        }
    }
}
