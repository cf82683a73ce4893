package org.limbeck.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.graph.RevisionNode;
import org.limbeck.load.SourceHash;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** The index after whole and partial compilations, and what an application does with it. */
class IndexTest {
    @TempDir
    private Path folder;

    private Build build = new Build(Path.of(""));

    @BeforeEach
    void three() throws IOException {
        build = new Build(folder)
                .script("db.agent.R1", "id = \"aaaa\", message = \"feat: first\", created = \"2026-11-20T09:31\"")
                .script("db.agent.R2", "id = \"bbbb\", down = \"aaaa\", parameters = {\"tenant\", \"size\"}")
                .sql("db/agent/three.sql", "--@ revision cccc\n--@ down bbbb");
    }

    private void compiles(Build.Outcome outcome) {
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.done()).isTrue();
    }

    private String hashes(String className) throws IOException {
        String text = Files.readString(build.sourceOf(className));
        return SourceHash.ofJava(text) + "\t" + SourceHash.ofCode(text);
    }

    @Test
    void namesEveryScriptWithItsHashes() throws IOException {
        compiles(build.compileAll());
        assertThat(build.index("db/agent")).isEqualTo("""
                limbeck 1
                complete
                java\tdb.agent.R1\t%s\taaaa\t\t\t\t\t2026-11-20T09:31\tfeat: first
                java\tdb.agent.R2\t%s\tbbbb\taaaa\t\t\ttenant size\t\t
                sql\tdb/agent/three.sql
                """.formatted(hashes("db.agent.R1"), hashes("db.agent.R2")));
    }

    @Test
    void isTheSameWhetherCompiledAtOnceOrOneByOne() throws IOException {
        Path sql = folder.resolve("src/main/resources/db/agent/three.sql");
        Path later = Files.move(sql, folder.resolve("three.sql"));
        compiles(build.compile("db.agent.R1"));
        Files.move(later, sql);
        compiles(build.compile("db.agent.R2"));
        String oneByOne = build.index("db/agent");
        compiles(build.compileAll());
        assertThat(oneByOne).isEqualTo(build.index("db/agent"));
    }

    @Test
    void changesWhereAScriptIsChangedAndCompiledAlone() throws IOException {
        compiles(build.compileAll());
        String before = hashes("db.agent.R2");
        build.java(
                "db.agent.R2", Files.readString(build.sourceOf("db.agent.R2")).replace("\"r2\"", "\"two\""));
        compiles(build.compile("db.agent.R2"));
        assertThat(build.index("db/agent"))
                .contains(hashes("db.agent.R1"), hashes("db.agent.R2"))
                .doesNotContain(before);
    }

    @Test
    void seesParentsThatAreNotCompiledAgain() throws IOException {
        compiles(build.compileAll());
        build.script("db.agent.R1", "id = \"aaab\"");
        Build.Outcome outcome = build.compile("db.agent.R1");
        assertThat(outcome.messages())
                .singleElement()
                .asString()
                .contains("LMB-1102 the parent aaaa of bbbb does not exist", "aaab", "db.agent.R2");
    }

    @Test
    void forgetsAScriptWhoseClassIsGone() throws IOException {
        build.script("db.agent.R4", "id = \"dddd\", down = \"cccc\"");
        compiles(build.compileAll());
        Files.delete(build.classes().resolve("db/agent/R4.class"));
        compiles(build.compile("db.agent.R1"));
        assertThat(build.index("db/agent")).doesNotContain("dddd").contains("aaaa", "bbbb", "three.sql");
    }

    @Test
    void forgetsAClassThatIsNoScriptAnyMore() throws IOException {
        build.script("db.agent.R4", "id = \"dddd\", down = \"cccc\"");
        compiles(build.compileAll());
        build.java("db.agent.R4", "package db.agent; class R4 {}");
        compiles(build.compile("db.agent.R4", "db.agent.R2"));
        assertThat(build.index("db/agent")).doesNotContain("dddd");
    }

    @Test
    void isMadeAnewFromTheSourcesWhenItIsLost() throws IOException {
        compiles(build.compileAll());
        String before = build.index("db/agent");
        Files.delete(build.classes().resolve("META-INF/limbeck/db/agent.index"));
        compiles(build.compile("db.agent.R2"));
        assertThat(build.index("db/agent")).isEqualTo(before);
    }

    @Test
    void isRefusedWhenItIsLostAndTheSourcesAreNotFound() throws IOException {
        compiles(build.compileAll());
        Files.delete(build.classes().resolve("META-INF/limbeck/db/agent.index"));
        Files.move(folder.resolve("src"), folder.resolve("code"));
        Build.Outcome outcome =
                build.compile(List.of(folder.resolve("code/main/java/db/agent/R2.java")), new RevisionProcessor());
        assertThat(outcome.messages())
                .anySatisfy(message -> assertThat(message)
                        .contains("does not name the script db.agent.R1", "-Alimbeck.sources=src/main/java"));
        Build found = new Build(folder)
                .option(Options.SOURCES, folder.resolve("code/main/java").toString())
                .option(Options.RESOURCES, folder.resolve("code/main/resources").toString());
        compiles(found.compile(List.of(folder.resolve("code/main/java/db/agent/R2.java")), new RevisionProcessor()));
        assertThat(found.index("db/agent")).contains("aaaa", "bbbb", "three.sql");
    }

    @Test
    void isWrittenWhereTheBuildToolHidesTheCompiler() throws IOException {
        compiles(build.compileAll());
        String before = build.index("db/agent");
        compiles(build.compile(
                List.of(build.sourceOf("db.agent.R1"), build.sourceOf("db.agent.R2")), new HiddenCompiler()));
        assertThat(build.index("db/agent")).isEqualTo(before);
    }

    @Test
    void keepsFilesWithoutAPackageOutOfIt() throws IOException {
        Build flat = new Build(folder.resolve("flat")).script("R1", "id = \"aaaa\"");
        compiles(flat.compileAll());
        assertThat(flat.classes().resolve("META-INF")).doesNotExist();
    }

    @Test
    void letsAnApplicationUpgradeAndDowngrade() throws Exception {
        build.script("db.agent.R2", "id = \"bbbb\", down = \"aaaa\"");
        compiles(build.compileAll());
        build.copyResources();
        URL[] classPath = {build.classes().toUri().toURL()};
        try (TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE);
                URLClassLoader loader = new URLClassLoader(classPath, IndexTest.class.getClassLoader())) {
            Limbeck limbeck = Limbeck.configure()
                    .dataSource(database.dataSource())
                    .scripts("classpath:db/agent")
                    .loader(loader)
                    .load();
            assertThat(limbeck.graph().heads()).extracting(RevisionNode::id).containsExactly("cccc");
            assertThat(limbeck.upgrade().moves()).hasSize(3);
            assertThat(limbeck.status().isUpToDate()).isTrue();
            assertThat(limbeck.downgrade("base").moves()).hasSize(3);
        }
    }

    @Test
    void aStaleOneIsNoticedByTheApplication() throws Exception {
        compiles(build.compileAll());
        build.copyResources()
                .script("db.agent.R4", "id = \"dddd\", down = \"cccc\"")
                .plain("-proc:none");
        compiles(build.compile("db.agent.R4"));
        URL[] classPath = {build.classes().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classPath, IndexTest.class.getClassLoader())) {
            Limbeck limbeck = Limbeck.configure()
                    .url("jdbc:sqlite:none.db")
                    .scripts("classpath:db/agent")
                    .loader(loader)
                    .load();
            assertThat(catchThrowable(limbeck::graph)).hasMessageContaining("does not name the class db.agent.R4");
        }
    }
}
