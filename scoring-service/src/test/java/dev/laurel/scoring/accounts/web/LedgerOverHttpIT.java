package dev.laurel.scoring.accounts.web;

import static dev.laurel.scoring.RunningScoringService.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.figures.Figure;
import dev.laurel.figures.FigureSource;
import dev.laurel.scoring.Deciding;
import dev.laurel.scoring.RunningScoringService;
import dev.laurel.servicetesting.ApiProbe;
import dev.laurel.testinfra.openapi.OpenApiContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class LedgerOverHttpIT {

    private static final RunningScoringService service = RunningScoringService.start();
    private static final ApiProbe api = service.api();

    @AfterAll
    static void stopService() {
        service.close();
    }

    private static Deciding program(String name) {
        RunningScoringService.publish(name);
        return new Deciding(name);
    }

    @Test
    void tellsWhatAMemberHas() {
        // Given
        Deciding club = program("wallets-club");

        // When
        decide(
                club.decided("ann", "e1", club.points("a", 30), club.points("b", "miles", 7)),
                club.decided("ann", "e2", club.points("c", -40)),
                club.reversed("ann", "e3", club.points("d", "miles", -7)));

        // Then
        assertThat(api.get("/v1/programs/wallets-club/members/ann/wallets").toString())
                .isEqualTo(
                        """
                        {"member":"ann","wallets":[\
                        {"wallet":"miles","available":0,"pending":0,"held":0,"lifetime":0},\
                        {"wallet":"stars","available":-10,"pending":0,"held":0,"lifetime":30}]}\
                        """);
    }

    @Test
    void tellsHowItCameAbout() {
        // Given
        Deciding club = program("ledger-club");

        // When
        decide(
                club.decided("ann", "e1", club.points("a", 30)),
                club.decided("ann", "e2", club.points("b", -40)));

        // Then
        JsonNode items = api.get("/v1/programs/ledger-club/members/ann/ledger").get("items");
        assertThat(items.size()).isEqualTo(2);
        JsonNode newest = items.get(0);
        assertThat(newest.get("sequence").asInt()).isEqualTo(2);
        assertThat(newest.get("points").asInt()).isEqualTo(-40);
        assertThat(newest.get("balance").asInt()).isEqualTo(-10);
        assertThat(newest.get("debit").asString()).isEqualTo("member");
        assertThat(newest.get("credit").asString()).isEqualTo("issuance:rule:base-earn");
        assertThat(newest.get("cause").toString())
                .isEqualTo("{\"kind\":\"rule\",\"id\":\"base-earn\"}");
        assertThat(newest.get("decision").asString()).isEqualTo(club.id("e2").toString());
        assertThat(newest.get("version").asInt()).isEqualTo(3);
        assertThat(newest.get("event").toString())
                .isEqualTo(
                        "{\"source\":\"/shop\",\"id\":\"e2\",\"time\":\"2011-11-30T22:30:00Z\"}");
        assertThat(newest.get("localDate").asString()).isEqualTo("2011-12-01");
    }

    @Test
    void pagesStayPutWhilePostingsAreAdded() {
        // Given
        Deciding club = program("pages-club");
        for (int i = 1; i <= 7; i++) {
            decide(club.decided("ann", "e" + i, club.points("p" + i, i)));
        }
        String ledger = "/v1/programs/pages-club/members/ann/ledger?limit=3";

        // When
        JsonNode page = api.get(ledger);
        List<Integer> sequences = new ArrayList<>(sequences(page));
        int added = 0;
        while (!page.get("next").isNull()) {
            decide(club.decided("ann", "later" + added, club.points("q" + added, 1)));
            added++;
            page = api.get(ledger + "&cursor=" + page.get("next").asString());
            sequences.addAll(sequences(page));
        }

        // Then
        assertThat(sequences).containsExactly(7, 6, 5, 4, 3, 2, 1);
        assertThat(added).isEqualTo(2);
    }

    private static List<Integer> sequences(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("sequence").asInt()).toList();
    }

    @Test
    void showsOneWalletIfAsked() {
        // Given
        Deciding club = program("filter-club");
        decide(club.decided("ann", "e1", club.points("a", 30), club.points("b", "miles", 7)));

        // When
        JsonNode page = api.get("/v1/programs/filter-club/members/ann/ledger?wallet=miles");

        // Then
        assertThat(sequences(page)).containsExactly(2);
    }

    @Test
    void leadsFromADecisionToItsPostings() {
        // Given
        Deciding club = program("decision-club");
        decide(
                club.decided("ann", "e1", club.points("a", 30), club.points("b", "miles", 7)),
                club.decided("ann", "e2", club.points("c", 1)));

        // When
        JsonNode postings =
                api.get(
                        "/v1/programs/decision-club/members/ann/ledger?decision=%s"
                                .formatted(club.id("e1")));

        // Then
        assertThat(postings.get("items").valueStream().map(item -> item.get("points").asInt()))
                .containsExactly(7, 30);
    }

    @Test
    void addsUpWhatTheProgramOwes() {
        // Given
        Deciding club = program("liability-club");

        // When
        decide(
                club.decided("ann", "e1", club.points("a", 30)),
                club.decided("bob", "e2", club.points("b", 50)),
                club.decided("cat", "e3", club.points("c", -15)),
                club.reversed("bob", "e4", club.points("d", -20)));

        // Then
        assertThat(api.get("/v1/programs/liability-club/ledger/liability").toString())
                .isEqualTo(
                        """
                        {"wallets":[{"wallet":"stars","outstanding":60,"held":0,"owed":15,"net":45,\
                        "issued":80,"takenBack":35,"spent":0,"members":3,"sum":0,"zeroSum":true}],\
                        "zeroSum":true}\
                        """);
    }

    @Test
    void keepsApartMembersWithTheSameIdInOtherPrograms() {
        // Given
        Deciding here = program("here-club");
        Deciding there = program("there-club");

        // When
        decide(
                here.decided("Ann/Ö 1", "e1", here.points("a", 30)),
                there.decided("Ann/Ö 1", "e1", there.points("a", 4)));

        // Then
        String wallets = "/v1/programs/%s/members/Ann%%2F%%C3%%96%%201/wallets";
        JsonNode found = api.get(wallets.formatted("here-club"));
        assertThat(found.get("member").asString()).isEqualTo("Ann/Ö 1");
        assertThat(found.at("/wallets/0/available").asInt()).isEqualTo(30);
        assertThat(api.get(wallets.formatted("there-club")).at("/wallets/0/available").asInt())
                .isEqualTo(4);
    }

    @Test
    void knowsNothingOfAMemberWithoutPoints() {
        // Given
        program("empty-club");

        // When
        JsonNode wallets = api.get("/v1/programs/empty-club/members/ann/wallets");
        JsonNode ledger = api.get("/v1/programs/empty-club/members/ann/ledger");
        JsonNode liability = api.get("/v1/programs/empty-club/ledger/liability");

        // Then
        assertThat(wallets.toString()).isEqualTo("{\"member\":\"ann\",\"wallets\":[]}");
        assertThat(ledger.toString()).isEqualTo("{\"items\":[],\"next\":null}");
        assertThat(liability.toString()).isEqualTo("{\"wallets\":[],\"zeroSum\":true}");
    }

    @Test
    void refusesAProgramThatWasNeverPublished() {
        for (String path :
                List.of(
                        "members/ann/wallets",
                        "members/ann/ledger",
                        "ledger/liability",
                        "holds/00000000-0000-0000-0000-000000000000")) {
            // When
            ApiProbe.Answer answer = api.ask("/v1/programs/nobodys-club/" + path);

            // Then
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.body().get("type").asString()).endsWith("/unknown-program");
        }
    }

    @Test
    void refusesACursorOfSomethingElse() {
        // Given
        program("cursor-club");

        // When
        ApiProbe.Answer answer =
                api.ask("/v1/programs/cursor-club/members/ann/ledger?cursor=AQEAA2Fubg");

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("type").asString()).endsWith("/invalid-cursor");
    }

    @Test
    void tellsTheOperatorThatAllIsWell() {
        // Given
        Deciding club = program("status-club");
        long before = api.get("/internal/status").get("postings").asLong();

        // When
        decide(club.decided("ann", "e1", club.points("a", 30), club.points("b", "miles", 7)));

        // Then
        JsonNode status = api.get("/internal/status");
        assertThat(status.get("postings").asLong()).isEqualTo(before + 2);
        assertThat(status.get("ledgerSum").asLong()).isZero();
        assertThat(status.get("outboxBacklog").isIntegralNumber()).isTrue();
        assertThat(api.get("/actuator/health/readiness").get("status").asString()).isEqualTo("UP");
        assertThat(service.bean("ledgerFigures", FigureSource.class).read())
                .contains(
                        new Figure("laurel.ledger.sum", Map.of(), 0),
                        points("stars", "issued", 30),
                        points("stars", "owed", 30),
                        points("miles", "issued", 7),
                        points("miles", "taken-back", 0));
    }

    private static Figure points(String wallet, String kind, double value) {
        return new Figure(
                "laurel.ledger.points",
                Map.of("program", "status-club", "wallet", wallet, "kind", kind),
                value);
    }

    @Test
    void hasExactlyThePromisedOperations() {
        // When
        Set<String> mapped = new TreeSet<>();
        service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info ->
                        info.getMethodsCondition()
                                .getMethods()
                                .forEach(method ->
                                        info.getPatternValues()
                                                .forEach(path -> mapped.add(method + " " + path))));

        // Then
        OpenApiContract.of("scoring-service").assertSameAs(mapped);
    }
}
