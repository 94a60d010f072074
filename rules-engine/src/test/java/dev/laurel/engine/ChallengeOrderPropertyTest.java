package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.members.Member.Membership;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of metric, window, repetition and order of a challenge that takes its award back: the
 * same set of events leaves the same points, badges and metrics in whatever order and however often
 * they come; a purchase that is undone leaves what would be there without it. The seed is the name
 * of the test's case.
 */
class ChallengeOrderPropertyTest {

    private static final Program PROGRAM =
            Programs.program(
                    """
                    program: shop
                    timeZone: Europe/London
                    lateness: P366D
                    wallets: [ { id: a }, { id: b }, { id: c }, { id: d }, { id: e }, { id: f }, { id: g }, { id: h }, { id: i }, { id: j } ]
                    events:
                      purchase: { amount: double, item: string }
                      visit: { stay: double }
                      cancelled: { purchase: string, reverses: { event: purchase, by: data.purchase } }
                    metrics:
                      - { id: visits, on: visit, value: count() }
                      - { id: purchases, on: purchase, value: count() }
                      - { id: spend, on: purchase, value: sum(event.data.amount) }
                      - { id: items, on: purchase, value: distinct(event.data.item) }
                      - { id: largest, on: purchase, value: max(event.data.amount) }
                      - { id: smallest, on: purchase, value: min(event.data.amount) }
                      - { id: newest, on: purchase, value: last(event.data.amount) }
                      - { id: stay, on: visit, value: last(event.data.stay) }
                    challenges:
                      - { id: day, repeat: daily, steps: [ { id: s, measure: purchases, target: 2 } ], award: { a: 1, badge: hare } }
                      - { id: week, repeat: weekly, complete: 1, steps: [ { id: s, measure: items, target: 3 }, { id: t, measure: largest, target: 90 } ], award: { b: 1, badge: hare } }
                      - { id: month, open: 2026-03-10/.., repeat: monthly, steps: [ { id: s, measure: newest, target: 50 } ], award: { c: 1 } }
                      - { id: often, repeat: unlimited, steps: [ { id: s, measure: spend, target: 33.3 }, { id: t, measure: visits, target: 1 } ], award: { d: 1, badge: fox } }
                      - { id: sequence, order: sequence, steps: [ { id: s, measure: visits, target: 2 }, { id: t, measure: spend, target: 150 }, { id: u, measure: visits, target: 2 } ], award: { e: 1 } }
                      - { id: oneWeek, steps: [ { id: s, measure: purchases, target: 5, window: week }, { id: t, measure: smallest, target: 40, window: day } ], award: { f: 1 } }
                      - { id: rolling, open: ../2026-04-01, steps: [ { id: s, measure: spend, target: 200, window: P4D }, { id: t, measure: items, target: 4, window: P6D } ], award: { g: 1 } }
                      - { id: quarter, steps: [ { id: s, measure: largest, target: 97, window: quarter }, { id: t, measure: stay, target: 5, window: ever } ], award: { h: 1 } }
                      - { id: joined, enrolment: opt-in, steps: [ { id: s, measure: purchases, target: 6 } ], award: { i: 1 } }
                      - { id: red, audience: member.team == 'red', repeat: unlimited, steps: [ { id: s, measure: visits, target: 2 } ], award: { j: 1 } }
                    badges:
                      - { id: hare }
                      - { id: fox }
                      - { id: careful, when: metrics.smallest > 5.0 }
                      - { id: recent, when: metrics.newest > 50.0 && metrics.largest > 70.0 && metrics.stay > 2.0 }
                    """);

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Member ALICE =
            new Member(
                    "alice",
                    null,
                    null,
                    Set.of(),
                    List.of(
                            new Membership("red", MARCH.plus(Duration.ofDays(5))),
                            new Membership("blue", MARCH.plus(Duration.ofDays(25)))),
                    Map.of("joined", MARCH.plus(Duration.ofDays(20))),
                    Map.of());

    static List<Long> seeds() {
        return new Random(20261122).longs(150).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dependsOnTheSetOfEventsOnly(long seed) {
        Random random = new Random(seed);
        List<Event> events = events(random);
        events.addAll(cancellations(events, random));

        assertThat(summary(shuffledWithDuplicates(events, random))).isEqualTo(summary(events));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesNoMarkOfWhatWasUndone(long seed) {
        Random random = new Random(seed);
        List<Event> events = events(random);
        List<Event> cancellations = cancellations(events, random);
        List<Event> without = new ArrayList<>(events);
        without.removeIf(
                event -> cancellations.stream().anyMatch(c -> c.data().containsValue(event.id())));
        List<Event> undone = new ArrayList<>(events);
        undone.addAll(cancellations);

        assertThat(summary(shuffledWithDuplicates(undone, random))).isEqualTo(summary(without));
    }

    private static Map<String, Object> summary(List<Event> events) {
        Club club = new Club(PROGRAM);
        club.register(ALICE);
        club.send(events);
        return club.summary();
    }

    private static List<Event> shuffledWithDuplicates(List<Event> events, Random random) {
        List<Event> shuffled = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(4) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static List<Event> cancellations(List<Event> events, Random random) {
        return events.stream()
                .filter(event -> event.type().equals("purchase") && random.nextInt(3) == 0)
                .map(purchase ->
                        event(
                                "cancelled",
                                "c-" + purchase.id(),
                                purchase.time().plusSeconds(60),
                                Map.of("purchase", purchase.id())))
                .toList();
    }

    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        // Not more purchases than a metric keeps for when the latest are undone.
        for (int i = 0; i < 30; i++) {
            Instant time = MARCH.plus(Duration.ofMinutes(random.nextInt(40 * 24) * 60L));
            events.add(
                    i >= 20
                            ? event("visit", "v" + i, time, Map.of("stay", random.nextInt(20)))
                            : event(
                                    "purchase",
                                    "p" + i,
                                    time,
                                    Map.of(
                                            "amount",
                                            random.nextInt(10_000) / 100.0,
                                            "item",
                                            "sku" + random.nextInt(6))));
        }
        return events;
    }

    private static Event event(String type, String id, Instant time, Map<String, Object> data) {
        return new Event(Events.SHOP, id, type, "alice", time, time.plusSeconds(1), false, data);
    }
}
