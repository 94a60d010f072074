package dev.laurel.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import dev.laurel.cli.platform.PlatformClient;
import dev.laurel.cli.replay.ReplayResult;
import dev.laurel.embedded.DataFolder;
import dev.laurel.embedded.DatabaseSettings;
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

    @TempDir static Path folder;

    private static Platform platform;
    private static PlatformClient client;
    private static EndState.Database database;

    @BeforeAll
    static void start() {
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
