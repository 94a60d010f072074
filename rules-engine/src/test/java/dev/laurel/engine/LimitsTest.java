package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.RuleDecision;
import dev.laurel.engine.decisions.RuleDecision.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits per member and period. */
class LimitsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double }
              refund: { purchase: string, reverses: { event: purchase, by: event.data.purchase } }
            rules:
              - id: earn
                on: purchase
                award: { stars: floor(event.data.amount) }
                limits: \
            """;

    @Test
    void trimsToTheCapAndSaysSo() {
        Club club = club("{ per: day, stars: 50 }");
        send(club, "1", 30, "2026-03-10T09:00:00Z");

        RuleDecision decision = send(club, "2", 30, "2026-03-10T10:00:00Z");

        assertThat(decision.outcome()).isEqualTo(Outcome.CAPPED);
        assertThat(decision.asked()).isEqualTo(Map.of("stars", 30L));
        assertThat(decision.awarded()).isEqualTo(Map.of("stars", 20L));
        assertThat(decision.reason())
                .isEqualTo(
                        "Expected at most 50 stars per day, but 30 were given on 2026-03-10, so 20 of 30 were given.");
    }

    @Test
    void awardsExactlyTheCapInFull() {
        Club club = club("{ per: day, stars: 50 }");

        assertThat(send(club, "1", 50, "2026-03-10T09:00:00Z").outcome())
                .isEqualTo(Outcome.AWARDED);
        assertThat(send(club, "2", 1, "2026-03-10T09:00:00Z").awarded()).isEmpty();
    }

    @Test
    void beginsTheDayAtMidnightOfTheProgramsZone() {
        Club club = club("{ per: day, stars: 50 }");
        send(club, "1", 50, "2026-06-10T22:59:59Z"); // 23:59:59 in London

        RuleDecision next = send(club, "2", 50, "2026-06-10T23:00:00Z");

        assertThat(next.awarded()).isEqualTo(Map.of("stars", 50L));
    }

    @Test
    void beginsTheWeekOnMonday() {
        Club club = club("{ per: week, stars: 50 }");
        send(club, "1", 50, "2026-03-15T12:00:00Z"); // a Sunday

        assertThat(send(club, "2", 10, "2026-03-16T12:00:00Z").outcome())
                .isEqualTo(Outcome.AWARDED);
        assertThat(send(club, "3", 10, "2026-03-14T12:00:00Z").awarded()).isEmpty();
    }

    @Test
    void refusesWholeWhatDoesNotFit() {
        Club club = club("{ per: month, stars: 50, fill: whole }");
        send(club, "1", 30, "2026-03-10T09:00:00Z");

        RuleDecision tooMuch = send(club, "2", 30, "2026-03-11T09:00:00Z");
        RuleDecision fits = send(club, "3", 20, "2026-03-12T09:00:00Z");

        assertThat(tooMuch.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(tooMuch.reason())
                .isEqualTo(
                        "Expected at most 50 stars per month, but 30 were given in 2026-03, so 30 more do not fit.");
        assertThat(fits.outcome()).isEqualTo(Outcome.AWARDED);
    }

    @Test
    void feedsLongerPeriodsWithWhatShorterOnesLetThrough() {
        Club club = club("{ per: month, stars: 15 }, { per: day, stars: 10 }");

        send(club, "1", 20, "2026-03-11T09:00:00Z");
        send(club, "2", 5, "2026-03-10T09:00:00Z");
        RuleDecision third = send(club, "3", 5, "2026-03-12T09:00:00Z");

        assertThat(club.balance("alice", "stars")).isEqualTo(15);
        assertThat(third.awarded()).isEmpty();
        assertThat(third.reason()).contains("at most 15 stars per month");
    }

    @Test
    void leavesWhatTakesAlone() {
        Club club = club("{ per: day, stars: 50 }");
        send(club, "1", 80, "2026-03-10T09:00:00Z");

        assertThat(send(club, "2", -70, "2026-03-10T09:00:00Z").awarded())
                .isEqualTo(Map.of("stars", -70L));
    }

    @Test
    void takesBackNothingWhileTheRestStillFillsTheCap() {
        Club club = club("{ per: day, stars: 50 }");
        send(club, "1", 60, "2026-03-10T09:00:00Z");
        send(club, "2", 70, "2026-03-10T09:00:00Z");

        club.send(Events.of("refund", "r1", Map.of("purchase", "1")).event());
        long afterOne = club.balance("alice", "stars");
        club.send(Events.of("refund", "r2", Map.of("purchase", "2")).event());

        assertThat(afterOne).isEqualTo(50);
        assertThat(club.balance("alice", "stars")).isZero();
        assertThat(club.state("alice").limits()).isEmpty();
    }

    @Test
    void givesTheRoomOfAnUndoneEventToLaterOnes() {
        Club club = club("{ per: ever, stars: 50, fill: whole }");
        send(club, "1", 40, "2026-03-10T09:00:00Z");
        club.send(Events.of("refund", "r1", Map.of("purchase", "1")).event());

        assertThat(send(club, "2", 50, "2026-03-10T10:00:00Z").outcome())
                .isEqualTo(Outcome.AWARDED);
    }

    private static RuleDecision send(Club club, String id, double amount, String when) {
        return club.send(Events.purchase(id, amount).at(when).event()).rules().getFirst();
    }

    private static Club club(String limits) {
        return new Club(Programs.program(SHOP + "[ " + limits + " ]"));
    }
}
