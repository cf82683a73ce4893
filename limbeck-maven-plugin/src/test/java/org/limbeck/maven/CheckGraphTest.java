package org.limbeck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check that a build runs by itself. */
class CheckGraphTest {
    @TempDir
    private Path folder;

    private Module module = new Module(Path.of(""));

    @BeforeEach
    void oneRevision() throws IOException {
        module = new Module(folder).settings("shop", "copy").table("aaaa", "", "customer");
    }

    @Test
    void aSharedHistoryIsCheckedOnceAndNoDatabaseIsAsked() throws Exception {
        assertThat(module.run(new CheckGraphMojo())).isEqualTo("History of shop: 1 revisions, head aaaa");
        assertThat(folder.resolve("shop.db")).doesNotExist();
    }

    @Test
    void valuesOfTheEnvironmentNeedNotBeThere() throws Exception {
        module.file("limbeck.toml", "[database.shop]\nurl = \"${NO_SUCH_URL}\"\nscripts = \"migrations\"\n");
        assertThat(module.run(new CheckGraphMojo())).contains("1 revisions");
    }

    @Test
    void allThatIsWrongIsTold() throws Exception {
        module.table("bbbb", "aaab", "orders").table("cccc", "dddd", "items");
        assertThatThrownBy(() -> module.run(new CheckGraphMojo()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("The history of shop is not whole")
                .hasMessageContaining("the parent aaab of bbbb does not exist")
                .hasMessageContaining("the parent dddd of cccc does not exist");
    }

    @Test
    void severalHeadsAreAFailureOrAWarning() throws Exception {
        module.table("bbbb", "aaaa", "orders").table("cccc", "aaaa", "items");
        assertThatThrownBy(() -> module.run(new CheckGraphMojo()))
                .hasMessageContaining("has 2 heads: bbbb, cccc")
                .hasMessageContaining("limbeck merge heads");
        CheckGraphMojo mild = new CheckGraphMojo();
        mild.failOnSeveralHeads = false;
        module.run(mild);
        assertThat(module.log.warnings).singleElement().asString().contains("2 heads");
    }

    @Test
    void headsOfLabelledBranchesAreMeant() throws Exception {
        module.table("bbbb", "aaaa", "orders").table("cccc", "aaaa", "items");
        for (String id : List.of("bbbb", "cccc")) {
            Path file = folder.resolve("migrations/" + id + ".sql");
            Files.writeString(
                    file, Files.readString(file).replace("--@ message", "--@ labels line_" + id + "\n--@ message"));
        }
        assertThat(module.run(new CheckGraphMojo())).contains("3 revisions, head bbbb, cccc");
    }

    @Test
    void indexesOfTheModuleAreCheckedWithoutAnySettings() throws Exception {
        Files.delete(folder.resolve("limbeck.toml"));
        module.file("target/classes/META-INF/limbeck/db/agent.index", "limbeck 1\ncomplete\nsql\tdb/agent/one.sql\n")
                .file("target/classes/db/agent/one.sql", "--@ revision 0001\n--@ upgrade\nSELECT 1;\n");
        assertThat(module.run(new CheckGraphMojo())).isEqualTo("History of classpath:db/agent: 1 revisions, head 0001");
        Files.delete(folder.resolve("target/classes/db/agent/one.sql"));
        assertThatThrownBy(() -> module.run(new CheckGraphMojo())).hasMessageContaining("has no db/agent/one.sql");
    }

    @Test
    void aModuleWithoutScriptsPasses() throws Exception {
        Files.delete(folder.resolve("limbeck.toml"));
        assertThat(module.run(new CheckGraphMojo())).isEmpty();
    }
}
