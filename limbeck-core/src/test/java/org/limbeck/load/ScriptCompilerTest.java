package org.limbeck.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.load.ScriptTexts.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

class ScriptCompilerTest {
    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Map<String, byte[]> compile(Path... scripts) {
        return new ScriptCompiler(null).compile(List.of(scripts), List.of());
    }

    private Path cache() {
        return folder.resolve(".limbeck/classes");
    }

    private List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.list(cache())) {
            return files.toList();
        }
    }

    /** A compiler that must not be asked. */
    private ScriptCompiler withoutJdk() {
        return new ScriptCompiler(cache(), () -> null);
    }

    @Test
    void compilesAgainstTheApi() throws IOException {
        Path file = write(
                "any name.java", script("a1", "R1", "op.sql(\"SELECT 1\"); Runnable r = () -> {}; new Object() {};"));
        assertThat(compile(file)).containsOnlyKeys("R1", "R1$1");
    }

    @Test
    void takesPublicClassesPackagesAndByteOrderMarks() throws IOException {
        Path file =
                write("x.java", "\uFEFFpackage a.b;" + script("a1", "R1", "").replace("final class", "public class"));
        assertThat(compile(file)).containsOnlyKeys("a.b.R1");
    }

    @Test
    void compilesHelpersAlong() throws IOException {
        Path script = write("a.java", script("a1", "R1", "op.sql(Helper.SQL);"));
        Path helper = write("Helper.java", "class Helper { static final String SQL = More.sql(); }");
        Path more = write("More.java", "class More { static String sql() { return \"SELECT 1\"; } }");
        assertThat(new ScriptCompiler(null).compile(List.of(script), List.of(helper, more)))
                .containsOnlyKeys("R1", "Helper", "More");
    }

    @Test
    void hidesEverythingElseOfTheClassPath() throws IOException {
        Path file =
                write("a.java", script("a1", "R1", "org.limbeck.load.Scripts s; org.assertj.core.api.Assertions a;"));
        List<Problem> problems = Problems.of(() -> compile(file));
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0).text())
                .contains("LMB-1111", "a.java:9", "package org.limbeck.load does not exist", "entity classes change");
    }

    @Test
    void reportsTheErrorsOfAllScripts() throws IOException {
        Path one = write("a.java", script("a1", "R1", "op.nothing();"));
        Path two = write("b.java", script("b1", "R2", "int i = \"x\";\n int j = y;"));
        assertThat(Problems.of(() -> compile(one, two)))
                .extracting(problem -> problem.code() + " " + problem.place())
                .containsExactlyInAnyOrder(
                        "SCRIPT_DOES_NOT_COMPILE " + one + ":9",
                        "SCRIPT_DOES_NOT_COMPILE " + two + ":9",
                        "SCRIPT_DOES_NOT_COMPILE " + two + ":10");
    }

    @Test
    void countsWhatIsTooMuchToShow() throws IOException {
        Path file = write("a.java", script("a1", "R1", "int i = x;".repeat(13)));
        List<Problem> problems = Problems.of(() -> compile(file));
        assertThat(problems).hasSize(11);
        assertThat(problems.get(10).what()).isEqualTo("The compiler reports 15 more errors.");
    }

    @Test
    void explainsAHelperMethodThatHidesAStaticImport() throws IOException {
        String hiding = "} void column(int x) {} void other() { column(\"a\", varchar(2));";
        Path file = write("a.java", script("a1", "R1", hiding));
        assertThat(Problems.text(() -> compile(file)))
                .contains("cannot be applied to given types")
                .contains("-> rename the method column of the script: it hides Words.column");
    }

    @Test
    void saysNothingOfHidingWhereNothingIsHidden() throws IOException {
        Path file = write("a.java", script("a1", "R1", "column(5);"));
        assertThat(Problems.text(() -> compile(file))).doesNotContain("hides");
        Path own = write("b.java", script("b1", "R2", "} void own(int x) {} void other() { own(\"a\");"));
        assertThat(Problems.text(() -> compile(own))).doesNotContain("hides");
    }

    @Test
    void refusesTwoRevisionsInOneFile() throws IOException {
        Path file = write("a.java", script("a1", "R1", "") + "@Revision(id = \"b1\") class R2 {}");
        assertThat(Problems.text(() -> compile(file))).contains("more than one revision", "a.java");
    }

    @Test
    void saysThatAJdkIsMissing() throws IOException {
        Path file = write("a.java", script("a1", "R1", ""));
        Problem problem = Problems.of(() -> withoutJdk().compile(List.of(file), List.of()))
                .get(0);
        assertThat(problem.code()).isEqualTo(ErrorCode.NO_COMPILER);
        assertThat(problem.text()).contains("run Limbeck with a JDK", System.getProperty("java.home"));
    }

    @Test
    void keepsClassesForLater() throws IOException {
        Path one = write("a.java", script("a1", "R1", ""));
        Path two = write("b.java", script("b1", "R2", ""));
        Map<String, byte[]> fresh = new ScriptCompiler(cache()).compile(List.of(one, two), List.of());
        assertThat(withoutJdk().compile(List.of(two, one), List.of()).keySet()).isEqualTo(fresh.keySet());
        assertThat(withoutJdk().compile(List.of(two), List.of()).get("R2")).isEqualTo(fresh.get("R2"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache())))
                .isEqualTo("rwx------");
        assertThat(cached())
                .hasSize(2)
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    @Test
    void compilesAnewWhatChanged() throws IOException {
        Path file = write("a.java", script("a1", "R1", ""));
        Path helper = write("Helper.java", "class Helper {}");
        new ScriptCompiler(cache()).compile(List.of(file), List.of(helper));
        withoutJdk().compile(List.of(file), List.of(helper));
        write("Helper.java", "class Helper { int x; }");
        assertThat(Problems.of(() -> withoutJdk().compile(List.of(file), List.of(helper))))
                .hasSize(1);
        assertThat(Problems.of(() -> withoutJdk().compile(List.of(file), List.of())))
                .hasSize(1);
    }

    @Test
    void ignoresADamagedCache() throws IOException {
        Path file = write("a.java", script("a1", "R1", ""));
        new ScriptCompiler(cache()).compile(List.of(file), List.of());
        Path entry = cached().get(0);
        byte[] bytes = Files.readAllBytes(entry);
        bytes[bytes.length / 2] ^= 1;
        for (byte[] damaged : List.of(bytes, new byte[0], new byte[40])) {
            Files.write(entry, damaged);
            assertThat(Problems.of(() -> withoutJdk().compile(List.of(file), List.of())))
                    .hasSize(1);
        }
        assertThat(new ScriptCompiler(cache()).compile(List.of(file), List.of()))
                .containsKey("R1");
        assertThat(withoutJdk().compile(List.of(file), List.of())).containsKey("R1");
    }

    @Test
    void ignoresACacheThatOthersCanWrite() throws IOException {
        Path file = write("a.java", script("a1", "R1", ""));
        new ScriptCompiler(cache()).compile(List.of(file), List.of());
        Files.setPosixFilePermissions(cache(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(Problems.of(() -> withoutJdk().compile(List.of(file), List.of())))
                .hasSize(1);
        assertThat(new ScriptCompiler(cache()).compile(List.of(file), List.of()))
                .containsKey("R1");
    }

    @Test
    void worksWhereTheCacheCannotBeWritten() throws IOException {
        Path file = write("a.java", script("a1", "R1", ""));
        Path occupied = write("file", "");
        assertThat(new ScriptCompiler(occupied).compile(List.of(file), List.of()))
                .containsKey("R1");
        assertThat(new ScriptCompiler(occupied.resolve("x")).compile(List.of(file), List.of()))
                .containsKey("R1");
    }

    @Test
    void refusesTwoClassesOfOneName() throws IOException {
        Path one = write("a.java", script("a1", "R1", ""));
        Path two = write("b.java", script("b1", "R1", "int i;"));
        ScriptCompiler compiler = new ScriptCompiler(cache());
        compiler.compile(List.of(one), List.of());
        compiler.compile(List.of(two), List.of());
        assertThat(Problems.text(() -> compiler.compile(List.of(one, two), List.of())))
                .contains("class named R1", "a.java", "b.java");
        assertThat(Problems.text(() -> compile(one, two))).contains("duplicate class");
    }

    @Test
    void refusesTheUseOfAnotherScript() throws IOException {
        Path one = write("a.java", script("a1", "R1", "new R2(); long l = 1L << 40; double d = 1e300;"));
        Path two = write("b.java", script("b1", "R2", ""));
        Path three = write("c.java", script("c1", "R3", "new R3();"));
        assertThat(Problems.text(() -> compile(one, two, three)))
                .contains("uses the class R2 of another script", "a.java", "without @Revision");
        assertThat(compile(two, three)).hasSize(2);
    }

    @Test
    void compilesManyInOneBatch() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i : IntStream.range(0, 100).toArray()) {
            files.add(write("R" + i + ".java", script("id" + i, "R" + i, "op.sql(\"SELECT " + i + "\");")));
        }
        assertThat(new ScriptCompiler(cache()).compile(files, List.of())).hasSize(100);
        assertThat(cached()).hasSize(100);
    }
}
