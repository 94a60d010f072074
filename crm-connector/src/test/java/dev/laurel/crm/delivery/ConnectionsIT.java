package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.crm.RunningCrmConnector;
import dev.laurel.crm.delivery.ConnectionApi.Answer;
import dev.laurel.figures.Figure;
import dev.laurel.figures.FigureSource;
import dev.laurel.sandbox.http.SandboxServer;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connections over HTTP, and that their secrets stay where they are. */
@ExtendWith(OutputCaptureExtension.class)
class ConnectionsIT extends RunningCrmConnector {

    private static final String SECRET = "pat-na1-5ecre7-0f-the-5h0p";

    private SandboxServer server;
    private ConnectionApi api;

    @Autowired private JdbcClient jdbc;

    @Autowired
    @Qualifier("deliveryFigures")
    private FigureSource deliveryFigures;

    @BeforeEach
    void start() throws IOException {
        server = new SandboxServer(new HubSpotSandbox(SECRET), 0);
        publish("connected");
        api = new ConnectionApi(port(), "connected");
    }

    @AfterEach
    void stop() {
        api.delete("/crm", "*");
        server.close();
    }

    @Test
    void secretsAreInNoAnswerNoLogAndNotReadableInTheDatabase(CapturedOutput output) {
        // Given
        List<String> answers = new ArrayList<>();

        // When
        answers.add(api.put("/crm", "", body(SECRET)).body().toString());
        answers.add(api.get("/crm").body().toString());
        answers.add(api.get("").body().toString());
        answers.add(api.post("/crm/test").body().toString());
        answers.add(api.post("/crm/provision").body().toString());
        answers.add(
                api.put("/crm", "\"1\"", body(SECRET).replace("serviceKey", "unknown"))
                        .body()
                        .toString());
        answers.add(api.put("/crm", "\"1\"", body("wrong-" + SECRET)).body().toString());
        answers.add(api.post("/crm/test").body().toString());
        await().atMost(Duration.ofSeconds(40))
                .until(() ->
                        api.get("/crm/status").body().at("/state").asString().equals("denied"));
        answers.add(api.get("/crm/status").body().toString());

        // Then
        assertThat(String.join("\n", answers)).doesNotContain(SECRET);
        assertThat(output.getAll()).doesNotContain(SECRET);
        List<@Nullable String> tables =
                jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'crm'")
                        .query(String.class)
                        .list();
        assertThat(tables).contains("connection", "link", "failure");
        for (String table : tables) {
            assertThat(
                            jdbc.sql("SELECT t::text FROM crm.%s t".formatted(table))
                                    .query(String.class)
                                    .list())
                    .as(table)
                    .noneMatch(row -> row.contains(SECRET) || row.contains(hex(SECRET)));
        }
    }

    @Test
    void provisionsOnceHoweverOftenItIsAsked() {
        // Given
        api.put("/crm", "", body(SECRET));

        // When
        Answer missing = api.post("/crm/provision?dryRun=true");
        Answer first = api.post("/crm/provision");
        Answer second = api.post("/crm/provision");

        // Then
        assertThat(missing.body().at("/fields/0/field").asString()).isEqualTo("laurel_member_id");
        assertThat(missing.body().toString()).contains("MISSING").doesNotContain("CREATED");
        assertThat(first.body().toString()).contains("CREATED").doesNotContain("MISSING");
        assertThat(second.body().toString()).contains("PRESENT").doesNotContain("CREATED");
        assertThat(api.post("/crm/test").body().at("/ready").asBoolean()).isTrue();
    }

    @Test
    void tellsOperatorsOfBacklogAndQuota() {
        // Given
        api.put("/crm", "", body(SECRET));
        Map<String, String> tags = Map.of("program", "connected", "connection", "crm");

        // When
        List<Figure> figures = deliveryFigures.read();

        // Then
        assertThat(figures)
                .contains(
                        new Figure("laurel.crm.quota", tags, 200_000),
                        new Figure("laurel.crm.failures", tags, 0),
                        new Figure("laurel.crm.paused", tags, 0))
                .extracting(Figure::name)
                .contains("laurel.crm.calls", "laurel.crm.pending", "laurel.crm.pending.age");
    }

    @Test
    void aNewAddressNeedsItsOwnCredentials() {
        // Given
        Answer made = api.put("/crm", "", body(SECRET));
        String elsewhere = "{\"kind\": \"hubspot\", \"url\": \"http://127.0.0.1:1\"}";
        String same = "{\"kind\": \"hubspot\", \"url\": \"%s\"}".formatted(server.url());

        // Then
        assertThat(api.put("/crm", made.etag(), elsewhere).status()).isEqualTo(422);
        assertThat(api.put("/crm", made.etag(), same).status()).isEqualTo(200);
        assertThat(api.post("/crm/test").status()).isEqualTo(200);
    }

    @Test
    void saysEverythingThatIsWrong() {
        // When
        Answer answer =
                api.put(
                        "/crm",
                        "",
                        """
                        {"kind": "hubspot", "url": "ftp://x", "version": "v9"}
                        """);
        Answer fields =
                api.put(
                        "/crm",
                        "",
                        """
                        {"kind": "hubspot", "url": "%s", "version": "v9", "credentials": {"serviceKey": ""},
                         "fields": {"x": "wallets.stars", "laurel_member_id": "revision"},
                         "quota": {"callsPerDay": 0}}
                        """
                                .formatted(server.url()));
        Answer inbound =
                api.put(
                        "/crm",
                        "",
                        """
                        {"kind": "hubspot", "url": "%s",
                         "credentials": {"serviceKey": "k", "webhookSecret": "short"},
                         "inbound": {"memberField": "laurel_member_id",
                                     "fields": {"a": "attributes.x", "b": "attributes.x",
                                                "laurel_badges": "attributes.y", "c": "tier"},
                                     "events": {"d": "no type"}, "purchases": {"type": ""},
                                     "everyMinutes": 0, "webhookUrl": "/here"}}
                        """
                                .formatted(server.url()));
        Answer nothing =
                api.put(
                        "/crm",
                        "",
                        """
                        {"kind": "salesforce", "url": "%s",
                         "credentials": {"clientId": "a", "clientSecret": "b"},
                         "inbound": {"webhookUrl": "https://x.example"}}
                        """
                                .formatted(server.url()));

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(fields.body().path("errors").findValuesAsString("pointer"))
                .containsExactly(
                        "/version",
                        "/credentials/serviceKey",
                        "/fields/x",
                        "/fields/laurel_member_id",
                        "/quota/callsPerDay");
        assertThat(inbound.body().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/credentials/webhookSecret",
                        "/inbound/memberField",
                        "/inbound/fields/b",
                        "/inbound/fields/laurel_badges",
                        "/inbound/fields/c",
                        "/inbound/events/d",
                        "/inbound/purchases/type",
                        "/inbound/everyMinutes",
                        "/inbound/webhookUrl");
        assertThat(nothing.body().path("errors").findValuesAsString("pointer"))
                .containsExactly("/inbound/webhookUrl", "/inbound");
    }

    @Test
    void saysWhatIsTakenIn() {
        // Given
        String inbound =
                """
                {"memberField":"shop_member","fields":{"city":"attributes.city","age":"attributes.age as number"},\
                "events":{"stage":"stage-changed"},"purchases":{"type":"bought","fields":{"amount":"amount as number"}},\
                "everyMinutes":15,"webhookUrl":"https://hooks.example/x"}\
                """;

        // When
        api.put(
                "/crm",
                "",
                body(SECRET).replaceFirst("\\{", "{\"inbound\": %s, ".formatted(inbound)));

        // Then
        assertThat(api.get("/crm").body().path("inbound").toString()).isEqualTo(inbound);
        assertThat(api.put("/crm", "\"1\"", body(SECRET)).body().path("inbound").isNull()).isTrue();
    }

    @Test
    void nobodyOverwritesWhatHeHasNotSeen() {
        // Given
        api.put("/crm", "", body(SECRET));

        // Then
        assertThat(api.put("/crm", "", body(SECRET)).status()).isEqualTo(428);
        assertThat(api.put("/crm", "\"7\"", body(SECRET)).status()).isEqualTo(412);
        assertThat(api.put("/crm", "\"1\"", body(SECRET)).etag()).isEqualTo("\"2\"");
        assertThat(api.delete("/crm", "\"1\"").status()).isEqualTo(412);
        assertThat(api.delete("/crm", "\"2\"").status()).isEqualTo(204);
        assertThat(api.get("/crm").status()).isEqualTo(404);
    }

    private String body(String key) {
        return """
        {"kind": "hubspot", "url": "%s", "credentials": {"serviceKey": "%s"}}
        """
                .formatted(server.url(), key);
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        text.chars().forEach(it -> hex.append(Integer.toHexString(it)));
        return hex.toString();
    }
}
