package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.Decision.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which events count at all. */
class AdmissionTest {

    private static final Duration LATENESS = Duration.ofHours(36);

    private final Club club =
            new Club(
                    Programs.program(
                            """
                            program: shop
                            timeZone: Pacific/Auckland
                            lateness: PT36H
                            wallets: [ { id: stars } ]
                            events:
                              purchase: { amount: double }
                              refund: { purchase: string, reverses: { event: purchase, by: event.data.purchase } }
                            rules: [ { id: earn, on: purchase, award: { stars: 1 } } ]
                            """));

    @Test
    void ignoresADuplicateWhateverElseItSays() {
        Decision first = club.send(Events.purchase("1", 5).event());

        Decision second = club.send(Events.purchase("1", 9).at("2026-03-11T00:00:00Z").event());

        assertThat(second.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.reason())
                .isEqualTo("Expected a new event, but '1' of /shop has been here before.");
        assertThat(club.balance("alice", "stars")).isEqualTo(1);
    }

    @Test
    void changesNoStateForADuplicate() {
        club.send(Events.purchase("1", 5).event());

        assertThat(club.decide(Events.purchase("1", 5).event(), "alice").traces()).isEmpty();
    }

    @Test
    void countsAnEventOfExactlyTheLateness() {
        assertThat(
                        club.send(Events.purchase("1", 5).recordedAfter(LATENESS.minusNanos(1)))
                                .outcome())
                .isEqualTo(Outcome.DECIDED);
        assertThat(club.send(Events.purchase("2", 5).recordedAfter(LATENESS)).outcome())
                .isEqualTo(Outcome.DECIDED);
        assertThat(
                        club.send(Events.purchase("3", 5).recordedAfter(LATENESS.plusNanos(1)))
                                .outcome())
                .isEqualTo(Outcome.TOO_LATE);
    }

    @Test
    void countsALaterImportOfAnEventThatCameTooLate() {
        Duration late = Duration.ofDays(400);
        club.send(Events.purchase("1", 5).recordedAfter(late));

        Decision imported = club.send(Events.purchase("1", 5).imported(late));

        assertThat(imported.outcome()).isEqualTo(Outcome.DECIDED);
        assertThat(club.balance("alice", "stars")).isEqualTo(1);
    }

    @Test
    void keepsWaitingForAnEventThatCameTooLate() {
        club.send(Events.of("refund", "r", Map.of("purchase", "1")).event());
        club.send(Events.purchase("1", 5).recordedAfter(LATENESS.plusDays(1)));

        Decision imported = club.send(Events.purchase("1", 5).imported(LATENESS.plusDays(2)));

        assertThat(imported.outcome()).isEqualTo(Outcome.UNDONE);
    }

    @Test
    void datesByTheProgramsZone() {
        Decision decision = club.send(Events.purchase("1", 5).event());

        assertThat(decision.localDate()).isEqualTo(LocalDate.of(2026, 3, 11));
    }

    @Test
    void doesNothingForATypeThatTheProgramLacks() {
        Decision decision = club.send(Events.of("dance", "1", Map.of()).event());

        assertThat(decision.outcome()).isEqualTo(Outcome.DECIDED);
        assertThat(decision.reason())
                .isEqualTo("Expected an event type of the program, but 'dance' is none.");
    }
}
