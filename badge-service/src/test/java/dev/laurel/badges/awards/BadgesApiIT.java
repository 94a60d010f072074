package dev.laurel.badges.awards;

import static dev.laurel.badges.awards.TestDecisions.issuing;
import static dev.laurel.badges.awards.TestDecisions.revoking;
import static dev.laurel.badges.awards.TestDecisions.timeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.laurel.badges.RunningBadgeService;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.servicetesting.ApiProbe;
import dev.laurel.servicetesting.GroupProbe;
import dev.laurel.servicetesting.TopicProbe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the service answers over HTTP. */
class BadgesApiIT extends RunningBadgeService {

    private final TopicProbe<Decision> decisions = new TopicProbe<>(Topics.DECISIONS);
    private final TopicProbe<PublishedProgram> programs = new TopicProbe<>(Topics.PROGRAMS);

    @Test
    void listsAMembersBadgesByTheNamesOfTheProgram() {
        // Given
        publish("names");
        send(
                issuing("names", "ann", "explorer", 1),
                issuing("names", "ann", "gone", 2),
                issuing("names", "ann", "gone", 3),
                issuing("names", "ann", "regular", 3),
                revoking("names", "ann", "regular", 4));

        // When
        JsonNode held = api().get("/v1/programs/names/members/ann/badges");
        JsonNode all = api().get("/v1/programs/names/members/ann/badges?include=revoked&limit=2");
        JsonNode rest =
                api().get(
                                "/v1/programs/names/members/ann/badges?include=revoked&limit=2&cursor="
                                        + all.get("next").asString());

        // Then
        assertThat(held.at("/items/0/name").asString()).isEqualTo("gone");
        assertThat(held.at("/items/0/times").asInt()).isEqualTo(2);
        assertThat(held.at("/items/1/times").asInt()).isEqualTo(1);
        assertThat(held.at("/items/1/name").asString()).isEqualTo("Explorer");
        assertThat(held.at("/items/1/description").asString()).isEqualTo("Found it.");
        assertThat(held.at("/items/1/firstIssuedAt").asString()).isEqualTo(timeOf(1).toString());
        assertThat(held.at("/items/1/cause/kind").asString()).isEqualTo("challenge");
        assertThat(held.get("items").size()).isEqualTo(2);
        assertThat(held.get("next").isNull()).isTrue();
        assertThat(all.at("/items/0/status").asString()).isEqualTo("revoked");
        assertThat(rest.at("/items/0/badge").asString()).isEqualTo("explorer");
        assertThat(rest.get("items").size()).isEqualTo(1);
    }

    @Test
    void countsTheHoldersOfEachBadge() {
        // Given
        publish("holders");
        send(
                issuing("holders", "ann", "explorer", 1),
                issuing("holders", "bob", "explorer", 1),
                issuing("holders", "bob", "regular", 2),
                revoking("holders", "bob", "regular", 3),
                revoking("holders", "cid", "regular", 4));

        // When
        JsonNode catalogue = api().get("/v1/programs/holders/badges");

        // Then
        assertThat(catalogue.get("items").toString())
                .isEqualTo(
                        """
                        [{"id":"explorer","name":"Explorer","description":"Found it.","criteria":null,\
                        "hidden":false,"holders":2,"rarity":0.6667,\
                        "image":"/v1/programs/holders/badges/explorer/image"},\
                        {"id":"regular","name":"Regular","description":null,"criteria":null,\
                        "hidden":false,"holders":0,"rarity":0.0,\
                        "image":"/v1/programs/holders/badges/regular/image"}]\
                        """);
    }

    @Test
    void showsAnAwardToAnybodyWithoutTheMember() {
        // Given
        publish("public");
        send(issuing("public", "ann", "explorer", 1));

        // When
        JsonNode award = api().get("/v1/badge-awards/" + publicId("public", "ann", "explorer"));

        // Then
        assertThat(award.get("name").asString()).isEqualTo("Explorer");
        assertThat(award.toString()).doesNotContain("ann");
    }

    @Test
    void nobodyFindsAnAwardByTheIdThatFollowsFromTheMembers() {
        // Given
        publish("guess");
        send(issuing("guess", "ann", "explorer", 1));

        // When
        var guessed = AwardId.of(new Holder("guess", "ann"), "explorer");

        // Then
        assertThat(api().ask("/v1/badge-awards/" + guessed).status()).isEqualTo(404);
        assertThat(publicId("guess", "ann", "explorer").version()).isEqualTo(4);
        assertThat(api().get("/v1/programs/guess/members/ann/badges").at("/items/0/award"))
                .hasToString('"' + publicId("guess", "ann", "explorer").toString() + '"');
    }

    @Test
    void tellsWhatBecameOfABadgeAndWhy() {
        // Given
        publish("history");
        send(
                issuing("history", "ann", "explorer", 1),
                issuing("history", "ann", "explorer", 2),
                issuing("history", "ann", "regular", 3),
                revoking("history", "ann", "explorer", 4),
                revoking("history", "ann", "explorer", 5));
        String path = "/v1/programs/history/members/ann/badges/explorer/history";

        // When
        JsonNode latest = api().get(path + "?limit=3");
        JsonNode first = api().get(path + "?limit=3&cursor=" + latest.get("next").asString());

        // Then
        assertThat(latest.get("items").valueStream())
                .extracting(
                        item -> item.get("sequence").asInt(),
                        item -> item.get("change").asString(),
                        item -> item.get("status").asString(),
                        item -> item.get("reason").asString())
                .containsExactly(
                        tuple(
                                5,
                                "revoked",
                                "revoked",
                                "What challenge spring gave no longer holds."),
                        tuple(
                                4,
                                "revoked",
                                "issued",
                                "What challenge spring gave no longer holds."),
                        tuple(2, "issued", "issued", "Earned by challenge spring."));
        assertThat(first.get("items").size()).isEqualTo(1);
        assertThat(first.at("/items/0/happenedAt").asString()).isEqualTo(timeOf(1).toString());
        assertThat(first.at("/items/0/decision").asString()).hasSize(36);
        assertThat(first.get("next").isNull()).isTrue();
    }

    @Test
    void showsAllBadgesWithThoseThatTheMemberHas() {
        // Given
        publish("album");
        send(issuing("album", "ann", "regular", 1), issuing("album", "bob", "secret", 1));

        // When
        JsonNode anns = api().get("/v1/programs/album/members/ann/badges/collection");
        JsonNode bobs = api().get("/v1/programs/album/members/bob/badges/collection");

        // Then
        assertThat(badges(anns)).containsExactly("explorer", "regular");
        assertThat(anns.get("held").asInt()).isEqualTo(1);
        assertThat(anns.at("/items/0/award").isNull()).isTrue();
        assertThat(anns.at("/items/0/earnedBy").toString())
                .isEqualTo("[{\"kind\":\"challenge\",\"id\":\"spring\"}]");
        assertThat(anns.at("/items/1/award").asString())
                .isEqualTo(publicId("album", "ann", "regular").toString());
        assertThat(badges(bobs)).containsExactly("explorer", "regular", "secret");
    }

    @Test
    void listsMostAndLeastEarnedAndHidesWhatIsHidden() {
        // Given
        publish("order");
        send(
                issuing("order", "ann", "regular", 1),
                issuing("order", "ann", "secret", 1),
                issuing("order", "bob", "secret", 1));

        // Then
        String path = "/v1/programs/order/badges?include=hidden";
        assertThat(ids(api().get(path))).containsExactly("explorer", "regular", "secret");
        assertThat(ids(api().get(path + "&sort=most-earned")))
                .containsExactly("secret", "regular", "explorer");
        assertThat(ids(api().get(path + "&sort=least-earned")))
                .containsExactly("explorer", "regular", "secret");
        assertThat(ids(api().get("/v1/programs/order/badges?sort=most-earned")))
                .containsExactly("regular", "explorer");
        assertThat(api().get("/v1/programs/order/badges/secret").get("rarity").asDouble())
                .isEqualTo(1.0);
    }

    private static List<String> ids(JsonNode catalogue) {
        return catalogue.get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }

    private static List<String> badges(JsonNode collection) {
        return collection
                .get("items")
                .valueStream()
                .map(item -> item.get("badge").asString())
                .toList();
    }

    @Test
    void aMemberWithoutBadgesHasAnEmptyList() {
        // Given
        publish("nobody");

        // When
        JsonNode page = api().get("/v1/programs/nobody/members/nobody/badges");

        // Then
        assertThat(page.toString()).isEqualTo("{\"items\":[],\"next\":null}");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/programs/nowhere/badges, 404, unknown-program",
        "/v1/programs/nowhere/members/ann/badges, 404, unknown-program",
        "/v1/programs/problems/members/ann/badges?include=all, 400, invalid-parameter",
        "/v1/programs/problems/members/ann/badges?cursor=abc, 400, invalid-cursor",
        "/v1/programs/problems/badges?sort=best, 400, invalid-parameter",
        "/v1/programs/problems/badges?include=all, 400, invalid-parameter",
        "/v1/programs/problems/badges/none, 404, unknown-badge",
        "/v1/programs/nowhere/badges/none/image, 404, unknown-program",
        "/v1/programs/nowhere/members/ann/badges/collection, 404, unknown-program",
        "/v1/badge-awards/6c84fb90-12c4-11e1-840d-7b25c5ee775a.jwt, 404, unknown-badge-award",
        "/v1/badge-awards/6c84fb90-12c4-11e1-840d-7b25c5ee775a.svg, 404, unknown-badge-award",
        "/v1/badge-awards/6c84fb90-12c4-11e1-840d-7b25c5ee775a, 404, unknown-badge-award",
        "/v1/badge-awards/not-an-id, 400, invalid-parameter"
    })
    void saysWhatIsWrong(String path, int status, String problem) {
        // Given
        publish("problems");

        // When
        ApiProbe.Answer answer = api().ask(path);

        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.body().get("type").asString())
                .isEqualTo("https://laurel.dev/problems/" + problem);
    }

    @Test
    void saysWhatWaitsInTheOutbox() {
        await().untilAsserted(() ->
                assertThat(api().get("/internal/status").get("outboxBacklog").asLong()).isZero());
    }

    private void send(Decision... sent) {
        for (Decision each : sent) {
            decisions.send(decisions.raw(each.program() + "/" + each.member(), each));
        }
        new GroupProbe("laurel-badges", Topics.DECISIONS).awaitCaughtUp();
    }

    private void publish(String program) {
        Map<String, Object> document =
                Map.of(
                        "badges",
                        List.of(
                                Map.of(
                                        "id",
                                        "explorer",
                                        "name",
                                        "Explorer",
                                        "description",
                                        "Found it."),
                                Map.of("id", "regular", "name", "Regular"),
                                Map.of("id", "secret", "hidden", true)),
                        "challenges",
                        List.of(Map.of("id", "spring", "award", Map.of("badge", "explorer"))));
        programs.send(
                programs.raw(
                        program,
                        new PublishedProgram(program, 1, "cafe", Instant.EPOCH, document)));
        await().until(() -> api().ask("/v1/programs/" + program + "/badges").status() == 200);
    }
}
