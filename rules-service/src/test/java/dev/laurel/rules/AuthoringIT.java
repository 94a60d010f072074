package dev.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.servicetesting.TopicProbe;
import dev.laurel.testinfra.openapi.OpenApiContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class AuthoringIT {

    @TempDir private static Path stateDir;
    private static RunningService service;
    private static Api api;

    @BeforeAll
    static void start() {
        service = RunningService.start(stateDir);
        api = service.api();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String program(String id, String name) {
        return """
        program: %s
        name: %s
        timeZone: Europe/London
        wallets:
          - { id: stars, overdraft: allow }
        events:
          visit: {}
        rules:
          - { id: welcome, on: visit, award: { stars: 1 } }
        """
                .formatted(id, name);
    }

    @Test
    void publishesAVersionToTheTopic() {
        // When
        JsonNode published = api.publish("topic-shop", program("topic-shop", "Shop")).json();

        // Then
        List<PublishedProgram> onTopic = new TopicProbe<>(Topics.PROGRAMS).values("topic-shop");
        assertThat(onTopic).hasSize(1);
        assertThat(onTopic.getFirst().version()).isEqualTo(1);
        assertThat(onTopic.getFirst().hash()).isEqualTo(published.get("hash").asString());
        assertThat(onTopic.getFirst().document()).containsEntry("name", "Shop");
        assertThat(api.get("/internal/status").text()).isEqualTo("{\"outboxBacklog\":0}");
    }

    @Test
    void answersFiveMistakesWithFiveProblemsAndTheirPlaces() {
        // Given
        api.putJson("/v1/programs/wrong-shop", "{\"name\": \"Wrong\"}", null);
        api.putYaml(
                "/v1/programs/wrong-shop/draft",
                """
                program: wrong-shop
                name: Wrong
                timeZone: Europe/Lndon
                wallets:
                  - { id: stars, overdraft: allow }
                events:
                  visit: { amount: double }
                rules:
                  - { id: a, on: vist, award: { stars: 1 } }
                  - { id: b, on: visit, when: event.data.amuont > 5.0, award: { stars: 1 } }
                  - { id: c, on: visit, award: { star: 1 } }
                badges:
                  - { id: d, name: D, when: metrics.nothing > 1 }
                """,
                null);

        // When
        Api.Answer refused = api.post("/v1/programs/wrong-shop/versions");

        // Then
        assertThat(refused.status()).isEqualTo(422);
        List<String> places =
                StreamSupport.stream(refused.json().get("errors").spliterator(), false)
                        .map(error -> error.get("pointer").asString())
                        .toList();
        assertThat(places)
                .containsExactlyInAnyOrder(
                        "/timeZone",
                        "/rules/0/on",
                        "/rules/1/when",
                        "/rules/2/award/star",
                        "/badges/0/when");
        assertThat(refused.text()).contains("'amount'", "column");
        assertThat(api.get("/v1/programs/wrong-shop/versions").json().get("items").size()).isZero();
    }

    @Test
    void goesBackToAnOlderVersion() {
        // Given
        api.publish("old-shop", program("old-shop", "First"));
        api.publish("old-shop", program("old-shop", "Second"));

        // When
        Api.Answer restored = api.post("/v1/programs/old-shop/versions/1/restore");

        // Then
        assertThat(restored.status()).isEqualTo(201);
        assertThat(restored.json().get("version").asInt()).isEqualTo(3);
        assertThat(restored.json().get("restoredFrom").asInt()).isEqualTo(1);
        assertThat(restored.json().get("hash"))
                .isEqualTo(api.get("/v1/programs/old-shop/versions/1").json().get("hash"));
        assertThat(api.get("/v1/programs/old-shop/draft").json().get("name").asString())
                .isEqualTo("First");
        assertThat(api.get("/v1/programs/old-shop").json().get("liveVersion").asInt()).isEqualTo(3);
        assertThat(api.get("/v1/programs/old-shop/versions?limit=2").json().get("next").isNull())
                .isFalse();
    }

    @Test
    void makesOneVersionOfOneDraftHoweverManyPublishIt() throws Exception {
        // Given
        api.publish("busy-shop", program("busy-shop", "First"));
        api.putYaml(
                "/v1/programs/busy-shop/draft",
                program("busy-shop", "Second"),
                api.get("/v1/programs/busy-shop/draft").etag());

        // When
        Callable<Integer> publish = () -> api.post("/v1/programs/busy-shop/versions").status();
        List<Integer> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers =
                    threads
                            .invokeAll(
                                    List.of(publish, publish, publish, publish, publish, publish))
                            .stream()
                            .map(Future::resultNow)
                            .toList();
        }

        // Then
        assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(api.get("/v1/programs/busy-shop").json().get("liveVersion").asInt())
                .isEqualTo(2);
    }

    @Test
    void letsNobodyChangeAPublishedVersion() {
        // Given
        api.publish("fixed-shop", program("fixed-shop", "Fixed"));
        JdbcClient jdbc = service.context().getBean(JdbcClient.class);

        // Then
        for (String sql :
                List.of(
                        "UPDATE program_version SET hash = repeat('0', 64)",
                        "DELETE FROM program_version",
                        "TRUNCATE program_version")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("Expected published versions to stay as they are");
        }
    }

    @Test
    void hasTheOperationsOfItsOpenApiDocument() {
        // Given
        Set<String> mapped = new TreeSet<>();
        service.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info ->
                        info.getMethodsCondition()
                                .getMethods()
                                .forEach(method ->
                                        info.getPatternValues()
                                                .forEach(path -> mapped.add(method + " " + path))));

        // Then
        OpenApiContract.of("rules-service").assertSameAs(mapped);
    }
}
