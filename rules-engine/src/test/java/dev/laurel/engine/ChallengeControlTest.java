package dev.laurel.engine;

import static dev.laurel.engine.Events.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.ChallengeDecision;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.members.Member.Membership;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Members who are held out from the award of a challenge. */
class ChallengeControlTest {

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
              - id: spender
                control: 50%
                steps: [ { id: hundred, measure: spend, target: 100 } ]
                award: { stars: 50, badge: spender }
            badges: [ { id: spender } ]
            """;

    private static final String REASON =
            "Expected a member outside of the control share of 50 %, but this one is in it for challenge spender.";

    private final Club club = new Club(Programs.program(SHOP));

    private static ChallengeDecision challenge(Club club, String member, String id, double amount) {
        Decision decision = club.send(purchase(id, amount).by(member).event());
        return decision.challenges().getFirst();
    }

    /** A member who is held out, or one who is not. */
    private static String member(boolean heldOut) {
        Club probe = new Club(Programs.program(SHOP));
        return IntStream.range(0, 100)
                .mapToObj(n -> "member-" + n)
                .filter(each -> (challenge(probe, each, each, 100).heldOut() != null) == heldOut)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void completeItWithoutTheAwardAndTheDecisionSaysWhy() {
        // Given
        String held = member(true);

        // Then
        assertThat(challenge(club, held, "1", 60).heldOut()).isNull();

        // When
        ChallengeDecision completed = challenge(club, held, "2", 60);

        // Then
        assertThat(completed.completed()).isTrue();
        assertThat(completed.heldOut()).isEqualTo(REASON);
        assertThat(club.balance(held, "stars")).isZero();
        assertThat(club.badges(held)).isEmpty();
    }

    @Test
    void areNotThoseOutsideOfTheShare() {
        String outside = member(false);

        assertThat(challenge(club, outside, "1", 100).heldOut()).isNull();
        assertThat(club.balance(outside, "stars")).isEqualTo(50);
    }

    @Test
    void areAboutTheShareThatIsNamed() {
        long held =
                IntStream.range(0, 1_000)
                        .filter(n -> challenge(club, "m" + n, "e" + n, 100).heldOut() != null)
                        .count();

        assertThat(held).isBetween(430L, 570L);
    }

    @Test
    void haveNothingTakenBackWhenTheyReturn() {
        // Given
        String held = member(true);
        challenge(club, held, "1", 100);

        // When
        Decision returned =
                club.send(Events.of("cancelled", "c", Map.of("purchase", "1")).by(held).event());

        // Then
        assertThat(returned.challenges().getFirst().completed()).isFalse();
        assertThat(returned.challenges().getFirst().heldOut()).isNull();
        assertThat(returned.points()).isEmpty();
        assertThat(club.balance(held, "stars")).isZero();
    }

    @Test
    void takeNoPlaceFromThoseWhoGetTheAward() {
        // Given
        Club race =
                new Club(Programs.program(SHOP.replace("control:", "winners: 1\n    control:")));
        String held = member(true);
        String outside = member(false);

        // When
        ChallengeDecision completed = challenge(race, held, "1", 100);
        challenge(race, outside, "2", 100);

        // Then
        assertThat(completed.place()).isNull();
        assertThat(completed.heldOut()).isEqualTo(REASON);
        assertThat(race.balance(outside, "stars")).isEqualTo(50);
        assertThat(race.winners().holders("spender")).containsExactly(outside);
    }

    @Test
    void countForTheirTeamAndAreNotPaidWithIt() {
        // Given
        Club teams = new Club(Programs.program(SHOP.replace("control:", "by: team\n    control:")));
        String held = member(true);
        String outside = member(false);
        for (String each : List.of(held, outside)) {
            teams.register(
                    new Member(
                            each,
                            null,
                            null,
                            Set.of(),
                            List.of(new Membership("red", Instant.EPOCH)),
                            Map.of(),
                            Map.of()));
        }

        // When
        teams.send(purchase("1", 60).by(held).event());
        teams.send(purchase("2", 60).by(outside).event());

        // Then
        assertThat(teams.balance(outside, "stars")).isEqualTo(50);
        assertThat(teams.balance(held, "stars")).isZero();
        assertThat(teams.told())
                .filteredOn(told -> told.member().equals(held))
                .last()
                .extracting(told -> told.challenges().getFirst().heldOut())
                .isEqualTo(REASON);
    }
}
