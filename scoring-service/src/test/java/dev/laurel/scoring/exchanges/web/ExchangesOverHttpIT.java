package dev.laurel.scoring.exchanges.web;

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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A hundred stars are three miles. */
class ExchangesOverHttpIT {

    private static final TopicProbe<PublishedProgram> PROGRAMS = new TopicProbe<>(Topics.PROGRAMS);
    private static final Instant LONG_AGO = Instant.parse("2011-11-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2111-01-01T00:00:00Z");
    private static final RunningScoringService service = RunningScoringService.start();
    private static final ApiProbe api = service.api();

    private final Instant inAMonth =
            Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);

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
                        "Europe/London",
                        "wallets",
                        List.of(Map.of("id", "stars"), Map.of("id", "miles")),
                        "exchanges",
                        List.of(
                                Map.of(
                                        "id",
                                        "stars-to-miles",
                                        "from",
                                        Map.of("wallet", "stars", "points", 100),
                                        "to",
                                        Map.of("wallet", "miles", "points", 3))));
        PROGRAMS.send(
                PROGRAMS.raw(name, new PublishedProgram(name, 3, "ab12", LONG_AGO, document)));
        await().until(() -> api.ask("/v1/programs/" + name + "/budgets").status() == 200);
        return new Deciding(name);
    }

    private static Answer exchange(String program, String key, long points) {
        return exchange(program, key, "stars-to-miles", points);
    }

    private static Answer exchange(String program, String key, String exchange, long points) {
        return api.post(
                "/v1/programs/%s/members/ann/exchanges".formatted(program),
                key,
                "{\"exchange\":\"%s\",\"points\":%d}".formatted(exchange, points));
    }

    private static List<String> wallets(String program) {
        return api.get("/v1/programs/%s/members/ann/wallets".formatted(program))
                .get("wallets")
                .valueStream()
                .map(wallet ->
                        "%s: %d available, %d lifetime"
                                .formatted(
                                        wallet.get("wallet").asString(),
                                        wallet.get("available").asLong(),
                                        wallet.get("lifetime").asLong()))
                .toList();
    }

    private static String slug(Answer answer) {
        String type = answer.body().get("type").asString();
        return answer.status() + " " + type.substring(type.lastIndexOf('/') + 1);
    }

    @Test
    void takesWhatExpiresFirstAndGivesWhatWasNotEarned() {
        // Given
        Deciding club = program("traveller-club");
        decide(
                club.decided(
                        "ann",
                        "e1",
                        club.points("a", 150),
                        club.points("b", 150, new Term(LONG_AGO, inAMonth))));

        // When
        Answer answer = exchange("traveller-club", "k1", 200);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.body().get("paid").toString())
                .isEqualTo("{\"wallet\":\"stars\",\"points\":200,\"balance\":100}");
        assertThat(answer.body().get("given").toString())
                .isEqualTo("{\"wallet\":\"miles\",\"points\":6,\"balance\":6}");
        assertThat(wallets("traveller-club"))
                .containsExactlyInAnyOrder(
                        "stars: 100 available, 300 lifetime", "miles: 6 available, 0 lifetime");
        JsonNode lots = api.get("/v1/programs/traveller-club/members/ann/lots").get("items");
        assertThat(lots.valueStream().filter(lot -> lot.path("open").asLong() > 0)).isEmpty();
        JsonNode books = api.get("/v1/programs/traveller-club/ledger/liability?known=" + NEVER);
        assertThat(books.get("zeroSum").asBoolean()).isTrue();
        assertThat(books.get("wallets").valueStream())
                .extracting(wallet ->
                        "%s: out %d, in %d, owed %d"
                                .formatted(
                                        wallet.get("wallet").asString(),
                                        wallet.get("exchangedOut").asLong(),
                                        wallet.get("exchangedIn").asLong(),
                                        wallet.get("net").asLong()))
                .containsExactly("miles: out 0, in 6, owed 6", "stars: out 200, in 0, owed 100");
    }

    @Test
    void isDoneOnceAndOnlyAtTheRateOfTheProgram() {
        // Given
        Deciding club = program("exact-club");
        decide(club.decided("ann", "e1", club.points("a", 250)));

        // When
        Answer first = exchange("exact-club", "k1", 100);
        Answer again = exchange("exact-club", "k1", 100);

        // Then
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(slug(exchange("exact-club", "k1", 200))).startsWith("422 ");
        assertThat(slug(exchange("exact-club", "k2", 150))).isEqualTo("422 invalid-content");
        assertThat(slug(exchange("exact-club", "k3", 0))).isEqualTo("422 invalid-content");
        assertThat(slug(exchange("exact-club", "k4", "miles-to-stars", 3)))
                .isEqualTo("422 invalid-content");
        assertThat(slug(exchange("exact-club", "k5", 200))).isEqualTo("409 insufficient-points");
        assertThat(wallets("exact-club"))
                .containsExactlyInAnyOrder(
                        "stars: 150 available, 250 lifetime", "miles: 3 available, 0 lifetime");
    }

    @Test
    void ofThoseThatRaceAsManyAreDoneAsThePointsAreGoodFor() throws Exception {
        // Given
        Deciding club = program("racing-club");
        decide(
                club.decided(
                        "ann",
                        "e1",
                        club.points("a", 550),
                        club.points("b", 500, new Term(LONG_AGO, inAMonth))));

        // When
        List<Future<Integer>> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            answers =
                    threads.invokeAll(
                            IntStream.range(0, 40)
                                    .<Callable<Integer>>mapToObj(i ->
                                            () -> exchange("racing-club", "k" + i, 100).status())
                                    .toList());
        }

        // Then
        assertThat(answers.stream().filter(answer -> answer.resultNow() == 201)).hasSize(10);
        assertThat(answers.stream().filter(answer -> answer.resultNow() == 409)).hasSize(30);
        assertThat(wallets("racing-club"))
                .containsExactlyInAnyOrder(
                        "stars: 50 available, 1050 lifetime", "miles: 30 available, 0 lifetime");
    }

    @Test
    void aReturnOfWhatIsExchangedMeetsTheWalletsPolicy() {
        // Given
        Deciding club = program("returning-traveller-club");
        decide(club.decided("ann", "e1", club.points("a", 100, new Term(LONG_AGO, inAMonth))));
        exchange("returning-traveller-club", "k1", 100);

        // When
        decide(club.reversed("ann", "e2", club.takeBack("r", 100, "a", Shortfall.ALLOW)));

        // Then
        assertThat(wallets("returning-traveller-club"))
                .containsExactlyInAnyOrder(
                        "stars: -100 available, 0 lifetime", "miles: 3 available, 0 lifetime");
        assertThat(
                        api.get(
                                        "/v1/programs/returning-traveller-club/ledger/liability?known="
                                                + NEVER)
                                .get("zeroSum")
                                .asBoolean())
                .isTrue();
    }
}
