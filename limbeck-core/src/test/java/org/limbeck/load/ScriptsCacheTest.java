package org.limbeck.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts are read again exactly when a file of theirs may have changed. */
class ScriptsCacheTest {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final ScriptsCache cache = new ScriptsCache();

    private Path write(String name, String id, Instant changed) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "--@ revision " + id + "\n--@ upgrade\nSELECT 1;\n");
        Files.setLastModifiedTime(file, FileTime.from(changed));
        return file;
    }

    private Scripts read() {
        return cache.read(ScriptLocations.of(folder.toString()));
    }

    /** From the second call on, for the first one only reads. */
    private Scripts warm() {
        read();
        return read();
    }

    @Test
    void whatIsUnchangedIsNotReadAgain() throws IOException {
        write("a.sql", "aaaa", LONG_AGO);
        write("more/b.sql", "bbbb", LONG_AGO);

        Scripts scripts = warm();

        assertThat(read()).isSameAs(scripts);
        assertThat(scripts.sourceHash("aaaa")).isEqualTo(scripts.header("aaaa").sourceHash());
    }

    @Test
    void anEditIsSeenByItsTimeAndByItsSize() throws IOException {
        Path file = write("a.sql", "aaaa", LONG_AGO);
        String before = warm().sourceHash("aaaa");

        write("a.sql", "aaab", LONG_AGO.plusSeconds(1));
        assertThat(read().header("aaab").id()).isEqualTo("aaab");

        Files.writeString(file, Files.readString(file) + "SELECT 2;\n");
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.plusSeconds(1)));
        assertThat(read().sourceHash("aaab")).isNotEqualTo(before);
    }

    @Test
    void aFileThatComesGoesOrIsRenamedIsSeen() throws IOException {
        write("a.sql", "aaaa", LONG_AGO);
        assertThat(warm().headers()).hasSize(1);

        Path second = write("more/b.sql", "bbbb", LONG_AGO);
        assertThat(read().headers()).hasSize(2);

        Files.move(second, folder.resolve("c.sql"));
        assertThat(read().header("bbbb").source().name()).endsWith("c.sql");

        Files.delete(folder.resolve("c.sql"));
        assertThat(read().headers()).hasSize(1);
    }

    /** Two edits within the coarseness of the file system's clock have one time. */
    @Test
    void whatWasChangedJustNowIsNotTrusted() throws IOException {
        Path file = write("a.sql", "aaaa", Instant.now());
        FileTime time = Files.getLastModifiedTime(file);
        warm();

        Files.writeString(file, Files.readString(file).replace("SELECT 1", "SELECT 2"));
        Files.setLastModifiedTime(file, time);

        assertThat(read().sourceHash("aaaa")).isEqualTo(read().header("aaaa").sourceHash());
    }

    @Test
    void otherLocationsAreOtherScripts() throws IOException {
        write("one/a.sql", "aaaa", LONG_AGO);
        write("two/b.sql", "bbbb", LONG_AGO);
        ScriptLocations one = ScriptLocations.of(folder.resolve("one").toString());
        ScriptLocations two = ScriptLocations.of(folder.resolve("two").toString());
        cache.read(one);
        cache.read(one);

        assertThat(cache.read(two).header("bbbb").id()).isEqualTo("bbbb");
        assertThat(cache.read(one).header("aaaa").id()).isEqualTo("aaaa");
    }

    @Test
    void foldersOfTheClassPathAreLookedAtToo() throws IOException {
        write("db/a.sql", "aaaa", LONG_AGO);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            ScriptLocations place = ScriptLocations.of("classpath:db").withLoader(loader);
            cache.read(place);
            Scripts scripts = cache.read(place);
            assertThat(cache.read(place)).isSameAs(scripts);

            write("db/b.sql", "bbbb", LONG_AGO);
            assertThat(cache.read(place).headers()).hasSize(2);
        }
    }
}
