package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.Decision.Outcome;
import dev.laurel.engine.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is remembered, and for how long. */
class RetentionTest {

    private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");

    private final Club club =
            new Club(
                    Programs.program(
                            """
                            program: shop
                            timeZone: Europe/London
                            lateness: P7D
                            retention: { duplicates: P30D, reversals: P60D }
                            wallets: [ { id: stars } ]
                            events:
                              purchase: { amount: double }
                              visit: { }
                              refund: { purchase: string, reverses: { event: purchase, by: data.purchase } }
                            rules:
                              - { id: earn, on: purchase, award: { stars: floor(event.data.amount) }, limits: [ { per: day, stars: 100 }, { per: ever, stars: 1000 } ] }
                              - { id: hello, on: visit, award: { stars: 1 } }
                            """));

    @Test
    void undoesWithinTheDaysThatAreDeclared() {
        club.send(purchase("1", 0).event());
        club.send(purchase("2", 0).event());

        assertThat(club.send(refund("r1", "1", 60)).reason()).isNull();
        assertThat(club.send(refund("r2", "2", 61)).reason())
                .isEqualTo(
                        "Expected a purchase of at most 60 days before, but '2' is of 2026-03-10.");
        assertThat(club.balance("alice", "stars")).isEqualTo(40);
    }

    @Test
    void goesByTheSameDaysWhenTheReversalComesFirst() {
        club.send(refund("r1", "1", 60));
        club.send(refund("r2", "2", 61));

        Decision undone = club.send(imported("1"));
        Decision stands = club.send(imported("2"));

        assertThat(undone.outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(stands.outcome()).isEqualTo(Outcome.DECIDED);
        assertThat(stands.failures().getFirst().message()).contains("at most 60 days before");
        assertThat(club.balance("alice", "stars")).isEqualTo(40);
    }

    @Test
    void keepsTracesUntilNothingCanAskForThem() {
        club.send(visit("v", 0).event());
        club.send(purchase("1", 0).event());
        club.send(purchase("2", -5).imported(Duration.ofDays(100)));

        assertThat(club.trace("alice", visit("v", 0).event().key()).until())
                .isEqualTo(LocalDate.of(2026, 3, 10).plusDays(30));
        assertThat(club.trace("alice", purchase("1", 0).event().key()).until())
                .isEqualTo(LocalDate.of(2026, 3, 10).plusDays(60 + 7 + 2));
        assertThat(club.trace("alice", purchase("2", -5).event().key()).until()).isNull();
    }

    @Test
    void doesNotKnowWhatHasExpiredEvenIfTheHostStillHasIt() {
        club.send(visit("v", 0).event());

        Decision known = club.send(visit("v", 0).recordedAfter(Duration.ofDays(30)));
        Decision forgotten = club.send(visit("v", 0).recordedAfter(Duration.ofDays(31)));

        assertThat(known.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(forgotten.outcome()).isEqualTo(Outcome.TOO_LATE);
        assertThat(club.balance("alice", "stars")).isEqualTo(1);
    }

    @Test
    void doesNotCountTwiceWhatIsImportedAfterItsTraceHasGone() {
        club.send(visit("v", 0).event());

        Decision known = club.send(visit("v", 0).imported(Duration.ofDays(30)));
        Decision forgotten = club.send(visit("v", 0).imported(Duration.ofDays(31)));

        assertThat(known.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(forgotten.outcome()).isEqualTo(Outcome.TOO_LATE);
        assertThat(forgotten.reason())
                .startsWith("Expected an import from before 2026-03-10 or of the last 30 days");
        assertThat(club.balance("alice", "stars")).isEqualTo(1);
    }

    @Test
    void takesHistoryFromBeforeTheFirstOrdinaryEventAndKnowsItForGood() {
        club.send(visit("v", 0).event());

        Decision history = club.send(visit("old", -400).imported(Duration.ofDays(500)));
        Decision again = club.send(visit("old", -400).imported(Duration.ofDays(5000)));

        assertThat(history.outcome()).isEqualTo(Outcome.DECIDED);
        assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(club.balance("alice", "stars")).isEqualTo(2);
    }

    @Test
    void dropsLimitsOfDaysOnWhichNothingCanHappenAnyMore() {
        for (int day = 0; day < 365; day++) {
            club.send(purchase("p" + day, day).event());
        }

        assertThat(club.state("alice").limits()).hasSize(60 + 7 + 2 + 1 + 1);
    }

    @Test
    void keepsLimitsThatHistoryHasFilled() {
        for (int day = 0; day < 200; day++) {
            club.send(purchase("p" + day, day).imported(Duration.ofDays(1000)));
        }
        club.send(purchase("live", 900).event());
        club.send(
                purchase("again", 0).with(Map.of("amount", 500.0)).imported(Duration.ofDays(1001)));

        assertThat(club.state("alice").limits()).hasSize(200 + 1 + 1);
        assertThat(club.balance("alice", "stars")).isEqualTo(1000);
    }

    private static Events purchase(String id, int day) {
        return Events.purchase(id, 40).at(START.plus(Duration.ofDays(day)).toString());
    }

    private static Events visit(String id, int day) {
        return Events.of("visit", id, Map.of()).at(START.plus(Duration.ofDays(day)).toString());
    }

    private static Event imported(String id) {
        return purchase(id, 0).imported(Duration.ofDays(62));
    }

    private static Event refund(String id, String purchase, int day) {
        return Events.of("refund", id, Map.of("purchase", purchase))
                .at(START.plus(Duration.ofDays(day)).toString())
                .event();
    }
}
