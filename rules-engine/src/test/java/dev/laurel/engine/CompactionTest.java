package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.state.MemberStateCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is let go of makes no difference, and what is kept does not grow with the years. */
class CompactionTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            lateness: P2D
            RETENTION
            wallets: [ { id: stars }, { id: sparks } ]
            events:
              purchase: { amount: double, store: string }
              visit: { }
              refund: { purchase: string, amount: double, reverses: { event: purchase, by: data.purchase, share: data.amount / original.data.amount } }
            metrics:
              - { id: spend, on: purchase, value: sum(event.data.amount) }
              - { id: purchases, on: purchase, value: count() }
              - { id: stores, on: purchase, value: distinct(event.data.store) }
              - { id: visits, on: visit, value: count() }
              - { id: smallest, on: purchase, value: min(event.data.amount) }
            rules:
              - { id: calm, on: purchase, award: { sparks: 1 }, cooldown: PT6H }
              - { id: earn, on: purchase, award: { stars: floor(event.data.amount) }, limits: [ { per: hour, stars: 60 }, { per: day, stars: 80 }, { per: month, stars: 900 } ] }
              - { id: store, on: purchase, award: { sparks: 3 }, limits: [ { per: day, count: 1, object: event.data.store } ] }
            challenges:
              - { id: weekly, repeat: weekly, steps: [ { id: two, measure: purchases, target: 2 }, { id: spend, measure: spend, target: 90 } ], award: { sparks: 5 } }
              - { id: big-day, steps: [ { id: day, measure: spend, target: 190, window: day }, { id: month, measure: stores, target: 7, window: month } ], award: { sparks: 500 } }
              - { id: burst, steps: [ { id: span, measure: spend, target: 400, window: P5D }, { id: day, measure: spend, target: 150, window: day } ], award: { sparks: 300 } }
              - { id: dear, steps: [ { id: week, measure: smallest, target: 70, window: week } ], award: { sparks: 40 } }
              - { id: path, order: sequence, steps: [ { id: look, measure: visits, target: 60 }, { id: buy, measure: spend, target: 3000 }, { id: again, measure: visits, target: 90 } ], award: { sparks: 1000 } }
              - { id: short, order: sequence, steps: [ { id: buy, measure: purchases, target: 3 }, { id: more, measure: purchases, target: 40 }, { id: look, measure: visits, target: 5 } ], award: { sparks: 200 } }
            """;

    private static final Program SHORT = program("retention: { duplicates: P2D, reversals: P5D }");
    private static final Program FOR_EVER =
            program("retention: { duplicates: P3660D, reversals: P3660D }");

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    static List<Long> seeds() {
        return new Random(20261122).longs(12).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void makesNoDifference(long seed) {
        Club compact = new Club(SHORT);
        Club complete = new Club(FOR_EVER);
        List<Event> events = events(new Random(seed), 240, 1.5);

        for (Event event : events) {
            var expected = complete.send(event);
            var actual = compact.send(event);
            assertThat(actual.points()).isEqualTo(expected.points());
            assertThat(actual.rules()).isEqualTo(expected.rules());
            assertThat(actual.badges()).isEqualTo(expected.badges());
        }

        assertThat(MemberStateCodec.encode(compact.state("alice")).length)
                .isLessThan(MemberStateCodec.encode(complete.state("alice")).length / 3);
    }

    @Test
    void keepsTheStateSmallForYears() {
        Club club = new Club(program(""));
        List<Event> events = events(new Random(7), 3 * 365, 1);
        int[] bytes = new int[5];
        for (Event event : events) {
            club.send(event);
            int year = (int) (Duration.between(START, event.time()).toDays() / 365) + 1;
            bytes[year] = MemberStateCodec.encode(club.state("alice")).length;
        }

        System.out.println("Bytes after each year of daily activity: " + Arrays.toString(bytes));
        assertThat(bytes[1]).isLessThan(16_384);
        assertThat(bytes[3]).isLessThan(bytes[1] + 2 * 1_024);
    }

    private static Program program(String retention) {
        return Programs.program(SHOP.replace("RETENTION", retention));
    }

    /** By when they are recorded: up to two days late, some returned within five days. */
    private static List<Event> events(Random random, int days, double perDay) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < days * perDay; i++) {
            Instant time =
                    START.plus(Duration.ofMinutes((long) (random.nextDouble() * days * 1440)));
            Duration delay = Duration.ofMinutes(random.nextInt(4) == 0 ? random.nextInt(2880) : 1);
            if (random.nextInt(3) == 0) {
                events.add(
                        Events.of("visit", "v" + i, Map.of())
                                .at(time.toString())
                                .recordedAfter(delay));
                continue;
            }
            double amount = (100 + random.nextInt(9000)) / 100.0;
            Map<String, Object> data =
                    Map.of("amount", amount, "store", "store" + random.nextInt(9));
            events.add(
                    Events.of("purchase", "p" + i, data).at(time.toString()).recordedAfter(delay));
            if (random.nextInt(4) == 0) {
                Map<String, Object> back =
                        Map.of(
                                "purchase",
                                "p" + i,
                                "amount",
                                random.nextBoolean() ? amount : amount / 3);
                Instant later = time.plus(Duration.ofMinutes(random.nextInt(5 * 1440 - 1440)));
                events.add(
                        Events.of("refund", "r" + i, back)
                                .at(later.toString())
                                .recordedAfter(Duration.ofMinutes(random.nextInt(2880))));
            }
        }
        events.sort(Comparator.comparing(Event::recordedTime).thenComparing(Event::id));
        return events;
    }
}
