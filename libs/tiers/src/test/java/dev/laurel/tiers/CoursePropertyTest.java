package dev.laurel.tiers;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Against {@link DayByDay}, over random ladders, points and stops. */
class CoursePropertyTest {

    private static final int LIVES = 4_000;
    private static final LocalDate FIRST = LocalDate.of(2011, 11, 3);

    @Test
    void goesAsDayByDay() {
        for (long seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            Ladder ladder = ladder(random);
            SortedMap<LocalDate, Long> points = points(random);
            LocalDate last = points.lastKey().plusDays(random.nextInt(900));

            DayByDay expected = new DayByDay(ladder, points);
            int level = expected.live(points.firstKey(), last);
            Course course = Course.fromTheBeginning(ladder, Earnings.of(points), points.firstKey());
            course.advance(last);
            course.close();

            String what = "seed %d: %s %s until %s".formatted(seed, ladder, points, last);
            assertThat(told(course.steps())).as(what).isEqualTo(expected.told);
            assertThat(course.level()).as(what).isEqualTo(level);
        }
    }

    /** Nights in any bundles, and with no more points at hand than the window has. */
    @Test
    void stopsChangeNothing() {
        for (long seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            Ladder ladder = ladder(random);
            SortedMap<LocalDate, Long> points = points(random);
            LocalDate last = points.lastKey().plusDays(random.nextInt(900));
            Course whole = Course.fromTheBeginning(ladder, Earnings.of(points), points.firstKey());
            whole.advance(last);

            List<Step> steps = new ArrayList<>();
            Standing standing =
                    new Standing(points.firstKey(), ladder.id(ladder.lowest()), null, null);
            while (standing.day().isBefore(last)) {
                LocalDate to = standing.day().plusDays(1 + random.nextInt(120));
                Course part =
                        Course.from(
                                ladder,
                                Earnings.of(points.tailMap(ladder.window().from(standing.day()))),
                                standing);
                part.advance(to.isAfter(last) ? last : to);
                steps.addAll(part.steps());
                standing = part.standing();
            }

            assertThat(steps).as("seed %d", seed).isEqualTo(whole.steps());
            assertThat(standing).as("seed %d", seed).isEqualTo(whole.standing());
        }
    }

    /** What the night is told to look for comes when it was said to, and nothing before it. */
    @Test
    void saysWhenToLookAgain() {
        for (long seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            Ladder ladder = ladder(random);
            SortedMap<LocalDate, Long> points = points(random);
            Course course = Course.fromTheBeginning(ladder, Earnings.of(points), points.firstKey());
            course.advance(points.lastKey());
            Step next = course.next(Step.class);
            LocalDate until = next == null ? FIRST.plusYears(30) : next.day();

            course.close();
            int before = course.steps().size();
            course.advance(until.minusDays(1));
            assertThat(course.steps()).as("seed %d", seed).hasSize(before);
            course.advance(until);
            if (next != null) {
                assertThat(course.steps().get(before)).as("seed %d", seed).isEqualTo(next);
            } else {
                assertThat(course.steps()).as("seed %d", seed).hasSize(before);
            }
        }
    }

    private static List<String> told(List<Step> steps) {
        return steps.stream()
                .map(step ->
                        switch (step) {
                            case Step.Raised(var day, var from, var to) ->
                                    "%s up %d %d".formatted(day, from, to);
                            case Step.Lowered(var day, var from, var to) ->
                                    "%s down %d %d".formatted(day, from, to);
                            case Step.Warned(var day, var level, var falls, var to) ->
                                    "%s warned %s down %d %d".formatted(day, falls, level, to);
                        })
                .toList();
    }

    private static Ladder ladder(Random random) {
        List<Level> levels = new ArrayList<>();
        long at = random.nextBoolean() ? 0 : 50;
        for (int i = 0; i <= random.nextInt(4); i++) {
            levels.add(new Level("level-" + i, at, Map.of()));
            at += 1 + random.nextInt(300);
        }
        Window window =
                switch (random.nextInt(5)) {
                    case 0 -> new Window.CalendarYear();
                    case 1 -> new Window.Lifetime();
                    case 2 -> new Window.Rolling(Period.ofDays(1 + random.nextInt(100)));
                    case 3 -> new Window.Rolling(Period.ofMonths(1 + random.nextInt(14)));
                    default ->
                            new Window.Rolling(
                                    Period.of(
                                            random.nextInt(2),
                                            1 + random.nextInt(14),
                                            1 + random.nextInt(40)));
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
