package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.decisions.RuleDecision;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What wallets start with, and what they never fall below. */
class WalletsTest {

    private static final String SITE =
            """
            program: site
            timeZone: Etc/UTC
            wallets: [ { id: reputation, start: 1, floor: 1 } ]
            events:
              vote: { points: int, owner: 'string?' }
              retracted: { vote: string, reverses: { event: vote, by: data.vote } }
              visit: { }
            rules:
              - { id: voted, on: vote, when: '!has(event.data.owner)', award: { reputation: event.data.points } }
              - { id: owned, on: vote, when: has(event.data.owner), for: event.data.owner, award: { reputation: event.data.points } }
            metrics: [ { id: visits, on: visit, value: count() } ]
            """;

    private final Club club = new Club(Programs.program(SITE));

    @Test
    void startWithTheFirstEventThatConcernsTheMember() {
        Decision first = club.send(Events.of("visit", "1", Map.of()).event());
        Decision second = club.send(Events.of("visit", "2", Map.of()).event());

        assertThat(first.points())
                .extracting(PointsEffect::wallet, PointsEffect::points, PointsEffect::cause)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "reputation", 1L, Cause.wallet("reputation")));
        assertThat(second.points()).isEmpty();
    }

    @Test
    void startForABeneficiaryToo() {
        vote("1", 10, "bob");

        assertThat(club.balance("bob", "reputation")).isEqualTo(11);
        assertThat(club.balance("alice", "reputation")).isEqualTo(1);
    }

    @Test
    void loseTheStartWithTheLastEventThatConcernedTheMember() {
        vote("1", 10, "bob");
        vote("2", 10, "bob");
        retract("1");
        long withOne = club.balance("bob", "reputation");
        retract("2");

        assertThat(withOne).isEqualTo(11);
        assertThat(club.balance("bob", "reputation")).isZero();
        vote("3", 10, "bob");
        assertThat(club.balance("bob", "reputation")).as("a second start").isEqualTo(11);
    }

    @Test
    void neverFallBelowTheFloor() {
        RuleDecision atTheFloor = vote("1", -2);

        assertThat(atTheFloor.outcome()).isEqualTo(RuleDecision.Outcome.CAPPED);
        assertThat(atTheFloor.awarded()).isEmpty();
        assertThat(atTheFloor.reason())
                .isEqualTo(
                        "Expected at least 1 reputation, but the rules come to -1, so 0 of 2 were taken.");
        assertThat(club.balance("alice", "reputation")).isEqualTo(1);
    }

    @Test
    void fallExactlyToTheFloor() {
        vote("1", 2);

        assertThat(vote("2", -2).outcome()).isEqualTo(RuleDecision.Outcome.AWARDED);
        assertThat(club.balance("alice", "reputation")).isEqualTo(1);
        assertThat(vote("3", -1).outcome()).isEqualTo(RuleDecision.Outcome.CAPPED);
    }

    @Test
    void payOffFirstWhatIsOwed() {
        vote("1", -5);

        RuleDecision partly = vote("2", 8);

        assertThat(partly.awarded()).isEqualTo(Map.of("reputation", 3L));
        assertThat(partly.reason())
                .isEqualTo(
                        "Expected at least 1 reputation, but the rules come to -4, so 3 of 8 were given.");
        assertThat(club.balance("alice", "reputation")).isEqualTo(4);
    }

    @Test
    void comeToTheSameWhateverIsUndone() {
        vote("1", -5);
        vote("2", 8);
        retract("1");
        long without = club.balance("alice", "reputation");
        retract("2");

        assertThat(without).isEqualTo(9);
        assertThat(club.balance("alice", "reputation")).isZero();
        assertThat(club.summary()).isEmpty();
    }

    private RuleDecision vote(String id, int points) {
        return club.send(Events.of("vote", id, Map.of("points", points)).event())
                .rules()
                .getFirst();
    }

    private void vote(String id, int points, String owner) {
        club.send(Events.of("vote", id, Map.of("points", points, "owner", owner)).event());
    }

    private void retract(String vote) {
        club.send(Events.of("retracted", "r-" + vote, Map.of("vote", vote)).event());
    }
}
