package org.limbeck.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import org.junit.jupiter.api.Test;

/** Files and methods that fit into a head. */
class SizeTest {
    private static final int FILE = 500;
    private static final int METHOD = 60;

    /** A dialect's renderer and reflector, and the one class whose methods are what a script may say. */
    private static final int LARGE_FILE = 800;

    private static final Set<String> LARGE = Set.of("Op.java", "StandardStatements.java", "TableEdit.java");

    @Test
    void filesAreShort() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path source : Module.sources("src")) {
            int lines = Files.readAllLines(source).size();
            if (lines > limit(source.getFileName().toString())) {
                wrong.add(source + " has " + lines + " lines");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static int limit(String name) {
        boolean large = LARGE.contains(name)
                || name.endsWith("Statements.java")
                || name.endsWith("Renderer.java")
                || name.endsWith("Reflector.java");
        return large ? LARGE_FILE : FILE;
    }

    /** Tests may hold tables of cases. */
    @Test
    void methodsAreShort() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(Module.sources("src/main")));
            LongMethods methods = new LongMethods(Trees.instance(task).getSourcePositions());
            for (CompilationUnitTree unit : task.parse()) {
                methods.scan(unit, unit);
            }
            assertThat(methods.found).isEmpty();
        }
    }

    private static final class LongMethods extends TreeScanner<Void, CompilationUnitTree> {
        private final SourcePositions positions;
        private final List<String> found = new ArrayList<>();

        LongMethods(SourcePositions positions) {
            this.positions = positions;
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            if (method.getBody() != null) {
                LineMap lines = unit.getLineMap();
                long length = lines.getLineNumber(positions.getEndPosition(unit, method))
                        - lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                if (length > METHOD) {
                    found.add(unit.getSourceFile().getName() + " " + method.getName() + " has " + length + " lines");
                }
            }
            return super.visitMethod(method, unit);
        }
    }
}
