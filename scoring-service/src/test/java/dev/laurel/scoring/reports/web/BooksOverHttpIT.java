package dev.laurel.scoring.reports.web;

import static dev.laurel.scoring.RunningScoringService.decide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.scoring.Deciding;
import dev.laurel.scoring.RunningScoringService;
import dev.laurel.servicetesting.ApiProbe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BooksOverHttpIT {

    private static final RunningScoringService service =
            RunningScoringService.start(Map.of("laurel.journal.slack", "0s"));
    private static final ApiProbe api = service.api();

    @AfterAll
    static void stopService() {
        service.close();
    }

    private static Deciding program(String name) {
        RunningScoringService.publish(name);
        return new Deciding(name);
    }

    /** The event that all decisions are about happened at 2011-11-30T22:30:00Z. */
    private static Instant lastBooking(String program) {
        return Instant.parse(
                service.jdbc()
                        .sql(
                                """
                                SELECT to_char(max(recorded_at) AT TIME ZONE 'UTC',
                                               'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                                FROM posting WHERE program = ?
                                """)
                        .param(program)
                        .query(String.class)
                        .single());
    }

    @Test
    void tellsWhatWeKnewThenAndWhatWeKnowNow() {
        // Given
        Deciding club = program("books-club");
        decide(club.decided("ann", "e1", club.points("a", 30)));
        Instant then = lastBooking("books-club");
        decide(
                club.decided("bob", "e2", club.points("b", 50), club.points("c", "miles", 4)),
                club.reversed("ann", "e3", club.points("d", -20)));

        // When
        String liability = "/v1/programs/books-club/ledger/liability";
        JsonNode knewThen = api.get("%s?at=%s&known=%s".formatted(liability, then, then));
        JsonNode knowNow = api.get("%s?at=%s".formatted(liability, then));
        JsonNode before = api.get(liability + "?at=2011-11-30T22:29:59Z");
        JsonNode knewBefore = api.get(liability + "?known=2011-11-30T22:30:00Z");

        // Then
        assertThat(knewThen.at("/wallets").toString())
                .isEqualTo(
                        """
                        [{"wallet":"stars","net":30,"issued":30,"takenBack":0,"spent":0,"refunded":0,\
                        "expired":0,"exchangedOut":0,"exchangedIn":0,"breakage":null,"accounts":[\
                        {"account":"issuance:rule:base-earn","debits":30,"credits":0,"balance":-30},\
                        {"account":"member","debits":0,"credits":30,"balance":30}],\
                        "sum":0,"zeroSum":true}]\
                        """);
        assertThat(knowNow.at("/wallets").valueStream().map(it -> it.get("net").asInt()))
                .containsExactly(4, 60);
        assertThat(knowNow.at("/wallets/1/takenBack").asInt()).isEqualTo(20);
        assertThat(knowNow.get("zeroSum").asBoolean()).isTrue();
        assertThat(knowNow.get("complete").asBoolean()).isFalse();
        assertThat(before.at("/wallets").size()).isZero();
        assertThat(knewBefore.at("/wallets").size()).isZero();
        assertThat(knewBefore.get("complete").asBoolean()).isTrue();
    }

    @Test
    void tellsWhatAMemberHadThen() {
        // Given
        Deciding club = program("member-books-club");
        decide(club.decided("ann", "e1", club.points("a", 30)));
        Instant then = lastBooking("member-books-club");
        decide(
                club.decided("ann", "e2", club.points("b", 12)),
                club.decided("bob", "e3", club.points("c", 7)));

        // When
        String balances = "/v1/programs/member-books-club/members/ann/ledger/balances";
        JsonNode knewThen = api.get("%s?known=%s".formatted(balances, then));
        JsonNode now = api.get(balances);

        // Then
        assertThat(knewThen.at("/wallets/0/net").asInt()).isEqualTo(30);
        assertThat(now.at("/wallets").toString())
                .isEqualTo(
                        """
                        [{"wallet":"stars","net":42,"accounts":[\
                        {"account":"issuance:rule:base-earn","debits":42,"credits":0,"balance":-42},\
                        {"account":"member","debits":0,"credits":42,"balance":42}]}]\
                        """);
    }

    @Test
    void tellsWhatMovedPerDayInTheProgramsZone() {
        // Given
        Deciding club = program("days-club");
        decide(
                club.decided("ann", "e1", club.points("a", 30)),
                club.reversed("ann", "e2", club.points("b", -10)));

        // When
        JsonNode days = api.get("/v1/programs/days-club/ledger/days?from=2011-11-30&to=2011-12-01");
        JsonNode dayBefore =
                api.get("/v1/programs/days-club/ledger/days?from=2011-11-30&to=2011-11-30");

        // Then
        assertThat(days.toString())
                .isEqualTo(
                        """
                        {"items":[{"day":"2011-12-01","wallet":"stars","issued":30,"takenBack":10,\
                        "spent":0,"refunded":0,"expired":0,"accounts":[\
                        {"account":"issuance:rule:base-earn","debits":30,"credits":10,"balance":-20},\
                        {"account":"member","debits":10,"credits":30,"balance":20}]}]}\
                        """);
        assertThat(dayBefore.get("items").size()).isZero();
    }

    @Test
    void refusesARangeOfDaysThatIsNone() {
        // Given
        program("no-days-club");

        // When
        ApiProbe.Answer backwards =
                api.ask("/v1/programs/no-days-club/ledger/days?from=2011-12-01&to=2011-11-30");
        ApiProbe.Answer tooLong =
                api.ask("/v1/programs/no-days-club/ledger/days?from=2011-01-01&to=2012-01-02");
        ApiProbe.Answer longest =
                api.ask("/v1/programs/no-days-club/ledger/days?from=2011-01-01&to=2012-01-01");

        // Then
        assertThat(backwards.status()).isEqualTo(400);
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.body().at("/errors/0/pointer").asString()).isEqualTo("?to");
        assertThat(longest.status()).isEqualTo(200);
    }

    @Test
    void whatIsExportedAddsUpToTheBalances() {
        // Given
        Deciding club = program("export-club");
        String formula = "=cmd|' /C calc'!A0";
        decide(
                club.decided("ann", "e1", club.points("a", 30), club.points("b", "miles", 7)),
                club.decided(formula, "e2", club.points("c", 50)),
                club.reversed("ann", "e3", club.points("d", -40)));
        String journal = "/v1/programs/export-club/ledger/journal";
        await().until(() -> api.get(journal).get("items").size() == 4);

        // When
        String csv = api.text(journal + ".csv");
        List<JsonNode> pages = new ArrayList<>();
        JsonNode page = api.get(journal + "?limit=3");
        pages.addAll(page.get("items").valueStream().toList());
        while (!page.get("next").isNull()) {
            page = api.get(journal + "?limit=3&cursor=" + page.get("next").asString());
            pages.addAll(page.get("items").valueStream().toList());
        }

        // Then
        String[] lines = csv.split("\r\n", 0);
        assertThat(lines).hasSize(5);
        assertThat(lines[0]).startsWith("posting,recorded_at,event_time,local_date,program,wallet");
        assertThat(csv).contains(",'" + formula + ",").doesNotContain("," + formula);
        Map<String, Long> fromCsv = new HashMap<>();
        Map<String, Long> fromJson = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(",", -1);
            long amount = Long.parseLong(cells[10]);
            fromCsv.merge(cells[5] + " " + cells[8], -amount, Long::sum);
            fromCsv.merge(cells[5] + " " + cells[9], amount, Long::sum);
            JsonNode entry = pages.get(i - 1);
            assertThat(entry.get("posting").asString()).isEqualTo(cells[0]);
            String wallet = entry.get("wallet").asString() + " ";
            fromJson.merge(wallet + entry.get("debit").asString(), -amount, Long::sum);
            fromJson.merge(wallet + entry.get("credit").asString(), amount, Long::sum);
        }
        assertThat(pages).hasSize(4);
        assertThat(fromCsv)
                .isEqualTo(
                        Map.of(
                                "stars member", 40L,
                                "miles member", 7L,
                                "stars issuance:rule:base-earn", -40L,
                                "miles issuance:rule:base-earn", -7L));
        assertThat(fromJson).isEqualTo(fromCsv);
        assertThat(
                        api.get("/v1/programs/export-club/ledger/liability")
                                .at("/wallets/1/net")
                                .asInt())
                .isEqualTo(40);
    }

    @Test
    void refusesARangeOfTheJournalThatIsNone() {
        // Given
        program("no-journal-club");

        // When
        ApiProbe.Answer answer =
                api.ask(
                        "/v1/programs/no-journal-club/ledger/journal?from=2011-12-01T00:00:00Z&to=2011-11-30T00:00:00Z");

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo("?to");
        assertThat(api.ask("/v1/programs/nobodys-club/ledger/journal.csv").status()).isEqualTo(404);
    }
}
