package dev.laurel.scoring.reports.web;

import static dev.laurel.scoring.Deciding.through;
import static dev.laurel.scoring.RunningScoringService.decide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.Shortfall;
import dev.laurel.contracts.decisions.Term;
import dev.laurel.contracts.programs.PublishedProgram;
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

class ChannelsOverHttpIT {

    private static final TopicProbe<PublishedProgram> PROGRAMS = new TopicProbe<>(Topics.PROGRAMS);
    private static final Instant LONG_AGO = Instant.parse("2011-11-01T00:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** The day of the events in the program's zone. */
    private static final String DAY = "2011-12-01";

    private static final RunningScoringService service =
            RunningScoringService.start(Map.of("laurel.journal.slack", "0s"));
    private static final ApiProbe api = service.api();

    @AfterAll
    static void stopService() {
        service.close();
    }

    private static Deciding program(String name) {
        Map<String, Object> document =
                Map.of(
                        "program",
                        name,
                        "timeZone",
                        ZONE.getId(),
                        "wallets",
                        List.of(Map.of("id", "stars")),
                        "channels",
                        List.of("web", "store"));
        PROGRAMS.send(
                PROGRAMS.raw(name, new PublishedProgram(name, 1, "ab12", LONG_AGO, document)));
        await().until(() -> api.ask("/v1/programs/" + name + "/budgets").status() == 200);
        return new Deciding(name);
    }

    private static List<String> figures(String program, String from, String to) {
        return api.get(
                        "/v1/programs/%s/ledger/days?from=%s&to=%s&by=channel"
                                .formatted(program, from, to))
                .get("items")
                .valueStream()
                .map(day ->
                        "%s %s: issued %s, taken back %s, spent %s, refunded %s, expired %s"
                                .formatted(
                                        day.get("day").asString(),
                                        day.path("channel").asString("none"),
                                        day.get("issued"),
                                        day.get("takenBack"),
                                        day.get("spent"),
                                        day.get("refunded"),
                                        day.get("expired")))
                .toList();
    }

    @Test
    void whatIsTakenBackCountsWhereItWasGiven() {
        // Given
        Deciding club = program("channel-club");

        // When
        decide(
                through("web", club.decided("ann", "e1", club.points("a", 30))),
                through("store", club.decided("bob", "e2", club.points("b", 20))),
                club.decided("cid", "e3", club.points("c", 5)));
        decide(
                through(
                        "store",
                        club.reversed("ann", "e4", club.takeBack("d", 10, "a", Shortfall.ALLOW))),
                through(
                        "web",
                        club.reversed("cid", "e5", club.takeBack("f", 5, "c", Shortfall.ALLOW))));

        // Then
        assertThat(figures("channel-club", DAY, DAY))
                .containsExactly(
                        DAY + " store: issued 20, taken back 0, spent 0, refunded 0, expired 0",
                        DAY + " web: issued 30, taken back 10, spent 0, refunded 0, expired 0",
                        DAY + " none: issued 5, taken back 5, spent 0, refunded 0, expired 0");
        JsonNode together =
                api.get("/v1/programs/channel-club/ledger/days?from=%s&to=%s".formatted(DAY, DAY));
        assertThat(together.get("items").size()).isOne();
        assertThat(together.at("/items/0/issued").asInt()).isEqualTo(55);
        assertThat(together.at("/items/0").has("channel")).isFalse();
        assertThat(
                        service.jdbc()
                                .sql("SELECT count(*) FROM account_day_discrepancy")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void whatExpiresCountsWhereItWasGiven() {
        // Given
        Deciding club = program("expiring-channel-club");
        Instant given = Instant.parse("2011-11-30T22:30:00Z");
        Instant over = Instant.parse("2011-12-20T00:00:00Z");

        // When
        decide(
                through(
                        "web",
                        club.decided("ann", "e1", club.points("a", 30, new Term(given, over)))));

        // Then
        assertThat(figures("expiring-channel-club", "2011-12-20", "2011-12-20"))
                .containsExactly(
                        "2011-12-20 web: issued 0, taken back 0, spent 0, refunded 0, expired 30");
    }

    @Test
    void whatIsSpentCountsWhereTheHoldWasPlaced() {
        // Given
        Deciding club = program("spending-channel-club");
        decide(through("web", club.decided("ann", "e1", club.points("a", 30))));
        String api = "/v1/programs/spending-channel-club/";

        // When
        Answer placed =
                ChannelsOverHttpIT.api.post(
                        api + "members/ann/holds",
                        "order-1",
                        "{\"wallet\":\"stars\",\"points\":12,\"channel\":\"store\"}");
        String hold = api + "holds/" + placed.body().get("hold").asString();
        ChannelsOverHttpIT.api.post(hold + "/confirm", "order-1-paid", "{}");
        ChannelsOverHttpIT.api.post(hold + "/refund", "order-1-back", "{\"points\":2}");

        // Then
        assertThat(placed.body().get("channel").asString()).isEqualTo("store");
        String today =
                LocalDate.ofInstant(Instant.parse(placed.body().get("placedAt").asString()), ZONE)
                        .toString();
        assertThat(figures("spending-channel-club", today, today))
                .containsExactly(
                        today + " store: issued 0, taken back 0, spent 12, refunded 2, expired 0");
        await().untilAsserted(() ->
                assertThat(
                                ChannelsOverHttpIT.api
                                        .get(api + "ledger/journal")
                                        .get("items")
                                        .valueStream()
                                        .map(entry -> entry.get("channel").asString()))
                        .containsExactly("web", "store", "store", "store"));
    }

    @Test
    void refusesChannelsThatTheProgramDoesNotList() {
        // Given
        Deciding club = program("other-channel-club");
        decide(club.decided("ann", "e1", club.points("a", 30)));

        // When
        Answer hold =
                api.post(
                        "/v1/programs/other-channel-club/members/ann/holds",
                        "order-1",
                        "{\"wallet\":\"stars\",\"points\":12,\"channel\":\"shop\"}");
        Answer report =
                api.ask(
                        "/v1/programs/other-channel-club/ledger/days?from=%s&to=%s&by=shop"
                                .formatted(DAY, DAY));

        // Then
        assertThat(hold.status()).isEqualTo(422);
        assertThat(hold.body().at("/errors/0/message").asString())
                .isEqualTo("Expected one of [store, web], but there is no channel 'shop'.");
        assertThat(report.status()).isEqualTo(400);
        assertThat(report.body().at("/errors/0/message").asString())
                .isEqualTo("Expected 'channel' or nothing, but it was 'shop'.");
    }
}
