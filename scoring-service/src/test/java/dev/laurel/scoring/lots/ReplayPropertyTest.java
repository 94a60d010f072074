package dev.laurel.scoring.lots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * A history that is told in order, but years later, leads to the same books as of every instant as
 * when it happened, as long as nobody owes points: which lot repays depends on when it is booked.
 * {@code -Dlaurel.seed} repeats a run.
 */
class ReplayPropertyTest {

    private static final long SEED = Long.getLong("laurel.seed", System.nanoTime());

    @RepeatedTest(60)
    void isAsIfItHadBeenToldAtOnce(RepetitionInfo repetition) {
        // Given
        long seed = SEED + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Shortfall shortfall = random.nextBoolean() ? Shortfall.FORBID : Shortfall.TO_ZERO;
        List<Happening> history = Happening.history(random);

        // When
        List<Flow> live = Happening.asItHappens(history, shortfall);
        List<Flow> later = new ArrayList<>();
        Shelf replayed = new Shelf(Happening.YEARS_LATER, 0, false, List.of(), LotSource.NONE);
        history.forEach(each -> later.addAll(each.tell(replayed, shortfall)));

        // Then
        for (Happening each : history) {
            for (Instant then : List.of(each.at(), each.at().plus(Duration.ofDays(20)))) {
                assertThat(Happening.asOf(later, then))
                        .as("%s, %s, seed %d", then, shortfall, seed)
                        .isEqualTo(Happening.asOf(live, then));
            }
        }
        assertThat(Happening.asOf(later, Happening.YEARS_LATER))
                .isEqualTo(Happening.asOf(live, Happening.YEARS_LATER));
    }
}
