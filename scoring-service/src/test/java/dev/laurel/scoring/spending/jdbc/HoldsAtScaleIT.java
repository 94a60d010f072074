package dev.laurel.scoring.spending.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.spending.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a hold takes for a member with many lots ({@code -Dlaurel.ledger.lots=10000}): from the
 * lock on the member to the commit, one after the other, half of them of more points than one lot
 * has.
 */
@EnabledIfSystemProperty(named = "laurel.ledger.lots", matches = "\\d+")
class HoldsAtScaleIT {

    private static final Logger log = LoggerFactory.getLogger(HoldsAtScaleIT.class);
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final int HOLDS = 2_000;
    private static final int WARM_UP = 500;

    @Test
    void reservesOfManyLots() {
        // Given
        int lots = Integer.getInteger("laurel.ledger.lots");
        try (TestTill till = new TestTill()) {
            for (int i = 0; i < lots; i++) {
                till.earn("eva", "event-" + i, 50, NOW, NOW.plus(Duration.ofDays(30 + i % 365)));
            }

            // When
            long[] micros = new long[HOLDS];
            for (int i = 0; i < HOLDS; i++) {
                String name = "hold-" + i;
                long points = i % 2 == 0 ? 20 : 120;
                Instant at = NOW.plusSeconds(i);
                long started = System.nanoTime();
                Answer answer =
                        till.at(it ->
                                it.place(
                                        TestTill.id(name),
                                        TestTill.starsOf("eva"),
                                        points,
                                        null,
                                        Duration.ofDays(1),
                                        at));
                micros[i] = (System.nanoTime() - started) / 1_000;
                assertThat(answer).isInstanceOf(Answer.Done.class);
            }

            // Then
            long[] measured = Arrays.copyOfRange(micros, WARM_UP, HOLDS);
            Arrays.sort(measured);
            log.info(
                    "Holds of a member with {} lots: median {} µs, p99 {} µs, longest {} µs",
                    lots,
                    measured[measured.length / 2],
                    measured[measured.length * 99 / 100],
                    measured[measured.length - 1]);
            assertThat(till.faults()).isEmpty();
        }
    }
}
