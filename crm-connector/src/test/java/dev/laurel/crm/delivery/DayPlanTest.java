package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class DayPlanTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");
    private static final Instant NEXT_MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");

    private final DayPlan plan = new DayPlan(1_000);

    @Test
    void urgentCallsAreMadeAtOnceAsLongAsTheRestLastsForTheDay() {
        Instant later = NEXT_MIDNIGHT.minusSeconds(100);
        assertThat(plan.next(Lane.URGENT, 250, MIDNIGHT)).isEqualTo(MIDNIGHT);
        assertThat(plan.next(Lane.URGENT, 251, MIDNIGHT)).isEqualTo(MIDNIGHT.plusMillis(115_200));
        assertThat(plan.next(Lane.URGENT, 999, later)).isEqualTo(later);
        assertThat(plan.next(Lane.URGENT, 1_000, later)).isEqualTo(NEXT_MIDNIGHT);
        assertThat(plan.next(Lane.URGENT, 1_001, later)).isEqualTo(NEXT_MIDNIGHT);
    }

    /** One for each would have none left by five in the morning. */
    @Test
    void thereAreUrgentCallsInTheEveningHoweverManyAreWanted() {
        // Given
        DayPlan day = new DayPlan(15_000);
        long used = 0;
        Duration longestGap = Duration.ZERO;
        Instant last = MIDNIGHT;

        // When
        for (Instant now = MIDNIGHT; now.isBefore(NEXT_MIDNIGHT); now = now.plusSeconds(1)) {
            if (!day.next(Lane.URGENT, used, now).isAfter(now)) {
                used++;
                Duration gap = Duration.between(last, now);
                longestGap = gap.compareTo(longestGap) > 0 ? gap : longestGap;
                last = now;
            }
        }

        // Then
        assertThat(longestGap).isLessThanOrEqualTo(Duration.ofSeconds(8));
        assertThat(last).isAfter(NEXT_MIDNIGHT.minusSeconds(9));
        assertThat(used).isLessThanOrEqualTo(15_000);
    }

    @Test
    void theOthersLeaveSomethingForTheUrgent() {
        assertThat(plan.next(Lane.ROUTINE, 899, NEXT_MIDNIGHT.minusSeconds(1)))
                .isEqualTo(NEXT_MIDNIGHT.minusSeconds(1));
        assertThat(plan.next(Lane.ROUTINE, 900, MIDNIGHT)).isEqualTo(NEXT_MIDNIGHT);
        assertThat(plan.next(Lane.BULK, 600, MIDNIGHT)).isEqualTo(NEXT_MIDNIGHT);
    }

    @Test
    void routineCallsLastUntilMidnightAfterAGoodStart() {
        // A tenth of 900 at once, then one every 107 seconds.
        assertThat(plan.next(Lane.ROUTINE, 90, MIDNIGHT)).isEqualTo(MIDNIGHT);
        assertThat(plan.next(Lane.ROUTINE, 91, MIDNIGHT)).isEqualTo(MIDNIGHT.plusMillis(106_667));
        assertThat(plan.next(Lane.ROUTINE, 899, MIDNIGHT))
                .isBetween(NEXT_MIDNIGHT.minusSeconds(107), NEXT_MIDNIGHT);
    }

    /**
     * A hundred thousand members whose points change all day, a hundred of whom come to a new tier
     * every minute, and 15,000 calls of 100 members each.
     */
    @Test
    void aDaysCallsAreEnoughForAllThatIsUrgentAndNeverExceeded() {
        // Given
        DayPlan day = new DayPlan(15_000);
        Deque<Instant> urgent = new ArrayDeque<>();
        Duration longestWait = Duration.ZERO;
        long used = 0;
        long routine = 0;

        // When
        for (Instant now = MIDNIGHT; now.isBefore(NEXT_MIDNIGHT); now = now.plusSeconds(1)) {
            if (now.getEpochSecond() % 60 == 0) {
                urgent.add(now);
            }
            // At most two calls a second.
            for (int call = 0; call < 2; call++) {
                if (!urgent.isEmpty() && !day.next(Lane.URGENT, used, now).isAfter(now)) {
                    Duration waited = Duration.between(urgent.removeFirst(), now);
                    longestWait = waited.compareTo(longestWait) > 0 ? waited : longestWait;
                    used++;
                } else if (!day.next(Lane.ROUTINE, used, now).isAfter(now)) {
                    routine++;
                    used++;
                }
            }
        }

        // Then
        assertThat(used).isLessThanOrEqualTo(15_000);
        assertThat(urgent).isEmpty();
        assertThat(longestWait).isLessThanOrEqualTo(Duration.ofSeconds(1));
        // Every member's latest points at least ten times a day.
        assertThat(routine).isGreaterThan(10_000);
    }
}
