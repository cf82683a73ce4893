package org.limbeck.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.error.LimbeckException;
import org.limbeck.graph.RevisionNode;
import org.limbeck.load.ScriptLocations;
import org.limbeck.load.Scripts;

class RebaseTest {
    @TempDir
    Path folder;

    @BeforeEach
    void twoLines() throws IOException {
        script("aaaa", "");
        script("bbbb", "aaaa");
        script("cccc", "aaaa");
        script("c222", "cccc");
    }

    @Test
    void theFirstRevisionOfTheLineNamesAnotherParent() throws IOException {
        Rebase rebase = rebase("c222", "bbbb");
        assertThat(rebase.moved()).map(RevisionNode::id).containsExactly("cccc", "c222");
        assertThat(rebase.edits()).map(Rebase.Edit::file).containsExactly(folder.resolve("cccc.sql"));
        rebase.apply();
        assertThat(scripts().graph().heads()).map(RevisionNode::id).containsExactly("c222");
        assertThat(Files.readString(folder.resolve("cccc.sql")))
                .isEqualTo("--@ revision cccc\r\n--@ down bbbb\r\n--@ upgrade\r\n-- größe\r\n");
        assertThat(names()).containsExactly("aaaa.sql", "bbbb.sql", "c222.sql", "cccc.sql");
    }

    @Test
    void severalFirstRevisionsMoveTogether() throws IOException {
        script("c333", "aaaa");
        script("c444", "c222, c333");
        Rebase rebase = rebase("c444", "bbbb");
        rebase.apply();
        assertThat(scripts().graph().parents("c333")).map(RevisionNode::id).containsExactly("bbbb");
        assertThat(scripts().graph().parents("cccc")).map(RevisionNode::id).containsExactly("bbbb");
    }

    @Test
    void aFileThatIsNotUtf8StopsAllOfThem() throws IOException {
        script("c333", "aaaa");
        script("c444", "c222, c333");
        Path broken = folder.resolve("c333.sql");
        Files.write(
                broken,
                "--@ revision c333\n--@ down aaaa\n--@ upgrade\n-- gr\u00fc\u00dfe\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        String before = Files.readString(folder.resolve("cccc.sql"));
        assertThatThrownBy(() -> rebase("c444", "bbbb").apply()).isInstanceOf(LimbeckException.class);
        assertThat(folder.resolve("cccc.sql")).hasContent(before);
    }

    @Test
    void aLineWithoutCommonAncestorGetsAParent() throws IOException {
        script("eeee", "");
        rebase("eeee", "bbbb").apply();
        assertThat(scripts().graph().parents("eeee")).map(RevisionNode::id).containsExactly("bbbb");
    }

    @Test
    void oneLineCannotBePutBehindItself() {
        assertThatThrownBy(() -> rebase("cccc", "c222")).hasMessageContaining("are of one line already");
        assertThatThrownBy(() -> rebase("c222", "cccc")).hasMessageContaining("are of one line already");
    }

    @Test
    void aLineThatTheOtherDependsOnCannotBeMoved() throws IOException {
        Files.writeString(
                folder.resolve("b222.sql"), "--@ revision b222\n--@ down bbbb\n--@ depends-on cccc\n--@ upgrade\n");
        assertThatThrownBy(() -> rebase("c222", "b222")).hasMessageContaining("LMB-1104");
    }

    @Test
    void aLineThatJoinsOlderHistoryCannotBeMoved() throws IOException {
        script("a222", "aaaa");
        script("b333", "bbbb, a222");
        script("c333", "c222, a222");
        assertThatThrownBy(() -> rebase("c333", "b333"))
                .hasMessageContaining("LMB-5113 Revision c333 joins the line with older history");
    }

    @Test
    void whatADatabaseHasIsNotMoved() {
        Rebase rebase = rebase("c222", "bbbb");
        rebase.requireUnapplied("shop", List.of("aaaa", "bbbb"));
        assertThatThrownBy(() -> rebase.requireUnapplied("shop", List.of("aaaa", "cccc")))
                .hasMessageContaining("Revision cccc is applied in database 'shop'");
    }

    @Test
    void whatAReleaseHasIsNotMoved() {
        Rebase rebase = rebase("c222", "bbbb");
        rebase.requireUnreleased(scripts().graph(), Map.of("v1", "bbbb"));
        assertThatThrownBy(() -> rebase.requireUnreleased(scripts().graph(), Map.of("v1", "c222")))
                .hasMessageContaining("Revision cccc is part of release v1");
    }

    private Rebase rebase(String head, String onto) {
        Scripts scripts = scripts();
        return Rebase.of(scripts, scripts.graph().get(head), scripts.graph().get(onto));
    }

    private Scripts scripts() {
        return Scripts.read(ScriptLocations.of(folder.toString()));
    }

    private void script(String id, String down) throws IOException {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "--@ revision " + id + "\r\n" + (down.isEmpty() ? "" : "--@ down " + down + "\r\n")
                        + "--@ upgrade\r\n-- größe\r\n");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
