package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.Decision.Outcome;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events that are emitted about members who have not been active for some time. */
class SilencesTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            lateness: P7D
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double, friend: 'string?' }
              visit: { }
              mail-opened: { }
              refund: { purchase: string, reverses: { event: purchase, by: data.purchase } }
              missed: { since: timestamp, emitted: { after: P30D, without: [ purchase, visit ] } }
              lost: { emitted: { after: P365D, without: [ purchase ] } }
            rules:
              - { id: earn, on: purchase, award: { stars: 1 } }
              - { id: friend, on: purchase, when: has(event.data.friend), for: event.data.friend, award: { stars: 1 } }
              - { id: come-back, on: missed, when: "event.time - event.data.since >= duration('720h')", award: { stars: 50 } }
              - { id: goodbye, on: lost, award: { stars: 7 } }
            """;

    private static final Instant MARCH = Instant.parse("2026-03-10T12:00:00Z");

    private final Club club = new Club(Programs.program(SHOP));

    @Test
    void areEmittedOnceAsSoonAsTheyAreDue() {
        club.send(visit("v", MARCH));

        assertThat(club.announce("alice", days(30).minusMillis(1))).isEmpty();
        List<Event> events = club.announce("alice", days(30).plusSeconds(40));
        assertThat(club.announce("alice", days(31))).isEmpty();

        assertThat(events)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("missed");
                    assertThat(event.subject()).isEqualTo("alice");
                    assertThat(event.time()).isEqualTo(days(30));
                    assertThat(event.recordedTime()).isEqualTo(days(30).plusSeconds(40));
                    assertThat(event.data()).isEqualTo(Map.of("since", "2026-03-10T12:00:00Z"));
                });
        assertThat(club.send(events.getFirst()).outcome()).isEqualTo(Outcome.DECIDED);
        assertThat(club.balance("alice", "stars")).isEqualTo(50);
    }

    @Test
    void areTheSameEventWhoeverEmitsThem() {
        Club other = new Club(Programs.program(SHOP));
        club.send(visit("v", MARCH));
        other.send(visit("v", MARCH));
        Event one = club.announce("alice", days(30)).getFirst();
        Event again = other.announce("alice", days(33)).getFirst();

        club.send(one);
        Decision duplicate = club.send(again);

        assertThat(again.key()).isEqualTo(one.key());
        assertThat(duplicate.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(club.balance("alice", "stars")).isEqualTo(50);
    }

    @Test
    void areNotEmittedBeforeTheMemberWasEverActive() {
        club.send(Events.of("mail-opened", "m", Map.of()).event());
        club.send(
                Events.of("purchase", "1", Map.of("amount", 1.0, "friend", "bob"))
                        .by("carol")
                        .event());

        assertThat(club.announce("alice", days(1000))).isEmpty();
        assertThat(club.announce("bob", days(30))).isEmpty();
    }

    @Test
    void goByTheLatestActivityInWhateverOrderItIsHeardOf() {
        club.send(visit("2", days(20)));
        club.send(visit("1", days(19)));

        assertThat(club.announce("alice", days(49))).isEmpty();
        assertThat(club.announce("alice", days(50))).hasSize(1);
    }

    @Test
    void areEmittedForEachSilence() {
        club.send(visit("1", MARCH));
        Event first = club.announce("alice", days(30)).getFirst();
        club.send(visit("2", days(40)));
        Event second = club.announce("alice", days(70)).getFirst();

        assertThat(second.key()).isNotEqualTo(first.key());
        assertThat(second.data()).containsEntry("since", days(40).toString());
    }

    @Test
    void standWhenALateEventShowsThatThereWasActivityAndASilenceFromThereIsAnotherOne() {
        club.send(visit("1", MARCH));
        club.send(club.announce("alice", days(30)).getFirst());

        club.send(
                Events.of("visit", "2", Map.of())
                        .at(days(27).toString())
                        .recordedAfter(Duration.ofDays(4)));

        assertThat(club.balance("alice", "stars")).isEqualTo(50);
        assertThat(club.announce("alice", days(56))).isEmpty();
        assertThat(club.announce("alice", days(57))).hasSize(1);
    }

    @Test
    void countAnEventThatIsUndoneAsActivity() {
        club.send(Events.purchase("1", 5).at(MARCH.toString()).event());
        club.send(Events.of("refund", "r", Map.of("purchase", "1")).at(days(1).toString()).event());

        assertThat(club.announce("alice", days(30))).hasSize(1);
    }

    @Test
    void areNotEmittedForHistoryOrAfterALongStandstill() {
        club.send(
                Events.purchase("1", 5).at("2020-01-01T00:00:00Z").imported(Duration.ofDays(2000)));

        assertThat(club.announce("alice", days(0))).isEmpty();

        club.send(visit("2", MARCH));
        assertThat(club.announce("alice", days(37).plusMillis(1))).isEmpty();
        assertThat(club.announce("alice", days(38))).isEmpty();
    }

    @Test
    void doNotTrustAClockThatIsAhead() {
        club.send(
                Events.of("visit", "1", Map.of())
                        .at(days(500).toString())
                        .recordedAfter(Duration.ofDays(-500)));

        assertThat(club.announce("alice", days(30))).hasSize(1);
    }

    @Test
    void emitSeveralOfDifferentLengths() {
        club.send(Events.purchase("1", 5).at(MARCH.toString()).event());

        assertThat(club.announce("alice", days(30)))
                .extracting(Event::type)
                .containsExactly("missed");
        assertThat(club.announce("alice", days(365)))
                .extracting(Event::type)
                .containsExactly("lost");
    }

    @Test
    void leaveTheStateAloneWhileNothingIsDue() {
        club.send(visit("1", MARCH));
        var state = club.state("alice");

        assertThat(Engine.due(Programs.program(SHOP), "alice", state, days(1)).state())
                .isSameAs(state);
    }

    @Test
    void areRefusedWhereTheyMakeNoSense() {
        assertThat(problems("after: P30D", "after: P1M"))
                .containsExactly(
                        "Expected a duration of PT1H to P3660D, such as P30D, but it was 'P1M'.");
        assertThat(problems("after: P30D, without: [ purchase, visit ]", "without: [ purchas ]"))
                .containsExactly(
                        "Expected 'after', but it is missing.",
                        "Expected 'purchase', but the event type 'purchas' is unknown.");
        assertThat(
                        problems(
                                "after: P365D, without: [ purchase ]",
                                "after: P365D, wihtout: [ purchase ]"))
                .containsExactly(
                        "Expected 'without', but the key 'wihtout' is unknown.",
                        "Expected 'without', but it is missing.");
        assertThat(problems("without: [ purchase ]", "without: [ missed ]"))
                .containsExactly(
                        "Expected events that members cause as activity, but 'missed' is emitted.");
        assertThat(problems("since: timestamp", "since: timestamp, amount: double"))
                .containsExactly(
                        "Expected no field but 'since', as nothing else is known of a silence, but 'amount' has to be there.");
        assertThat(problems("lost: { ", "lost: { since: string, "))
                .containsExactly("Expected timestamp, but it was 'string'.");
        assertThat(problems("lost: { ", "lost: { reverses: { event: purchase, by: event.id }, "))
                .containsExactly(
                        "Expected either 'reverses' or 'emitted', but there are both of them.");
    }

    private static List<String> problems(String word, String instead) {
        assertThat(SHOP).contains(word);
        return Programs.problems(SHOP.replace(word, instead)).stream()
                .map(Problem::message)
                .toList();
    }

    private static Instant days(int days) {
        return MARCH.plus(Duration.ofDays(days));
    }

    private static Event visit(String id, Instant time) {
        return Events.of("visit", id, Map.of()).at(time.toString()).event();
    }
}
