package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.RuleDecision.Outcome;
import dev.laurel.engine.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which events a cooldown lets through depends on their order; that they are far enough apart, and
 * that none could have been added, does not. The seed is the name of the test's case.
 */
class CooldownPropertyTest {

    private static final long COOLDOWN = 600;

    private static final Program PROGRAM =
            Programs.program(
                    """
                    program: shop
                    timeZone: Europe/London
                    wallets: [ { id: stars } ]
                    events:
                      visit: { }
                      undone: { visit: string, reverses: { event: visit, by: data.visit } }
                    rules: [ { id: hello, on: visit, cooldown: PT10M, award: { stars: 1 } } ]
                    """);

    static List<Long> seeds() {
        return new Random(20260312).longs(60).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsAwardsApartAndRefusesNoOther(long seed) {
        Random random = new Random(seed);
        Club club = new Club(PROGRAM);
        TreeMap<Long, String> standing = new TreeMap<>();
        List<Event> visits = visits(random);
        for (Event visit : visits) {
            long at = visit.time().getEpochSecond();
            boolean near = !standing.subMap(at - COOLDOWN + 1, at + COOLDOWN).isEmpty();

            Outcome outcome = club.send(visit).rules().getFirst().outcome();

            assertThat(outcome).isEqualTo(near ? Outcome.REFUSED : Outcome.AWARDED);
            if (!near) {
                standing.put(at, visit.id());
            }
            if (random.nextInt(4) == 0 && !standing.isEmpty()) {
                undo(club, standing.firstEntry().getValue());
                standing.remove(standing.firstKey());
            }
        }
        assertThat(club.balance("alice", "stars")).isEqualTo(standing.size());
        assertThat(club.state("alice").limits()).hasSize(standing.size());
    }

    private static void undo(Club club, String visit) {
        club.send(Events.of("undone", "u-" + visit, Map.of("visit", visit)).event());
    }

    private static List<Event> visits(Random random) {
        List<Event> visits = new ArrayList<>();
        Instant start = Instant.parse("2026-03-10T00:00:00Z");
        for (int i = 0; i < 80; i++) {
            Instant time = start.plus(Duration.ofSeconds(random.nextInt(6 * 3600)));
            visits.add(Events.of("visit", "v" + i, Map.of()).at(time.toString()).event());
        }
        Collections.shuffle(visits, random);
        return visits;
    }
}
