package dev.laurel.leaderboards.leagues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.leaderboards.boards.Divisions;
import dev.laurel.leaderboards.boards.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {

    private static final Divisions THREE =
            new Divisions(List.of("bronze", "silver", "gold"), 30, 5, 5);

    @ParameterizedTest(name = "{0} members on level {1}: {2} up, {3} down")
    @CsvSource({
        "30, 1, 5, 5", "29, 1, 5, 4", "24, 1, 4, 4", "12, 1, 2, 2", "7, 1, 2, 1", "6, 1, 1, 1",
        "5, 1, 1, 0", "1, 1, 1, 0", "0, 1, 0, 0", "30, 0, 5, 0", "30, 2, 0, 5", "5, 2, 0, 0"
    })
    void aGroupMovesItsShareRoundedInFavourOfItsMembers(int places, int level, int up, int down) {
        assertThat(Zones.of(THREE, level, places)).isEqualTo(new Zones(up, down, places));
    }

    @Test
    void linesNeverCrossWhateverTheGroup() {
        for (int size = 2; size <= 40; size++) {
            for (int promote = 1; promote <= size; promote++) {
                for (int relegate = 0; promote + relegate <= size; relegate++) {
                    Divisions divisions =
                            new Divisions(List.of("a", "b", "c"), size, promote, relegate);
                    for (int places = 1; places <= size; places++) {
                        Zones zones = Zones.of(divisions, 1, places);
                        assertThat(zones.up() + zones.down())
                                .as("%s with %d places", divisions, places)
                                .isLessThanOrEqualTo(places);
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "rank {0} with {1} points: {2}")
    @CsvSource({
        "1, 9, PROMOTION", "5, 9, PROMOTION", "6, 9, SAFE", "25, 9, SAFE", "26, 9, RELEGATION",
        "30, 9, RELEGATION", "5, 1, PROMOTION", "5, 0, SAFE", "1, -1, SAFE", "26, 0, RELEGATION"
    })
    void theZoneOfAPlaceIsThatOfItsRankAndNobodyRisesWithoutPoints(
            long rank, long score, Zone zone) {
        assertThat(Zones.of(THREE, 1, 30).of(new Standing(rank, "ann", score, null)))
                .isEqualTo(zone);
    }

    @Test
    void aZoneIsAStepFromOneDivisionToTheNext() {
        assertThat(List.of(Zone.PROMOTION.from(1), Zone.SAFE.from(1), Zone.RELEGATION.from(1)))
                .containsExactly(2, 1, 0);
    }

    /** Ranks 1, 1, 3, 3 with one up and one down: both first rise, and nobody is last. */
    @Test
    void whoSharesAPlaceOnALineHasTheBetterZone() {
        // Given
        Zones zones = Zones.of(new Divisions(List.of("a", "b", "c"), 4, 1, 1), 1, 4);

        // Then
        assertThat(zones.of(new Standing(1, "ann", 9, null))).isEqualTo(Zone.PROMOTION);
        assertThat(zones.of(new Standing(1, "bob", 9, null))).isEqualTo(Zone.PROMOTION);
        assertThat(zones.of(new Standing(3, "cid", 2, null))).isEqualTo(Zone.SAFE);
        assertThat(zones.of(new Standing(3, "dot", 2, null))).isEqualTo(Zone.SAFE);
    }

    @Test
    void refusesDivisionsThatCannotBe() {
        assertThatThrownBy(() -> new Divisions(List.of("a"), 4, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Divisions(List.of("a", "b"), 4, 3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected at most 4 members to move, but 3 go up and 2 down.");
    }
}
