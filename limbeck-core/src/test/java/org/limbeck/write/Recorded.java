package org.limbeck.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.limbeck.load.JavaScript;
import org.limbeck.load.PlainDialect;
import org.limbeck.load.ScriptLocations;
import org.limbeck.load.Scripts;
import org.limbeck.migration.Migration;
import org.limbeck.migration.Recording;
import org.limbeck.operation.AroundViews;
import org.limbeck.operation.Effect;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Invert;
import org.limbeck.operation.OnDialects;
import org.limbeck.operation.Operation;
import org.limbeck.operation.WhenCondition;

/** What scripts record, without the places in which it is written. */
final class Recorded {
    private Recorded() {}

    /** Compiles scripts in one batch and gives their migrations; texts and migrations by id. */
    static Map<String, Migration> compile(Map<String, String> texts) {
        try {
            Path folder = Files.createTempDirectory("limbeck-written");
            try {
                return compile(folder, texts);
            } finally {
                for (String id : texts.keySet()) {
                    Files.deleteIfExists(folder.resolve("S" + id + ".java"));
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Migration> compile(Path folder, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(folder.resolve("S" + text.getKey() + ".java"), text.getValue());
        }
        Scripts scripts = Scripts.read(ScriptLocations.of(folder.toString()));
        Map<String, Migration> migrations = new LinkedHashMap<>();
        scripts.load(texts.keySet(), PlainDialect.SQLITE)
                .forEach((id, script) -> migrations.put(id, ((JavaScript) script).migration()));
        return migrations;
    }

    static List<Operation> upgrade(Migration migration) {
        return placeless(Recording.upgrade(migration, List.of(), Map.of()).operations());
    }

    static List<Operation> downgrade(Migration migration) {
        return placeless(Recording.downgrade(migration, List.of(), Map.of()).operations());
    }

    static List<Operation> placeless(List<Operation> operations) {
        Function<Operation, Operation> one = Recorded::placeless;
        return operations.stream().map(one).toList();
    }

    private static Operation placeless(Operation operation) {
        if (operation instanceof ExecuteSql sql) {
            List<Operation> effect = sql.effect().operations();
            return new ExecuteSql(
                    sql.sql(),
                    sql.undo(),
                    effect == null ? Effect.unknown() : new Effect(placeless(effect)),
                    sql.repeatable(),
                    null);
        }
        if (operation instanceof WhenCondition when) {
            return new WhenCondition(when.condition(), placeless(when.then()), placeless(when.otherwise()));
        }
        if (operation instanceof OnDialects on) {
            return new OnDialects(on.dialects(), placeless(on.then()), placeless(on.otherwise()));
        }
        if (operation instanceof AroundViews around) {
            return new AroundViews(around.views(), placeless(around.operations()));
        }
        return operation instanceof Invert invert ? new Invert(placeless(invert.operations())) : operation;
    }
}
