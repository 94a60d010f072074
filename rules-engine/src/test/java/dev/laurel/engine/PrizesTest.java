package dev.laurel.engine;

import static dev.laurel.engine.Events.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.engine.decisions.Budget;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.Failure;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.decisions.Term;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.leaderboards.Leaderboard;
import dev.laurel.engine.leaderboards.Prize;
import dev.laurel.engine.leaderboards.Won;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prizes of boards, which are told of by whoever seals them. */
class PrizesTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            lateness: PT1H
            wallets: [ { id: stars }, { id: gems, pending: P1D } ]
            events: { purchase: { amount: double } }
            rules: [ { id: earn, on: purchase, award: { stars: floor(event.data.amount) } } ]
            badges: [ { id: champion } ]
            leaderboards:
              - { id: monthly, of: stars, period: month, seal: { after: PT48H }, prizes: [
                  { places: 1, award: { gems: 500, badge: champion } },
                  { places: 2-10, award: { gems: 50 } } ] }
            budgets: [ { id: prizes, wallet: gems, amount: 1000, leaderboards: [ monthly ] } ]
            """;

    private static final Instant SEALED = Instant.parse("2026-04-03T00:00:10Z");

    private final Club club = new Club(Programs.program(SHOP));

    private static Event prize(String id, Map<String, Object> data) {
        return new Event(Won.SOURCE, id, Won.TYPE, "alice", SEALED, SEALED, false, data);
    }

    private static Event first(String id) {
        return prize(
                id,
                Map.of(
                        "leaderboard",
                        "monthly",
                        "period",
                        "2026-03",
                        "rank",
                        1,
                        "points",
                        Map.of("gems", 500),
                        "badge",
                        "champion"));
    }

    @Test
    void areReadWithTheirPlaces() {
        assertThat(Programs.program(SHOP).leaderboards())
                .flatExtracting(Leaderboard::prizes)
                .containsExactly(
                        new Prize(1, 1, Map.of("gems", 500L), "champion"),
                        new Prize(2, 10, Map.of("gems", 50L), null));
    }

    @Test
    void areGivenLikeAnythingElseWithTermBudgetAndBadge() {
        // When
        Decision decision = club.send(first("p"));

        // Then
        assertThat(decision.outcome()).isEqualTo(Decision.Outcome.DECIDED);
        assertThat(decision.points())
                .extracting(
                        PointsEffect::wallet,
                        PointsEffect::points,
                        PointsEffect::cause,
                        PointsEffect::budgets)
                .containsExactly(
                        tuple(
                                "gems",
                                500L,
                                Cause.leaderboard("monthly"),
                                List.of(new Budget("prizes", 1_000, Budget.Exhausted.TRIM))));
        assertThat(decision.points())
                .extracting(PointsEffect::term)
                .extracting(Term::activates)
                .containsExactly(Instant.parse("2026-04-04T00:00:10Z"));
        assertThat(club.badges("alice")).containsExactly("champion");
    }

    @Test
    void areGivenOnceHoweverOftenTheyAreTold() {
        // Given
        Decision told = club.send(first("p"));

        // When
        Decision again = club.send(first("p"));
        club.send(first("next-month"));

        // Then
        assertThat(again.outcome()).isEqualTo(Decision.Outcome.DUPLICATE);
        assertThat(again.id()).isEqualTo(told.id());
        assertThat(club.balance("alice", "gems")).isEqualTo(1_000);
        assertThat(club.held("alice")).isEqualTo(Map.of("champion", 1));
    }

    /** Otherwise an outage of an hour would cost the winners their prizes. */
    @Test
    void areNeverTooLate() {
        // Given
        Event late =
                new Event(
                        Won.SOURCE,
                        "p",
                        Won.TYPE,
                        "alice",
                        SEALED,
                        SEALED.plus(Duration.ofDays(30)),
                        false,
                        first("p").data());

        // When
        club.send(late);

        // Then
        assertThat(club.balance("alice", "gems")).isEqualTo(500);
    }

    @Test
    void standAlthoughTheBoardIsAnotherOneByNow() {
        // Given
        club.publish(
                SHOP.replace("gems: 500", "gems: 1")
                        .replace("id: monthly", "id: yearly")
                        .replace("[ monthly ]", "[ yearly ]"));

        // When
        club.send(first("p"));

        // Then
        assertThat(club.balance("alice", "gems")).isEqualTo(500);
    }

    @Test
    void sayWhatCannotBeGivenAnyMore() {
        // When
        Decision decision =
                club.send(
                        prize(
                                "p",
                                Map.of(
                                        "leaderboard",
                                        "monthly",
                                        "points",
                                        Map.of("coins", 5, "gems", 7),
                                        "badge",
                                        "knight")));

        // Then
        Cause monthly = Cause.leaderboard("monthly");
        assertThat(club.balance("alice", "gems")).isEqualTo(7);
        assertThat(decision.failures())
                .containsExactly(
                        new Failure(
                                monthly,
                                "Expected a wallet for 5 points, but 'coins' is none any more."),
                        new Failure(monthly, "Expected a badge, but 'knight' is none any more."));
    }

    @Test
    void comeFromNobodyElse() {
        // Given
        Event forged =
                new Event(
                        "/shop", "p", Won.TYPE, "alice", SEALED, SEALED, false, first("p").data());

        // When
        club.send(forged);
        Decision unreadable = club.send(prize("q", Map.of("leaderboard", "monthly")));

        // Then
        assertThat(club.balance("alice", "gems")).isZero();
        assertThat(unreadable.reason())
                .isEqualTo(
                        "Expected a board and points by wallet, but it was {leaderboard=monthly}.");
    }

    @Test
    void leaveTheMembersOwnEventsAsTheyAre() {
        // Given
        club.send(first("p"));

        // When
        club.send(purchase("1", 10).event());

        // Then
        assertThat(club.balance("alice", "stars")).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    award: { gems: 50 } | award: { stars: 50 } | /leaderboards/0/prizes/1/award/stars | Expected a wallet other than the one that the board ranks by, but 'stars' is that one, so prizes would move members up.
                    award: { gems: 50 } | award: { gmes: 50 } | /leaderboards/0/prizes/1/award/gmes | Expected 'gems', but the wallet 'gmes' is unknown.
                    award: { gems: 50 } | award: { gems: 0 } | /leaderboards/0/prizes/1/award/gems | Expected 1 to 1000000000000 points, but it was 0.
                    award: { gems: 50 } | award: { badge: champoin } | /leaderboards/0/prizes/1/award/badge | Expected 'champion', but the badge 'champoin' is unknown.
                    award: { gems: 50 } | award: { } | /leaderboards/0/prizes/1/award | Expected points or a badge, but there are none.
                    , award: { gems: 50 } |  | /leaderboards/0/prizes/1 | Expected 'award', but it is missing.
                    places: 2-10, | | /leaderboards/0/prizes/1 | Expected 'places', but it is missing.
                    places: 2-10 | places: 1-10 | /leaderboards/0/prizes/1/places | Expected places that no other prize is for, but 1-1 has some of them.
                    places: 2-10 | places: 10-2 | /leaderboards/0/prizes/1/places | Expected a place such as 1 or a range such as 2-10, up to 10000, but it was '10-2'.
                    places: 2-10 | places: 2-10001 | /leaderboards/0/prizes/1/places | Expected a place such as 1 or a range such as 2-10, up to 10000, but it was '2-10001'.
                    seal: { after: PT48H } | top: 10 | /leaderboards/0/prizes | Expected 'seal' with 'prizes', which are given when a period is sealed, but there is none.
                    of: stars | of: stars, by: team | /leaderboards/0/prizes | Expected a board of members for prizes, but it ranks teams.
                    purchase: { amount: double } | purchase: { amount: double }, laurel.prize: { } | /events/laurel.prize | Expected a type that does not begin with 'laurel.' as the platform's own do, but it was 'laurel.prize'.
                    [ monthly ] | [ montly ] | /budgets/0/leaderboards/0 | Expected 'monthly', but the leaderboard 'montly' is unknown.
                    """)
    void areRefusedWithTheirPlaceInTheDocument(
            String from, @Nullable String to, String pointer, String message) {
        // Given
        assertThat(SHOP).contains(from);
        String wrong = SHOP.replace(from, to == null ? "" : to);

        // When
        List<Problem> problems = Programs.problems(wrong);

        // Then
        assertThat(problems)
                .extracting(Problem::pointer, Problem::message)
                .containsExactly(tuple(pointer, message));
    }

    @Test
    void areWarnedAboutWhereTheyMoveMembersUpOnAnotherBoard() {
        // When
        List<Problem> warnings =
                Programs.warnings(SHOP.replace("budgets:", "  - { id: rich, of: gems }\nbudgets:"));

        // Then
        assertThat(warnings).extracting(Problem::pointer).contains("/leaderboards/1");
    }
}
