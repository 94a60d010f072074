package dev.laurel.leaderboards.seals.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.figures.Figure;
import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.boards.Upkeep;
import dev.laurel.leaderboards.seals.CountedLedger;
import dev.laurel.leaderboards.seals.Promises;
import dev.laurel.leaderboards.seals.Sealing;
import dev.laurel.leaderboards.seals.Seals;
import dev.laurel.testinfra.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** With a clock of its own: the service's stands still, so that it seals nothing meanwhile. */
class SealFiguresIT extends RunningLeaderboardService {

    private static final List<Map<String, Object>> BOARDS =
            List.of(
                    Map.of(
                            "id",
                            "monthly",
                            "of",
                            "stars",
                            "period",
                            "month",
                            "seal",
                            Map.of("after", "PT48H")),
                    Map.of("id", "open", "of", "stars", "period", "month"));

    private final MutableClock later = MutableClock.at(NOON);

    @Autowired private Upkeep upkeep;
    @Autowired private Boards boards;
    @Autowired private Seals seals;
    @Autowired private Promises promises;
    @Autowired private CountedLedger ledger;

    @Test
    void sayForHowLongABoardHasBeenDueUntilItIsSealed() {
        // Given
        Sealing sealing = new Sealing(upkeep, seals, promises, ledger, later);
        SealFigures figures = new SealFigures(boards, sealing, later);
        publish("overdue", "UTC", BOARDS);
        book(
                new TestLedger("overdue", "UTC")
                        .book("ann", "stars", 5, "2011-10-03T10:00:00Z")
                        .book("ann", "stars", 5, "2011-11-03T10:00:00Z")
                        .entries());
        // October's first score came in at noon of 2011-11-15.
        Instant due = Instant.parse("2011-11-17T12:00:00Z");

        // When
        later.set(due.minusSeconds(1));
        double before = age(figures);
        later.set(due);
        double at = age(figures);
        later.set(due.plus(Duration.ofHours(3)));
        double after = age(figures);
        sealing.run("overdue", later.instant());
        double sealed = age(figures);

        // Then
        assertThat(before).isZero();
        assertThat(at).isZero();
        assertThat(after).isEqualTo(3 * 3_600);
        assertThat(sealed).isZero();
    }

    private static double age(SealFigures figures) {
        return figures.read().stream()
                .filter(it -> it.name().equals("laurel.seals.due.age"))
                .filter(it -> it.tags().equals(Map.of("program", "overdue")))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElseThrow();
    }
}
