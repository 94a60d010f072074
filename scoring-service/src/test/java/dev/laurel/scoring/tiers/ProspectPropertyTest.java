package dev.laurel.scoring.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.tiers.Course;
import dev.laurel.tiers.Earnings;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Level;
import dev.laurel.tiers.Measure;
import dev.laurel.tiers.Step;
import dev.laurel.tiers.Step.Lowered;
import dev.laurel.tiers.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What members are told that it takes is enough. */
class ProspectPropertyTest {

    private static final int LIVES = 3_000;
    private static final LocalDate FIRST = LocalDate.of(2011, 11, 3);

    @Test
    void whoEarnsWhatIsMissingRisesAndWhoEarnsOneLessDoesNot() {
        for (long seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            Ladder ladder = ladder(random);
            SortedMap<LocalDate, Long> points = points(random);
            LocalDate today = points.lastKey().plusDays(random.nextInt(200));
            Prospect.Next next = prospect(ladder, points, today).next();
            if (next == null) {
                continue;
            }

            assertThat(at(prospect(ladder, with(points, today, next.points()), today)))
                    .as("seed %d: %s", seed, next)
                    .isGreaterThanOrEqualTo(next.tier().at());
            assertThat(at(prospect(ladder, with(points, today, next.points() - 1), today)))
                    .as("seed %d: %s", seed, next)
                    .isLessThan(next.tier().at());
        }
    }

    @Test
    void whoEarnsNothingFallsOnThatDayAndWhoEarnsEnoughDoesNot() {
        int falls = 0;
        for (long seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            Ladder ladder = ladder(random);
            SortedMap<LocalDate, Long> points = points(random);
            LocalDate today = points.lastKey().plusDays(random.nextInt(200));
            Prospect.Fall fall = prospect(ladder, points, today).fall();
            if (fall == null) {
                continue;
            }
            falls++;

            assertThat(lowered(ladder, points, today, fall.on()))
                    .as("seed %d: %s %s %s %s", seed, fall, today, ladder, points)
                    .containsExactly(fall.on());
            SortedMap<LocalDate, Long> more = with(points, fall.on().minusDays(1), fall.points());
            assertThat(level(ladder, more, fall.on()))
                    .as("seed %d: %s %s %s %s", seed, fall, today, ladder, points)
                    .isGreaterThan(level(ladder, points, fall.on()));
        }
        assertThat(falls).isGreaterThan(LIVES / 10);
    }

    private static Prospect prospect(
            Ladder ladder, SortedMap<LocalDate, Long> points, LocalDate today) {
        Kept born = Kept.begin(new Member("club", "ann"), ladder, points.firstKey());
        return Prospect.of(
                ladder, born, born, Earnings.of(points), List.of(), today, Instant.EPOCH);
    }

    /** Days of falls after today, up to a day. */
    private static List<LocalDate> lowered(
            Ladder ladder, SortedMap<LocalDate, Long> points, LocalDate today, LocalDate until) {
        Course course = Course.fromTheBeginning(ladder, Earnings.of(points), points.firstKey());
        course.advance(until);
        return course.steps().stream()
                .filter(step -> step instanceof Lowered && step.day().isAfter(today))
                .map(Step::day)
                .toList();
    }

    private static int level(Ladder ladder, SortedMap<LocalDate, Long> points, LocalDate morning) {
        Course course = Course.fromTheBeginning(ladder, Earnings.of(points), points.firstKey());
        course.advance(morning);
        return course.level();
    }

    private static long at(Prospect prospect) {
        Level tier = prospect.tier();
        return tier == null ? -1 : tier.at();
    }

    private static SortedMap<LocalDate, Long> with(
            SortedMap<LocalDate, Long> points, LocalDate day, long more) {
        SortedMap<LocalDate, Long> sum = new TreeMap<>(points);
        sum.merge(day, more, Long::sum);
        return sum;
    }

    private static Ladder ladder(Random random) {
        List<Level> levels = new ArrayList<>();
        long at = random.nextBoolean() ? 0 : 50;
        for (int i = 0; i <= random.nextInt(4); i++) {
            levels.add(new Level("level-" + i, at, Map.of()));
            at += 1 + random.nextInt(300);
        }
        Window window =
                switch (random.nextInt(4)) {
                    case 0 -> new Window.CalendarYear();
                    case 1 -> new Window.Lifetime();
                    case 2 -> new Window.Rolling(Period.ofDays(1 + random.nextInt(100)));
                    default -> new Window.Rolling(Period.ofMonths(1 + random.nextInt(14)));
                };
        List<Period> graces =
                List.of(Period.ZERO, Period.ofDays(1), Period.ofDays(30), Period.ofMonths(3));
        return new Ladder(
                new Measure.Wallet("stars"),
                window,
                levels,
                random.nextBoolean(),
                graces.get(random.nextInt(graces.size())),
                List.of(0, 1, 7, 30).get(random.nextInt(4)),
                ZoneOffset.UTC,
                "v1");
    }

    private static SortedMap<LocalDate, Long> points(Random random) {
        SortedMap<LocalDate, Long> points = new TreeMap<>();
        LocalDate day = FIRST;
        for (int i = 0; i <= random.nextInt(15); i++) {
            day = day.plusDays(random.nextInt(4) == 0 ? random.nextInt(400) : random.nextInt(20));
            boolean taken = random.nextInt(5) == 0;
            points.merge(day, taken ? -random.nextLong(200) : random.nextLong(250), Long::sum);
        }
        return points;
    }
}
