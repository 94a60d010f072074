package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.StreakDecision;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A streak depends on the set of events only, and what it paid on the streak only. The seed is the
 * name of the test's case, so that a failing one can be run again.
 */
class StreakPropertyTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              visit: { }
              undo: { visit: string, reverses: { event: visit, by: event.data.visit } }
              restored: { day: string }
              unrestored: { visit: string, reverses: { event: restored, by: event.data.visit } }
            badges: [ { id: keen }, { id: regular } ]
            streaks:
              - id: daily
                on: visit
                every: day
                milestones: { 2: { stars: 3 }, 4: { stars: 10 }, 7: { stars: 20, badge: keen } }
                freezes: { earnEvery: 3, max: 2 }
                pauses: [ 2026-03-28/2026-03-30, 2026-04-06 ]
                restore: { on: restored, day: event.data.day }
              - id: weekly
                on: visit
                every: week
                repeat: never
                milestones: { 3: { stars: 100, badge: regular } }
                freezes: { earnEvery: 2, max: 1 }
                pauses: [ 2026-04-01/2026-04-03 ]
              - id: monthly
                on: visit
                every: month
                timeZone: program
                milestones: { 2: { stars: 1000 } }
            """;

    private static final Program PROGRAM = Programs.program(SHOP);
    private static final Program PLAIN =
            Programs.program(
                    """
                    program: shop
                    timeZone: Europe/London
                    events: { visit: { } }
                    streaks:
                      - { id: day, on: visit, every: day }
                      - { id: week, on: visit, every: week }
                      - { id: month, on: visit, every: month }
                    """);

    private static final Instant MARCH = Instant.parse("2026-03-15T00:00:00Z");
    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();

    static List<Long> seeds() {
        return new Random(20260315).longs(150).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dependsOnTheSetOfEventsOnly(long seed) {
        Random random = new Random(seed);
        Member member = member(random);
        List<Event> events = events(random);

        assertThat(outcome(member, shuffledWithDuplicates(events, random)))
                .isEqualTo(outcome(member, events));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesNoMarkOfWhatWasUndone(long seed) {
        Random random = new Random(seed);
        Member member = member(random);
        List<Event> all = new ArrayList<>();
        List<Event> without = new ArrayList<>();
        for (Event event : events(random)) {
            if (!event.type().equals("visit") && !event.type().equals("restored")) {
                continue;
            }
            all.add(event);
            if (random.nextBoolean()) {
                all.add(undo("x" + event.id(), event));
            } else {
                without.add(event);
            }
        }

        assertThat(outcome(member, shuffledWithDuplicates(all, random)))
                .isEqualTo(outcome(member, without));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverShortensAStreakByMoreActivity(long seed) {
        Random random = new Random(seed);
        List<Event> visits = visits(random, 40);
        Club club = new Club(PROGRAM);
        Map<String, Integer> longest = new HashMap<>();
        Map<String, StreakDecision> now = new HashMap<>();

        for (Event visit : shuffledWithDuplicates(visits, random)) {
            for (StreakDecision streak : club.send(visit).streaks()) {
                StreakDecision was = now.put(streak.streak(), streak);
                boolean laterRun = was != null && isAfter(streak.last(), was.last());
                if (!laterRun) {
                    assertThat(streak.after()).isGreaterThanOrEqualTo(streak.before());
                }
                assertThat(streak.longest())
                        .isGreaterThanOrEqualTo(longest.getOrDefault(streak.streak(), 0));
                longest.put(streak.streak(), streak.longest());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithCountingByHandInAnyZone(long seed) {
        Random random = new Random(seed);
        Member member = member(random);
        ZoneId zone = java.util.Objects.requireNonNull(member.zone());
        List<Event> visits = visits(random, 60);
        Set<LocalDate> days = new TreeSet<>();
        visits.forEach(visit -> days.add(LocalDate.ofInstant(visit.time(), zone)));

        Map<String, List<Integer>> shown = new TreeMap<>();
        Club club = new Club(PLAIN);
        club.register(member);
        for (Event visit : shuffledWithDuplicates(visits, random)) {
            club.send(visit)
                    .streaks()
                    .forEach(s -> shown.put(s.streak(), List.of(s.after(), s.longest())));
        }

        assertThat(shown)
                .isEqualTo(
                        Map.of(
                                "day", byHand(days, ChronoUnit.DAYS),
                                "week", byHand(days, ChronoUnit.WEEKS),
                                "month", byHand(days, ChronoUnit.MONTHS)));
    }

    /** The last run and the longest one, without numbers of periods, by the calendar alone. */
    private static List<Integer> byHand(Set<LocalDate> days, ChronoUnit unit) {
        Set<LocalDate> starts = new TreeSet<>();
        for (LocalDate day : days) {
            starts.add(
                    switch (unit) {
                        case DAYS -> day;
                        case WEEKS ->
                                day.with(
                                                IsoFields.WEEK_OF_WEEK_BASED_YEAR,
                                                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                                        .with(java.time.DayOfWeek.MONDAY);
                        default -> YearMonth.from(day).atDay(1);
                    });
        }
        int run = 0;
        int longest = 0;
        LocalDate expected = LocalDate.MIN;
        for (LocalDate start : starts) {
            run = start.equals(expected) ? run + 1 : 1;
            longest = Math.max(longest, run);
            expected = start.plus(1, unit);
        }
        return List.of(run, longest);
    }

    /** Points, badges, active periods and how each streak stands in the end. */
    private static Map<String, Object> outcome(Member member, List<Event> events) {
        Club club = new Club(PROGRAM);
        club.register(member);
        Map<String, StreakDecision> streaks = new TreeMap<>();
        for (Event event : events) {
            club.send(event).streaks().forEach(s -> streaks.put(s.streak(), unmoved(s)));
        }
        streaks.values().removeIf(streak -> streak.after() == 0);
        Map<String, Object> outcome = new TreeMap<>(club.summary());
        outcome.put("streaks", streaks);
        return outcome;
    }

    /** Where a streak stands, however it came there. */
    private static StreakDecision unmoved(StreakDecision s) {
        return new StreakDecision(
                s.streak(),
                s.every(),
                0,
                s.after(),
                s.longest(),
                s.freezes(),
                s.since(),
                s.last(),
                s.deadlines());
    }

    private static boolean isAfter(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && one.isAfter(other);
    }

    private static Member member(Random random) {
        String zone = ZONES.get(random.nextInt(ZONES.size()));
        return new Member("alice", ZoneId.of(zone), null, Set.of(), List.of(), Map.of(), Map.of());
    }

    private static List<Event> shuffledWithDuplicates(List<Event> events, Random random) {
        List<Event> shuffled = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(4) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /**
     * Visits over five weeks, some of them undone, and days that support gave, some taken again.
     */
    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        for (Event visit : visits(random, 20 + random.nextInt(40))) {
            events.add(visit);
            if (random.nextInt(6) == 0) {
                events.add(undo("u" + visit.id(), visit));
            }
        }
        for (int i = 0; i < 4; i++) {
            LocalDate day = LocalDate.parse("2026-03-15").plusDays(random.nextInt(35));
            Event restored = event("restored", "r" + i, JUNE, Map.of("day", day.toString()));
            events.add(restored);
            if (random.nextInt(3) == 0) {
                events.add(undo("u" + restored.id(), restored));
            }
        }
        return events;
    }

    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    private static List<Event> visits(Random random, int count) {
        List<Event> visits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant time = MARCH.plus(Duration.ofMinutes(random.nextInt(35 * 24 * 60)));
            visits.add(event("visit", "v" + i, time, Map.of()));
        }
        return visits;
    }

    private static Event undo(String id, Event undone) {
        String type = undone.type().equals("visit") ? "undo" : "unrestored";
        return event(type, id, JUNE, Map.of("visit", undone.id()));
    }

    private static Event event(String type, String id, Instant time, Map<String, Object> data) {
        return new Event(Events.SHOP, id, type, "alice", time, time, false, data);
    }
}
