package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.RuleDecision;
import dev.laurel.engine.decisions.RuleDecision.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits over several rules: votes bring at most 20 a day net, accepted answers are exempt. */
class SharedLimitsTest {

    private static final String SITE =
            """
            program: site
            timeZone: Etc/UTC
            wallets: [ { id: reputation } ]
            events:
              up: { }
              down: { }
              accepted: { }
              retracted: { vote: string, reverses: { event: up, by: data.vote } }
              withdrawn: { vote: string, reverses: { event: down, by: data.vote } }
            rules:
              - { id: upvoted, on: up, award: { reputation: 10 } }
              - { id: downvoted, on: down, award: { reputation: -2 } }
              - { id: accepted, on: accepted, award: { reputation: 15 } }
            limits: [ { id: votes, rules: [ upvoted, downvoted ], per: day, reputation: 20 } ]
            """;

    private final Club club = new Club(Programs.program(SITE));

    @Test
    void boundsWhatItsRulesGiveTogether() {
        vote("up", "1", "2026-03-10T10:00:00Z");
        vote("up", "2", "2026-03-10T11:00:00Z");

        RuleDecision third = vote("up", "3", "2026-03-10T12:00:00Z");

        assertThat(third)
                .isEqualTo(
                        new RuleDecision(
                                "upvoted",
                                Outcome.CAPPED,
                                Map.of("reputation", 10L),
                                Map.of(),
                                "Expected at most 20 reputation per day by limit votes, but 20 were given on 2026-03-10, so 0 of 10 were given."));
        assertThat(balance()).isEqualTo(20);
    }

    @Test
    void exemptsRulesThatItDoesNotName() {
        votes("up", 3);

        assertThat(vote("accepted", "a", "2026-03-10T10:00:00Z").awarded())
                .isEqualTo(Map.of("reputation", 15L));
        assertThat(balance()).isEqualTo(35);
    }

    @Test
    void boundsTheSumOfWhatIsGivenAndTaken() {
        votes("up", 3);

        RuleDecision first = vote("down", "d1", "2026-03-10T10:00:00Z");
        votes("down", 5);

        assertThat(first.outcome()).isEqualTo(Outcome.CAPPED);
        assertThat(first.reason())
                .isEqualTo(
                        "Expected at most 20 reputation per day by limit votes, but 20 were given on 2026-03-10, so 0 of 2 were taken.");
        assertThat(balance()).as("min(20, 30 - 12)").isEqualTo(18);
    }

    @Test
    void comesToTheSameInAnyOrder() {
        votes("down", 6);
        assertThat(balance()).isEqualTo(-12);

        votes("up", 3);

        assertThat(balance()).as("min(20, 30 - 12)").isEqualTo(18);
    }

    @Test
    void givesBackWhatATakenVoteHadRoomFor() {
        votes("up", 3);
        votes("down", 6);
        retract("retracted", "up0");
        long withoutAnUpvote = balance();
        for (int i = 0; i < 6; i++) {
            retract("withdrawn", "down" + i);
        }

        assertThat(withoutAnUpvote).as("20 - 12").isEqualTo(8);
        assertThat(balance()).isEqualTo(20);
        retract("retracted", "up1");
        retract("retracted", "up2");
        assertThat(balance()).isZero();
        assertThat(club.state("alice").limits()).isEmpty();
    }

    @Test
    void beginsAfreshWithTheDay() {
        votes("up", 3);

        assertThat(vote("up", "n", "2026-03-11T00:00:00Z").outcome()).isEqualTo(Outcome.AWARDED);
        assertThat(vote("up", "b", "2026-03-10T23:59:59.999Z").outcome()).isEqualTo(Outcome.CAPPED);
        assertThat(vote("up", "e", "2026-03-09T23:59:59.999Z").outcome())
                .isEqualTo(Outcome.AWARDED);
    }

    @Test
    void refusesWholeWhatDoesNotFit() {
        Club whole =
                new Club(
                        Programs.program(
                                SITE.replace("reputation: 20", "reputation: 25, fill: whole")));
        whole.send(Events.of("up", "1", Map.of()).event());
        whole.send(Events.of("up", "2", Map.of()).event());

        RuleDecision third = whole.send(Events.of("up", "3", Map.of()).event()).rules().getFirst();
        whole.send(Events.of("down", "4", Map.of()).event());
        whole.send(Events.of("down", "5", Map.of()).event());
        whole.send(Events.of("down", "6", Map.of()).event());
        RuleDecision again = whole.send(Events.of("up", "7", Map.of()).event()).rules().getFirst();

        assertThat(third.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(third.reason()).endsWith("so 10 more do not fit.");
        assertThat(again.outcome()).as("20 - 6 + 10 = 24").isEqualTo(Outcome.AWARDED);
    }

    @Test
    void comesAfterTheRulesOwnLimits() {
        String own =
                SITE.replace(
                        "award: { reputation: 10 }",
                        "award: { reputation: 10 }, limits: [ { per: day, reputation: 15 } ]");
        Club both = new Club(Programs.program(own));
        for (String id : List.of("1", "2", "3")) {
            both.send(Events.of("up", id, Map.of()).event());
        }
        both.send(Events.of("down", "4", Map.of()).event());

        assertThat(both.balance("alice", "reputation"))
                .as("min(20, min(15, 30) - 2)")
                .isEqualTo(13);
    }

    private void votes(String type, int count) {
        for (int i = 0; i < count; i++) {
            vote(type, type + i, "2026-03-10T10:00:00Z");
        }
    }

    private RuleDecision vote(String type, String id, String when) {
        return club.send(Events.of(type, id, Map.of()).at(when).event()).rules().getFirst();
    }

    private void retract(String type, String vote) {
        club.send(Events.of(type, "r-" + vote, Map.of("vote", vote)).event());
    }

    private long balance() {
        return club.balance("alice", "reputation");
    }
}
