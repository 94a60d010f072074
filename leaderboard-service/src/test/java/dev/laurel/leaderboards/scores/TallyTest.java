package dev.laurel.leaderboards.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    private static final Participant ANN = new Participant("club", "ann");
    private static final Instant EARLY = Instant.parse("2011-11-03T10:00:00Z");
    private static final Instant LATE = Instant.parse("2011-11-04T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2011, 11, 3);
    private static final Book STARS = new Book("club", "stars", false);
    private static final Set<Kept> KEPT =
            Set.of(new Kept(STARS, Calendar.ALL_TIME), new Kept(STARS, Calendar.MONTH));
    private static final Cell EVER = new Cell(STARS, "ann", Calendar.ALL_TIME, Period.ALL_TIME);
    private static final Cell NOVEMBER =
            new Cell(
                    STARS,
                    "ann",
                    Calendar.MONTH,
                    new Period("2011-11", LocalDate.of(2011, 11, 1), LocalDate.of(2011, 11, 30)));

    @Test
    void countsByDayAndInEveryRankingThatIsKept() {
        // Given
        Tally tally = new Tally(Map.of(), KEPT, Map.of());

        // When
        tally.add(posting(1, 5, EARLY));

        // Then
        assertThat(tally.gains())
                .containsOnly(
                        Map.entry(EVER, new Gain(5, EARLY)),
                        Map.entry(NOVEMBER, new Gain(5, EARLY)));
        assertThat(tally.days())
                .containsOnly(Map.entry(new DayCell(STARS, "ann", DAY), new Gain(5, EARLY)));
    }

    @Test
    void leavesOutWhatIsNotAboveTheLastOne() {
        // Given
        Tally tally = new Tally(Map.of(ANN, 2L), KEPT, Map.of());

        // When
        tally.add(posting(1, 5, EARLY));
        tally.add(posting(2, 5, EARLY));
        tally.add(posting(3, 7, EARLY));
        tally.add(posting(3, 7, EARLY));

        // Then
        assertThat(tally.gains()).containsEntry(EVER, new Gain(7, EARLY));
        assertThat(tally.counted()).extracting(each -> each.posting().sequence()).containsOnly(3L);
        assertThat(tally.gaps()).isZero();
    }

    @Test
    void takingPointsDoesNotMoveTheTimeAtWhichTheScoreWasReached() {
        // Given
        Tally tally = new Tally(Map.of(), KEPT, Map.of());

        // When
        tally.add(posting(1, 5, EARLY));
        tally.add(posting(2, -2, LATE));

        // Then
        assertThat(tally.gains()).containsEntry(EVER, new Gain(3, EARLY));
    }

    @Test
    void theLatestEventCountsWheneverItComes() {
        // Given
        Tally tally = new Tally(Map.of(), KEPT, Map.of());

        // When
        tally.add(posting(1, 5, LATE));
        tally.add(posting(2, 5, EARLY));

        // Then
        assertThat(tally.gains()).containsEntry(EVER, new Gain(10, LATE));
    }

    @Test
    void noticesAGap() {
        // Given
        Tally tally = new Tally(Map.of(ANN, 2L), KEPT, Map.of());

        // When
        tally.add(posting(4, 5, EARLY));

        // Then
        assertThat(tally.gaps()).isEqualTo(1);
        assertThat(tally.gains()).containsEntry(EVER, new Gain(5, EARLY));
    }

    @ParameterizedTest
    @CsvSource({
        "2011-11-01, false",
        "2011-11-02, false",
        "2011-11-03, true",
        "2011-11-05, true",
        "2011-11-06, false"
    })
    void countsForTheLastDaysWhatHappenedOnThem(LocalDate today, boolean counts) {
        // Given: the posting is of the third
        Rolling days = new Rolling(3);
        Set<Kept> kept = Set.of(new Kept(STARS, days));
        Tally tally = new Tally(Map.of(), kept, Map.of(STARS.program(), today));

        // When
        tally.add(posting(1, 5, EARLY));

        // Then
        assertThat(tally.gains().keySet())
                .isEqualTo(counts ? Set.of(new Cell(STARS, "ann", days, days.period())) : Set.of());
        assertThat(tally.days()).hasSize(1);
    }

    private static Posting posting(long sequence, long points, Instant time) {
        UUID id = new UUID(0, sequence);
        return new Posting(
                ANN, sequence, "stars", points, time, DAY, null, id, "rule:earn", null, time);
    }
}
