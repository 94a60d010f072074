package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.MetricEffect;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.revisions.Choice;
import dev.laurel.engine.state.MemberStateCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What boards are told of the metrics that they rank by. */
class BoardMetricsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double }
              hello: { }
              refund: { purchase: string, reverses: { event: purchase, by: data.purchase } }
            metrics:
              - { id: spend, on: purchase, value: sum(event.data.amount) }
              - { id: buys, on: purchase, value: count() }
              - { id: dearest, on: purchase, value: max(event.data.amount) }
              - { id: quiet, on: purchase, value: count() }
            rules: [ { id: earn, on: purchase, award: { stars: 1 } } ]
            badges: [ { id: regular, when: metrics.quiet >= 100 } ]
            leaderboards:
              - { id: spenders, of: { metric: spend }, period: month }
              - { id: spenders-ever, of: { metric: spend } }
              - { id: buyers, of: { metric: buys }, period: week }
              - { id: dearest, of: { metric: dearest } }
            """;

    /** The same, and nobody is told anything of metrics. */
    private static final String UNRANKED = SHOP.substring(0, SHOP.indexOf("leaderboards:"));

    private static final Cause SPEND = Cause.metric("spend");
    private static final long MILLION = 1_000_000;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Program PROGRAM = Programs.program(SHOP);

    private final Club club = new Club(PROGRAM);

    @Test
    void tellsWhatAMetricSaysAndWhatItSaysOfTheDay() {
        // Given
        club.send(Events.purchase("p1", 12.34).event());

        // When
        Decision decision = club.send(Events.purchase("p2", 7.66).event());

        // Then
        LocalDate day = LocalDate.parse("2026-03-10");
        assertThat(decision.metrics())
                .containsExactly(
                        new MetricEffect(
                                "spend",
                                20 * MILLION,
                                true,
                                false,
                                List.of(new MetricEffect.Day(day, 20 * MILLION))),
                        new MetricEffect(
                                "buys",
                                2 * MILLION,
                                true,
                                false,
                                List.of(new MetricEffect.Day(day, 2 * MILLION))),
                        new MetricEffect("dearest", 12_340_000, true, false, List.of()));
    }

    @Test
    void countsAnEventOnItsDayInTheProgramsZone() {
        // When
        Decision decision = club.send(Events.purchase("p1", 5).at("2026-06-09T23:30:00Z").event());

        // Then
        assertThat(decision.metrics().getFirst().days())
                .extracting(MetricEffect.Day::day)
                .containsExactly(LocalDate.parse("2026-06-10"));
    }

    @Test
    void takesWhatIsUndoneFromTheDayOfTheEventThatIsUndone() {
        // Given
        club.send(Events.purchase("p1", 5).event());

        // When
        Decision decision =
                club.send(
                        Events.of("refund", "r1", Map.of("purchase", "p1"))
                                .at("2026-03-20T12:00:00Z")
                                .event());

        // Then
        assertThat(decision.metrics())
                .contains(
                        new MetricEffect(
                                "spend",
                                0,
                                false,
                                false,
                                List.of(new MetricEffect.Day(LocalDate.parse("2026-03-10"), 0))));
    }

    @Test
    void saysNothingWithADuplicate() {
        // Given
        club.send(Events.purchase("p1", 5).event());

        // When
        Decision again = club.send(Events.purchase("p1", 5).event());

        // Then
        assertThat(again.metrics()).isEmpty();
    }

    @Test
    void saysSoWhenAMetricBeginsAnew() {
        // Given
        club.send(Events.purchase("p1", 5).at("2026-03-08T12:00:00Z").event());
        club.publish(Map.of(SPEND, Choice.RESTART));

        // When
        Decision decision = club.send(Events.purchase("p2", 7).event());

        // Then
        assertThat(decision.metrics().getFirst())
                .isEqualTo(
                        new MetricEffect(
                                "spend",
                                7 * MILLION,
                                true,
                                true,
                                List.of(
                                        new MetricEffect.Day(
                                                LocalDate.parse("2026-03-10"), 7 * MILLION))));
    }

    @Test
    void tellsWhatBecomesOfDaysThatItToldOnceWhateverTheVersionInForceTells() {
        // Given
        club.send(Events.purchase("p1", 12).event());
        club.send(Events.purchase("p2", 8).event());
        club.publish(UNRANKED);

        // When
        Decision bought = club.send(Events.purchase("p3", 5).event());
        Decision returned = club.send(refund("p1"));
        Decision again = club.send(refund("p1"));

        // Then
        LocalDate day = LocalDate.parse("2026-03-10");
        assertThat(bought.metrics()).isEmpty();
        assertThat(returned.metrics())
                .containsExactly(
                        new MetricEffect(
                                "spend",
                                13 * MILLION,
                                false,
                                false,
                                List.of(new MetricEffect.Day(day, 8 * MILLION))),
                        new MetricEffect(
                                "buys",
                                2 * MILLION,
                                false,
                                false,
                                List.of(new MetricEffect.Day(day, MILLION))));
        assertThat(again.metrics()).isEmpty();
    }

    @Test
    void saysSoOnceWhenAMetricBeginsAnewWhateverTheVersionInForceTells() {
        // Given
        club.send(Events.purchase("p1", 12).event());
        club.publish(UNRANKED, Map.of(SPEND, Choice.RESTART));

        // When
        Decision duplicate = club.send(Events.purchase("p1", 12).event());
        Decision late = club.send(Events.purchase("p0", 5).recordedAfter(Duration.ofDays(400)));
        Decision first = club.send(Events.of("hello", "h1", Map.of()).event());
        Decision second = club.send(Events.of("hello", "h2", Map.of()).event());

        // Then
        assertThat(duplicate.metrics()).isEmpty();
        assertThat(late.metrics()).isEmpty();
        assertThat(first.metrics())
                .containsExactly(new MetricEffect("spend", 0, false, true, List.of()));
        assertThat(second.metrics()).isEmpty();
    }

    @Test
    void saysSoWhenAMetricHadBegunAnewBeforeItWentFromTheProgram() {
        // Given
        club.send(Events.purchase("p1", 12).event());
        club.publish(Map.of(SPEND, Choice.RESTART));
        club.publish(
                UNRANKED.replace(
                        "- { id: spend, on: purchase, value: sum(event.data.amount) }", ""));

        // When
        Decision next = club.send(Events.of("hello", "h1", Map.of()).event());

        // Then
        assertThat(next.metrics())
                .containsExactly(new MetricEffect("spend", 0, false, true, List.of()));
    }

    @Test
    void saysNothingOfWhatCountsUnderAVersionThatTellsNothingOfAMetricThatBeginsAnew() {
        // Given
        club.send(Events.purchase("p1", 12).event());
        club.publish(UNRANKED, Map.of(SPEND, Choice.RESTART));

        // When
        Decision first = club.send(Events.purchase("p2", 7).event());
        Decision second = club.send(Events.purchase("p3", 993).event());

        // Then
        assertThat(first.metrics())
                .containsExactly(new MetricEffect("spend", 0, false, true, List.of()));
        assertThat(second.metrics()).isEmpty();
    }

    private static Event refund(String purchase) {
        return Events.of("refund", "r-" + purchase, Map.of("purchase", purchase)).event();
    }

    /** What is told in the end is what was bought under versions that tell of days, and kept. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsNoDayThatIsNoLongerSoHoweverVersionsComeAndGo(long seed) {
        // Given
        Random random = new Random(seed);
        List<String> versions =
                List.of(
                        SHOP,
                        UNRANKED,
                        SHOP.replace(", period: month", "").replace(", period: week", ""));
        String version = SHOP;
        Map<String, LocalDate> days = new TreeMap<>();
        Map<String, Long> spent = new TreeMap<>();
        Map<LocalDate, Long> told = new TreeMap<>();

        // When
        for (int i = 0; i < 60; i++) {
            Event event = Events.of("hello", "h" + i, Map.of()).event();
            if (random.nextInt(6) == 0) {
                version = versions.get(random.nextInt(versions.size()));
                boolean restart = random.nextInt(3) == 0;
                club.publish(version, restart ? Map.of(SPEND, Choice.RESTART) : Map.of());
                if (restart) {
                    spent.clear();
                }
            } else if (random.nextInt(3) == 0 && !days.isEmpty()) {
                String undone = List.copyOf(days.keySet()).get(random.nextInt(days.size()));
                spent.remove(undone);
                event = refund(undone);
            } else {
                String id = "p" + i;
                Instant time =
                        Instant.parse("2026-03-10T12:00:00Z")
                                .minus(Duration.ofDays(random.nextInt(5)));
                int cents = 1 + random.nextInt(5_000);
                days.put(id, LocalDate.ofInstant(time, LONDON));
                if (version.equals(SHOP)) {
                    spent.put(id, cents * 10_000L);
                }
                event = Events.purchase(id, cents / 100.0).at(time.toString()).event();
            }
            for (MetricEffect effect : club.send(event).metrics()) {
                if (effect.metric().equals("spend")) {
                    if (effect.afresh()) {
                        told.clear();
                    }
                    effect.days().forEach(each -> told.put(each.day(), each.value()));
                }
            }
        }

        // Then
        told.values().removeIf(value -> value == 0);
        Map<LocalDate, Long> kept = new TreeMap<>();
        spent.forEach((id, amount) -> kept.merge(days.get(id), amount, Long::sum));
        assertThat(told).isEqualTo(kept);
    }

    /**
     * What is told of all time is what the metric says where a version tells of it and something
     * counts, and nothing from when it begins anew until then.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsOnlyWhatCountsUnderVersionsThatTellOfItHoweverVersionsComeAndGo(long seed) {
        // Given
        Random random = new Random(seed);
        String ranked = SHOP.replace(", period: month", "").replace(", period: week", "");
        String version = ranked;
        club.publish(version);
        Map<String, Long> spent = new TreeMap<>();
        boolean begins = false;
        long expected = 0;
        long told = 0;

        for (int i = 0; i < 60; i++) {
            // When
            if (random.nextInt(5) == 0) {
                version = random.nextBoolean() ? ranked : UNRANKED;
                boolean restart = random.nextBoolean();
                club.publish(version, restart ? Map.of(SPEND, Choice.RESTART) : Map.of());
                if (restart) {
                    spent.clear();
                    begins = true;
                }
            }
            Event event = Events.of("hello", "h" + i, Map.of()).event();
            boolean counts = false;
            if (random.nextInt(3) == 0 && !spent.isEmpty()) {
                String undone = List.copyOf(spent.keySet()).get(random.nextInt(spent.size()));
                spent.remove(undone);
                event = refund(undone);
                counts = true;
            } else if (random.nextInt(3) > 0) {
                int cents = 1 + random.nextInt(5_000);
                spent.put("p" + i, cents * 10_000L);
                event = Events.purchase("p" + i, cents / 100.0).event();
                counts = true;
            }
            if (begins) {
                expected = 0;
                begins = false;
            }
            if (counts && version.equals(ranked)) {
                expected = spent.values().stream().mapToLong(Long::longValue).sum();
            }
            for (MetricEffect effect : club.send(event).metrics()) {
                if (effect.metric().equals("spend")) {
                    told = effect.value();
                }
            }

            // Then
            assertThat(told).as("event %d", i).isEqualTo(expected);
        }
    }

    @Test
    void keepsNoDaysOfMetricsWithoutABoardOrWithoutAPeriodAndOfOthersOnlyThoseThatCanChange() {
        // Given
        Club small =
                new Club(
                        Programs.program(
                                SHOP.replace(", period: month", "").replace(", period: week", "")));
        Instant start = Instant.parse("2026-01-01T12:00:00Z");

        // When
        for (int day = 0; day < 3 * 365; day++) {
            Event event =
                    Events.purchase("p" + day, 5)
                            .at(start.plus(Duration.ofDays(day)).toString())
                            .event();
            club.send(event);
            small.send(event);
        }

        // Then
        int daily = MemberStateCodec.encode(club.state("alice")).length;
        int ever = MemberStateCodec.encode(small.state("alice")).length;
        assertThat(daily - ever).isPositive().isLessThan(4_096);
    }

    static List<Long> seeds() {
        return new Random(20261123).longs(60).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsWithTheSameWhateverTheOrder(long seed) {
        // Given
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        Map<LocalDate, Long> spend = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            Instant time =
                    Instant.parse("2026-03-20T00:00:00Z")
                            .plus(Duration.ofMinutes(random.nextInt(12 * 1440)));
            int cents = random.nextInt(5_000);
            events.add(Events.purchase("p" + i, cents / 100.0).at(time.toString()).event());
            LocalDate day = LocalDate.ofInstant(time, LONDON);
            if (random.nextInt(4) == 0) {
                events.add(
                        Events.of("refund", "r" + i, Map.of("purchase", "p" + i))
                                .at(time.plusSeconds(60).toString())
                                .event());
            } else {
                spend.merge(day, cents * 10_000L, Long::sum);
            }
        }
        List<Event> shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, 10));
        Collections.shuffle(shuffled, random);

        // When
        Map<LocalDate, Long> told = new TreeMap<>();
        long[] ever = {0};
        for (Event event : shuffled) {
            for (MetricEffect effect : club.send(event).metrics()) {
                if (effect.metric().equals("spend")) {
                    ever[0] = effect.value();
                    effect.days().forEach(each -> told.put(each.day(), each.value()));
                }
            }
        }

        // Then
        told.values().removeIf(value -> value == 0);
        spend.values().removeIf(value -> value == 0);
        assertThat(told).isEqualTo(spend);
        assertThat(ever[0]).isEqualTo(spend.values().stream().mapToLong(Long::longValue).sum());
    }
}
