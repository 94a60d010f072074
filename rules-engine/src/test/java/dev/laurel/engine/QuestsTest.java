package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.ChallengeDecision;
import dev.laurel.engine.decisions.ChallengeDecision.StepProgress;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.members.Member.Membership;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Steps in a sequence, audiences, joining, and what the registry says of a member. */
class QuestsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              visit: { }
              purchase: { amount: double }
              refund: { purchase: string, reverses: { event: purchase, by: event.data.purchase } }
            metrics:
              - { id: visits, on: visit, value: count() }
              - { id: spend, on: purchase, value: sum(event.data.amount) }
            challenges:
              - id: quest
                WORDS
                award: { stars: 10 }
            """;

    private static final String SEQUENCE =
            """
            order: sequence
                steps:
                  - { id: look, measure: visits, target: 2 }
                  - { id: buy, measure: spend, target: 100 }
                  - { id: return, measure: visits, target: 1 }
            """;

    private static final String VISITS = "steps: [ { id: look, measure: visits, target: 2 } ]";

    private static final String PROFILE =
            """
            complete: 2
                steps:
                  - { id: birthday, when: has(member.attributes.birthday) }
                  - { id: language, when: member.locale != '' }
                  - { id: phone, when: member.attributes.phone == true }
            """;

    @Test
    void isCompleteWhenStepsAreReachedOneAfterTheOther() {
        Club club = club(SEQUENCE);
        club.send(visit("v1", "10:00"));
        club.send(visit("v2", "10:10"));
        club.send(purchase("p", 100, "10:20"));
        assertThat(stars(club)).isZero();

        club.send(visit("v3", "10:30"));
        assertThat(stars(club)).isEqualTo(10);
    }

    @Test
    void goesByWhenStepsHappenedNotByWhenTheyCame() {
        Club club = club(SEQUENCE);
        club.send(visit("v3", "10:30"));
        club.send(purchase("p", 100, "10:20"));
        club.send(visit("v2", "10:10"));
        assertThat(stars(club)).isZero();

        club.send(visit("v1", "10:00"));
        assertThat(stars(club)).isEqualTo(10);
    }

    @Test
    void doesNotCountWhatHappenedBeforeTheStepWasDue() {
        Club club = club(SEQUENCE);
        club.send(purchase("p", 500, "10:05"));
        club.send(visit("v1", "10:00"));
        Decision second = club.send(visit("v2", "10:10"));
        club.send(visit("v3", "10:30"));

        assertThat(stars(club)).isZero();
        assertThat(second.challenges().getFirst().steps())
                .containsExactly(
                        new StepProgress("look", 1, 2, 2),
                        new StepProgress("buy", 0, 0, 100),
                        new StepProgress("return", 0, 0, 1));
    }

    @Test
    void fallsBackWhenAStepOfTheSequenceIsUndone() {
        Club club = club(SEQUENCE);
        club.send(visit("v1", "10:00"));
        club.send(visit("v2", "10:10"));
        club.send(purchase("p", 100, "10:20"));
        club.send(visit("v3", "10:30"));

        club.send(Events.of("refund", "r", Map.of("purchase", "p")).event());
        assertThat(stars(club)).isZero();
        club.send(purchase("p2", 100, "10:30"));
        assertThat(stars(club)).isEqualTo(10); // the visit at 10:30 is not before the purchase
    }

    @Test
    void countsEventsOfItsAudienceOnly() {
        Club club = club("audience: \"'vip' in member.segments\"\n    " + VISITS);
        club.register(member("alice", Set.of("vip")));
        for (String member : List.of("alice", "bob")) {
            club.send(visitOf(member, "1"));
            club.send(visitOf(member, "2"));
        }

        assertThat(club.balance("alice", "stars")).isEqualTo(10);
        assertThat(club.balance("bob", "stars")).isZero();
        assertThat(club.state("bob").challenges()).isEmpty();
    }

    @Test
    void knowsTheTeamOfTheTimeOfTheEvent() {
        Club club = club("audience: member.team == 'red'\n    " + VISITS);
        club.register(
                new Member(
                        "alice",
                        null,
                        null,
                        Set.of(),
                        List.of(
                                new Membership("red", at("09:00")),
                                new Membership("blue", at("11:00"))),
                        Map.of(),
                        Map.of()));
        club.send(visit("late", "11:00"));
        club.send(visit("v1", "10:59"));
        assertThat(stars(club)).isZero();

        club.send(visit("v2", "09:00"));
        assertThat(stars(club)).isEqualTo(10);
    }

    @Test
    void countsNothingFromBeforeTheMemberJoined() {
        Club club = club("enrolment: opt-in\n    " + VISITS);
        club.send(visit("v0", "10:00"));
        club.register(
                new Member(
                        "alice",
                        null,
                        null,
                        Set.of(),
                        List.of(),
                        Map.of("quest", at("10:30")),
                        Map.of()));
        club.send(visit("early", "10:29"));
        club.send(visit("v1", "10:30"));
        assertThat(stars(club)).isZero();

        club.send(visit("v2", "10:31"));
        assertThat(stars(club)).isEqualTo(10);
    }

    @Test
    void reportsAnAudienceThatFailsAndDoesNotCount() {
        Club club = club("audience: member.attributes.level > 3\n    " + VISITS);

        Decision decision = club.send(visit("v1", "10:00"));

        assertThat(decision.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.cause()).hasToString("challenge:quest"));
        assertThat(decision.challenges()).isEmpty();
    }

    @Test
    void looksAtTheMemberWithEveryEvent() {
        Club club = club(PROFILE);
        club.send(visit("v1", "10:00"));
        club.register(profile(Map.of("birthday", "1990-02-01")));

        Decision one = club.send(visit("v2", "10:01"));
        Decision same = club.send(visit("v3", "10:02"));
        club.register(profile(Map.of("birthday", "1990-02-01", "phone", true)));
        Decision two = club.send(purchase("p", 1, "10:03"));

        assertThat(one.challenges())
                .containsExactly(
                        new ChallengeDecision(
                                "quest",
                                null,
                                List.of(
                                        new StepProgress("birthday", 0, 1, 1),
                                        new StepProgress("language", 0, 0, 1),
                                        new StepProgress("phone", 0, 0, 1)),
                                0,
                                0));
        assertThat(same.challenges()).isEmpty();
        assertThat(two.challenges().getFirst().completed()).isTrue();
        assertThat(stars(club)).isEqualTo(10);
    }

    @Test
    void takesTheAwardBackWhenTheRegistryForgets() {
        Club club = club(PROFILE);
        club.register(profile(Map.of("birthday", "1990-02-01", "phone", true)));
        club.send(visit("v1", "10:00"));
        assertThat(stars(club)).isEqualTo(10);

        club.register(profile(Map.of()));
        club.send(visit("v2", "10:01"));
        assertThat(stars(club)).isZero();
    }

    @Test
    void isCompleteWithEnoughOfItsSteps() {
        Club club =
                club(
                        """
                        complete: 1
                            steps:
                              - { id: look, measure: visits, target: 2 }
                              - { id: buy, measure: spend, target: 100 }
                        """);
        club.send(visit("v1", "10:00"));
        club.send(purchase("p", 100, "10:20"));

        assertThat(stars(club)).isEqualTo(10);
    }

    private static Club club(String words) {
        return new Club(Programs.program(SHOP.replace("WORDS", words.strip())));
    }

    private static long stars(Club club) {
        return club.balance("alice", "stars");
    }

    private static Member member(String id, Set<String> segments) {
        return new Member(id, null, null, segments, List.of(), Map.of(), Map.of());
    }

    private static Member profile(Map<String, Object> attributes) {
        return new Member(
                "alice", null, null, Set.of(), List.of(), Map.of(), new HashMap<>(attributes));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-10T" + time + ":00Z");
    }

    private static Event visit(String id, String time) {
        return Events.of("visit", id, Map.of()).at(at(time).toString()).event();
    }

    private static Event visitOf(String member, String id) {
        return Events.of("visit", id, Map.of()).by(member).event();
    }

    private static Event purchase(String id, double amount, String time) {
        return Events.purchase(id, amount).at(at(time).toString()).event();
    }
}
