package dev.laurel.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.laurel.cli.platform.PlatformClient;
import dev.laurel.cli.replay.ReplayResult;
import dev.laurel.embedded.DataFolder;
import dev.laurel.embedded.DatabaseSettings;
import dev.laurel.embedded.Folders;
import dev.laurel.embedded.LoopbackPorts;
import dev.laurel.standalone.endtoend.BoardsOfTheShop.Place;
import dev.laurel.standalone.logging.PlatformLog;
import dev.laurel.standalone.platform.Platform;
import dev.laurel.standalone.platform.PlatformSettings;
import dev.laurel.standalone.sandboxes.CrmFigures;
import dev.laurel.standalone.sandboxes.SandboxedCrms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole way of a year of real events, from HTTP to balances, badges and boards. */
class PlatformIT {

    private static final long SEED = 20_111_209;

    private static final Path TRACES = Path.of("target/traces");

    @TempDir static Path folder;

    private static Platform platform;
    private static PlatformClient client;
    private static EndState.Database database;

    /** Too low for a request to be chosen: only what a caller traces is traced. */
    private static final Map<String, String> TRACING =
            Map.of("LAUREL_TRACING_RATE", "1e-9", "LAUREL_TRACING_FOLDER", "target/traces");

    @BeforeAll
    static void start() throws IOException {
        TRACING.forEach(System::setProperty);
        Folders.delete(TRACES);
        PlatformLog.start(Path.of("target/platform-it.log"), false);
        platform =
                new Platform(
                        DataFolder.open(folder),
                        new PlatformSettings(
                                "127.0.0.1",
                                LoopbackPorts.free(),
                                DatabaseSettings.Durability.NONE));
        platform.start();
        client = new PlatformClient(platform.url());
        database =
                new EndState.Database(
                        platform.jdbcUrl(),
                        platform.databaseUsername(),
                        platform.databasePassword());
    }

    @AfterAll
    static void stop() {
        client.close();
        platform.close();
        TRACING.keySet().forEach(System::clearProperty);
    }

    @Test
    void everyCustomersStarsAreWhatTheInvoicesSayHoweverOftenAndInWhateverOrderTheyArrive()
            throws Exception {
        // Given
        SampleEvents events = SampleEvents.read();
        Club club = new Club(client, "retail-club");
        club.publish();

        // When
        ReplayResult result = club.replay(events);

        // Then
        assertThat(result.accepted()).isEqualTo(22_190);
        Map<String, Long> expected = Invoices.starsByCustomer();
        assertThat(expected).hasSize(4_372);
        assertThat(starsOverHttp(club, expected)).isEqualTo(expected);
        // Bought 74,215 jars and gave all of them back, see the data's README.
        assertThat(expected).containsEntry("12346", 0L);
        assertThat(database.sumOverAllAccounts("retail-club")).isZero();

        creditsAreWhatTheInvoicesSayAtTheEndOfEveryMonth(club);
        tiersAreWhatTheInvoicesSay(club);
        monthlyBoardsAreWhatTheInvoicesSayTiesIncluded(club);
        replayedAgainNothingChanges(club, events);
        Club shuffled = shuffledWithATenthTwiceTheEndStateIsTheSame(events);
        longestStreaksAreWhatTheInvoicesSay(shuffled, expected.keySet());
        club.boardsAreWhatTheLedgerSays();
        shuffled.boardsAreWhatTheLedgerSays();
    }

    @Test
    void anEventIsDecidedWithWhatWasSaidOfItsMemberBeforeItWasSent() throws IOException {
        // Given
        Club club = new Club(client, "registry-club");
        club.publish(
                """
                program: registry-club
                name: Registry
                timeZone: Europe/London
                wallets: [ { id: stars, overdraft: allow } ]
                events: { visit: { nth: int } }
                rules:
                  - { id: known, on: visit, when: member.attributes.nth >= event.data.nth, award: { stars: 1 } }
                """);

        // When
        for (int visit = 1; visit <= 20; visit++) {
            club.say("ann", "{\"attributes\": {\"nth\": %d}}".formatted(visit));
            club.visit("ann", visit);
        }

        // Then
        club.settle();
        assertThat(club.stars("ann")).isEqualTo(20);
        assertThat(club.member("ann").at("/attributes/attributes/nth").asInt()).isEqualTo(20);
    }

    @Test
    void anybodyVerifiesABadgeUntilTheReturnOfItsPurchaseRevokesIt() throws Exception {
        // Given
        Club club = new Club(client, "badge-club");
        club.publish(
                """
                program: badge-club
                name: Badges
                timeZone: Europe/London
                wallets: [ { id: stars } ]
                events:
                  purchase: { amount: double }
                  return: { purchase: string, reverses: { event: purchase, by: event.data.purchase } }
                metrics: [ { id: spend, on: purchase, value: sum(event.data.amount) } ]
                badges: [ { id: patron, name: Patron, criteria: Spend a hundred., when: metrics.spend >= 100 } ]
                """);
        club.send("purchase", "customer-4711", "{\"amount\": 120.0}");
        club.settle();
        BadgeVerifier verifier = new BadgeVerifier(platform.url());
        String award = club.member("customer-4711").at("/badges/0/award").asString();

        // When
        JsonNode credential = verifier.verified(verifier.get("/v1/badge-awards/" + award + ".jwt"));

        // Then
        assertThat(credential.at("/credentialSubject/achievement/name").asString())
                .isEqualTo("Patron");
        assertThat(credential.path("iss").asString())
                .isEqualTo("did:web:localhost%3A" + platform.url().getPort());
        assertThat(verifier.isRevoked(credential)).isFalse();
        assertThat(verifier.get("/v1/badge-awards/" + award))
                .contains("<meta property=\"og:title\" content=\"Patron\">", "Spend a hundred.")
                .doesNotContain("4711");

        // When
        club.send("return", "customer-4711", "{\"purchase\": \"purchase-of-customer-4711\"}");
        club.settle();

        // Then
        assertThat(verifier.isRevoked(credential)).isTrue();
    }

    @Test
    void aBoardCanBeWatchedThroughTheDoor() throws Exception {
        // Given
        Club club = new Club(client, "watched-club");
        club.publish(
                """
                program: watched-club
                name: Watched
                timeZone: Europe/London
                wallets: [ { id: stars } ]
                events: { visit: { nth: int } }
                rules: [ { id: seen, on: visit, award: { stars: 1 } } ]
                leaderboards: [ { id: visits, of: stars } ]
                """);
        List<String> shown = new CopyOnWriteArrayList<>();
        URI updates =
                URI.create(
                        platform.url() + "/v1/programs/watched-club/leaderboards/visits/updates");

        // When
        try (HttpClient watching = HttpClient.newHttpClient()) {
            var _ =
                    watching.sendAsync(
                                    HttpRequest.newBuilder(updates).build(),
                                    HttpResponse.BodyHandlers.ofLines())
                            .thenAcceptAsync(
                                    answer ->
                                            answer.body()
                                                    .filter(line -> line.startsWith("data:"))
                                                    .forEach(shown::add),
                                    task -> Thread.ofVirtual().start(task));
            await().until(() -> shown.size() == 1);
            club.visit("ann", 1);

            // Then
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> shown.getLast().contains("\"member\":\"ann\""));
            watching.shutdownNow();
        }
        assertThat(shown.getFirst()).contains("\"items\":[]");
    }

    @Test
    void thePrizeOfASealedBoardIsInTheLedgerAndAmongTheBadges() throws Exception {
        // Given
        database.promisePrizes("prize-club", "visits");
        Club club = new Club(client, "prize-club");
        club.publish(
                """
                program: prize-club
                timeZone: Europe/London
                wallets: [ { id: stars }, { id: gems } ]
                events: { visit: { nth: int } }
                rules: [ { id: seen, on: visit, award: { stars: 1 } } ]
                badges: [ { id: champion } ]
                leaderboards:
                  - id: visits
                    of: stars
                    period: month
                    seal: { after: PT0S }
                    prizes: [ { places: 1-3, award: { gems: 500, badge: champion } } ]
                """);

        // When
        club.visit("ann", 1);

        // Then
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> {
                    JsonNode ann = club.member("ann");
                    assertThat(ann.at("/badges/0/badge").asString()).isEqualTo("champion");
                    assertThat(ann.path("wallets").valueStream())
                            .extracting(
                                    wallet -> wallet.path("wallet").asString(),
                                    wallet -> wallet.path("available").asLong())
                            .contains(tuple("gems", 500L));
                });
        club.settle();
        String base = "/v1/programs/prize-club/";
        JsonNode prize =
                client.get(base + "leaderboards/visits/seals/2011-12/prizes").body().at("/items/0");
        String event = "events/%2Flaurel%2Fleaderboard-service/" + prize.path("event").asString();
        JsonNode decided = client.get(base + event).body();
        assertThat(decided.path("status").asString()).isEqualTo("decided");
        assertThat(decided.at("/decisions/0/points/0/points").asLong()).isEqualTo(500);
        assertThat(client.get(base + "members/ann/ledger").body().path("items").valueStream())
                .extracting(entry -> entry.path("cause").path("kind").asString())
                .contains("leaderboard");
        assertThat(database.sumOverAllAccounts("prize-club")).isZero();
    }

    @Test
    void contactsInTheSandboxesOfAllThreeCrmsAreWhatTheMembersAre() throws Exception {
        // Given
        Club club = new Club(client, "crm-club");
        club.publish();
        SampleEvents events = new SampleEvents(SampleEvents.read().lines().subList(0, 1_000));
        List<String> members = List.of("17850", "13047", "12583", "12431");

        // When
        List<CrmFigures> figures;
        String page;
        try (SandboxedCrms crms =
                SandboxedCrms.connect(client, "crm-club", members, Duration.ofSeconds(60))) {
            club.replay(events);
            figures = crms.settled(Duration.ofSeconds(90));
            page = textOf(figures.getFirst().page());
            aPurchaseIsOneTraceFromThePostToTheWriteInEachCrm("crm-club", members.getFirst());
        }

        // Then
        assertThat(figures)
                .extracting(CrmFigures::crm)
                .containsExactly("hubspot", "salesforce", "dynamics");
        assertThat(figures)
                .allSatisfy(each -> {
                    assertThat(each.linked()).isEqualTo(4);
                    assertThat(each.equal()).isEqualTo(4);
                    assertThat(each.written()).isBetween(4L, each.changes());
                    assertThat(each.calls()).isPositive();
                });
        assertThat(page).contains("Sandbox in place of HubSpot", "laurel_stars_available");
        assertThat(client.get("/v1/programs/crm-club/crm-connections").body().path("items"))
                .isEmpty();
    }

    private static void aPurchaseIsOneTraceFromThePostToTheWriteInEachCrm(
            String program, String member) throws Exception {
        // Given
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String till = "00f067aa0ba902b7";

        // When
        try (HttpClient sender = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    sender.send(
                            HttpRequest.newBuilder(
                                            platform.url()
                                                    .resolve(
                                                            "/v1/programs/"
                                                                    + program
                                                                    + "/events?import=true"))
                                    .header("content-type", "application/cloudevents+json")
                                    .header("traceparent", "00-%s-%s-01".formatted(trace, till))
                                    .POST(HttpRequest.BodyPublishers.ofString(purchaseBy(member)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        }

        // Then
        List<String> wayByTheLedger =
                List.of(
                        "gateway: http post /v1/programs/{program}/events",
                        "gateway: laurel.events send",
                        "rules-service: decide",
                        "scoring-service: laurel.decisions process",
                        "scoring-service: laurel.ledger send",
                        "crm-connector: laurel.ledger process",
                        "crm-connector: crm write");
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> {
                    Trace read = Trace.read(TRACES, trace);
                    assertThat(read.waysTo("crm write"))
                            .filteredOn(wayByTheLedger::equals)
                            .hasSizeGreaterThanOrEqualTo(3);
                    assertThat(read.beginnings()).containsExactly(till);
                    assertThat(read.waysTo("laurel.decisions process"))
                            .extracting(List::getLast)
                            .contains(
                                    "rules-service: laurel.decisions process",
                                    "badge-service: laurel.decisions process",
                                    "crm-connector: laurel.decisions process");
                    assertThat(read.waysTo("laurel.ledger process"))
                            .extracting(List::getLast)
                            .contains("leaderboard-service: laurel.ledger process");
                });
    }

    private static String purchaseBy(String member) {
        return """
        {"specversion": "1.0", "id": "traced-1", "source": "/tills/1", "type": "purchase",
         "subject": "%s", "time": "2011-12-09T12:50:00Z",
         "data": {"amount": 42.0, "currency": "GBP", "country": "United Kingdom", "items": []}}
        """
                .formatted(member);
    }

    private static String textOf(URI page) throws Exception {
        try (HttpClient reader = HttpClient.newHttpClient()) {
            return reader.send(
                            HttpRequest.newBuilder(page).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static void creditsAreWhatTheInvoicesSayAtTheEndOfEveryMonth(Club club)
            throws IOException {
        CreditsOfTheShop expected = new CreditsOfTheShop();
        List<Instant> instants =
                IntStream.rangeClosed(1, 18)
                        .mapToObj(month -> LocalDate.of(2010, 12, 1).plusMonths(month))
                        .map(day -> day.atStartOfDay(ZoneId.of("Europe/London")).toInstant())
                        .collect(Collectors.toCollection(ArrayList::new));
        instants.add(Instant.parse("2011-12-10T00:00:00Z"));
        for (Instant instant : instants) {
            assertThat(club.balances("credits", instant))
                    .as("as of %s", instant)
                    .isEqualTo(expected.asOf(instant));
        }
        assertThat(expected.asOf(Instant.parse("2011-12-10T00:00:00Z")))
                .containsExactly(
                        entry("expired", 283_133L),
                        entry("member", 508_455L),
                        entry("pending", 67_184L),
                        entry("written-off", -36_035L));
    }

    private static void tiersAreWhatTheInvoicesSay(Club club) throws IOException, SQLException {
        LocalDate after = LocalDate.of(2011, 12, 10);
        TiersOfTheShop expected = new TiersOfTheShop();
        Set<String> different = new TreeSet<>(database.endState("retail-club").tiers());
        for (Map.Entry<String, String> member : expected.asOf(after).entrySet()) {
            String tier = member.getKey() + "|" + member.getValue();
            if (!different.remove(tier)) {
                different.add(tier);
            }
        }
        assertThat(different).isEmpty();
        assertThat(club.membersByTier("")).isEqualTo(expected.membersByTier(after));
        for (LocalDate day = LocalDate.of(2011, 1, 1);
                day.isBefore(after);
                day = day.plusMonths(1)) {
            assertThat(club.membersByTier("?at=" + day))
                    .as("as of %s", day)
                    .isEqualTo(expected.membersByTier(day));
        }
        assertThat(expected.membersByTier(after))
                .containsExactly(
                        entry("bronze", 2_740L), entry("gold", 263L), entry("silver", 1_368L));
    }

    private static void monthlyBoardsAreWhatTheInvoicesSayTiesIncluded(Club club)
            throws IOException {
        // Given
        BoardsOfTheShop expected = new BoardsOfTheShop();
        club.publishWithBoard("{ id: level, of: stars, period: month, ties: shared, top: 1000 }");

        // Then
        assertThat(expected.months()).hasSize(13);
        for (Map.Entry<YearMonth, List<Place>> month : expected.months().entrySet()) {
            List<Place> places = month.getValue();
            assertThat(club.board("monthly", month.getKey()))
                    .as("monthly in %s", month.getKey())
                    .isEqualTo(places.stream().limit(100).map(it -> place(it.rank(), it)).toList());
            assertThat(club.board("level", month.getKey()))
                    .as("level in %s", month.getKey())
                    .isEqualTo(
                            places.stream()
                                    .filter(it -> it.sharedRank() <= 1000)
                                    .map(it -> place(it.sharedRank(), it))
                                    .toList());
            assertThat(places).anyMatch(it -> it.rank() != it.sharedRank());
        }
        YearMonth november = YearMonth.of(2011, 11);
        List<Place> all = Objects.requireNonNull(expected.months().get(november));
        for (int index = 50; index < all.size() - 50; index += 101) {
            assertThat(club.around("monthly", november, all.get(index).customer(), 50))
                    .isEqualTo(
                            all.subList(index - 50, index + 51).stream()
                                    .map(it -> place(it.rank(), it))
                                    .toList());
        }
    }

    /** As {@link Club#board} writes it. */
    private static String place(long rank, Place place) {
        return "%d %s %d %s".formatted(rank, place.customer(), place.score(), place.reachedAt());
    }

    private static void replayedAgainNothingChanges(Club club, SampleEvents events)
            throws Exception {
        // Given
        EndState before = database.endState("retail-club");
        long postings = database.postings("retail-club");

        // When
        club.replay(events);

        // Then
        assertThat(database.endState("retail-club")).isEqualTo(before);
        assertThat(database.postings("retail-club")).isEqualTo(postings);
    }

    private static Club shuffledWithATenthTwiceTheEndStateIsTheSame(SampleEvents events)
            throws Exception {
        // Given
        System.out.println("Shuffled with seed " + SEED);
        Club other = new Club(client, "shuffled-club");
        other.publishWith(
                """
                streaks:
                  - { id: daily, on: purchase, every: day }
                  - { id: weekly, on: purchase, every: week }
                """);

        // When
        other.replay(events.shuffledWithATenthTwice(SEED));

        // Then
        EndState inOrder = database.endState("retail-club");
        EndState shuffled = database.endState("shuffled-club");
        assertThat(shuffled.balances()).isEqualTo(inOrder.balances());
        assertThat(shuffled.badges()).isEqualTo(inOrder.badges());
        assertThat(shuffled.tiers()).isEqualTo(inOrder.tiers());
        assertThat(shuffled.scores()).isEqualTo(inOrder.scores());
        assertThat(database.sumOverAllAccounts("shuffled-club")).isZero();
        return other;
    }

    /**
     * Against figures that were computed from the invoices without Laurel, see RetailStreaksTest.
     */
    private static void longestStreaksAreWhatTheInvoicesSay(Club club, Set<String> customers)
            throws IOException {
        // When
        Map<Integer, Set<String>> daily = new TreeMap<>();
        Map<Integer, Set<String>> weekly = new TreeMap<>();
        for (String customer : customers) {
            Map<String, Integer> longest = club.longestStreaks(customer);
            daily.computeIfAbsent(longest.getOrDefault("daily", 0), days -> new TreeSet<>())
                    .add(customer);
            weekly.computeIfAbsent(longest.getOrDefault("weekly", 0), weeks -> new TreeSet<>())
                    .add(customer);
        }

        // Then
        Map<Integer, Integer> byDays = new TreeMap<>();
        daily.forEach((days, members) -> byDays.put(days, members.size()));
        assertThat(byDays).isEqualTo(Map.of(0, 33, 1, 4188, 2, 142, 3, 6, 4, 1, 6, 2));
        assertThat(daily)
                .containsEntry(6, Set.of("12748", "14911"))
                .containsEntry(4, Set.of("14156"));
        assertThat(weekly)
                .containsEntry(49, Set.of("14606", "17841"))
                .containsEntry(27, Set.of("14911"));
        assertThat(weekly.keySet()).allMatch(weeks -> weeks <= 27 || weeks == 49);
    }

    private static Map<String, Long> starsOverHttp(Club club, Map<String, Long> customers)
            throws IOException {
        Map<String, Long> stars = new HashMap<>();
        for (String customer : customers.keySet()) {
            stars.put(customer, club.stars(customer));
        }
        return stars;
    }
}
