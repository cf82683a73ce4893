package org.limbeck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.tools.Libraries;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

import org.limbeck.spring.shop.ShopApplication;

/** The application packed by Spring Boot into one jar, with jars in it: scripts, dialects and services are found there. */
class FatJarTest {
    @TempDir
    Path folder;

    @Test
    void scriptsAreFoundInTheOneJar() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dspring.datasource.url=jdbc:sqlite:" + folder.resolve("shop.db"),
                        "-Dlimbeck.scripts=classpath:db/shop",
                        "-DMODE=migration",
                        "-jar",
                        packed().toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output).contains("✅ main database: upgraded by 2 revisions");
        assertThat(process.waitFor()).isZero();
    }

    private Path packed() throws IOException {
        Path classes = Path.of("target", "test-classes");
        Path plain = jar("shop-plain.jar", classes);
        Path packed = folder.resolve("shop.jar");
        Repackager repackager = new Repackager(plain.toFile());
        repackager.setMainClass(ShopApplication.class.getName());
        Libraries libraries = callback -> {
            for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
                Path path = Path.of(entry);
                if (Files.isRegularFile(path)) {
                    callback.library(new Library(path.toFile(), LibraryScope.COMPILE));
                } else if (!path.endsWith("test-classes") && Files.isDirectory(path)) {
                    Path jar = jar(path.getName(path.getNameCount() - 3) + ".jar", path);
                    callback.library(new Library(jar.toFile(), LibraryScope.COMPILE));
                }
            }
        };
        repackager.repackage(packed.toFile(), libraries);
        return packed;
    }

    private Path jar(String name, Path classes) throws IOException {
        Path jar = folder.resolve(name);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            List<Path> sorted =
                    files.filter(file -> !file.equals(classes)).sorted().toList();
            for (Path file : sorted) {
                String entry = classes.relativize(file).toString().replace(File.separatorChar, '/');
                boolean isFolder = Files.isDirectory(file);
                if (entry.equals("META-INF/MANIFEST.MF")) {
                    continue;
                }
                entries.putNextEntry(new JarEntry(isFolder ? entry + "/" : entry));
                if (!isFolder) {
                    Files.copy(file, entries);
                }
                entries.closeEntry();
            }
        }
        return jar;
    }
}
