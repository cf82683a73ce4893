package org.limbeck.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.limbeck.operation.DialectOperation;
import org.limbeck.operation.Operation;
import org.limbeck.operation.OperationVisitor;

/** Nothing is forgotten where an operation is added. */
class OperationTest {
    private static final Path CHAPTER = Path.of("..", "docs", "scripts.md");

    @Test
    void everyOperationIsVisited() {
        List<Class<?>> visited = new ArrayList<>();
        for (Method method : OperationVisitor.class.getMethods()) {
            if (method.getParameterCount() == 1) {
                visited.add(method.getParameterTypes()[0]);
            }
        }
        assertThat(visited).containsAll(List.of(Operation.class.getPermittedSubclasses()));
    }

    @Test
    void everyOperationIsInTheManual() throws IOException {
        String chapter = Files.readString(CHAPTER);
        for (Class<?> operation : Operation.class.getPermittedSubclasses()) {
            if (operation != DialectOperation.class) {
                assertThat(chapter).contains(operation.getSimpleName());
            }
        }
    }
}
