package dev.laurel.scoring.budgets.web;

import static dev.laurel.scoring.RunningScoringService.decide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.budgets.BudgetAlert;
import dev.laurel.contracts.decisions.Budget;
import dev.laurel.contracts.decisions.Budget.Exhausted;
import dev.laurel.contracts.decisions.Shortfall;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.scoring.Deciding;
import dev.laurel.scoring.RunningScoringService;
import dev.laurel.servicetesting.ApiProbe;
import dev.laurel.servicetesting.TopicProbe;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BudgetsOverHttpIT {

    private static final TopicProbe<PublishedProgram> PROGRAMS = new TopicProbe<>(Topics.PROGRAMS);
    private static final TopicProbe<BudgetAlert> BUDGETS = new TopicProbe<>(Topics.BUDGETS);
    private static final Budget AUTUMN = new Budget("autumn", 100, Exhausted.TRIM);
    private static final RunningScoringService service = RunningScoringService.start();
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
                        "Europe/London",
                        "wallets",
                        List.of(Map.of("id", "stars")),
                        "budgets",
                        List.of(
                                Map.of("id", "autumn", "wallet", "stars", "amount", 100),
                                Map.of(
                                        "id",
                                        "winter",
                                        "wallet",
                                        "stars",
                                        "amount",
                                        50,
                                        "exhausted",
                                        "refuse")));
        PROGRAMS.send(
                PROGRAMS.raw(
                        name,
                        new PublishedProgram(
                                name, 3, "ab12", Instant.parse("2011-11-01T00:00:00Z"), document)));
        await().until(() -> api.ask(budgets(name)).status() == 200);
        return new Deciding(name);
    }

    private static String budgets(String program) {
        return "/v1/programs/%s/budgets".formatted(program);
    }

    @Test
    void showsWhatIsUsedAndWhatIsLeft() {
        // Given
        Deciding club = program("thrifty-club");

        // When
        decide(club.decided("ann", "e1", club.points("a", 60, AUTUMN)));
        decide(club.decided("bob", "e2", club.points("b", 30, AUTUMN)));

        // Then
        assertThat(api.get(budgets("thrifty-club")).toString())
                .isEqualTo(
                        """
                        {"program":"thrifty-club","budgets":[\
                        {"budget":"autumn","wallet":"stars","amount":100,"used":90,"left":10,\
                        "exhausted":"trim","told":80,"shortAwards":0,"shortPoints":0},\
                        {"budget":"winter","wallet":"stars","amount":50,"used":0,"left":50,\
                        "exhausted":"refuse","told":0,"shortAwards":0,"shortPoints":0}]}\
                        """);
    }

    @Test
    void showsEachPeriodOfABudgetThatIsFilledAnew() {
        // Given
        Map<String, Object> document =
                Map.of(
                        "program",
                        "monthly-club",
                        "timeZone",
                        "Europe/London",
                        "wallets",
                        List.of(Map.of("id", "stars")),
                        "budgets",
                        List.of(
                                Map.of(
                                        "id", "monthly", "wallet", "stars", "amount", 100, "period",
                                        "month")));
        PROGRAMS.send(
                PROGRAMS.raw(
                        "monthly-club",
                        new PublishedProgram(
                                "monthly-club",
                                3,
                                "ab12",
                                Instant.parse("2011-11-01T00:00:00Z"),
                                document)));
        await().until(() -> api.ask(budgets("monthly-club")).status() == 200);
        Deciding club = new Deciding("monthly-club");
        Budget november = new Budget("monthly@2011-11-01", 90, Exhausted.TRIM);
        Budget december = new Budget("monthly@2011-12-01", 100, Exhausted.TRIM);

        // When
        decide(
                club.decided("ann", "e1", club.points("a", 95, november)),
                club.decided("bob", "e2", club.points("b", 30, december)));
        decide(club.reversed("ann", "e3", club.takeBack("c", 20, "a", Shortfall.ALLOW)));

        // Then
        List<JsonNode> periods =
                api.get(budgets("monthly-club")).get("budgets").valueStream().toList();
        LocalDate thisMonth = LocalDate.now(ZoneId.of("Europe/London")).withDayOfMonth(1);
        assertThat(periods)
                .extracting(
                        it -> it.get("budget").asString(),
                        it -> it.get("period").asString(),
                        it -> it.get("from").asString(),
                        it -> it.get("amount").asInt(),
                        it -> it.get("used").asInt())
                .containsExactly(
                        tuple("monthly@" + thisMonth, "month", thisMonth.toString(), 100, 0),
                        tuple("monthly@2011-12-01", "month", "2011-12-01", 100, 30),
                        tuple("monthly@2011-11-01", "month", "2011-11-01", 90, 75));
        assertThat(
                        api.get(budgets("monthly-club") + "/monthly@2011-11-01/shortages")
                                .at("/items/0/granted")
                                .asInt())
                .isEqualTo(90);
    }

    @Test
    void tellsWhoGotTooLittleAndGivesAgainWhatReturnsBring() {
        // Given
        Deciding club = program("returning-club");

        // When
        decide(club.decided("ann", "e1", club.points("a", 60, AUTUMN)));
        decide(club.decided("bob", "e2", club.points("b", 60, AUTUMN)));
        decide(club.decided("cid", "e3", club.points("c", 60, AUTUMN)));

        // Then
        String shortages = budgets("returning-club") + "/autumn/shortages";
        assertThat(api.get(shortages + "?limit=1").at("/items/0/member").asString())
                .isEqualTo("cid");
        assertThat(api.get(shortages).get("items").valueStream())
                .extracting(
                        it -> it.get("member").asString(),
                        it -> it.get("asked").asInt(),
                        it -> it.get("granted").asInt(),
                        it -> it.get("cause").asString(),
                        it -> it.at("/event/id").asString())
                .containsExactly(
                        tuple("cid", 60, 0, "rule:base-earn", "e3"),
                        tuple("bob", 60, 40, "rule:base-earn", "e2"));
        assertThat(api.ask(budgets("returning-club") + "/spring/shortages").status())
                .isEqualTo(404);

        // When
        decide(
                club.reversed("ann", "r1", club.takeBack("d", 60, "a", Shortfall.ALLOW)),
                club.reversed("bob", "r2", club.takeBack("e", 15, "b", Shortfall.ALLOW)));
        decide(club.decided("dan", "e4", club.points("f", 10, AUTUMN)));

        // Then: of bob's, the 20 that he never got went first
        assertThat(api.get(budgets("returning-club")).at("/budgets/0/used").asInt()).isEqualTo(50);
        assertThat(wallet("bob")).isEqualTo(40);
        assertThat(wallet("ann")).isZero();
    }

    @Test
    void tellsOthersOfEveryShareOnce() {
        // Given
        Deciding club = program("telling-club");

        // When
        decide(club.decided("ann", "e1", club.points("a", 85, AUTUMN)));
        decide(club.decided("bob", "e2", club.points("b", 85, AUTUMN)));

        // Then
        await().untilAsserted(() ->
                assertThat(BUDGETS.values("telling-club"))
                        .extracting(
                                BudgetAlert::percent,
                                BudgetAlert::used,
                                BudgetAlert::amount,
                                BudgetAlert::version)
                        .containsExactly(
                                tuple(50, 85L, 100L, 3),
                                tuple(80, 85L, 100L, 3),
                                tuple(100, 100L, 100L, 3)));
    }

    private static long wallet(String member) {
        return api.get("/v1/programs/returning-club/members/%s/wallets".formatted(member))
                .at("/wallets/0/available")
                .asLong();
    }
}
