package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.laurel.engine.decisions.BadgeEffect;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.events.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Badges over metrics that have one value for each object. */
class ObjectBadgesTest {

    private static final String SITE =
            """
            program: site
            timeZone: UTC
            wallets: [ { id: reputation } ]
            events:
              vote: { post: string, value: int }
              accepted: { post: string }
              withdrawn: { vote: string, reverses: { event: vote, by: data.vote } }
            metrics:
              - { id: score, on: vote, per: event.data.post, value: sum(event.data.value) }
              - { id: accepts, on: accepted, per: event.data.post, value: count() }
            rules:
              - { id: up, on: vote, award: { reputation: 1 } }
            badges:
              - { id: nice, when: metrics.score >= 2.0, times: per-object, revocable: false }
              - { id: good, when: metrics.score >= 2.0, times: per-object }
              - { id: student, when: metrics.score >= 1.0 }
              - { id: enlightened, when: metrics.score >= 1.0 && metrics.accepts >= 1, times: per-object }
            """;

    private final Club club = new Club(Programs.program(SITE));

    @Test
    void issuesABadgeOnceForEachObject() {
        // When
        List<BadgeEffect> issued = new ArrayList<>();
        issued.addAll(vote("1", "q1", 1).badges());
        issued.addAll(vote("2", "q1", 1).badges());
        issued.addAll(vote("3", "q2", 2).badges());
        issued.addAll(vote("4", "q2", 1).badges());

        // Then
        assertThat(issued)
                .extracting(BadgeEffect::badge)
                .containsExactly("student", "nice", "good", "nice", "good");
        assertThat(issued).extracting(BadgeEffect::id).doesNotHaveDuplicates();
    }

    @Test
    void doesNotAddUpWhatDifferentObjectsHave() {
        vote("1", "q1", 1);
        vote("2", "q2", 1);

        assertThat(club.badges("alice")).containsExactly("student");
    }

    @Test
    void asksForAllOfAConditionOfOneObject() {
        vote("1", "q1", 1);
        club.send(Events.of("accepted", "2", Map.of("post", "q2")).event());
        assertThat(club.badges("alice")).doesNotContain("enlightened");

        club.send(Events.of("accepted", "3", Map.of("post", "q1")).event());
        assertThat(club.badges("alice")).contains("enlightened");
    }

    @Test
    void holdsABadgeForAnyObjectAsLongAsOneHolds() {
        vote("1", "q1", 1);
        vote("2", "q2", 1);

        vote("3", "q1", -1);
        assertThat(club.badges("alice")).contains("student");

        vote("4", "q2", -1);
        assertThat(club.badges("alice")).doesNotContain("student");
    }

    @Test
    void revokesForTheObjectThatNoLongerHasIt() {
        vote("1", "q1", 2);
        vote("2", "q2", 2);

        Decision undone = club.send(Events.of("withdrawn", "3", Map.of("vote", "1")).event());

        assertThat(undone.badges())
                .extracting(BadgeEffect::badge, BadgeEffect::change)
                .containsExactly(tuple("good", BadgeEffect.Change.REVOKED));
        assertThat(vote("4", "q1", 2).badges())
                .extracting(BadgeEffect::badge)
                .containsExactly("good");
    }

    @Test
    void comesToTheSameEndInAnyOrder() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String post = "q" + random.nextInt(3);
                events.add(
                        Events.of(
                                        "vote",
                                        "v" + i,
                                        Map.of("post", post, "value", random.nextInt(4) - 1))
                                .event());
                if (random.nextInt(3) == 0) {
                    String vote = "v" + random.nextInt(20);
                    events.add(Events.of("withdrawn", "w" + i, Map.of("vote", vote)).event());
                }
            }
            Club inOrder = new Club(Programs.program(revocable()));
            Club shuffled = new Club(Programs.program(revocable()));
            inOrder.send(events);
            List<Event> other = new ArrayList<>(events);
            other.addAll(events.subList(0, 5));
            Collections.shuffle(other, random);
            shuffled.send(other);

            assertThat(shuffled.held("alice")).as("seed %d", seed).isEqualTo(inOrder.held("alice"));
            assertThat(shuffled.summary()).as("seed %d", seed).isEqualTo(inOrder.summary());
        }
    }

    static String revocable() {
        return SITE.replace(", revocable: false", "");
    }

    @Test
    void failsForAnObjectThatIsNone() {
        Decision decision =
                club.send(Events.of("vote", "1", Map.of("post", " ", "value", 1)).event());

        assertThat(decision.failures()).hasSize(1);
        assertThat(decision.failures().getFirst().message())
                .contains("it was no text of 1 to 200 characters and no whole number");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(
                        Programs.problems(
                                SITE.replace(
                                                "id: accepts, on: accepted, per: event.data.post",
                                                "id: accepts, on: accepted")
                                        .replace(
                                                "{ id: student, when: metrics.score >= 1.0 }",
                                                "{ id: student, when: metrics.accepts >= 1, times: per-object }")
                                        .replace("value: int }", "value: int, more: list }")))
                .extracting(Problem::pointer)
                .containsExactly("/badges/2/times", "/badges/3/when");
        assertThat(Programs.problems(SITE.replace("per: event.data.post", "per: event.data.pots")))
                .isNotEmpty();
        assertThat(
                        Programs.problems(
                                SITE
                                        + """
                                        challenges:
                                          - id: c
                                            open: 2026-03-01/2026-03-31
                                            steps: [ { id: s, measure: score, target: 1 } ]
                                            award: { reputation: 1 }
                                        """))
                .extracting(Problem::message)
                .containsExactly(
                        "Expected a metric without `per`, but 'score' has one value for each object.");
    }

    private Decision vote(String id, String post, int value) {
        return club.send(Events.of("vote", id, Map.of("post", post, "value", value)).event());
    }
}
