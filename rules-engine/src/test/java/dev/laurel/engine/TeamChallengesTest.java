package dev.laurel.engine;

import static dev.laurel.engine.Events.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.engine.decisions.BadgeEffect;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.ChallengeDecision;
import dev.laurel.engine.decisions.ChallengeDecision.StepProgress;
import dev.laurel.engine.decisions.ChallengeDecision.Team;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.members.Member.Membership;
import dev.laurel.engine.revisions.Choice;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamChallengesTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double, store: 'string?' }
              cancelled: { purchase: string, reverses: { event: purchase, by: data.purchase } }
            metrics:
              - { id: spend, on: purchase, value: sum(event.data.amount) }
              - { id: stores, on: purchase, when: has(event.data.store), value: distinct(event.data.store) }
            challenges:
              - id: potluck
                by: team
                open: 2026-03-01/2026-03-31
                steps: [ { id: hundred, measure: spend, target: 100 } ]
                award: { stars: 50, badge: cook }
            badges: [ { id: cook } ]
            """;

    private final Club club = club(SHOP);

    private static Club club(String program) {
        Club club = new Club(Programs.program(program));
        club.register(member("alice", "red"));
        club.register(member("bob", "red"));
        club.register(member("carol", "blue"));
        return club;
    }

    private static Member member(String id, String team) {
        return member(id, new Membership(team, Instant.EPOCH));
    }

    private static Member member(String id, Membership... teams) {
        return new Member(id, null, null, Set.of(), Arrays.asList(teams), Map.of(), Map.of());
    }

    private static Events by(String member, String id, double amount) {
        return purchase(id, amount).by(member);
    }

    private void cancel(String member, String id) {
        club.send(
                Events.of("cancelled", "c" + id, Map.of("purchase", id))
                        .by(member)
                        .at("2026-03-11T12:00:00Z")
                        .event());
    }

    @Test
    void membersKeepWhatTheyGotWhenTheTargetIsRaised() {
        // Given
        String takenBack = SHOP.replace("by: team", "by: team\n    onReturn: take-back");
        Club kept = club(takenBack);
        kept.send(by("alice", "1", 60).event());
        kept.send(by("bob", "2", 50).event());

        // When
        kept.publish(
                takenBack.replace("target: 100", "target: 200"),
                Map.of(Cause.challenge("potluck"), Choice.KEEP));
        kept.send(by("alice", "3", 10).event());

        // Then
        assertThat(kept.balance("alice", "stars")).isEqualTo(50);
        assertThat(kept.balance("bob", "stars")).isEqualTo(50);
        assertThat(kept.badges("bob")).containsExactly("cook");

        // When
        kept.send(by("bob", "4", 90).event());

        // Then
        assertThat(kept.balance("alice", "stars")).isEqualTo(50);
        assertThat(kept.balance("bob", "stars")).isEqualTo(50);
    }

    @Test
    void whoTakesBackWhatHadCountedKeepsNothingOfIt() {
        // Given
        String takenBack = SHOP.replace("by: team", "by: team\n    onReturn: take-back");
        Club kept = club(takenBack);
        kept.send(by("alice", "1", 60).event());
        kept.send(by("bob", "2", 50).event());
        kept.publish(
                takenBack.replace("target: 100", "target: 200"),
                Map.of(Cause.challenge("potluck"), Choice.KEEP));

        // When
        kept.send(
                Events.of("cancelled", "c1", Map.of("purchase", "1"))
                        .by("alice")
                        .at("2026-03-11T12:00:00Z")
                        .event());

        // Then
        assertThat(kept.balance("alice", "stars")).isZero();
        assertThat(kept.balance("bob", "stars")).isEqualTo(50);
    }

    @Test
    void paysEveryoneWhoContributedOnceTheTeamsSumReachesTheTarget() {
        // Given
        club.send(by("alice", "1", 60).event());
        club.send(by("carol", "2", 99).event());

        // When
        club.send(by("bob", "3", 40).event());

        // Then
        assertThat(club.balance("alice", "stars")).isEqualTo(50);
        assertThat(club.balance("bob", "stars")).isEqualTo(50);
        assertThat(club.balance("carol", "stars")).isZero();
        assertThat(club.badges("alice")).containsExactly("cook");
    }

    @Test
    void paysNobodyBelowTheTarget() {
        club.send(by("alice", "1", 60).event());
        club.send(by("bob", "2", 39.99).event());

        assertThat(club.summary()).doesNotContainKeys("alice points", "bob points");
    }

    @Test
    void paysWhoContributesLaterToo() {
        // Given
        club.send(by("alice", "1", 100).event());

        // When
        club.send(by("bob", "2", 1).event());

        // Then
        assertThat(club.balance("bob", "stars")).isEqualTo(50);
        assertThat(club.balance("alice", "stars")).isEqualTo(50);
    }

    @Test
    void tellsWhoContributedHowTheTeamStands() {
        // Given
        club.send(by("alice", "1", 60).event());

        // When
        club.send(by("bob", "2", 25).event());

        // Then
        Decision told = club.told().getLast();
        assertThat(told.member()).isEqualTo("bob");
        assertThat(told.event().source()).isEqualTo("/teams/red");
        assertThat(told.event().time()).isEqualTo(Events.NOON);
        assertThat(told.challenges())
                .containsExactly(
                        new ChallengeDecision(
                                "potluck",
                                null,
                                new Team("red", 2, 0),
                                List.of(new StepProgress("hundred", 60, 85, 100)),
                                0,
                                0,
                                null,
                                null));
    }

    @Test
    void countsForTheTeamAtTheTimeOfTheEvent() {
        // Given
        club.register(
                member(
                        "dave",
                        new Membership("red", Instant.EPOCH),
                        new Membership("blue", Instant.parse("2026-03-15T00:00:00Z"))));

        // When
        club.send(by("dave", "late", 30).at("2026-03-20T12:00:00Z").event());
        club.send(by("dave", "early", 60).at("2026-03-14T23:59:59Z").event());
        club.send(by("alice", "1", 40).event());

        // Then
        assertThat(club.balance("alice", "stars")).isEqualTo(50);
        assertThat(club.balance("dave", "stars")).isEqualTo(50);
    }

    @Test
    void paysAMemberOnceHoweverManyTeamsTheyHelped() {
        // Given
        club.register(
                member(
                        "dave",
                        new Membership("red", Instant.EPOCH),
                        new Membership("blue", Instant.parse("2026-03-15T00:00:00Z"))));

        // When
        club.send(by("dave", "1", 100).at("2026-03-14T12:00:00Z").event());
        club.send(by("dave", "2", 100).at("2026-03-16T12:00:00Z").event());

        // Then
        assertThat(club.balance("dave", "stars")).isEqualTo(50);
        assertThat(club.teams().state("blue").challenges()).isNotEmpty();
    }

    @Test
    void doesNotCountWhatWasDoneWithoutATeamOrOutsideOfTheWindow() {
        club.send(by("erin", "1", 500).event());
        club.send(by("alice", "2", 500).at("2026-04-01T12:00:00Z").event());

        assertThat(club.teams().summary()).isEmpty();
        assertThat(club.told()).isEmpty();
    }

    @Test
    void takesTheAwardFromAllWhenAReturnBringsTheTeamBelowTheTarget() {
        // Given
        club.send(by("alice", "1", 60).event());
        club.send(by("bob", "2", 40).event());

        // When
        cancel("alice", "1");

        // Then
        assertThat(club.balance("alice", "stars")).isZero();
        assertThat(club.balance("bob", "stars")).isZero();
        assertThat(club.badges("bob")).isEmpty();
    }

    @Test
    void takesTheAwardFromWhoseContributionIsGone() {
        // Given
        club.send(by("alice", "1", 100).event());
        club.send(by("bob", "2", 40).event());

        // When
        cancel("bob", "2");

        // Then
        assertThat(club.balance("alice", "stars")).isEqualTo(50);
        assertThat(club.balance("bob", "stars")).isZero();
    }

    @Test
    void givesBackToTheTeamThatItWasTakenFromAfterTheMemberHasMoved() {
        // Given
        club.send(by("alice", "1", 100).event());
        club.register(
                member(
                        "alice",
                        new Membership("red", Instant.EPOCH),
                        new Membership("blue", Instant.parse("2026-03-11T00:00:00Z"))));

        // When
        cancel("alice", "1");

        // Then
        assertThat(club.balance("alice", "stars")).isZero();
        assertThat(club.teams().state("red").metrics()).isEmpty();
        assertThat(club.teams().state("blue").metrics()).isEmpty();
    }

    @Test
    void keepsTheAwardWhereItSaysSo() {
        // Given
        Club keeping = club(SHOP.replace("by: team", "by: team\n    onReturn: keep"));
        keeping.send(by("alice", "1", 100).event());

        // When
        keeping.send(Events.of("cancelled", "c1", Map.of("purchase", "1")).event());

        // Then
        assertThat(keeping.balance("alice", "stars")).isEqualTo(50);
    }

    @Test
    void paysAnewInEachPeriodOfOneThatRepeats() {
        // Given
        Club weekly = club(SHOP.replace("by: team", "by: team\n    repeat: weekly"));

        // When
        weekly.send(by("alice", "1", 100).at("2026-03-10T12:00:00Z").event());
        weekly.send(by("bob", "2", 100).at("2026-03-17T12:00:00Z").event());
        weekly.send(by("alice", "3", 5).at("2026-03-18T12:00:00Z").event());

        // Then
        assertThat(weekly.balance("alice", "stars")).isEqualTo(100);
        assertThat(weekly.balance("bob", "stars")).isEqualTo(50);
    }

    @Test
    void countsDistinctValuesOfTheWholeTeam() {
        // Given
        Club stores =
                club(SHOP.replace("measure: spend, target: 100", "measure: stores, target: 3"));

        // When
        stores.send(by("alice", "1", 1).with(Map.of("amount", 1.0, "store", "a")).event());
        stores.send(by("bob", "2", 1).with(Map.of("amount", 1.0, "store", "a")).event());
        stores.send(by("bob", "3", 1).with(Map.of("amount", 1.0, "store", "b")).event());
        long two = stores.balance("bob", "stars");
        stores.send(by("alice", "4", 1).with(Map.of("amount", 1.0, "store", "c")).event());

        // Then
        assertThat(two).isZero();
        assertThat(stores.balance("bob", "stars")).isEqualTo(50);
    }

    @Test
    void namesAwardsAfterMemberAndChallengeAndNotAfterTheEvent() {
        // Given
        Club other = club(SHOP);
        club.send(List.of(by("alice", "1", 60).event(), by("bob", "2", 40).event()));
        other.send(List.of(by("bob", "2", 40).event(), by("alice", "1", 60).event()));

        // Then
        assertThat(effects(other)).containsExactlyInAnyOrderElementsOf(effects(club));
    }

    private static List<Object> effects(Club club) {
        return club.told().stream()
                .flatMap(decision -> decision.badges().stream())
                .map(BadgeEffect::id)
                .<Object>map(id -> id)
                .toList();
    }

    @Test
    void saysWhatTeamsCannotDo() {
        String program =
                SHOP.replace("by: team", "by: teem")
                        .replace(
                                "badges:",
                                """
                                  - id: known
                                    by: team
                                    order: sequence
                                    steps:
                                      - { id: a, measure: spend, target: 1, window: ever }
                                      - { id: b, when: member.locale == 'de' }
                                    award: { stars: 1 }
                                badges:\
                                """);

        assertThat(Programs.problems(program))
                .extracting(Problem::pointer, Problem::message)
                .contains(
                        tuple(
                                "/challenges/0/by",
                                "Expected 'team', but the word 'teem' is unknown."),
                        tuple(
                                "/challenges/1/steps/0/window",
                                "Expected another window for teams, but it was 'ever'."),
                        tuple(
                                "/challenges/1/steps/1/when",
                                "Expected a step with 'measure' for teams, but it has 'when'."),
                        tuple(
                                "/challenges/1/order",
                                "Expected `order: any` for teams, but 'sequence' is not available yet."));
    }
}
