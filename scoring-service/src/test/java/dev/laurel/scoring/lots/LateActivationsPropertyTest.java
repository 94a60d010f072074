package dev.laurel.scoring.lots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Deliveries that are told years later, several of the same lot and in any order, lead to the same
 * books as of every instant as when they were told as they happened. {@code -Dlaurel.seed} repeats
 * a run.
 */
class LateActivationsPropertyTest {

    private static final long SEED = Long.getLong("laurel.seed", System.nanoTime());
    private static final Instant START = Instant.parse("2011-01-30T09:00:00Z");
    private static final String DELIVERED = "delivered";

    /**
     * Something that is told of a lot.
     *
     * @param given how many points are given, 0 for a delivery, below it for a return
     */
    private record Told(Instant at, UUID lot, int given, @Nullable Term term) {

        List<Flow> tell(Shelf shelf) {
            if (given == 0) {
                return shelf.activate(lot, Objects.requireNonNull(term));
            }
            return given > 0
                    ? shelf.give(lot, given, at, term, null)
                    : shelf.take(-given, at, lot, Shortfall.FORBID);
        }
    }

    @RepeatedTest(60)
    void areAsIfTheyHadBeenToldAtOnce(RepetitionInfo repetition) {
        // Given
        long seed = SEED + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<List<Told>> lots = lots(random, false);

        // When
        List<Flow> live = live(lots);
        List<Flow> later = yearsLater(lots, random);

        // Then
        for (Told each : lots.stream().flatMap(List::stream).toList()) {
            for (Instant then : List.of(each.at(), each.at().plus(Duration.ofDays(20)))) {
                assertThat(Happening.asOf(later, then))
                        .as("%s, seed %d", then, seed)
                        .isEqualTo(Happening.asOf(live, then));
            }
        }
        assertThat(Happening.asOf(later, Happening.YEARS_LATER))
                .as("seed %d", seed)
                .isEqualTo(Happening.asOf(live, Happening.YEARS_LATER));
    }

    @RepeatedTest(60)
    void leaveTheSamePointsBesideReturnsToldBeforeThem(RepetitionInfo repetition) {
        // Given
        long seed = SEED + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<List<Told>> lots = lots(random, true);

        // When
        List<Flow> live = live(lots);
        List<Flow> later = yearsLater(lots, random);

        // Then
        assertThat(Happening.asOf(later, Happening.YEARS_LATER))
                .as("seed %d", seed)
                .isEqualTo(Happening.asOf(live, Happening.YEARS_LATER));
        for (Told each : lots.stream().flatMap(List::stream).toList()) {
            Map<Side, Long> sides = Happening.asOf(later, each.at());
            assertThat(sides.get(Side.ISSUANCE))
                    .isEqualTo(Happening.asOf(live, each.at()).get(Side.ISSUANCE));
        }
    }

    private static List<List<Told>> lots(Random random, boolean returns) {
        List<List<Told>> lots = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            Instant earned = START.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 90)));
            int given = random.nextInt(1, 60);
            List<Told> told = new ArrayList<>();
            told.add(new Told(earned, id, given, waiting(random, earned)));
            for (int left = random.nextInt(4); left > 0; left--) {
                Instant at = earned.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 30)));
                told.add(new Told(at, id, 0, new Term(at, ends(at), DELIVERED)));
            }
            if (returns && random.nextBoolean()) {
                Instant at = earned.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
                told.add(new Told(at, id, -random.nextInt(1, given + 1), null));
            }
            lots.add(told);
        }
        return lots;
    }

    private static Term waiting(Random random, Instant earned) {
        Instant latest = earned.plus(Duration.ofDays(20));
        return random.nextInt(3) == 0
                ? Term.until(DELIVERED)
                : new Term(latest, ends(latest), DELIVERED);
    }

    private static Instant ends(Instant activates) {
        return activates.plus(Duration.ofDays(31)).truncatedTo(ChronoUnit.DAYS);
    }

    private static List<Flow> live(List<List<Told>> lots) {
        List<Flow> flows = new ArrayList<>();
        Shelf shelf = new Shelf(START, 0, false, List.of(), LotSource.NONE);
        for (Told each :
                lots.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(Told::at))
                        .toList()) {
            shelf = shelf.at(each.at());
            flows.addAll(shelf.settle());
            flows.addAll(each.tell(shelf));
        }
        flows.addAll(shelf.at(Happening.YEARS_LATER).settle());
        return flows;
    }

    /** What gave a lot is always told before what concerns it. */
    private static List<Flow> yearsLater(List<List<Told>> lots, Random random) {
        List<Told> gifts = new ArrayList<>(lots.stream().map(List::getFirst).toList());
        List<Told> others =
                new ArrayList<>(lots.stream().flatMap(told -> told.stream().skip(1)).toList());
        Collections.shuffle(gifts, random);
        Collections.shuffle(others, random);
        List<Flow> flows = new ArrayList<>();
        Shelf shelf = new Shelf(Happening.YEARS_LATER, 0, false, List.of(), LotSource.NONE);
        gifts.forEach(each -> flows.addAll(each.tell(shelf)));
        others.forEach(each -> flows.addAll(each.tell(shelf)));
        return flows;
    }
}
