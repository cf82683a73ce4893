package org.limbeck.stairway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.testkit.manual.Manual;
import org.limbeck.testkit.manual.Shell;

/** The chapter on tests happens as shown. */
class TestingChapterTest {
    @TempDir
    private Path folder;

    @Test
    void everySampleHappensAsShown() throws Exception {
        Shell shell = new Shell(folder, Map.of("junit", TestingChapterTest::junit), TestingChapterTest::steady);
        assertThat(Manual.differences(Path.of("../docs/testing.md"), shell)).isEmpty();
    }

    private static String steady(String text) {
        return text.replaceAll("SQLite [0-9.]+", "SQLite 3.54.1").replaceAll("H2 [0-9.]+ \\([^)]*\\)", "H2 2.5.252");
    }

    /** Compiles the tests and runs one class of them. */
    private static int junit(List<String> words, PrintStream out, Path folder) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("target/test-classes"));
        compile(folder.resolve("src/test/java"), classes);
        URL[] classPath = {
            classes.toUri().toURL(),
            folder.resolve("src/main/resources/").toUri().toURL()
        };
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath, before)) {
            thread.setContextClassLoader(loader);
            HeardTests heard = HeardTests.run(Class.forName(words.get(0), false, loader));
            heard.lines().forEach(line -> out.print(line + "\n"));
            return heard.failed() ? 1 : 0;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(sources)) {
            List<Path> tests = found.filter(Files::isRegularFile).toList();
            List<String> options =
                    List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(
                            null, files, null, options, null, files.getJavaFileObjectsFromPaths(tests))
                    .call();
            assertThat(compiled).isTrue();
        }
    }
}
