package dev.laurel.scoring.accounts.web;

import static dev.laurel.scoring.RunningScoringService.decide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.decisions.Shortfall;
import dev.laurel.contracts.decisions.Term;
import dev.laurel.scoring.Deciding;
import dev.laurel.scoring.RunningScoringService;
import dev.laurel.servicetesting.ApiProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Points that are pending, active and expired, as callers see them. */
class TermsOverHttpIT {

    private static final RunningScoringService service = RunningScoringService.start();
    private static final ApiProbe api = service.api();
    private static final Instant LONG_AGO = Instant.parse("2011-12-14T22:30:00Z");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Instant inAWeek = now.plus(Duration.ofDays(7));
    private final Instant inAMonth = now.plus(Duration.ofDays(30));

    @AfterAll
    static void stopService() {
        service.close();
    }

    private static Deciding program(String name) {
        RunningScoringService.publish(name);
        return new Deciding(name);
    }

    @Test
    void tellsWhatIsPendingAndWhatExpiresNext() {
        // Given
        Deciding club = program("terms-club");

        // When
        decide(
                club.decided(
                        "ann",
                        "e1",
                        club.points("a", 30, new Term(inAWeek, inAMonth)),
                        club.points("b", 5, new Term(LONG_AGO, inAWeek)),
                        club.points("c", 2, new Term(LONG_AGO, null)),
                        club.points("d", 1)));

        // Then
        assertThat(wallet("terms-club"))
                .isEqualTo(
                        """
                        {"wallet":"stars","available":8,"pending":30,"held":0,"lifetime":38,\
                        "expiring":{"at":"%s","points":5}}\
                        """
                                .formatted(inAWeek));
        assertThat(values(api.get("/v1/programs/terms-club/members/ann/lots?limit=2"), "given"))
                .containsExactly("5", "30");
        JsonNode lots = api.get("/v1/programs/terms-club/members/ann/lots").get("items");
        assertThat(lots.size()).isEqualTo(3);
        assertThat(lots.get(1).get("lot").asString()).isEqualTo(club.id("a").toString());
        assertThat(lots.get(1).get("activatesAt").asString()).isEqualTo(inAWeek.toString());
        assertThat(lots.get(1).get("pending").asInt()).isEqualTo(30);
        assertThat(lots.get(2).has("expiresAt")).isFalse();
    }

    @Test
    void takesBackWhatIsPending() {
        // Given
        Deciding club = program("pending-club");
        decide(
                club.decided("ann", "e1", club.points("a", 30, new Term(inAWeek, inAMonth))),
                club.decided("ann", "e2", club.points("b", 7)));

        // When
        decide(club.reversed("ann", "e3", club.takeBack("c", 20, "a", Shortfall.FORBID)));

        // Then
        assertThat(wallet("pending-club"))
                .startsWith(
                        "{\"wallet\":\"stars\",\"available\":7,\"pending\":10,\"held\":0,\"lifetime\":17");
    }

    @Test
    void letsPointsWaitForAnEvent() {
        // Given
        Deciding club = program("delivery-club");
        Term waiting = new Term(null, null, "delivered");
        Term atMost = new Term(inAWeek, inAMonth, "delivered");
        decide(
                club.decided(
                        "ann", "e1", club.points("a", 30, waiting), club.points("b", 5, atMost)));
        JsonNode before = api.get("/v1/programs/delivery-club/members/ann/lots").get("items");
        String pending = wallet("delivery-club");

        // When
        Term delivered = new Term(LONG_AGO, inAMonth, "delivered");
        decide(club.activating("ann", "e2", delivered, "a", "b", "given nothing"));
        decide(club.activating("ann", "e3", new Term(inAWeek, null, "delivered"), "a", "b"));

        // Then
        assertThat(pending).startsWith("{\"wallet\":\"stars\",\"available\":0,\"pending\":35");
        assertThat(before.valueStream().map(lot -> lot.get("until").asString()).toList())
                .containsExactly("delivered", "delivered");
        assertThat(before.get(1).has("activatesAt")).isFalse();
        assertThat(wallet("delivery-club"))
                .isEqualTo(
                        """
                        {"wallet":"stars","available":35,"pending":0,"held":0,"lifetime":35,\
                        "expiring":{"at":"%s","points":35}}\
                        """
                                .formatted(inAMonth));
        JsonNode ledger = api.get("/v1/programs/delivery-club/members/ann/ledger");
        assertThat(values(ledger, "debit").subList(0, 2)).containsExactly("pending", "pending");
        assertThat(ledger.get("items").get(0).get("cause").toString())
                .isEqualTo("{\"kind\":\"term\",\"id\":\"activation\"}");
        assertThat(ledger.get("items").get(0).get("event").get("id").asString()).isEqualTo("e2");
    }

    @Test
    void keepsPointsOfActiveMembersFromExpiring() {
        // Given
        Deciding club = program("sliding-club");
        Instant inADay = now.plus(Duration.ofDays(1));
        decide(club.decided("ann", "e1", club.points("a", 30, sliding(inADay))));
        String before = wallet("sliding-club");

        // When
        decide(club.active("ann", "e2", now, inAMonth));
        decide(club.active("ann", "e3", LONG_AGO, inAWeek));

        // Then
        assertThat(before).contains("\"expiring\":{\"at\":\"%s\"".formatted(inADay));
        assertThat(wallet("sliding-club"))
                .contains("\"expiring\":{\"at\":\"%s\",\"points\":30}".formatted(inAMonth));
        JsonNode lots = api.get("/v1/programs/sliding-club/members/ann/lots").get("items");
        assertThat(lots.get(0).get("expiresAt").asString()).isEqualTo(inAMonth.toString());
    }

    @Test
    void givesBackWhatHadNotExpiredAfterAll() {
        // Given
        Deciding club = program("late-club");
        Instant end = LONG_AGO.plus(Duration.ofDays(100));
        decide(club.decided("ann", "e1", club.points("a", 30, sliding(end))));
        String expired = wallet("late-club");

        // When: at its end is too late.
        decide(club.active("ann", "e2", end, inAWeek));
        String still = wallet("late-club");
        decide(club.active("ann", "e3", end.minusMillis(1), end.plusMillis(1)));

        // Then
        assertThat(expired).contains("\"available\":0");
        assertThat(still).contains("\"available\":0");
        assertThat(wallet("late-club"))
                .contains("\"available\":30")
                .contains("\"expiring\":{\"at\":\"%s\",\"points\":30}".formatted(inAWeek));
        assertThat(values(api.get("/v1/programs/late-club/members/ann/ledger"), "debit"))
                .startsWith("expired", "member");
    }

    private static Term sliding(Instant end) {
        return new Term(LONG_AGO, end, null, true);
    }

    @Test
    void saysWhatCouldNotBeTaken() {
        // Given
        Deciding club = program("forbid-club");
        decide(club.decided("ann", "e1", club.points("a", 30, new Term(LONG_AGO, inAMonth))));
        hold("forbid-club", 25);

        // When
        decide(club.reversed("ann", "e3", club.takeBack("c", 30, "a", Shortfall.FORBID)));

        // Then
        assertThat(wallet("forbid-club"))
                .isEqualTo(
                        "{\"wallet\":\"stars\",\"available\":0,\"pending\":0,\"held\":25,\"lifetime\":0}");
        JsonNode ledger = api.get("/v1/programs/forbid-club/members/ann/ledger");
        assertThat(values(ledger, "debit")).contains("uncollected", "member");
        assertThat(api.get("/v1/programs/forbid-club/ledger/liability").get("zeroSum").asBoolean())
                .isTrue();
    }

    @Test
    void makesPointsActiveAndExpiresThemAtTheirInstants() {
        // Given
        Deciding club = program("instants-club");
        Instant soon = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        Instant then = soon.plusSeconds(3);
        decide(club.decided("ann", "e1", club.points("a", 30, new Term(soon, then))));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> wallet("instants-club").contains("\"available\":30,\"pending\":0"));
        assertThat(Instant.now()).isAfterOrEqualTo(soon);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> wallet("instants-club").contains("\"available\":0,\"pending\":0"));
        assertThat(Instant.now()).isAfterOrEqualTo(then);

        // Then: the job books it.
        String ledger = "/v1/programs/instants-club/members/ann/ledger";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> values(api.get(ledger), "credit").contains("expired"));
        JsonNode expiry = api.get(ledger).get("items").get(0);
        assertThat(expiry.get("cause").toString())
                .isEqualTo("{\"kind\":\"term\",\"id\":\"expiry\"}");
        assertThat(expiry.get("event").get("time").asString()).isEqualTo(then.toString());
        assertThat(expiry.get("event").get("id").asString()).isEqualTo(club.id("a").toString());
        JsonNode liability =
                api.get("/v1/programs/instants-club/ledger/liability").get("wallets").get(0);
        assertThat(liability.get("issued").asInt()).isEqualTo(30);
        assertThat(liability.get("takenBack").asInt()).as("expired is not taken back").isZero();
        assertThat(liability.get("zeroSum").asBoolean()).isTrue();
    }

    private static void hold(String program, long points) {
        api.post(
                "/v1/programs/%s/members/ann/holds".formatted(program),
                "hold-" + points,
                "{\"wallet\":\"stars\",\"points\":%d}".formatted(points));
    }

    private static String wallet(String program) {
        return api.get("/v1/programs/%s/members/ann/wallets".formatted(program))
                .get("wallets")
                .get(0)
                .toString();
    }

    private static List<String> values(JsonNode page, String field) {
        return page.get("items").valueStream().map(item -> item.get(field).asString()).toList();
    }
}
