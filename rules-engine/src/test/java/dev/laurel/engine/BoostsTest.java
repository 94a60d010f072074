package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.Failure;
import dev.laurel.engine.decisions.Line;
import dev.laurel.engine.decisions.RuleDecision;
import dev.laurel.engine.decisions.RuleDecision.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What multiplies and adds to the points of rules. */
class BoostsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars, rounding: half-up }, { id: sparks } ]
            events:
              purchase: { amount: double, coupon: 'string?' }
              undone: { purchase: string, reverses: { event: purchase, by: data.purchase } }
            rules:
              - { id: earn, on: purchase, award: { stars: event.data.amount } }
              - { id: fee, on: purchase, award: { sparks: -2 } }
            boosts: [ BOOSTS ]
            """;

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { id: a, multiply: { stars: 2.0 } } | 10.2 | 20
                    { id: a, multiply: { stars: 2.0 } } | 10.25 | 21
                    { id: a, multiply: { stars: 0.5 } } | 10 | 5
                    { id: a, multiply: { stars: 2 } }, { id: b, multiply: { stars: 3 } } | 10 | 30
                    { id: a, multiply: { stars: 3 } }, { id: b, multiply: { stars: 2 } } | 10 | 30
                    { id: a, multiply: { stars: 2 }, stacking: add }, { id: b, multiply: { stars: 1.5 }, stacking: add } | 10 | 25
                    { id: a, multiply: { stars: 2 }, stacking: multiply }, { id: b, multiply: { stars: 1.5 }, stacking: multiply } | 10 | 30
                    { id: a, multiply: { stars: 2 } }, { id: b, multiply: { stars: 1.5 }, stacking: add }, { id: c, multiply: { stars: 3 }, stacking: multiply } | 10 | 90
                    { id: a, add: { stars: 5 } }, { id: b, add: { stars: 50 } } | 10 | 60
                    { id: a, add: { stars: 5 }, stacking: add }, { id: b, add: { stars: 50 }, stacking: add }, { id: c, add: { stars: 7 } } | 10 | 72
                    { id: a, add: { stars: 50 } }, { id: b, multiply: { stars: 2 } } | 10 | 70
                    { id: a, multiply: { stars: 1.1 }, stacking: multiply }, { id: b, multiply: { stars: 1.1 }, stacking: multiply } | 100 | 121
                    { id: a, multiply: { stars: 1.005 } } | 100 | 101
                    { id: a, multiply: { sparks: 2 } } | 10 | 10
                    { id: a, multiply: { stars: 2 }, when: event.data.amount > 10.0 } | 10 | 10
                    { id: a, multiply: { stars: 2 }, when: event.data.amount > 10.0 } | 10.5 | 21
                    { id: a, multiply: { stars: 2 }, days: [ tue ] } | 10 | 20
                    { id: a, multiply: { stars: 2 }, days: [ wed ] } | 10 | 10
                    { id: a, multiply: { stars: 2 }, audience: "member.id == 'alice'" } | 10 | 20
                    { id: a, multiply: { stars: 2 }, audience: "member.id == 'bob'" } | 10 | 10
                    { id: a, multiply: { stars: 2 }, rules: [ fee ] } | 10 | 10
                    { id: a, add: { stars: 5 } } | 0 | 0
                    { id: a, add: { stars: 5 }, multiply: { stars: 3 } } | -10 | -10
                    """)
    void comeTogetherAsDeclared(String boosts, double amount, long stars) {
        Club club = club(boosts);

        RuleDecision decision = buy(club, amount);

        assertThat(decision.asked().getOrDefault("stars", 0L)).isEqualTo(stars);
        assertThat(club.balance("alice", "stars")).isEqualTo(stars);
        if (!decision.lines().isEmpty()) {
            assertThat(decision.lines().stream().mapToLong(Line::points).sum()).isEqualTo(stars);
        }
    }

    @Test
    void showTheLinesThatSumToTheWhole() {
        Club club =
                club(
                        "{ id: gift, add: { stars: 5 } }, { id: a, multiply: { stars: 1.5 } }, { id: b, multiply: { stars: 1.5 }, stacking: multiply }");

        assertThat(buy(club, 3.3).lines())
                .containsExactly(
                        new Line("stars", null, 3, false),
                        new Line("stars", "a", 2, false), // 4.95
                        new Line("stars", "b", 2, false), // 7.425
                        new Line("stars", "gift", 5, false)); // 12.425
    }

    @Test
    void areRoundedAsTheRuleSaysAndOnce() {
        String boosts =
                "{ id: a, multiply: { stars: 1.5 }, stacking: multiply }, { id: b, multiply: { stars: 1.5 }, stacking: multiply }";
        for (Map.Entry<String, Long> each :
                Map.of("floor", 7L, "half-up", 7L, "ceiling", 8L).entrySet()) {
            Club club =
                    new Club(
                            Programs.program(
                                    SHOP.replace("BOOSTS", boosts)
                                            .replace(
                                                    "on: purchase, award: { stars",
                                                    "on: purchase, rounding: %s, award: { stars"
                                                            .formatted(each.getKey()))));

            assertThat(buy(club, 3.3).asked()).isEqualTo(Map.of("stars", each.getValue()));
        }
    }

    @Test
    void leaveWhatTakesAlone() {
        Club club = club("{ id: a, multiply: { sparks: 2 }, rules: [ fee ] }");
        buy(club, 10);

        assertThat(club.balance("alice", "sparks")).isEqualTo(-2);
    }

    @Test
    void areTrimmedWithTheRest() {
        Club club =
                new Club(
                        Programs.program(
                                SHOP.replace("BOOSTS", "{ id: a, multiply: { stars: 2 } }")
                                        .replace(
                                                "award: { stars: event.data.amount }",
                                                "award: { stars: event.data.amount }, limits: [ { per: day, stars: 15 } ]")));

        RuleDecision decision = buy(club, 10);

        assertThat(decision.outcome()).isEqualTo(Outcome.CAPPED);
        assertThat(decision.asked()).isEqualTo(Map.of("stars", 20L));
        assertThat(decision.awarded()).isEqualTo(Map.of("stars", 15L));
    }

    @Test
    void areTakenBackAsTheyWereGiven() {
        Club club = club("{ id: a, multiply: { stars: 2.5 } }");
        buy(club, 10);
        Club later = club("{ id: a, multiply: { stars: 7 } }");

        Result result =
                Engine.decide(
                        Programs.program(SHOP.replace("BOOSTS", "")),
                        dev.laurel.engine.members.Member.of("alice"),
                        club.state("alice"),
                        key -> key.id().equals("p10.0") ? club.trace("alice", key) : null,
                        Events.of("undone", "u", Map.of("purchase", "p10.0")).event());

        assertThat(later.balance("alice", "stars")).isZero();
        assertThat(result.decision().points().getFirst().points()).isEqualTo(-25);
    }

    @Test
    void nameTheHeldOut() {
        Club club = club("{ id: a, multiply: { stars: 2 }, control: 99.9999% }");

        RuleDecision decision = buy(club, 10);

        assertThat(decision.outcome()).isEqualTo(Outcome.AWARDED);
        assertThat(decision.lines())
                .containsExactly(
                        new Line("stars", null, 10, false), new Line("stars", "a", 0, true));
    }

    @Test
    void thatFailDoNotApplyAndAreReported() {
        Club club =
                club(
                        "{ id: a, multiply: { stars: 2 }, when: 1 / int(event.data.amount - 10.0) == 0 }");

        Decision decision = club.send(Events.purchase("1", 10).event());

        assertThat(club.balance("alice", "stars")).isEqualTo(10);
        assertThat(decision.failures()).extracting(Failure::cause).hasToString("[boost:a]");
    }

    @Test
    void keepTheWholeOfLargeNumbersExact() {
        Club club = club("{ id: a, multiply: { stars: 1.000000000001 } }");

        assertThat(buy(club, 500_000_000_000.0).asked())
                .isEqualTo(Map.of("stars", 500_000_000_001L));
    }

    @Test
    void beyondWhatCanBeGivenAtOnceFailTheRule() {
        Club club = club("{ id: a, multiply: { stars: 3 } }");

        RuleDecision decision = buy(club, 500_000_000_000.0);

        assertThat(decision.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(decision.reason())
                .contains("1500000000000 is beyond 1000000000000 points at once");
    }

    private static RuleDecision buy(Club club, double amount) {
        List<RuleDecision> rules = club.send(Events.purchase("p" + amount, amount).event()).rules();
        return rules.getFirst();
    }

    private static Club club(String boosts) {
        return new Club(Programs.program(SHOP.replace("BOOSTS", boosts)));
    }
}
