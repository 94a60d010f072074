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
 * What teams and their members have in the end follows from the set of events, whatever their
 * order, their duplicates and the time that word takes between members and teams. The seed is the
 * name of the test's case.
 */
class TeamPropertyTest {

    private static final Program PROGRAM =
            Programs.program(
                    """
                    program: shop
                    timeZone: Europe/London
                    wallets: [ { id: stars } ]
                    events:
                      purchase: { amount: double, store: string, friend: string }
                      returned: { purchase: string, share: double, reverses: { event: purchase, by: data.purchase, share: data.share } }
                    metrics:
                      - { id: spend, on: purchase, value: sum(event.data.amount) }
                      - { id: stores, on: purchase, value: distinct(event.data.store) }
                      - { id: brought, on: purchase, for: event.data.friend, value: count() }
                      - { id: largest, on: purchase, value: max(event.data.amount) }
                    challenges:
                      - id: potluck
                        by: team
                        open: 2026-03-05/2026-03-25
                        complete: 2
                        steps:
                          - { id: spend, measure: spend, target: 120 }
                          - { id: stores, measure: stores, target: 4 }
                          - { id: friends, measure: brought, target: 5, window: P5D }
                        award: { stars: 50, badge: cook }
                      - id: weekly
                        by: team
                        repeat: weekly
                        steps: [ { id: spend, measure: spend, target: 60 } ]
                        award: { stars: 7, badge: busy }
                      - id: hundreds
                        by: team
                        repeat: unlimited
                        steps: [ { id: spend, measure: spend, target: 100 } ]
                        award: { stars: 3 }
                      - id: alone
                        steps: [ { id: large, measure: largest, target: 45 } ]
                        award: { stars: 1, badge: busy }
                    badges: [ { id: cook }, { id: busy } ]
                    """);

    private static final List<String> MEMBERS = List.of("alice", "bob", "carol", "dave");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    static List<Long> seeds() {
        return new Random(20261122).longs(150).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void followsFromTheSetOfEvents(long seed) {
        Random random = new Random(seed);
        List<Event> events = events(random);
        Club inOrder = club();
        inOrder.send(events);

        Club shuffled = club();
        shuffled.mail().lag();
        List<Event> again = new ArrayList<>(events);
        again.addAll(events.subList(0, random.nextInt(events.size())));
        Collections.shuffle(again, random);
        for (Event event : again) {
            shuffled.send(event);
            if (random.nextInt(8) == 0) {
                shuffled.mail().deliver(random);
            }
        }
        shuffled.mail().deliver(random);

        assertThat(shuffled.summary()).isEqualTo(inOrder.summary());
        assertThat(inOrder.summary()).containsKey("alice points");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void showsNoMarkOfWhatWasReturned(long seed) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        List<Event> standing = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Event purchase = purchase("p" + i, random);
            events.add(purchase);
            if (random.nextInt(3) == 0) {
                events.add(returned("r" + i, purchase, 0.4));
                events.add(returned("s" + i, purchase, 0.6));
            } else {
                standing.add(purchase);
            }
        }
        Club never = club();
        never.send(standing);

        Club returned = club();
        returned.mail().lag();
        Collections.shuffle(events, random);
        returned.send(events);
        returned.mail().deliver(random);

        assertThat(withoutEmpty(returned.summary())).isEqualTo(withoutEmpty(never.summary()));
    }

    private static Map<String, Object> withoutEmpty(Map<String, Object> summary) {
        summary.values().removeIf(value -> value.equals(Map.of()));
        return summary;
    }

    /** Carol moves, dave has no team for a while. */
    private static Club club() {
        Club club = new Club(PROGRAM);
        club.register(member("alice", new Membership("red", Instant.EPOCH)));
        club.register(member("bob", new Membership("red", Instant.EPOCH)));
        club.register(
                member(
                        "carol",
                        new Membership("red", Instant.EPOCH),
                        new Membership("blue", MARCH.plus(Duration.ofDays(12)))));
        club.register(
                member(
                        "dave",
                        new Membership("blue", Instant.EPOCH),
                        new Membership(null, MARCH.plus(Duration.ofDays(9))),
                        new Membership("red", MARCH.plus(Duration.ofDays(15)))));
        return club;
    }

    private static Member member(String id, Membership... teams) {
        return new Member(id, null, null, Set.of(), List.of(teams), Map.of(), Map.of());
    }

    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Event purchase = purchase("p" + i, random);
            events.add(purchase);
            if (random.nextInt(3) == 0) {
                events.add(returned("r" + i, purchase, random.nextInt(1, 11) / 10.0));
            }
        }
        return events;
    }

    private static Event purchase(String id, Random random) {
        Instant time = MARCH.plus(Duration.ofMinutes(random.nextInt(30 * 24 * 60)));
        return new Event(
                Events.SHOP,
                id,
                "purchase",
                pick(random),
                time,
                time.plusSeconds(1),
                false,
                Map.of(
                        "amount",
                        random.nextInt(5000) / 100.0,
                        "store",
                        "store" + random.nextInt(6),
                        "friend",
                        pick(random)));
    }

    private static Event returned(String id, Event purchase, double share) {
        return new Event(
                Events.SHOP,
                id,
                "returned",
                purchase.subject(),
                purchase.time().plusSeconds(60),
                purchase.time().plusSeconds(61),
                false,
                Map.of("purchase", purchase.id(), "share", share));
    }

    private static String pick(Random random) {
        return MEMBERS.get(random.nextInt(MEMBERS.size()));
    }
}
