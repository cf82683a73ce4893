package org.limbeck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import org.limbeck.spring.shop.ShopApplication;
import org.limbeck.start.Decision;

/** A whole web application with JPA: one context for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopApplicationTest {
    private static final Map<String, Object> PROPERTIES = Map.of(
            "spring.application.name", "shop",
            "server.port", "0",
            "spring.jpa.open-in-view", "false",
            "limbeck.scripts", "classpath:db/shop",
            "limbeck.endpoint.write", "true",
            "management.endpoints.web.exposure.include", "health,limbeck",
            "management.endpoint.health.show-details", "always");

    private final String url = Databases.h2();
    private ConfigurableApplicationContext context = start();

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(ShopApplication.class)
                .properties(PROPERTIES)
                .properties("spring.datasource.url=" + url)
                .run();
    }

    @BeforeAll
    void isRunning() {
        assertThat(context.isRunning()).isTrue();
    }

    @AfterAll
    void close() {
        context.close();
    }

    private HttpResponse<String> send(String path, String method) throws IOException, InterruptedException {
        String port = context.getEnvironment().getProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/" + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Content-Type", "application/json")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A bean that reads with JPA while it is made finds the newest schema. */
    @Test
    void theDatabaseIsUpToDateBeforeJpaNeedsIt() {
        assertThat(context.getBean(ShopApplication.FirstCustomer.class).name()).isEqualTo("Ada");
        assertThat(context.getBean(LimbeckInitializer.class).outcomes())
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.database()).isEqualTo("shop");
                    assertThat(outcome.decision()).isEqualTo(Decision.UPGRADE);
                    assertThat(outcome.applied()).containsExactly("4be1a09c77d2", "9c27d1e0b5f3");
                });
    }

    @Test
    void healthTellsStateAndVersions() throws Exception {
        HttpResponse<String> health = send("health", "GET");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body())
                .contains("\"limbeck\":{", "\"shop\":{\"state\":\"up-to-date\",\"current\":[\"9c27d1e0b5f3\"]");
    }

    @Test
    void theEndpointTellsRevisions() throws Exception {
        assertThat(send("limbeck", "GET").body())
                .startsWith("{\"databases\":{\"shop\":{\"kind\":\"h2\"")
                .contains("\"atStart\":\"migrate\"", "\"state\":\"up-to-date\"", "\"pending\":[]")
                .contains("\"revision\":\"4be1a09c77d2\",\"message\":\"feat: customers\",\"state\":\"applied\"");
        assertThat(send("limbeck/shop", "GET").statusCode()).isEqualTo(200);
        assertThat(send("limbeck/ship", "GET").statusCode()).isEqualTo(404);
    }

    @Test
    void theEndpointUpgradesWhereThatIsAllowed() throws Exception {
        HttpResponse<String> answer = send("limbeck/shop", "POST");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"applied\":[],\"current\":[\"9c27d1e0b5f3\"]}");
    }

    /** The second instance of an application logs three lines. */
    @Test
    void theNextStartTellsTheVersion() throws Exception {
        String output = Captured.outputOf(() -> {
            try (ConfigurableApplicationContext second = start()) {
                assertThat(second.getBean(LimbeckInitializer.class)
                                .outcomes()
                                .get(0)
                                .applied())
                        .isEmpty();
            }
            return "";
        });
        assertThat(output)
                .containsSubsequence(
                        "✅ shop database: version is already up to date",
                        "Current version: 9c27d1e0b5f3",
                        "Latest version: 9c27d1e0b5f3",
                        "the shop opens");
    }
}
