package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.state.ChallengeState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the order of events, their duplicates and returns, and the time that word takes between
 * members and the list: in the end all places are taken that somebody is there for, each by one
 * member with one award. The seed is the name of the test's case.
 */
class WinnersPropertyTest {

    private static final int PLACES = 3;
    private static final ChallengeKey RACE = new ChallengeKey("race", 0);
    private static final List<String> MEMBERS =
            IntStream.range(0, 8).mapToObj(n -> "m" + n).toList();

    private static final Program PROGRAM =
            Programs.program(
                    """
                    program: shop
                    timeZone: Europe/London
                    wallets: [ { id: stars } ]
                    events:
                      purchase: { amount: double }
                      returned: { purchase: string, share: double, reverses: { event: purchase, by: data.purchase, share: data.share } }
                    metrics: [ { id: spend, on: purchase, value: sum(event.data.amount) } ]
                    challenges:
                      - id: race
                        winners: 3
                        steps: [ { id: hundred, measure: spend, target: 100 } ]
                        award: { stars: 50, badge: fast }
                    badges: [ { id: fast } ]
                    """);

    static List<Long> seeds() {
        return new Random(20261122).longs(200).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fillsAllPlacesOnce(long seed) {
        // Given
        Random random = new Random(seed);
        List<Event> events = events(random);
        events.addAll(events.subList(0, random.nextInt(events.size())));
        Collections.shuffle(events, random);
        Club club = new Club(PROGRAM);
        club.mail().lag();

        // When
        for (Event event : events) {
            club.send(event);
            if (random.nextInt(6) == 0) {
                club.mail().deliver(random);
            }
        }
        club.mail().deliver(random);

        // Then
        TreeSet<String> complete = new TreeSet<>();
        TreeSet<String> awarded = new TreeSet<>();
        for (String member : MEMBERS) {
            ChallengeState state =
                    club.state(member).challenges().getOrDefault(RACE, ChallengeState.NEVER);
            if (state.completed()) {
                complete.add(member);
            }
            if (club.balance(member, "stars") != 0) {
                awarded.add(member);
            }
            assertThat(club.balance(member, "stars")).isEqualTo(state.awarded() ? 50 : 0);
            assertThat(club.held(member)).isEqualTo(state.awarded() ? Map.of("fast", 1) : Map.of());
            assertThat(state.placeless())
                    .as("told that there was no place: %s", member)
                    .isEqualTo(state.completed() && !state.awarded());
        }
        assertThat(awarded).hasSize(Math.min(PLACES, complete.size()));
        assertThat(complete).containsAll(awarded);
        assertThat(new TreeSet<>(club.winners().holders("race"))).isEqualTo(awarded);
    }

    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Event purchase =
                    Events.purchase("p" + i, random.nextInt(30, 90))
                            .by(MEMBERS.get(random.nextInt(MEMBERS.size())))
                            .event();
            events.add(purchase);
            if (random.nextInt(3) == 0) {
                events.add(
                        Events.of(
                                        "returned",
                                        "r" + i,
                                        Map.of(
                                                "purchase",
                                                "p" + i,
                                                "share",
                                                random.nextInt(1, 11) / 10.0))
                                .by(purchase.subject())
                                .event());
            }
        }
        return events;
    }
}
