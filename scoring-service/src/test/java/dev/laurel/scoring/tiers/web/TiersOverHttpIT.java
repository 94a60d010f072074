package dev.laurel.scoring.tiers.web;

import static dev.laurel.scoring.RunningScoringService.decide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.ledger.LedgerCause;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.contracts.tiers.MemberTier;
import dev.laurel.scoring.Deciding;
import dev.laurel.scoring.RunningScoringService;
import dev.laurel.servicetesting.ApiProbe;
import dev.laurel.servicetesting.ApiProbe.Answer;
import dev.laurel.servicetesting.TopicProbe;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TiersOverHttpIT {

    private static final TopicProbe<PublishedProgram> PROGRAMS = new TopicProbe<>(Topics.PROGRAMS);
    private static final TopicProbe<MemberTier> TIERS = new TopicProbe<>(Topics.TIERS);
    private static final RunningScoringService service = RunningScoringService.start();
    private static final ApiProbe api = service.api();

    @AfterAll
    static void stopService() {
        service.close();
    }

    private static Deciding program(String name) {
        return program(name, "wallet", "stars");
    }

    /**
     * A program whose tiers go by something.
     *
     * @param kind {@code wallet} or {@code metric}
     */
    private static Deciding program(String name, String kind, String measure) {
        publish(name, 1, kind, measure);
        return new Deciding(name);
    }

    private static void publish(String name, int version, String kind, String measure) {
        Map<String, Object> document =
                Map.of(
                        "program",
                        name,
                        "timeZone",
                        "Europe/London",
                        "wallets",
                        List.of(Map.of("id", "stars"), Map.of("id", "sparks")),
                        "tiers",
                        Map.of(
                                kind,
                                measure,
                                "window",
                                "lifetime",
                                "levels",
                                List.of(
                                        Map.of("id", "bronze", "at", 0),
                                        Map.of(
                                                "id",
                                                "silver",
                                                "name",
                                                Map.of("en", "Silver"),
                                                "at",
                                                100,
                                                "award",
                                                Map.of("sparks", 7),
                                                "perks",
                                                List.of("lounge")),
                                        Map.of("id", "gold", "at", 500))));
        PROGRAMS.send(
                PROGRAMS.raw(
                        name,
                        new PublishedProgram(
                                name,
                                version,
                                "ab12",
                                Instant.parse("2011-11-01T00:00:00Z"),
                                document)));
        await().until(() -> {
            Answer answer = api.ask(member(name, "x") + "/tier");
            return answer.status() == 200
                    && answer.body().has(kind)
                    && answer.body().get(kind).asString().equals(measure);
        });
    }

    private static String member(String program, String member) {
        return "/v1/programs/%s/members/%s".formatted(program, member);
    }

    /** How many members each tier of a program has. */
    private static List<Integer> members(String tiers) {
        return api.get(tiers)
                .get("items")
                .valueStream()
                .map(item -> item.get("members").asInt())
                .toList();
    }

    @Test
    void tellsTheTierByAMetric() {
        // Given
        Deciding club = program("spend-club", "metric", "spend");

        // When
        decide(
                club.measuring("ann", "e1", "spend", "99.99"),
                club.measuring("bob", "e2", "spend", "100"),
                club.decided("eve", "e3", club.points("a", 10_000)));

        // Then
        await().until(() -> members("/v1/programs/spend-club/tiers").equals(List.of(1, 1, 0)));
        assertThat(api.get(member("spend-club", "ann") + "/tier").toString())
                .isEqualTo(
                        """
                        {"member":"ann",\
                        "tier":{"id":"bronze","name":"bronze","at":0,"perks":[]},\
                        "since":"2011-12-01",\
                        "metric":"spend","earned":99.99,\
                        "next":{"tier":{"id":"silver","name":{"en":"Silver"},"at":100,"perks":["lounge"]},"points":0.01}}\
                        """);
        assertThat(api.get(member("spend-club", "bob") + "/wallets").toString())
                .contains("{\"wallet\":\"sparks\",\"available\":7,");
    }

    @Test
    void countsWhatAMetricMeasuredBeforeTheTiersWentByIt() {
        // Given tiers by points, and a board by day over the metric
        Deciding club = program("changing-club");
        decide(club.measuring(1, "ann", "e1", "spend", "2011-11-20", "450.5"));

        // When
        publish("changing-club", 2, "metric", "spend");
        decide(club.measuring(2, "ann", "e2", "spend", "2011-12-01", "49.5"));

        // Then
        JsonNode ann = api.get(member("changing-club", "ann") + "/tier");
        assertThat(ann.at("/tier/id").asString()).isEqualTo("gold");
        assertThat(ann.get("earned").asInt()).isEqualTo(500);
    }

    @Test
    void aMetricThatBeginsAnewAndHasMeasuredNothingSinceLeavesNothingOfBefore() {
        // Given
        Deciding club = program("begun-club", "metric", "spend");
        decide(club.measuring("ann", "e1", "spend", "600"));

        // When
        decide(club.beginning("ann", "e2", "spend"));

        // Then
        JsonNode ann = api.get(member("begun-club", "ann") + "/tier");
        assertThat(ann.at("/tier/id").asString()).isEqualTo("bronze");
        assertThat(ann.get("earned").asInt()).isZero();
    }

    @Test
    void tellsTheTierAndWhatIsMissingForTheNext() {
        // Given
        Deciding club = program("tiers-club");

        // When
        JsonNode unknown = api.get(member("tiers-club", "eva") + "/tier");
        decide(club.decided("ann", "e1", club.points("a", 130)));

        // Then
        assertThat(unknown.toString())
                .isEqualTo(
                        """
                        {"member":"eva",\
                        "tier":{"id":"bronze","name":"bronze","at":0,"perks":[]},\
                        "wallet":"stars","earned":0,\
                        "next":{"tier":{"id":"silver","name":{"en":"Silver"},"at":100,"perks":["lounge"]},"points":100}}\
                        """);
        JsonNode ann = api.get(member("tiers-club", "ann") + "/tier");
        assertThat(ann.at("/tier/id").asString()).isEqualTo("silver");
        assertThat(ann.get("since").asString()).isEqualTo("2011-12-01");
        assertThat(ann.get("earned").asInt()).isEqualTo(130);
        assertThat(ann.at("/next/tier/id").asString()).isEqualTo("gold");
        assertThat(ann.at("/next/points").asInt()).isEqualTo(370);
        assertThat(ann.has("fall")).isFalse();
        JsonNode ladder = api.get("/v1/programs/tiers-club/tiers");
        assertThat(ladder.get("wallet").asString()).isEqualTo("stars");
        assertThat(ladder.at("/items/1/tier/name/en").asString()).isEqualTo("Silver");
        assertThat(members("/v1/programs/tiers-club/tiers")).containsExactly(0, 1, 0);
        assertThat(ladder.get("without").asInt()).isZero();
        assertThat(members("/v1/programs/tiers-club/tiers?at=2011-12-01")).containsExactly(0, 0, 0);
        assertThat(members("/v1/programs/tiers-club/tiers?at=2011-12-02")).containsExactly(0, 1, 0);
    }

    @Test
    void tellsOthersOfTheTierAndOfItsAward() {
        // Given
        Deciding club = program("told-club");

        // When
        decide(club.decided("ann", "e1", club.points("a", 130)));

        // Then
        await().untilAsserted(() ->
                assertThat(TIERS.values(club.key("ann")))
                        .singleElement()
                        .satisfies(told -> {
                            assertThat(told.tier()).isEqualTo("silver");
                            assertThat(told.previous()).isEqualTo("bronze");
                            assertThat(told.change()).isEqualTo(MemberTier.Change.RAISED);
                            assertThat(told.revision()).isEqualTo(1);
                            assertThat(told.day()).isEqualTo("2011-12-01");
                        }));
        assertThat(RunningScoringService.LEDGER.values(club.key("ann")))
                .extracting(it -> it.cause().toString(), it -> it.points())
                .containsExactly(
                        tuple(new LedgerCause(LedgerCause.Kind.RULE, "base-earn").toString(), 130L),
                        tuple(new LedgerCause(LedgerCause.Kind.TIER, "silver").toString(), 7L));
    }

    @Test
    void givesATierOnceForEachKey() {
        // Given
        program("invited-club");
        String path = member("invited-club", "ann") + "/tier-invitations";
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        String body =
                """
                {"tier":"gold","until":"%s","reason":"anniversary","actor":"boss"}\
                """
                        .formatted(today.plusDays(30));

        // When
        Answer first = api.post(path, "k1", body);
        Answer again = api.post(path, "k1", body);
        Answer other = api.post(path, "k1", body.replace("gold", "silver"));
        Answer unknown = api.post(path, "k2", body.replace("gold", "golt"));
        Answer past =
                api.post(
                        path,
                        "k3",
                        body.replace(today.plusDays(30).toString(), today.minusDays(1).toString()));
        Answer nobody = api.post(path, "k4", body.replace("boss", " "));

        // Then
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.body().get("now").asString()).isEqualTo("gold");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().at("/errors/0/pointer").asString()).isEqualTo("/tier");
        assertThat(past.body().at("/errors/0/pointer").asString()).isEqualTo("/until");
        assertThat(nobody.status()).isBetween(400, 422);
        JsonNode changes = api.get(member("invited-club", "ann") + "/tiers").get("items");
        assertThat(changes.size()).isEqualTo(1);
        assertThat(changes.at("/0/to").asString()).isEqualTo("gold");
        assertThat(changes.at("/0/invited").asBoolean()).isTrue();
        JsonNode ann = api.get(member("invited-club", "ann") + "/tier");
        assertThat(ann.at("/invitation/until").asString()).isEqualTo(today.plusDays(30).toString());
        assertThat(service.number("SELECT count(*) FROM tier_invitation")).isEqualTo(1);
    }

    @Test
    void pagesWhatAMemberWasToldNewestFirst() {
        // Given
        Deciding club = program("paged-club");
        decide(club.decided("ann", "e1", club.points("a", 100)));
        decide(club.decided("ann", "e2", club.points("b", 400)));

        // When
        JsonNode first = api.get(member("paged-club", "ann") + "/tiers?limit=1");
        JsonNode second =
                api.get(
                        member("paged-club", "ann")
                                + "/tiers?limit=1&cursor="
                                + first.get("next").asString());

        // Then
        assertThat(first.at("/items/0/to").asString()).isEqualTo("gold");
        assertThat(second.at("/items/0/to").asString()).isEqualTo("silver");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void saysWhenAProgramHasNone() {
        // Given
        RunningScoringService.publish("plain-club");
        await().until(() -> api.ask(member("plain-club", "ann") + "/wallets").status() == 200);

        // When
        Answer answer = api.ask(member("plain-club", "ann") + "/tier");

        // Then
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("type").asString()).endsWith("no-tiers");
    }
}
