package org.limbeck.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import org.limbeck.spring.LimbeckInitializer;
import org.limbeck.start.Outcome;

/** The application on fresh SQLite files. */
class StudioApplicationTest {
    @TempDir
    Path folder;

    @Test
    void upgradesItselfAndTellsHowItsDatabasesStand() throws Exception {
        copy("limbeck.toml");
        copy("migrations");
        try (ConfigurableApplicationContext studio = new SpringApplicationBuilder(StudioApplication.class)
                .run("--server.port=0", "--limbeck.config=" + folder.resolve("limbeck.toml"))) {
            List<Outcome> outcomes = studio.getBean(LimbeckInitializer.class).outcomes();
            assertThat(outcomes).extracting(Outcome::database).containsExactly("sqlite_agent", "sqlite_ops");
            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.applied()).isNotEmpty());

            assertThat(get(studio, "/actuator/health"))
                    .startsWith("{\"status\":\"UP\"")
                    .contains("\"sqlite_agent\":{\"state\":\"up-to-date\"", "\"sqlite_ops\":{\"state\":\"up-to-date\"");
            assertThat(get(studio, "/actuator/limbeck")).contains("feat: ", "\"pending\":[]");
            assertThat(get(studio, "/agents")).isEqualTo("[\"Assistant\",\"Reviewer\"]");
            assertThat(get(studio, "/templates")).startsWith("[");
        }
    }

    private static String get(ConfigurableApplicationContext studio, String path)
            throws IOException, InterruptedException {
        String port = studio.getEnvironment().getProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void copy(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file));
            }
        }
    }
}
