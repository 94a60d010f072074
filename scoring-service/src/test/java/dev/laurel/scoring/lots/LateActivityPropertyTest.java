package dev.laurel.scoring.lots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Activity and points that are told years later, in any order, lead to the same books as of every
 * instant as when they were told as they happened. {@code -Dlaurel.seed} repeats a run.
 */
class LateActivityPropertyTest {

    private static final long SEED = Long.getLong("laurel.seed", System.nanoTime());
    private static final Instant START = Instant.parse("2011-01-30T09:00:00Z");
    private static final Duration INACTIVITY = Duration.ofDays(9);

    /**
     * Something that happened.
     *
     * @param lot of points that are given, {@code null} when the member was just active
     */
    private record Told(Instant at, @Nullable UUID lot, long given) {

        List<Flow> tell(Shelf shelf) {
            Instant until = at.plus(INACTIVITY);
            return lot == null
                    ? shelf.active(at, until)
                    : shelf.give(lot, given, at, new Term(at, until, null, true), null);
        }
    }

    @RepeatedTest(80)
    void isAsIfItHadBeenToldAtOnce(RepetitionInfo repetition) {
        // Given
        long seed = SEED + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<Told> history = history(random);

        // When
        List<Flow> live = new ArrayList<>();
        Shelf shelf = shelf(START);
        for (Told each : history) {
            shelf = shelf.at(each.at());
            live.addAll(shelf.settle());
            live.addAll(each.tell(shelf));
        }
        live.addAll(shelf.at(Happening.YEARS_LATER).settle());
        List<Told> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random);
        List<Flow> later = new ArrayList<>();
        Shelf replayed = shelf(Happening.YEARS_LATER);
        shuffled.forEach(each -> later.addAll(each.tell(replayed)));

        // Then
        for (Told each : history) {
            for (Instant then :
                    List.of(
                            each.at(),
                            each.at().plus(INACTIVITY).minusMillis(1),
                            each.at().plus(INACTIVITY))) {
                assertThat(Happening.asOf(later, then))
                        .as("%s, seed %d", then, seed)
                        .isEqualTo(Happening.asOf(live, then));
            }
        }
        assertThat(replayed.settle()).isEmpty();
    }

    private static List<Told> history(Random random) {
        List<Told> history = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Instant at = START.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 120)));
            boolean gives = random.nextInt(3) == 0;
            history.add(
                    new Told(
                            at,
                            gives ? new UUID(random.nextLong(), random.nextLong()) : null,
                            random.nextInt(1, 50)));
        }
        history.sort(Comparator.comparing(Told::at));
        return history;
    }

    private static Shelf shelf(Instant now) {
        return new Shelf(now, 0, false, List.of(), LotSource.NONE);
    }
}
