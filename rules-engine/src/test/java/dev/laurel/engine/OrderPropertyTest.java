package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same set of events leaves the same points, badges, metrics and limits in whatever order and
 * however often they come; an event undone leaves what would be there without it. The seed is the
 * name of the test's case, so that a failing one can be run again.
 */
class OrderPropertyTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars }, { id: sparks }, { id: reputation } ]
            events:
              purchase: { amount: double, items: list, friend: 'string?' }
              visit: { }
              cancelled: { purchase: string, reverses: { event: purchase, by: data.purchase } }
            metrics:
              - { id: visits, on: visit, value: count() }
              - { id: purchases, on: purchase, value: count(), when: event.data.amount > 10.0 }
              - { id: spend, on: purchase, value: sum(event.data.amount) }
              - { id: products, on: purchase, value: distinct(event.data.items) }
              - { id: referrals, on: purchase, when: has(event.data.friend), for: event.data.friend, value: count() }
            rules:
              - { id: earn, on: purchase, award: { stars: floor(event.data.amount) } }
              - id: spark
                on: purchase
                award: { sparks: size(event.data.items) * 3, stars: 1 }
                limits:
                  - { per: day, sparks: 10, stars: 2 }
                  - { per: month, sparks: 25 }
                  - { per: ever, sparks: 60 }
              - { id: fee, on: purchase, when: event.data.amount < 5.0, award: { sparks: -2 }, limits: [ { per: week, sparks: 1 } ] }
              - id: refer
                on: purchase
                when: has(event.data.friend)
                for: event.data.friend
                award: { reputation: 10 }
                limits: [ { per: week, reputation: 15 } ]
              - { id: hello, on: visit, award: { sparks: 1 }, limits: [ { per: day, sparks: 1 } ] }
            challenges:
              - id: spring
                open: 2026-03-05/2026-03-20
                steps:
                  - { id: buy, measure: purchases, target: 2 }
                  - { id: look, measure: products, target: 4, window: ever }
                award: { stars: 100, badge: hare }
              - id: friends
                open: 2026-03-01/2026-03-31
                steps: [ { id: bring, measure: referrals, target: 3 } ]
                award: { reputation: 50, badge: hare }
            badges:
              - { id: hare }
              - { id: spender, when: metrics.spend >= 120 && metrics.products >= 3 }
              - { id: host, when: metrics.referrals >= 2 || metrics.visits > 4 }
            """;

    private static final List<String> MEMBERS = List.of("alice", "bob", "carol");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private static final Program PROGRAM = Programs.program(SHOP);

    static List<Long> seeds() {
        Random random = new Random(20260310);
        return random.longs(150).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dependsOnTheSetOfEventsOnly(long seed) {
        Random random = new Random(seed);
        List<Event> events = events(random, 40);
        Club inOrder = new Club(PROGRAM);
        inOrder.send(events);

        Club shuffled = new Club(PROGRAM);
        shuffled.send(shuffledWithDuplicates(events, random));

        assertThat(shuffled.summary()).isEqualTo(inOrder.summary());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesNoMarkOfWhatWasUndone(long seed) {
        Random random = new Random(seed);
        List<Event> events = events(random, 30);
        events.removeIf(event -> event.type().equals("cancelled"));
        List<Event> withCancellations = new ArrayList<>(events);
        List<Event> without = new ArrayList<>();
        for (Event event : events) {
            if (event.type().equals("purchase") && random.nextBoolean()) {
                withCancellations.add(cancellation("c-" + event.id(), event));
            } else {
                without.add(event);
            }
        }
        Club never = new Club(PROGRAM);
        never.send(without);

        Club undone = new Club(PROGRAM);
        undone.send(shuffledWithDuplicates(withCancellations, random));

        assertThat(undone.summary()).isEqualTo(never.summary());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void letsBeneficiariesLagBehind(long seed) {
        Random random = new Random(seed);
        List<Event> events = events(random, 30);
        Club atOnce = new Club(PROGRAM);
        atOnce.send(events);

        Club lagging = new Club(PROGRAM);
        List<Runnable> later = new ArrayList<>();
        for (Event event : events) {
            Result own = lagging.decide(event, event.subject());
            own.otherBeneficiaries()
                    .forEach(other ->
                            later.add(() -> lagging.decide(event, other, own.reversals())));
        }
        Collections.shuffle(later, random);
        later.forEach(Runnable::run);

        assertThat(lagging.summary()).isEqualTo(atOnce.summary());
    }

    private static List<Event> shuffledWithDuplicates(List<Event> events, Random random) {
        List<Event> shuffled = new ArrayList<>(events);
        for (Event event : events) {
            if (random.nextInt(4) == 0) {
                shuffled.add(event);
            }
        }
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static List<Event> events(Random random, int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Event purchase = purchase("p" + i, random);
            switch (random.nextInt(5)) {
                case 0 -> events.add(event("visit", "v" + i, purchase.subject(), random, Map.of()));
                case 1 -> {
                    events.add(purchase);
                    events.add(cancellation("c" + i, purchase));
                }
                default -> events.add(purchase);
            }
        }
        return events;
    }

    private static Event purchase(String id, Random random) {
        Map<String, Object> data = new HashMap<>();
        data.put("amount", random.nextInt(6000) / 100.0);
        data.put(
                "items",
                random.ints(1 + random.nextInt(4), 0, 6).mapToObj(n -> "sku" + n).toList());
        if (random.nextInt(3) == 0) {
            data.put("friend", MEMBERS.get(random.nextInt(MEMBERS.size())));
        }
        return event("purchase", id, MEMBERS.get(random.nextInt(MEMBERS.size())), random, data);
    }

    private static Event cancellation(String id, Event purchase) {
        return new Event(
                Events.SHOP,
                id,
                "cancelled",
                purchase.subject(),
                purchase.time().plusSeconds(60),
                purchase.time().plusSeconds(61),
                false,
                Map.of("purchase", purchase.id()));
    }

    private static Event event(
            String type, String id, String member, Random random, Map<String, Object> data) {
        Instant time = MARCH.plus(Duration.ofMinutes(random.nextInt(40 * 24 * 60)));
        return new Event(Events.SHOP, id, type, member, time, time.plusSeconds(1), false, data);
    }
}
