package dev.laurel.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.gateway.Caller;
import dev.laurel.gateway.RunningGateway;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningGateway
class RoutingIT {

    private final Caller caller;

    @Autowired
    RoutingIT(Caller caller) {
        this.caller = caller;
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/programs/shop/members/ann/ledger, scoring-service",
        "/v1/programs/shop/members/ann/wallets, scoring-service",
        "/v1/programs/shop/members/ann/holds, scoring-service",
        "/v1/programs/shop/holds/0a/confirm, scoring-service",
        "/v1/programs/shop/ledger/liability, scoring-service",
        "/v1/programs/shop/members/ann/badges, badge-service",
        "/v1/badge-awards/6f1f6f3e-7a0c-5d7e-9b6e-0d1f4a1f2b3c, badge-service",
        "/v1/badge-awards/6f1f6f3e-7a0c-5d7e-9b6e-0d1f4a1f2b3c.jwt, badge-service",
        "/v1/badge-status-lists/0, badge-service",
        "/.well-known/did.json, badge-service",
        "/.well-known/jwks.json, badge-service",
        "/v1/programs/shop/members/ann/attributes, member-service",
        "/v1/programs/shop/members/ann/contact, member-service",
        "/v1/programs/shop/members/ann/consents, member-service",
        "/v1/programs/shop/members/ann/consents/history, member-service",
        "/v1/programs/shop/members/ann/erasure, member-service",
        "/v1/programs/shop/erasures, member-service",
        "/v1/programs/shop/members/ann/challenges/spring/enrolment, member-service",
        "/v1/programs/shop/leaderboards/monthly, leaderboard-service",
        "/v1/programs/shop/leaderboards/monthly/members/ann, leaderboard-service",
        "/v1/programs/shop/members/ann/ranks, leaderboard-service",
        "/v1/programs/shop, rules-service",
        "/v1/programs/shop/draft, rules-service",
        "/v1/programs/shop/versions/3, rules-service",
        "/v1/programs/shop/members/ann/decisions, rules-service",
        "/v1/programs/shop/members/ann/challenges, rules-service",
        "/v1/programs/shop/members/ann/streaks, rules-service",
        "/v1/programs/shop/teams/red/challenges, rules-service",
        "/v1/programs/shop/events/source/id, rules-service"
    })
    void passesARequestToTheServiceThatItIsFor(String path, String service) {
        JsonNode asked = caller.json(caller.get(path), 200);
        assertThat(asked.get("service").asString()).isEqualTo(service);
        assertThat(asked.get("path").asString()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/programs/shop/events/urn%3Atill%2F7%20a/id%2F1%25",
        "/v1/programs/shop/members/a%2Fb%5Cc%C3%BC/ledger",
        "/v1/programs/shop/members/a%2Fwallets%2Fb/badges"
    })
    void leavesEncodedPathsAsTheyAre(String path) {
        assertThat(caller.json(caller.get(path), 200).get("path").asString()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, ann",
        "PATCH, ann",
        "DELETE, ann",
        "PUT, import",
        "POST, import",
        "DELETE, import"
    })
    void whatIsSaidOfAMemberGoesToTheRegistry(String method, String member) {
        HttpResponse<String> response =
                caller.send(
                        method,
                        "/v1/programs/shop/members/" + member,
                        BodyPublishers.ofString("{}"));
        assertThat(caller.json(response, 200).get("service").asString())
                .isEqualTo("member-service");
    }

    @Test
    void nothingElseIsDoneToAMember() {
        caller.problem(
                caller.send("POST", "/v1/programs/shop/members/ann", BodyPublishers.noBody()),
                405,
                "method-not-allowed");
    }

    @Test
    void passesOnTheQuery() {
        // Given
        String query = "cursor=a%2Fb%26c&limit=3&at=2011-12-09T12%3A50%3A00%2B01%3A00";

        // When
        JsonNode asked = caller.json(caller.get("/v1/programs/shop/draft?" + query), 200);

        // Then
        assertThat(asked.get("query").asString().split("&"))
                .containsExactlyInAnyOrder(query.split("&"));
    }

    @Test
    void passesOnBodyAndHeadersBothWays() {
        // When
        HttpResponse<String> response =
                caller.send(
                        "PUT",
                        "/v1/programs/shop/draft",
                        BodyPublishers.ofString("name: Shöp"),
                        "Content-Type",
                        "application/yaml",
                        "If-Match",
                        "\"2\"");

        // Then
        JsonNode asked = caller.json(response, 200);
        assertThat(asked.get("method").asString()).isEqualTo("PUT");
        assertThat(asked.get("body").asString()).isEqualTo("name: Shöp");
        assertThat(asked.get("ifMatch").asString()).isEqualTo("\"2\"");
        assertThat(response.headers().firstValue("ETag")).hasValue("\"3\"");
    }

    @Test
    void passesOnWhichLanguagesTheReaderUnderstandsAndWhichOneTheAnswerIsIn() {
        // When
        HttpResponse<String> response =
                caller.send(
                        "GET",
                        "/v1/programs/shop/members/ann/challenges",
                        BodyPublishers.noBody(),
                        "Accept-Language",
                        "de-AT,en;q=0.5");

        // Then
        assertThat(caller.json(response, 200).get("languages").asString())
                .isEqualTo("de-AT,en;q=0.5");
        assertThat(response.headers().firstValue("Content-Language")).hasValue("de");
        assertThat(response.headers().allValues("Vary")).contains("Accept-Language");
    }

    @Test
    void saysWhichServiceDoesNotAnswer() {
        HttpResponse<String> response = caller.get("/v1/programs/shop/members/ann/profile");
        assertThat(caller.problem(response, 503, "service-down").get("detail").asString())
                .isEqualTo("Expected an answer from crm-connector, but there was none.");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void refusesATooLargeBodyWhoseLengthItLearnsOnTheWay() {
        byte[] body = new byte[2 * 1024 * 1024];
        caller.problem(
                caller.send(
                        "PUT",
                        "/v1/programs/shop/draft",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                        "Content-Type",
                        "application/yaml"),
                413,
                "body-too-large");
    }

    @ParameterizedTest
    @CsvSource({"/v1/nothing", "/", "/internal/status", "/v2/programs/shop"})
    void hasNothingElse(String path) {
        caller.problem(caller.get(path), 404, "no-such-route");
    }
}
