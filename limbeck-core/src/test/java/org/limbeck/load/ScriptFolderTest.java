package org.limbeck.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

class ScriptFolderTest {
    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String java(String id) {
        return "@Revision(id = \"" + id + "\") class R_" + id + " {}";
    }

    private static String sql(String id) {
        return "--@ revision " + id + "\n--@ upgrade\n";
    }

    private List<String> ids() {
        return ScriptFolder.scan(List.of(folder)).headers().stream()
                .map(ScriptHeader::id)
                .toList();
    }

    @Test
    void findsScriptsInOrderOfTheirPaths() throws IOException {
        write("b.sql", sql("b"));
        write("a.java", java("a"));
        write("B.sql", sql("B"));
        write("aa/z.sql", sql("z"));
        write("aa/deep/er/y.java", java("y"));
        assertThat(ids()).containsExactly("B", "a", "y", "z", "b");
    }

    @Test
    void leavesOutWhatIsNoScript() throws IOException {
        write("a.sql", sql("a"));
        for (String name : List.of(
                "Environment.java",
                "package-info.java",
                "a.sql~",
                "a.sql.swp",
                "a.java.tmp",
                ".#a.java",
                ".a.sql",
                ".git/b.sql",
                "README.md",
                "x.csv",
                "sql/.keep")) {
            write(name, "neither header nor helper @Revision");
        }
        assertThat(ids()).containsExactly("a");
        assertThat(ScriptFolder.scan(List.of(folder)).helpers()).isEmpty();
    }

    @Test
    void tellsHelpersFromScripts() throws IOException {
        Path helper = write("util/Helper.java", "class Helper {}");
        write("a.java", java("a"));
        ScriptFolder.Found found = ScriptFolder.scan(List.of(folder));
        assertThat(found.helpers()).containsExactly(helper);
        assertThat(found.headers()).hasSize(1);
    }

    @Test
    void reportsAllProblemsAtOnce() throws IOException {
        write("a.sql", "SELECT 1");
        write("b.sql", sql("b"));
        write("c.java", "@Revision(id = X) class C {}");
        List<Path> folders = List.of(folder, folder.resolveSibling("absent"));
        assertThat(Problems.of(() -> ScriptFolder.scan(folders)))
                .extracting(Problem::code)
                .containsExactly(ErrorCode.UNREADABLE_SCRIPT, ErrorCode.UNREADABLE_SCRIPT, ErrorCode.FILE_PROBLEM);
    }

    @Test
    void countsAFolderInsideAnotherOnce() throws IOException {
        write("in/a.sql", sql("a"));
        Path inner = folder.resolve("in");
        assertThat(ScriptFolder.scan(List.of(inner, folder, folder.resolve("in/../in")))
                        .headers())
                .hasSize(1);
    }

    @Test
    void readsOnWhereAHeaderIsLong() throws IOException {
        String licence = "/* " + "größe 🐘 ".repeat(20_000) + "*/\n";
        write("a.java", licence + java("a"));
        write("b.sql", licence + sql("b"));
        write("c.java", "// " + "x".repeat(2048 - 3 - 1) + "\n" + java("c"));
        write("d.sql", "--@ revision d\n--@ message " + "ä".repeat(3000) + "\n--@ upgrade\n");
        ScriptFolder.Found found = ScriptFolder.scan(List.of(folder));
        assertThat(found.headers()).extracting(ScriptHeader::id).containsExactly("a", "b", "c", "d");
        assertThat(found.headers().get(3).node().message()).hasSize(3000);
        assertThat(found.headers().get(0).node().place()).hasToString(folder.resolve("a.java") + ":2");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        Files.write(folder.resolve("a.sql"), sql("größe").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Problems.text(() -> ScriptFolder.scan(List.of(folder)))).contains("not UTF-8", "a.sql");
    }
}
