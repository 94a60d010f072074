package dev.laurel.engine;

import static dev.laurel.engine.Events.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.leaderboards.Leaderboard;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.members.Member.Membership;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Points say for which team they count; adding them up is not the engine's business. */
class TeamBoardsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double }
              cancelled: { purchase: string, reverses: { event: purchase, by: data.purchase } }
            rules: [ { id: earn, on: purchase, award: { stars: floor(event.data.amount) } } ]
            leaderboards: [ { id: teams, of: stars, by: team } ]
            """;

    private final Club club = new Club(Programs.program(SHOP));

    private void register() {
        club.register(
                new Member(
                        "alice",
                        null,
                        null,
                        Set.of(),
                        List.of(
                                new Membership("red", Instant.EPOCH),
                                new Membership("blue", Instant.parse("2026-03-11T00:00:00Z"))),
                        Map.of(),
                        Map.of()));
    }

    @Test
    void ranksTeamsWhereItSaysSo() {
        assertThat(Programs.program(SHOP).leaderboards())
                .extracting(Leaderboard::byTeam)
                .containsExactly(true);
    }

    @Test
    void countForTheTeamAtTheTimeOfTheEvent() {
        // Given
        register();

        // When
        Decision after = club.send(purchase("1", 10).at("2026-03-11T00:00:00Z").event());
        Decision before = club.send(purchase("2", 10).at("2026-03-10T23:59:59Z").event());

        // Then
        assertThat(after.points()).extracting(PointsEffect::team).containsExactly("blue");
        assertThat(before.points()).extracting(PointsEffect::team).containsExactly("red");
    }

    @Test
    void goFromTheTeamThatTheyCountedForWhenTheyAreTakenBack() {
        // Given
        register();
        club.send(purchase("1", 10).at("2026-03-10T12:00:00Z").event());

        // When
        Decision taken =
                club.send(
                        Events.of("cancelled", "c1", Map.of("purchase", "1"))
                                .at("2026-03-12T12:00:00Z")
                                .event());

        // Then
        assertThat(taken.points())
                .extracting(PointsEffect::points, PointsEffect::team)
                .containsExactly(tuple(-10L, "red"));
    }

    @Test
    void goFromThatTeamToWhenTheReturnCameFirst() {
        // Given
        register();
        club.send(
                Events.of("cancelled", "c1", Map.of("purchase", "1"))
                        .at("2026-03-12T12:00:00Z")
                        .event());

        // When
        Decision undone = club.send(purchase("1", 10).at("2026-03-10T12:00:00Z").event());

        // Then
        assertThat(undone.points())
                .extracting(PointsEffect::points, PointsEffect::team)
                .containsExactly(tuple(10L, "red"), tuple(-10L, "red"));
    }

    @Test
    void countForNoTeamWhereThereIsNone() {
        assertThat(club.send(purchase("1", 10).event()).points())
                .extracting(PointsEffect::team)
                .containsOnlyNulls();
    }
}
