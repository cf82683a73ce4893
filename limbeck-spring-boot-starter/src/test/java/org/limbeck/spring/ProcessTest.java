package org.limbeck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.spring.shop.ShopApplication;

/** Whole processes: what they print, and what they end with. */
class ProcessTest {
    @TempDir
    Path folder;

    private record Ended(int code, String output) {}

    private Ended run(Map<String, String> environment, String... properties) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dspring.datasource.url=jdbc:sqlite:" + folder.resolve("shop.db"),
                "-Dspring.application.name=shop",
                "-Dserver.port=0"));
        for (String property : properties) {
            command.add("-D" + property);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ShopApplication.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /** Only the parts of configuration, database and migration are made: no web server, no JPA, no bean of the shop. */
    @Test
    void aJobUpgradesTouchesNothingElseAndEndsWithZero() throws Exception {
        Ended ended = run(
                Map.of("MODE", "migration"), "limbeck.scripts=classpath:db/shop", "logging.level.org.hibernate=info");
        assertThat(ended.output())
                .contains("✅ shop database: upgraded by 2 revisions")
                .doesNotContain("the shop opens", "Tomcat", "Hibernate");
        assertThat(ended.code()).isZero();
    }

    @Test
    void aFailureIsAFewLinesAndAnExitCode() throws Exception {
        Databases.script(folder, "aa01", "", "t1");
        Databases.script(folder, "aa02", "aa01", "t1");
        Ended ended = run(Map.of(), "limbeck.scripts=" + folder);
        assertThat(ended.output())
                .contains(
                        "APPLICATION FAILED TO START", "Description:", "LMB-4001", "table t1 already exists", "Action:")
                .doesNotContain("\tat ", "the shop opens");
        assertThat(ended.code()).isEqualTo(1);
    }
}
