package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.decisions.PointsEffect.Shortfall;
import dev.laurel.engine.decisions.Term;
import dev.laurel.engine.events.Event;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When points can be used, and what take-backs name. */
class TermsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets:
              - { id: credits, pending: P14D, expiry: { after: P12M, rounding: end-of-month }, overdraft: to-zero }
              - { id: stars }
            events:
              purchase: { amount: double }
              refund: { purchase: string, reverses: { event: purchase, by: data.purchase } }
            metrics: [ { id: purchases, on: purchase, value: count() } ]
            rules:
              - { id: earn, on: purchase, award: { credits: 10, stars: 1 } }
            challenges:
              - { id: first, name: First, steps: [ { id: one, measure: purchases, target: 1 } ], award: { credits: 100 }, onReturn: take-back }
            """;

    private final Club club = new Club(Programs.program(SHOP));

    @Test
    void givesPointsWithTheTermOfTheirWallet() {
        Decision decision = club.send(purchase());

        Term term =
                new Term(
                        Instant.parse("2011-04-03T11:00:00Z"),
                        Instant.parse("2012-04-30T23:00:00Z"));
        assertThat(decision.points())
                .extracting(PointsEffect::wallet, PointsEffect::points, PointsEffect::term)
                .containsExactlyInAnyOrder(
                        tuple("credits", 10L, term),
                        tuple("stars", 1L, null),
                        tuple("credits", 100L, term));
    }

    @Test
    void takesBackWhatItNames() {
        Decision given = club.send(purchase());
        Decision taken = club.send(refund());

        assertThat(taken.points())
                .extracting(PointsEffect::wallet, PointsEffect::undoes, PointsEffect::shortfall)
                .containsExactlyInAnyOrder(
                        tuple("credits", id(given, "credits", 10), Shortfall.TO_ZERO),
                        tuple("stars", id(given, "stars", 1), Shortfall.ALLOW),
                        tuple("credits", id(given, "credits", 100), Shortfall.TO_ZERO));
        assertThat(taken.points()).allSatisfy(effect -> assertThat(effect.term()).isNull());
    }

    @Test
    void takesBackWhatItNamesWhenTheReversalCameFirst() {
        club.send(refund());
        Decision decision = club.send(purchase());

        assertThat(decision.points())
                .filteredOn(effect -> effect.points() < 0 && effect.reversal() != null)
                .extracting(PointsEffect::wallet, PointsEffect::undoes, PointsEffect::shortfall)
                .containsExactlyInAnyOrder(
                        tuple("credits", id(decision, "credits", 10), Shortfall.TO_ZERO),
                        tuple("stars", id(decision, "stars", 1), Shortfall.ALLOW));
    }

    private static Object id(Decision decision, String wallet, long points) {
        return decision.points().stream()
                .filter(effect -> effect.wallet().equals(wallet) && effect.points() == points)
                .map(PointsEffect::id)
                .findFirst()
                .orElseThrow();
    }

    private static org.assertj.core.groups.Tuple tuple(@Nullable Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static Event purchase() {
        return Events.purchase("1", 40).at("2011-03-20T12:00:00Z").event();
    }

    private static Event refund() {
        return Events.of("refund", "r", Map.of("purchase", "1")).at("2011-03-20T13:00:00Z").event();
    }
}
