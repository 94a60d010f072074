package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Points depend on the set of events only, with limits over several rules, starts, floors and what
 * rules take; what was undone leaves no mark. The seed is the name of the test's case.
 */
class PointsPropertyTest {

    private static final String SITE =
            """
            program: site
            timeZone: America/St_Johns
            wallets:
              - { id: reputation, start: 1, floor: 1 }
              - { id: stars, floor: -20 }
              - { id: coins, start: 50 }
            events:
              vote: { points: int, kind: string, owner: string }
              retracted: { vote: string, reverses: { event: vote, by: data.vote } }
            rules:
              - { id: up, on: vote, when: "event.data.kind != 'down'", for: event.data.owner, award: { reputation: event.data.points, stars: 2 }, limits: [ { per: day, reputation: 25 } ] }
              - { id: down, on: vote, when: "event.data.kind == 'down'", for: event.data.owner, award: { reputation: -event.data.points, stars: -3 } }
              - { id: cast, on: vote, when: "event.data.kind != 'up'", award: { reputation: -1, coins: 5 } }
              - { id: thrice, on: vote, award: { coins: 7, stars: 1 }, limits: [ { per: day, count: 3 }, { per: month, coins: 100 } ] }
              - { id: first-for-owner, on: vote, award: { coins: 4 }, limits: [ { per: week, count: 1, object: event.data.owner }, { per: quarter, coins: 21 } ] }
              - { id: hourly, on: vote, rounding: half-up, award: { coins: event.data.points * 0.7 }, limits: [ { per: hour, coins: 9 }, { per: day, coins: 20 } ], timeZone: member }
              - { id: weekend, on: vote, for: event.data.owner, days: [ sat, sun ], hours: '20:00-04:00', control: 30%, award: { coins: 3 } }
              - { id: exempt, on: vote, when: event.data.points > 9, for: event.data.owner, award: { reputation: 15 } }
            boosts:
              - { id: double, rules: [ hourly, up ], valid: 2026-03-06/2026-03-08, multiply: { coins: 2, reputation: 1.5 } }
              - { id: odd, rules: [ hourly, exempt ], when: "event.data.kind == 'odd'", multiply: { coins: 1.25, reputation: 2 }, add: { coins: 1 }, stacking: add }
            limits:
              - { id: votes, rules: [ up, down ], per: day, reputation: 20, stars: 3 }
              - { id: season, rules: [ up, down, cast ], per: month, reputation: 60 }
              - { id: coins, rules: [ cast ], per: month, coins: 20 }
            """;

    private static final Program PROGRAM = Programs.program(SITE);
    private static final List<String> MEMBERS = List.of("alice", "bob", "carol");
    private static final Instant MARCH = Instant.parse("2026-03-05T00:00:00Z");

    static List<Long> seeds() {
        return new Random(20260311).longs(150).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dependOnTheSetOfEventsOnly(long seed) {
        Random random = new Random(seed);
        List<Event> events = votes(random, 40);
        for (Event vote : List.copyOf(events)) {
            if (random.nextInt(4) == 0) {
                events.add(retraction(vote));
            }
        }
        Club inOrder = club();
        inOrder.send(events);

        Club shuffled = club();
        shuffled.send(shuffledWithDuplicates(events, random));

        assertThat(shuffled.summary()).isEqualTo(inOrder.summary());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void showNoMarkOfWhatWasUndone(long seed) {
        Random random = new Random(seed);
        List<Event> standing = votes(random, 30);
        List<Event> events = new ArrayList<>(standing);
        Set<Event> undone = new HashSet<>();
        for (Event vote : standing) {
            if (random.nextBoolean()) {
                events.add(retraction(vote));
                undone.add(vote);
            }
        }
        Club never = club();
        never.send(standing.stream().filter(vote -> !undone.contains(vote)).toList());

        Club all = club();
        all.send(shuffledWithDuplicates(events, random));

        assertThat(all.summary()).isEqualTo(never.summary());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void comeToTheBalanceThatTheStateSays(long seed) {
        Random random = new Random(seed);
        Club club = club();
        club.send(votes(random, 60));

        for (String member : MEMBERS) {
            long sum = Objects.requireNonNull(club.state(member).wallets().get("reputation")).sum();
            assertThat(club.balance(member, "reputation")).isEqualTo(Math.max(1, 1 + sum));
        }
    }

    private static Club club() {
        Club club = new Club(PROGRAM);
        club.register(member("alice", "Pacific/Kiritimati"));
        club.register(member("bob", "Etc/GMT+12"));
        return club;
    }

    private static Member member(String id, String zone) {
        return new Member(id, ZoneId.of(zone), null, Set.of(), List.of(), Map.of(), Map.of());
    }

    private static List<Event> shuffledWithDuplicates(List<Event> events, Random random) {
        List<Event> shuffled = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(4) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static List<Event> votes(Random random, int count) {
        List<Event> votes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> data = new HashMap<>();
            data.put("points", 1 + random.nextInt(12));
            data.put("kind", List.of("up", "down", "odd").get(random.nextInt(3)));
            data.put("owner", member(random));
            Instant time = MARCH.plus(Duration.ofMinutes(random.nextInt(6 * 24 * 60)));
            votes.add(event("vote", "v" + i, member(random), time, data));
        }
        return votes;
    }

    private static Event retraction(Event vote) {
        return event(
                "retracted",
                "r-" + vote.id(),
                vote.subject(),
                vote.time().plusSeconds(60),
                Map.of("vote", vote.id()));
    }

    private static String member(Random random) {
        return MEMBERS.get(random.nextInt(MEMBERS.size()));
    }

    private static Event event(
            String type, String id, String member, Instant time, Map<String, Object> data) {
        return new Event(Events.SHOP, id, type, member, time, time.plusSeconds(1), false, data);
    }
}
