package dev.laurel.engine;

import static dev.laurel.engine.Events.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.engine.challenges.PlaceRequest;
import dev.laurel.engine.decisions.Budget;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.ChallengeDecision;
import dev.laurel.engine.decisions.ChallengeDecision.Place;
import dev.laurel.engine.decisions.ChallengeDecision.Place.Outcome;
import dev.laurel.engine.decisions.ChallengeDecision.StepProgress;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.decisions.Term;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.revisions.Choice;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.winners.PlaceClaim;
import dev.laurel.engine.winners.PlaceResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Awards for the first so many who complete a challenge. */
class WinnersTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double }
              cancelled: { purchase: string, reverses: { event: purchase, by: data.purchase } }
            metrics: [ { id: spend, on: purchase, value: sum(event.data.amount) } ]
            challenges:
              - id: race
                winners: 2
                steps: [ { id: hundred, measure: spend, target: 100 } ]
                award: { stars: 50, badge: fast }
            badges: [ { id: fast } ]
            """;

    private final Club club = new Club(Programs.program(SHOP));

    private Decision complete(Club on, String member) {
        return on.send(purchase("p-" + member, 100).by(member).event());
    }

    private void cancel(Club on, String member) {
        on.send(
                Events.of("cancelled", "c-" + member, Map.of("purchase", "p-" + member))
                        .by(member)
                        .at("2026-03-11T12:00:00Z")
                        .event());
    }

    private static Place place(Decision decision) {
        return Objects.requireNonNull(decision.challenges().getFirst().place());
    }

    @Test
    void theFirstGetTheAwardAndTheOthersTheCompletionWithoutIt() {
        // When
        List.of("alice", "bob", "carol").forEach(member -> complete(club, member));

        // Then
        assertThat(club.balance("alice", "stars")).isEqualTo(50);
        assertThat(club.balance("bob", "stars")).isEqualTo(50);
        assertThat(club.badges("bob")).containsExactly("fast");
        assertThat(club.balance("carol", "stars")).isZero();
        assertThat(club.badges("carol")).isEmpty();
        assertThat(club.state("carol").challenges())
                .hasEntrySatisfying(
                        new ChallengeKey("race", 0),
                        state -> assertThat(state.completed()).isTrue());
    }

    @Test
    void awardsHaveTheTermOfTheirWalletAndComeFromBudgets() {
        // Given
        Club careful =
                new Club(
                        Programs.program(
                                SHOP.replace("{ id: stars }", "{ id: stars, pending: P14D }")
                                        .replace(
                                                "badges:",
                                                "budgets: [ { id: prizes, wallet: stars, amount: 60 } ]\nbadges:")));

        // When
        complete(careful, "alice");
        PointsEffect given = careful.told().getLast().points().getFirst();

        // Then
        assertThat(given.term())
                .isNotNull()
                .extracting(Term::activates)
                .isEqualTo(Events.NOON.plus(Duration.ofDays(14)));
        assertThat(given.budgets()).extracting(Budget::id).containsExactly("prizes");
    }

    @Test
    void asksForAPlaceWithTheCompletionAndSaysInADecisionOfItsOwnWhatCameOfIt() {
        // Given
        List.of("alice", "bob").forEach(member -> complete(club, member));

        // When
        Decision completed = complete(club, "carol");

        // Then
        assertThat(place(completed)).isEqualTo(new Place(2, Outcome.ASKED));
        assertThat(completed.points()).isEmpty();
        Decision told = club.told().getLast();
        assertThat(told.member()).isEqualTo("carol");
        assertThat(told.event().source()).isEqualTo("/challenges/race");
        assertThat(told.event().type()).isEqualTo("laurel.place");
        assertThat(told.event().time()).isEqualTo(Events.NOON);
        assertThat(told.reason())
                .isEqualTo(
                        "Expected a free place among the first 2 of 'race', but all places are taken.");
        assertThat(told.challenges())
                .containsExactly(
                        new ChallengeDecision(
                                "race",
                                null,
                                null,
                                List.of(new StepProgress("hundred", 100, 100, 100)),
                                1,
                                1,
                                new Place(2, Outcome.ALL_TAKEN),
                                null));
        assertThat(club.told())
                .extracting(Decision::member, WinnersTest::place, told2 -> told2.points().size())
                .startsWith(
                        tuple("alice", new Place(2, Outcome.WON), 1),
                        tuple("bob", new Place(2, Outcome.WON), 1));
    }

    @Test
    void goesOnSayingSoWithWhatHappensAfterTheCompletion() {
        // Given
        List.of("alice", "bob", "carol").forEach(member -> complete(club, member));

        // Then
        assertThat(place(club.send(purchase("2", 1).by("bob").event())).outcome())
                .isEqualTo(Outcome.WON);
        assertThat(place(club.send(purchase("3", 1).by("carol").event())).outcome())
                .isEqualTo(Outcome.ALL_TAKEN);
        assertThat(club.told()).hasSize(3);
    }

    @Test
    void whoReturnsWhatTheyWonWithLeavesThePlaceToWhoHasWaitedLongest() {
        // Given
        List.of("alice", "bob", "carol", "dave").forEach(member -> complete(club, member));

        // When
        cancel(club, "alice");

        // Then
        assertThat(club.balance("alice", "stars")).isZero();
        assertThat(club.badges("alice")).isEmpty();
        assertThat(club.balance("carol", "stars")).isEqualTo(50);
        assertThat(club.badges("carol")).containsExactly("fast");
        assertThat(club.balance("dave", "stars")).isZero();
        assertThat(club.told().getLast().event().time())
                .isEqualTo(java.time.Instant.parse("2026-03-11T12:00:00Z"));
        assertThat(club.winners().holders("race")).containsExactly("bob", "carol");
    }

    @Test
    void whoCompletesItOnceMoreStandsAtTheEnd() {
        // Given
        List.of("alice", "bob", "carol").forEach(member -> complete(club, member));
        cancel(club, "alice");

        // When
        club.send(purchase("again", 100).by("alice").event());

        // Then
        assertThat(club.balance("alice", "stars")).isZero();
        assertThat(place(club.told().getLast()).outcome()).isEqualTo(Outcome.ALL_TAKEN);

        // When
        cancel(club, "bob");

        // Then
        assertThat(club.balance("alice", "stars")).isEqualTo(50);
        assertThat(club.winners().holders("race")).containsExactly("carol", "alice");
    }

    @Test
    void whoWaitsAndReturnsIsPassedOver() {
        // Given
        List.of("alice", "bob", "carol", "dave").forEach(member -> complete(club, member));

        // When
        cancel(club, "carol");
        cancel(club, "alice");

        // Then
        assertThat(club.balance("carol", "stars")).isZero();
        assertThat(club.balance("dave", "stars")).isEqualTo(50);
    }

    @Test
    void whoReturnsKeepsThePlaceWhereTheChallengeKeepsItsAward() {
        // Given
        Club kept =
                new Club(
                        Programs.program(
                                SHOP.replace("winners: 2", "winners: 1\n    onReturn: keep")));
        List.of("alice", "bob").forEach(member -> complete(kept, member));

        // When
        cancel(kept, "alice");

        // Then
        assertThat(kept.balance("alice", "stars")).isEqualTo(50);
        assertThat(kept.balance("bob", "stars")).isZero();
    }

    @Test
    void aPlaceThatIsGrantedToWhoHasReturnedMeanwhileGoesToTheNext() {
        // Given
        club.mail().lag();
        List.of("alice", "bob", "carol").forEach(member -> complete(club, member));
        cancel(club, "alice");

        // When
        club.mail().deliver(new Random(1));

        // Then
        assertThat(club.balance("alice", "stars")).isZero();
        assertThat(club.balance("bob", "stars")).isEqualTo(50);
        assertThat(club.balance("carol", "stars")).isEqualTo(50);
    }

    @Test
    void aClaimThatComesTwiceTakesOnePlaceAndIsAnsweredAsBefore() {
        // Given
        PlaceClaim claim =
                new PlaceClaim(
                        "alice",
                        new PlaceRequest(new ChallengeKey("race", 0), 1, 2, false),
                        purchase("1", 100).event().withoutData());
        PlaceResult first = club.winners().take("shop", claim);

        // When
        PlaceResult second = club.winners().take("shop", claim);

        // Then
        assertThat(second.news()).isEqualTo(first.news()).hasSize(1);
        assertThat(second.tickets()).isEmpty();
        assertThat(second.head().taken()).isEqualTo(1);
    }

    @Test
    void placesBeginAfreshInEachPeriod() {
        // Given
        Club weekly =
                new Club(
                        Programs.program(
                                SHOP.replace("winners: 2", "winners: 1\n    repeat: weekly")));
        complete(weekly, "alice");
        complete(weekly, "bob");

        // When
        weekly.send(purchase("w", 100).by("bob").at("2026-03-17T12:00:00Z").event());
        weekly.send(purchase("w2", 100).by("alice").at("2026-03-17T12:00:01Z").event());

        // Then
        assertThat(weekly.balance("alice", "stars")).isEqualTo(50);
        assertThat(weekly.balance("bob", "stars")).isEqualTo(50);
        assertThat(weekly.winners().taken().values()).containsExactly(1, 1);

        // When
        cancel(weekly, "alice");

        // Then
        assertThat(weekly.badges("alice")).isEmpty();
        assertThat(weekly.balance("bob", "stars")).isEqualTo(100);
    }

    @Test
    void morePlacesLetInThoseWhoWaitWithTheNextWhoComes() {
        // Given
        List.of("alice", "bob", "carol", "dave").forEach(member -> complete(club, member));
        club.publish(
                SHOP.replace("winners: 2", "winners: 4"),
                Map.of(Cause.challenge("race"), Choice.KEEP));

        // When
        complete(club, "erin");

        // Then
        assertThat(club.balance("carol", "stars")).isEqualTo(50);
        assertThat(club.balance("dave", "stars")).isEqualTo(50);
        assertThat(club.balance("erin", "stars")).isZero();
    }

    @Test
    void fewerPlacesTakeNothingFromWhoHasOne() {
        // Given
        List.of("alice", "bob", "carol").forEach(member -> complete(club, member));
        club.publish(
                SHOP.replace("winners: 2", "winners: 1"),
                Map.of(Cause.challenge("race"), Choice.KEEP));

        // When
        cancel(club, "alice");

        // Then
        assertThat(club.balance("bob", "stars")).isEqualTo(50);
        assertThat(club.balance("carol", "stars")).isZero();
    }

    @Test
    void isNotForTeamsNorWithoutAnEnd() {
        assertThat(Programs.problems(SHOP.replace("winners: 2", "winners: 2\n    by: team")))
                .extracting(Problem::pointer, Problem::message)
                .containsExactly(
                        tuple(
                                "/challenges/0/winners",
                                "Expected a challenge for members, but it is one for teams."));
        assertThat(
                        Programs.problems(
                                SHOP.replace("winners: 2", "winners: 2\n    repeat: unlimited")))
                .extracting(Problem::pointer, Problem::message)
                .containsExactly(
                        tuple(
                                "/challenges/0/winners",
                                "Expected a challenge that members complete once, or once in a period, but it is unlimited."));
    }

    @Test
    void warnsThatTheOrderOfArrivalDecides() {
        assertThat(Programs.warnings(SHOP))
                .extracting(Problem::pointer, Problem::message)
                .containsExactly(
                        tuple(
                                "/challenges/0/winners",
                                "Expected awards that follow from what happened, but who is among the first 2 of 'race' depends on the order in which events arrive."));
    }
}
