package dev.laurel.scoring.tiers.jobs;

import static dev.laurel.scoring.tiers.jobs.Club.level;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.ledger.Measurement;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Level;
import dev.laurel.tiers.Measure;
import dev.laurel.tiers.Window;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members rise and fall by what a metric says of their days. */
class MetricTiersIT {

    private static final long ONE = 1_000_000;
    private static final Level[] LEVELS = {
        level("bronze", 0), new Level("silver", 100, Map.of("sparks", 10L)), level("gold", 500)
    };

    private final Club club = new Club(bySpend(30));

    @AfterEach
    void close() {
        club.close();
    }

    private static Ladder byPoints(int days) {
        return Club.ladder(new Window.Rolling(Period.ofDays(days)), true, "P3D", 0, LEVELS);
    }

    private static Ladder bySpend(int days) {
        return Club.by(new Measure.Metric("spend"), byPoints(days));
    }

    @Test
    void raisesByWhatIsSaidAndPaysOnce() {
        // When
        club.hear(1, "ann", Map.of("2011-03-01", 99_990_000L));
        String before = club.tier("ann");
        club.hear(2, "ann", Map.of("2011-03-01", 100 * ONE));
        String after = club.tier("ann");
        club.hear(3, "ann", Map.of("2011-03-01", 0L));
        String returned = club.tier("ann");
        club.hear(4, "ann", Map.of("2011-03-02", 100 * ONE));

        // Then
        assertThat(before).isEqualTo("bronze");
        assertThat(after).isEqualTo("silver");
        assertThat(returned).isEqualTo("bronze");
        assertThat(club.tier("ann")).isEqualTo("silver");
        assertThat(club.balance("ann", "sparks")).isEqualTo(10);
        assertThat(club.database.discrepancies()).isZero();
    }

    @Test
    void whatWasSaidBeforeChangesNothingWhenItIsHeardAgain() {
        // Given
        Measurement first = club.said(7, "ann", false, Map.of("2011-03-01", 600 * ONE));
        Measurement second = club.said(9, "ann", false, Map.of("2011-03-01", 50 * ONE));
        club.hear(List.of(first, second), "2011-03-01");
        List<String> told = club.story("ann");

        // When
        club.hear(List.of(first), "2011-03-02");
        club.hear(List.of(first, second), "2011-03-02");

        // Then
        assertThat(told).isEmpty();
        assertThat(club.story("ann")).isEmpty();
        assertThat(club.tier("ann")).isEqualTo("bronze");
    }

    @Test
    void aMetricThatBeginsAnewLeavesNothingOfBefore() {
        // Given
        club.hear(1, "ann", Map.of("2011-03-01", 600 * ONE, "2011-03-02", 10 * ONE));

        // When
        club.hear(
                List.of(club.said(2, "ann", true, Map.of("2011-03-02", 120 * ONE))), "2011-03-02");

        // Then
        assertThat(club.story("ann"))
                .containsExactly("2011-03-02 RAISED bronze>gold", "2011-03-02 LOWERED gold>silver");
    }

    @Test
    void pointsAreNoMatterAndNeitherIsAnotherMetric() {
        // When
        club.earn("ann", "e1", "2011-03-01", 10_000);
        club.hear(
                List.of(
                        new Measurement(
                                Club.member("ann"),
                                1,
                                "visits",
                                false,
                                new TreeMap<>(Map.of(LocalDate.of(2011, 3, 1), 10_000 * ONE)))),
                "2011-03-01");

        // Then
        assertThat(club.tier("ann")).isNull();
    }

    @Test
    void whatWasSaidBeforeTheVersionWasKnownCountsFromTheNextNightOn() {
        // Given
        club.ladder = null;
        club.night("2011-03-01");
        club.hear(1, "ann", Map.of("2011-03-01", 200 * ONE));

        // When
        club.ladder = bySpend(30);
        club.night("2011-03-02");

        // Then
        assertThat(club.story("ann")).containsExactly("2011-03-01 RAISED bronze>silver");
    }

    @Test
    void whoChangesFromPointsToAMetricIsJudgedByThat() {
        // Given
        club.ladder = byPoints(30);
        club.earn("ann", "e1", "2011-03-01", 600);
        club.hear(1, "bob", Map.of("2011-03-01", 600 * ONE));

        // When
        club.ladder = bySpend(30);
        club.hear(2, "ann", Map.of("2011-03-02", 120 * ONE));

        // Then
        assertThat(club.story("ann"))
                .containsExactly("2011-03-01 RAISED bronze>gold", "2011-03-02 LOWERED gold>silver");
        club.night("2011-03-03");
        club.night("2011-03-04");
        assertThat(club.tier("bob")).isEqualTo("gold");
    }

    /** Points that were booked as they came are the oracle, see {@link TierReviewPropertyIT}. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leadsWherePointsWouldHaveLed(long seed) {
        Random random = new Random(seed);
        int window = 10 + random.nextInt(40);
        try (Club points = new Club(byPoints(window));
                Club spend = new Club(bySpend(window))) {
            // When
            Map<LocalDate, Long> sums = new TreeMap<>();
            List<Measurement> all = new ArrayList<>();
            LocalDate first = LocalDate.of(2011, 9, 1);
            for (int i = 0; i < 120; i++) {
                LocalDate today = first.plusDays(i);
                points.night(today.toString());
                spend.night(today.toString());
                if (random.nextInt(4) == 0) {
                    // Some are told late, and some take back.
                    LocalDate day = today.minusDays(random.nextInt(3) == 0 ? random.nextInt(9) : 0);
                    long more = random.nextInt(5) == 0 ? -random.nextInt(80) : random.nextInt(160);
                    if (more != 0) {
                        points.earnLate("ann", "e" + i, day.toString(), more, today.toString());
                    }
                    sums.merge(day, more * ONE, Long::sum);
                    all.add(spend.said(i, "ann", false, Map.of(day.toString(), sums.get(day))));
                    int again = random.nextInt(all.size());
                    spend.hear(all.subList(again, all.size()), today.toString());
                }
            }

            // Then
            assertThat(points.story("ann")).as("seed %d", seed).hasSizeGreaterThan(3);
            assertThat(spend.story("ann")).as("seed %d", seed).isEqualTo(points.story("ann"));
        }
    }
}
