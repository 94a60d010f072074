package dev.laurel.scoring.crashes;

import static dev.laurel.scoring.RunningScoringService.DECISIONS;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.Budget;
import dev.laurel.contracts.decisions.Budget.Exhausted;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.Shortfall;
import dev.laurel.contracts.decisions.Term;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.scoring.Deciding;
import dev.laurel.servicetesting.ApiProbe;
import dev.laurel.servicetesting.ApiProbe.Answer;
import dev.laurel.servicetesting.TopicProbe;
import dev.laurel.servicetesting.TopicProbe.Raw;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What happens in a program, the same in each: lots, budgets, a tier, a return, holds. */
record Story(String program, List<Request> requests) {

    private static final TopicProbe<PublishedProgram> PROGRAMS = new TopicProbe<>(Topics.PROGRAMS);
    private static final Budget SMALL = new Budget("small", 50, Exhausted.TRIM);
    private static final Term FOR_LONG =
            new Term(Instant.parse("2011-12-01T00:00:00Z"), Instant.parse("2211-12-01T00:00:00Z"));
    private static final Term LATER =
            new Term(Instant.parse("2211-12-01T00:00:00Z"), Instant.parse("2212-12-01T00:00:00Z"));
    private static final Term OVER =
            new Term(Instant.parse("2011-12-01T00:00:00Z"), Instant.parse("2012-12-01T00:00:00Z"));

    /** A request that can be sent as often as one likes. */
    @FunctionalInterface
    interface Request {
        Answer send();
    }

    /** Programs that the service knows. */
    static List<Story> published(ApiProbe api, List<String> programs) {
        PROGRAMS.send(
                programs.stream()
                        .map(program ->
                                PROGRAMS.raw(
                                        program,
                                        new PublishedProgram(
                                                program,
                                                3,
                                                "ab12",
                                                Instant.parse("2011-11-01T00:00:00Z"),
                                                document(program))))
                        .toList());
        for (String program : programs) {
            await().pollDelay(Duration.ZERO)
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> api.ask(club(program) + "/members/ann/tier").status() == 200);
        }
        return programs.stream().map(program -> of(api, program)).toList();
    }

    private static String club(String program) {
        return "/v1/programs/" + program;
    }

    private static Story of(ApiProbe api, String program) {
        String club = club(program);
        String[] hold = new String[1];
        return new Story(
                program,
                List.of(
                        () -> {
                            Answer placed =
                                    api.post(
                                            club + "/members/ann/holds",
                                            "order",
                                            """
                                            {"wallet":"stars","points":45,"reference":"order"}
                                            """);
                            if (placed.status() == 201) {
                                hold[0] = placed.body().get("hold").asString();
                            }
                            return placed;
                        },
                        () ->
                                api.post(
                                        club + "/holds/" + hold[0] + "/confirm",
                                        "paid",
                                        "{\"points\":30}")));
    }

    private static Map<String, Object> document(String program) {
        return Map.of(
                "program",
                program,
                "timeZone",
                "Europe/London",
                "wallets",
                List.of(Map.of("id", "stars"), Map.of("id", "sparks")),
                "budgets",
                List.of(Map.of("id", "small", "wallet", "stars", "amount", 50)),
                "tiers",
                Map.of(
                        "wallet",
                        "stars",
                        "window",
                        "lifetime",
                        "levels",
                        List.of(
                                Map.of("id", "bronze", "at", 0),
                                Map.of("id", "silver", "at", 100, "award", Map.of("sparks", 7)))));
    }

    /** Books what the rest goes on from. */
    List<Raw> before() {
        Deciding club = new Deciding(program);
        return raw(
                club.decided("ann", "b1", club.points("lot", 40, FOR_LONG)),
                club.decided("ann", "b2", club.points("plain", 20)),
                club.decided("bob", "b3", club.points("budgeted", 30, SMALL)));
    }

    /** One batch with something of everything, a decision that comes twice included. */
    List<Raw> batch() {
        Deciding club = new Deciding(program);
        Decision more = club.decided("ann", "e1", club.points("more", 70, FOR_LONG));
        return raw(
                more,
                club.decided("ann", "e2", club.points("pending", 9, LATER)),
                club.decided("bob", "e3", club.points("over", 8, OVER)),
                club.decided("bob", "e4", club.points("trimmed", 30, SMALL)),
                club.reversed("ann", "e5", club.takeBack("return", 15, "lot", Shortfall.TO_ZERO)),
                club.decided("cid", "e6", club.points("new", 5)),
                more);
    }

    private static List<Raw> raw(Decision... decisions) {
        return Stream.of(decisions)
                .map(each -> DECISIONS.raw(each.program() + "/" + each.member(), each))
                .toList();
    }
}
