package org.limbeck.manual;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.command.RunOptions;
import org.limbeck.dialect.Dialect;
import org.limbeck.dialects.Dialects;
import org.limbeck.load.JavaScript;
import org.limbeck.load.ScriptLocations;
import org.limbeck.load.Scripts;
import org.limbeck.migration.Recording;
import org.limbeck.operation.DialectOperation;
import org.limbeck.operation.Operation;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

class ScriptsChapterTest {
    @TempDir
    Path folder;

    /** The scripts of the chapter are one history: it goes up, down and up again. */
    @EachDatabase
    void theScriptsRun(TestDatabase database) throws Exception {
        Chapter chapter = Chapter.of("scripts.md");
        for (String java : chapter.blocks("java")) {
            String name = java.substring(java.indexOf("final class ") + 12, java.indexOf(" implements"));
            Files.writeString(folder.resolve(name + ".java"), java);
        }
        for (String sql : chapter.blocks("sql")) {
            Files.writeString(folder.resolve("customers.sql"), sql);
        }
        Limbeck limbeck = Limbeck.configure()
                .dataSource(database.dataSource())
                .scripts(folder.toString())
                .dialects(Dialects.providers())
                .load();

        assertThat(limbeck.upgrade().moves()).hasSize(3);
        limbeck.downgrade("base", RunOptions.USUAL.allowingDataLoss(true));
        assertThat(limbeck.upgrade().heads()).containsExactly("c0d1e2f3a4b5");
    }

    /** Every operation has its row, and the call in it records that operation. */
    @Test
    void everyOperationHasItsRow() throws Exception {
        Map<String, String> calls = Chapter.of("scripts.md").rows().stream()
                .filter(row -> row.size() == 4 && row.get(1).startsWith("`op."))
                .collect(toMap(row -> row.get(0), row -> row.get(1).replace("`", "")));
        List<String> operations = Arrays.stream(Operation.class.getPermittedSubclasses())
                .filter(type -> type != DialectOperation.class)
                .map(Class::getSimpleName)
                .toList();

        assertThat(calls.keySet()).containsExactlyInAnyOrderElementsOf(operations);
        assertThat(recorded(calls)).isEqualTo(operations.stream().sorted().toList());
    }

    private List<String> recorded(Map<String, String> calls) throws Exception {
        String body = calls.keySet().stream()
                .sorted()
                .map(name -> "        " + calls.get(name) + ";\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("All.java"), """
                import static org.limbeck.migration.Words.*;

                import org.limbeck.migration.*;

                @Revision(id = "a1", message = "feat: everything")
                final class All implements Migration {
                    @Override
                    public void upgrade(Op op) {
                """ + body + "    }\n}\n");
        Dialect dialect = Dialects.providers()
                .get(0)
                .offline(Dialects.providers().get(0).names().get(0));
        JavaScript script = (JavaScript) Objects.requireNonNull(Scripts.read(ScriptLocations.of(folder.toString()))
                .load(List.of("a1"), dialect)
                .get("a1"));
        return Recording.upgrade(script.migration(), List.of(), Map.of()).operations().stream()
                .map(operation -> operation.getClass().getSimpleName())
                .toList();
    }
}
