package org.limbeck.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.load.ScriptTexts.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionNode;
import org.limbeck.load.ScriptSource.InFile;
import org.limbeck.migration.Recording;
import org.limbeck.operation.Operation;

class ScriptsTest {
    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Scripts read() {
        return Scripts.read(ScriptLocations.of(folder.toString()));
    }

    private Map<String, LoadedScript> load(String... ids) {
        return read().load(List.of(ids), PlainDialect.POSTGRES);
    }

    @Test
    void readsAGraphWithoutCompiling() throws IOException {
        write("a.java", "@Revision(id = \"aaaa\") class A { does not compile }");
        write("b.sql", "--@ revision bbbb\n--@ down aaaa\n--@ upgrade\nit's unfinished");
        Scripts scripts = read();
        assertThat(scripts.graph().heads()).extracting(RevisionNode::id).containsExactly("bbbb");
        assertThat(scripts.header("aaaa").className()).isEqualTo("A");
        assertThat(scripts.headers()).hasSize(2);
    }

    @Test
    void loadsBothKindsInTheOrderAsked() throws IOException {
        write("Shared.java", "class Shared { static String sql() { return \"SELECT 1\"; } }");
        write("a.java", script("aaaa", "A", "op.sql(Shared.sql());"));
        write("b.sql", "--@ revision bbbb\n--@ down aaaa\n--@ upgrade\nSELECT 2;");
        write("c.java", "@Revision(id = \"cccc\", down = \"bbbb\") class C { does not compile }");
        Map<String, LoadedScript> loaded = load("bbbb", "aaaa", "bbbb");
        assertThat(loaded.keySet()).containsExactly("bbbb", "aaaa");
        JavaScript java = (JavaScript) Objects.requireNonNull(loaded.get("aaaa"));
        Recording recording = Recording.upgrade(java.migration(), List.of(), Map.of());
        assertThat(recording.operations()).extracting(Operation::describe).containsExactly("execute SQL");
        assertThat(recording.place(recording.operations().get(0))).hasToString("a.java:9");
        SqlScript sql = (SqlScript) Objects.requireNonNull(loaded.get("bbbb"));
        assertThat(sql.upgrade().steps(Map.of())).extracting(SqlStep::sql).containsExactly("SELECT 2");
    }

    @Test
    void isolatesScriptsFromTheApplication() throws IOException {
        write(
                "a.java",
                script(
                        "aaaa",
                        "A",
                        "try { Class.forName(\"org.limbeck.load.Scripts\"); op.sql(\"bad\"); }"
                                + " catch (ClassNotFoundException e) { op.sql(\"good\"); }"));
        JavaScript java = (JavaScript) Objects.requireNonNull(load("aaaa").get("aaaa"));
        ClassLoader loader = java.migration().getClass().getClassLoader();
        assertThat(loader.getParent()).isSameAs(ClassLoader.getPlatformClassLoader());
        assertThat(Recording.upgrade(java.migration(), List.of(), Map.of())
                        .operations()
                        .toString())
                .contains("good");
    }

    @Test
    void reportsProblemsOfAllScriptsAtOnce() throws IOException {
        write("a.java", script("aaaa", "A", "oops();"));
        write("b.sql", "--@ revision bbbb\n--@ upgrade\n'");
        write("c.sql", "--@ revision cccc\n--@ downgrade\n");
        Scripts scripts = read();
        assertThat(Problems.of(() -> scripts.load(List.of("aaaa", "bbbb", "cccc"), PlainDialect.POSTGRES)))
                .extracting(Problem::code)
                .containsExactly(
                        ErrorCode.SCRIPT_DOES_NOT_COMPILE,
                        ErrorCode.UNTERMINATED_STATEMENT,
                        ErrorCode.UNREADABLE_SCRIPT);
    }

    @Test
    void refusesClassesThatAreNoScripts() throws IOException {
        write("a.java", "import org.limbeck.migration.*; @Revision(id = \"aaaa\") class A {}");
        write("b.java", script("bbbb", "B", "").replace("{\n    @Override", "{ B(int x) {}\n    @Override"));
        write("c.java", script("cccc", "C", "").replace("final class", "abstract class"));
        write("d.java", script("dddd", "D", "").replace("{\n    @Override", "{ int x = 1 / 0;\n    @Override"));
        assertThat(Problems.of(() -> load("aaaa", "bbbb", "cccc", "dddd")))
                .extracting(Problem::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("is not a Migration", "a.java:1"),
                        text -> assertThat(text).contains("no constructor without parameters", "b.java:5"),
                        text -> assertThat(text).contains("cannot be instantiated", "c.java:5"),
                        text -> assertThat(text).contains("constructor of the script fails", "/ by zero"));
    }

    @Test
    void doesNotKnowOtherRevisions() {
        assertThat(Problems.text(() -> load("none"))).contains("LMB-1201", "none");
    }

    @Test
    void leavesProblemsOfTheGraphToTheGraph() throws IOException {
        write("a.sql", "--@ revision aaaa\n--@ upgrade");
        write("b.sql", "--@ revision aaaa\n--@ upgrade");
        assertThat(Problems.of(this::read)).extracting(Problem::code).containsExactly(ErrorCode.DUPLICATE_REVISION);
    }

    @Test
    void tellsHashesOfBothKinds() throws IOException {
        write("a.java", script("aaaa", "A", ""));
        write("b.sql", "--@ revision bbbb\n--@ upgrade");
        Scripts scripts = read();
        assertThat(scripts.header("aaaa").sourceHash()).isEqualTo(SourceHash.ofJava(script("aaaa", "A", "")));
        assertThat(scripts.header("aaaa").codeHash())
                .isNotEqualTo(scripts.header("aaaa").sourceHash());
        assertThat(scripts.header("bbbb").codeHash())
                .isEqualTo(scripts.header("bbbb").sourceHash());
    }

    /** The journal keeps the one, and the next run compares it with the other. */
    @Test
    void hashesOfLoadedScriptsAreThoseOfTheirFiles() throws IOException {
        String crlf = "\r\n-- a comment\r\n";
        write("a.java", "\uFEFF" + script("aaaa", "A", "// caf\u00e9").replace("\n", "\r\n"));
        write("b.sql", "\uFEFF--@ revision bbbb\r\n--@ upgrade" + crlf);
        write("c.sql", "--@ revision cccc\n--@ upgrade" + crlf.repeat(1000) + "SELECT '\u00e9';\r");
        write("d.sql", "--@ revision dddd\n--@ upgrade\nSELECT '\ud83d\ude00';\r");
        Scripts scripts = read();
        load("aaaa", "bbbb", "cccc", "dddd")
                .forEach((id, loaded) -> assertThat(loaded.sourceHash())
                        .as(id)
                        .isEqualTo(scripts.header(id).sourceHash()));
    }

    @Test
    void findsFilesBesideAScript() {
        ScriptSource file = new InFile(Path.of("m/a.java"));
        assertThat(file.beside("x.csv").name()).isEqualTo(Path.of("m/x.csv").toString());
    }
}
