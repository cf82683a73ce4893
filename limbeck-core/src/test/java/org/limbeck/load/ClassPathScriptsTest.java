package org.limbeck.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.load.ScriptTexts.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.graph.RevisionNode;

class ClassPathScriptsTest {
    private static final String SQL = "--@ revision %s\n--@ upgrade\nSELECT 1;\n";

    @TempDir
    Path folder;

    private final Map<String, byte[]> content = new TreeMap<>();

    private void add(String name, String text) {
        content.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void addIndex(String... lines) {
        add("META-INF/limbeck/db/agent.index", String.join("\n", lines).replace("  ", "\t") + "\n");
    }

    private static String row(String className, String id) {
        return "java  " + className + "  1111222233334444  5555666677778888  " + id
                + "    bbbb dddd  billing  tenant  2026-11-20T09:31  feat: a message";
    }

    private void addClass(String className) throws IOException {
        int dot = className.lastIndexOf('.');
        String text = "package " + className.substring(0, dot) + ";"
                + script("aaaa", className.substring(dot + 1), "op.sql(\"SELECT 1\");");
        Path file = Files.writeString(folder.resolve("source"), text);
        new ScriptCompiler(null)
                .compile(List.of(file), List.of())
                .forEach((name, bytes) -> content.put(name.replace('.', '/') + ".class", bytes));
    }

    private URL writeFolder() throws IOException {
        for (Map.Entry<String, byte[]> entry : content.entrySet()) {
            Path file = folder.resolve("classes").resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
        return folder.resolve("classes").toUri().toURL();
    }

    private URL writeJar() throws IOException {
        Path jar = folder.resolve("app.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("db/agent/"));
            for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                entries.putNextEntry(new JarEntry(entry.getKey()));
                entries.write(entry.getValue());
            }
        }
        return jar.toUri().toURL();
    }

    private static Scripts read(ClassLoader loader) {
        return Scripts.read(ScriptLocations.of("classpath:/db/agent/").withLoader(loader));
    }

    private static URLClassLoader loader(URL... urls) {
        return new URLClassLoader(urls, ClassPathScriptsTest.class.getClassLoader());
    }

    @Test
    void listsSqlWithoutAnIndex() throws IOException {
        add("db/agent/b.sql", SQL.formatted("bbbb"));
        add("db/agent/deep/a.sql", SQL.formatted("aaaa"));
        add("db/agent/.hidden.sql", "");
        add("db/agentx/c.sql", "");
        for (URL url : List.of(writeFolder(), writeJar())) {
            try (URLClassLoader loader = loader(url)) {
                Scripts scripts = read(loader);
                assertThat(scripts.headers()).extracting(ScriptHeader::id).containsExactly("bbbb", "aaaa");
                assertThat(scripts.header("bbbb").node().place()).hasToString("classpath:db/agent/b.sql:1");
                SqlScript script = (SqlScript) Objects.requireNonNull(
                        scripts.load(List.of("bbbb"), PlainDialect.POSTGRES).get("bbbb"));
                assertThat(script.upgrade().steps(Map.of())).hasSize(1);
            }
        }
    }

    @Test
    void readsClassesFromTheIndex() throws IOException {
        addClass("shop.db.R1");
        addIndex(
                "limbeck 1",
                "# a comment",
                "",
                "complete",
                row("shop.db.R1", "aaaa"),
                "sql  db/agent/b.sql",
                "sql  db/agent/d.sql");
        add("db/agent/b.sql", SQL.formatted("bbbb"));
        add("db/agent/d.sql", SQL.formatted("dddd"));
        try (URLClassLoader loader = loader(writeJar())) {
            Scripts scripts = read(loader);
            ScriptHeader header = scripts.headers().get(0);
            RevisionNode node = header.node();
            assertThat(node.id()).isEqualTo("aaaa");
            assertThat(node.dependsOn()).containsExactly("bbbb", "dddd");
            assertThat(node.labels()).containsExactly("billing");
            assertThat(node.created()).hasToString("2026-11-20T09:31");
            assertThat(node.message()).isEqualTo("feat: a message");
            assertThat(node.place()).hasToString("classpath:shop.db.R1");
            assertThat(header.parameters()).containsExactly("tenant");
            assertThat(header.sourceHash()).isEqualTo("1111222233334444");
            assertThat(header.codeHash()).isEqualTo("5555666677778888");
            assertThat(header.source().beside("x.csv").name()).isEqualTo("classpath:shop/db/x.csv");
            assertThat(scripts.headers()).hasSize(3);
        }
    }

    @Test
    void findsSqlThatIsYoungerThanACompleteIndex() throws IOException {
        addIndex("limbeck 1", "complete", "sql  db/agent/b.sql");
        add("db/agent/b.sql", SQL.formatted("bbbb"));
        add("db/agent/c.sql", SQL.formatted("cccc"));
        for (URL url : List.of(writeFolder(), writeJar())) {
            try (URLClassLoader loader = loader(url)) {
                assertThat(read(loader).headers()).extracting(ScriptHeader::id).containsExactly("bbbb", "cccc");
            }
        }
    }

    @Test
    void saysThatAScriptIsGoneWhichTheIndexNames() throws IOException {
        addIndex("limbeck 1", "complete", "sql  db/agent/b.sql");
        try (URLClassLoader loader = loader(writeJar())) {
            assertThat(Problems.text(() -> read(loader))).contains("the class path has no db/agent/b.sql");
        }
    }

    @Test
    void noticesAClassThatTheIndexDoesNotName() throws IOException {
        addClass("db.agent.R1");
        addClass("db.agent.deep.R2");
        add("db/agent/Helper.class", "no class at all, so never loaded");
        addIndex("limbeck 1", "java  db.agent.R1  1  2  aaaa            ");
        for (URL url : List.of(writeFolder(), writeJar())) {
            try (URLClassLoader loader = loader(url)) {
                assertThat(Problems.text(() -> read(loader)))
                        .contains("does not name the class db.agent.deep.R2", "limbeck-processor")
                        .doesNotContain("R1");
            }
        }
    }

    @Test
    void noticesClassesWithoutAnyIndex() throws IOException {
        addClass("db.agent.R1");
        add("db/agent/b.sql", SQL.formatted("bbbb"));
        try (URLClassLoader loader = loader(writeJar())) {
            assertThat(Problems.text(() -> read(loader))).contains("does not name the class db.agent.R1");
        }
    }

    @Test
    void noticesAnIndexWithAnotherParentThanTheClass() throws IOException {
        addClass("shop.db.R1");
        addIndex("limbeck 1", "java  shop.db.R1  1  2  aaaa    bbbb        ", "sql  db/agent/b.sql");
        add("db/agent/b.sql", SQL.formatted("bbbb"));
        try (URLClassLoader loader = loader(writeJar())) {
            Scripts scripts = read(loader);
            assertThat(Problems.text(() -> scripts.load(List.of("aaaa"), PlainDialect.POSTGRES)))
                    .contains("The index says aaaa depends on bbbb, the class says aaaa.");
        }
    }

    @Test
    void writesWhatItReads() throws IOException {
        String text = "limbeck 1\ncomplete\n"
                + row("shop.db.R1", "aaaa").replace("  ", "\t")
                + "\njava\tshop.db.R2\t1\t2\tcccc\taaaa bbbb\t\t\t\t\t\nsql\tdb/agent/b.sql\n";
        ScriptIndex index = ScriptIndex.read(
                new BufferedReader(new StringReader(text)), "index", ClassPathScriptsTest.class.getClassLoader());
        assertThat(index.text()).isEqualTo(text);
    }

    @Test
    void loadsPackagePrivateClasses() throws IOException {
        addClass("shop.db.R1");
        addIndex("limbeck 1", "java  shop.db.R1  1  2  aaaa            ");
        try (URLClassLoader loader = loader(writeJar())) {
            LoadedScript script = Objects.requireNonNull(
                    read(loader).load(List.of("aaaa"), PlainDialect.POSTGRES).get("aaaa"));
            assertThat(((JavaScript) script).migration().getClass().getClassLoader())
                    .isSameAs(loader);
        }
    }

    @Test
    void noticesAnIndexOlderThanTheClasses() throws IOException {
        addClass("shop.db.R1");
        addIndex("limbeck 1", "java  shop.db.R1  1  2  bbbb            ", "java  shop.db.R2  1  2  cccc            ");
        try (URLClassLoader loader = loader(writeJar())) {
            Scripts scripts = read(loader);
            assertThat(Problems.text(() -> scripts.load(List.of("bbbb"), PlainDialect.POSTGRES)))
                    .contains("older than the class shop.db.R1", "The index says bbbb, the class says aaaa");
            assertThat(Problems.text(() -> scripts.load(List.of("cccc"), PlainDialect.POSTGRES)))
                    .contains("shop.db.R2 cannot be loaded");
        }
    }

    @Test
    void refusesAnIndexItDoesNotUnderstand() throws IOException {
        for (String[] lines :
                List.of(new String[] {"limbeck 2"}, new String[] {}, new String[] {"limbeck 1", "java  too  few"})) {
            addIndex(lines);
            try (URLClassLoader loader = loader(writeFolder())) {
                assertThat(Problems.text(() -> read(loader))).contains("index of scripts", "db/agent.index:");
            }
        }
    }

    @Test
    void saysThatThereIsNothing() throws IOException {
        try (URLClassLoader loader = loader(writeFolder())) {
            assertThat(Problems.text(() -> read(loader)))
                    .contains("no scripts at db/agent", "META-INF/limbeck/db/agent.index", "annotation processor");
        }
    }
}
