package dev.laurel.scoring.tiers.jobs;

import static dev.laurel.scoring.tiers.jobs.Club.level;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.jobs.schedule.NightWatch;
import dev.laurel.scoring.tiers.Census;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Level;
import dev.laurel.tiers.Window;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of the nights, members end where nights on time would have led them. */
class TierReviewPropertyIT {

    private static final LocalDate FIRST = LocalDate.of(2011, 9, 1);
    private static final int DAYS = 200;
    private static final int MEMBERS = 8;

    private record Earning(String member, String event, LocalDate day, long points) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void missedNightsAreMadeUpForAsIfTheyHadBeenOnTime(long seed) {
        List<Earning> earnings = earnings(seed);
        try (Club onTime = new Club(ladder(seed));
                Club missed = new Club(ladder(seed))) {
            // When
            Random random = new Random(seed);
            int asleepUntil = 0;
            Map<LocalDate, Map<String, Long>> nights = new TreeMap<>();
            for (int i = 0; i <= DAYS; i++) {
                LocalDate day = FIRST.plusDays(i);
                onTime.night(day.toString());
                nights.put(day, onTime.tiers.members(Club.PROGRAM));
                if (i == 0 || i == DAYS || i >= asleepUntil) {
                    missed.night(day.toString());
                    asleepUntil = i + 1 + random.nextInt(14);
                }
                for (Earning earning : earnings) {
                    if (earning.day().equals(day)) {
                        book(onTime, earning);
                        book(missed, earning);
                    }
                }
            }
            onTime.night(FIRST.plusDays(DAYS + 1).toString());
            missed.night(FIRST.plusDays(DAYS + 1).toString());

            // Then
            assertThat(stories(onTime)).as("seed %d", seed).isNotEmpty();
            assertThat(stories(missed)).as("seed %d", seed).isEqualTo(stories(onTime));
            Census census = new Census(missed.tiers);
            nights.forEach((day, members) ->
                    assertThat(census.asOf(Club.PROGRAM, ladder(seed), day))
                            .as("seed %d, as of %s", seed, day)
                            .isEqualTo(members));
            assertThat(missed.database.discrepancies()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void purchasesInAnyOrderLeadToTheSameTiers(long seed) {
        List<Earning> earnings = earnings(seed);
        try (Club inOrder = new Club(ladder(seed));
                Club shuffled = new Club(ladder(seed))) {
            // When
            earnings.forEach(earning -> book(inOrder, earning));
            List<Earning> any = new ArrayList<>(earnings);
            any.addAll(earnings.subList(0, 20));
            Collections.shuffle(any, new Random(seed));
            any.forEach(earning -> book(shuffled, earning));
            for (Club club : List.of(inOrder, shuffled)) {
                club.night(FIRST.plusDays(DAYS).toString());
                club.night(FIRST.plusDays(DAYS + 1).toString());
            }

            // Then
            assertThat(tiers(shuffled)).as("seed %d", seed).isEqualTo(tiers(inOrder));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void twoInstancesThatDieNowAndThenRaceWithPurchases(long seed) throws Exception {
        List<Earning> earnings = earnings(seed);
        try (Club calm = new Club(ladder(seed));
                Club wild = new Club(ladder(seed))) {
            // Given
            calm.night(FIRST.toString());
            wild.night(FIRST.toString());
            AtomicInteger telling = new AtomicInteger();
            wild.beforeTelling =
                    _ -> {
                        if (telling.incrementAndGet() % 3 == 0) {
                            throw new Killed();
                        }
                    };

            // When: nights of the whole time run while its points are booked
            wild.now = FIRST.plusDays(DAYS + 1).atTime(3, 0).toInstant(ZoneOffset.UTC);
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                NightWatch instance = wild.instance();
                all.add(() -> {
                    for (int look = 0; look < 60; look++) {
                        survive(instance::run);
                    }
                    return null;
                });
            }
            all.add(() -> {
                earnings.forEach(earning -> {
                    while (!survive(() -> book(wild, earning))) {
                        Thread.onSpinWait();
                    }
                });
                return null;
            });
            try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
                for (Future<Void> future : threads.invokeAll(all)) {
                    future.get();
                }
            }
            wild.beforeTelling = _ -> {};
            wild.instance().run();
            earnings.forEach(earning -> book(calm, earning));
            calm.night(FIRST.plusDays(DAYS + 1).toString());
            // Points that were booked after the last night are brought up to date by the next one.
            wild.now = FIRST.plusDays(DAYS + 2).atTime(3, 0).toInstant(ZoneOffset.UTC);
            wild.instance().run();
            calm.night(FIRST.plusDays(DAYS + 2).toString());

            // Then
            assertThat(telling).as("deaths").hasValueGreaterThan(10);
            assertThat(tiers(wild)).as("seed %d", seed).isEqualTo(tiers(calm));
            assertThat(wild.database.number("SELECT count(*) - count(DISTINCT day) FROM job_run"))
                    .as("stages besides the first of %d nights", DAYS + 3)
                    .isEqualTo(4L * (DAYS + 3));
            assertThat(
                            wild.database.number(
                                    "SELECT count(*) FROM (SELECT max(revision) <> count(*) AS gap FROM tier_change GROUP BY member) AS m WHERE gap"))
                    .as("members with gaps in what they were told")
                    .isZero();
            assertThat(
                            wild.database.number(
                                    "SELECT count(*) FROM tier_change a JOIN tier_change b ON a.member = b.member AND b.revision = a.revision + 1 AND b.from_tier IS DISTINCT FROM CASE a.kind WHEN 'warned' THEN a.from_tier ELSE a.to_tier END"))
                    .as("changes that do not follow on each other")
                    .isZero();
            assertThat(wild.database.discrepancies()).isZero();
        }
    }

    /** A process that ends leaves no exception behind that anybody could deal with. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1;
    }

    private static boolean survive(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Killed _) {
            return false;
        }
    }

    private static void book(Club club, Earning earning) {
        club.earn(earning.member(), earning.event(), earning.day().toString(), earning.points());
    }

    private static Map<String, Object> stories(Club club) {
        Map<String, Object> stories = new TreeMap<>();
        for (int i = 0; i < MEMBERS; i++) {
            stories.put("m" + i, club.story("m" + i));
        }
        return stories;
    }

    private static Map<String, Object> tiers(Club club) {
        Map<String, Object> tiers = new TreeMap<>();
        for (int i = 0; i < MEMBERS; i++) {
            tiers.put("m" + i, String.valueOf(club.tier("m" + i)));
        }
        return tiers;
    }

    private static Ladder ladder(long seed) {
        Random random = new Random(seed);
        return Club.ladder(
                random.nextBoolean()
                        ? new Window.Rolling(Period.ofDays(60))
                        : new Window.Rolling(Period.ofMonths(1)),
                random.nextBoolean(),
                random.nextBoolean() ? "P10D" : "P1M",
                random.nextBoolean() ? 7 : 0,
                level("bronze", 0),
                new Level("silver", 300, Map.of("sparks", 10L)),
                level("gold", 700));
    }

    private static List<Earning> earnings(long seed) {
        Random random = new Random(seed);
        List<Earning> earnings = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            long points =
                    random.nextInt(6) == 0 ? -random.nextLong(150) - 1 : random.nextLong(200) + 1;
            earnings.add(
                    new Earning(
                            "m" + random.nextInt(MEMBERS),
                            "e" + i,
                            FIRST.plusDays(random.nextInt(DAYS - 40)),
                            points));
        }
        earnings.sort(Comparator.comparing(Earning::day));
        return earnings;
    }
}
