package dev.laurel.scoring.tiers.jobs;

import static dev.laurel.scoring.tiers.jobs.Club.level;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Level;
import dev.laurel.tiers.Window;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tiers of single members, with their postings. */
class TiersIT {

    private static final Ladder THREE =
            Club.ladder(
                    new Window.Rolling(Period.ofMonths(12)),
                    true,
                    "P30D",
                    14,
                    level("bronze", 0),
                    new Level("silver", 1_000, Map.of("sparks", 10L, "stars", 5_000L)),
                    new Level("gold", 5_000, Map.of("sparks", 50L)));

    private final Club club = new Club(THREE);

    @AfterEach
    void close() {
        club.close();
    }

    @Test
    void raisesAtOnceAndPaysForEveryLevelOnTheWay() {
        // When
        club.earn("ann", "e1", "2011-03-01", 999);
        String before = club.tier("ann");
        club.earn("ann", "e2", "2011-03-01", 1);
        String at = club.tier("ann");
        club.earn("bob", "e3", "2011-03-01", 6_000);

        // Then: the 5,000 stars for silver made nobody gold
        assertThat(before).isEqualTo("bronze");
        assertThat(at).isEqualTo("silver");
        assertThat(club.tier("bob")).isEqualTo("gold");
        assertThat(club.story("bob")).containsExactly("2011-03-01 RAISED bronze>gold");
        assertThat(balance("ann", "sparks")).isEqualTo(10);
        assertThat(balance("ann", "stars")).isEqualTo(6_000);
        assertThat(balance("bob", "sparks")).isEqualTo(60);
        assertThat(club.database.discrepancies()).isZero();
    }

    @Test
    void spendingCostsNoTierAndReturnsDo() {
        // Given
        club.earn("ann", "e1", "2011-03-01", 1_200);
        club.spend("ann", "s1", "2011-03-02", 1_200);

        // When
        String afterSpending = club.tier("ann");
        club.earn("ann", "e2", "2011-03-02", 10);
        String stillAfterSpending = club.tier("ann");
        club.earn("ann", "r1", "2011-03-05", -500);
        String afterReturn = club.tier("ann");
        club.night("2011-03-06");
        club.night("2011-03-06");
        String inGrace = club.tier("ann");
        club.night("2011-04-04");
        String lastDayOfGrace = club.tier("ann");
        club.night("2011-04-05");

        // Then
        assertThat(afterSpending).isEqualTo("silver");
        assertThat(stillAfterSpending).isEqualTo("silver");
        assertThat(afterReturn).isEqualTo("silver");
        assertThat(inGrace).isEqualTo("silver");
        assertThat(lastDayOfGrace).isEqualTo("silver");
        assertThat(club.tier("ann")).isEqualTo("bronze");
        assertThat(club.story("ann"))
                .containsExactly(
                        "2011-03-01 RAISED bronze>silver",
                        "2011-03-22 WARNED silver>bronze@2011-04-05",
                        "2011-04-05 LOWERED silver>bronze");
    }

    @Test
    void aReturnThatIsToldAfterItsNightCostsTheTierAtOnce() {
        // Given
        club.ladder =
                Club.ladder(
                        new Window.Lifetime(),
                        false,
                        "P0D",
                        0,
                        level("bronze", 0),
                        level("silver", 1_000));
        club.earn("ann", "e1", "2011-03-01", 1_000);
        club.earn("bob", "e2", "2011-03-01", 1_000);
        club.night("2011-03-03");
        club.night("2011-03-03");

        // When
        club.earnLate("ann", "r1", "2011-03-02", -1, "2011-03-03");
        club.earnLate("bob", "r2", "2011-03-03", -1, "2011-03-03");
        String ann = club.tier("ann");
        String bob = club.tier("bob");
        club.night("2011-03-04");

        // Then
        assertThat(ann).isEqualTo("bronze");
        assertThat(bob).isEqualTo("silver");
        assertThat(club.tier("bob")).isEqualTo("bronze");
        assertThat(club.story("ann"))
                .containsExactly(
                        "2011-03-01 RAISED bronze>silver", "2011-03-03 LOWERED silver>bronze");
    }

    @Test
    void entryAwardsArePaidOnceEver() {
        // Given: up, down, and up again
        club.earn("ann", "e1", "2011-03-01", 1_000);
        club.earn("ann", "r1", "2011-03-02", -1_000);
        club.night("2011-03-03");
        club.night("2011-06-01");
        String down = club.tier("ann");

        // When
        club.earn("ann", "e2", "2011-06-02", 1_000);

        // Then
        assertThat(down).isEqualTo("bronze");
        assertThat(club.tier("ann")).isEqualTo("silver");
        assertThat(balance("ann", "sparks")).isEqualTo(10);
    }

    @Test
    void pointsOfTheLeapDayCountUntilTheEndOfFebruary() {
        // Given
        club.earn("ann", "e1", "2012-02-29", 1_000);
        club.night("2012-03-01");
        club.night("2012-03-01");

        // When
        club.night("2013-04-10");

        // Then: they leave the window on 1 March, and 30 days of grace follow
        assertThat(club.story("ann"))
                .containsExactly(
                        "2012-02-29 RAISED bronze>silver",
                        "2013-03-17 WARNED silver>bronze@2013-03-31",
                        "2013-03-31 LOWERED silver>bronze");
    }

    @Test
    void theEndOfTimeIsADayLikeAnyOther() {
        // When
        club.earn("ann", "e1", "9999-12-31", 1_000);
        club.earn("bob", "e2", "0001-01-01", 1_000);

        // Then
        assertThat(club.tier("ann")).isEqualTo("silver");
        assertThat(club.tier("bob")).isEqualTo("silver");
    }

    @Test
    void pointsFromBeforeThereWereTiersCount() {
        // Given
        club.ladder = null;
        club.earn("ann", "e1", "2011-03-01", 1_000);
        club.earn("bob", "e2", "2011-03-01", 900);
        club.spend("bob", "s1", "2011-03-01", 900);
        club.night("2011-03-02");

        // When
        club.ladder = THREE;
        club.earn("bob", "e3", "2011-03-02", 100);
        String bob = club.tier("bob");
        club.night("2011-03-03");

        // Then: of the one at once, of the other in the night
        assertThat(bob).isEqualTo("silver");
        assertThat(club.tier("ann")).isEqualTo("silver");
        assertThat(balance("ann", "sparks")).isEqualTo(10);
        assertThat(balance("bob", "sparks")).isEqualTo(10);
    }

    @Test
    void anotherDefinitionIsInForceWithTheNextNight() {
        // Given
        club.earn("ann", "e1", "2011-03-01", 1_000);
        club.night("2011-03-02");
        club.night("2011-03-02");

        // When
        club.ladder =
                Club.ladder(THREE.window(), true, "P0D", 0, level("bronze", 0), level("gold", 800));
        club.night("2011-03-03");

        // Then
        assertThat(club.tier("ann")).isEqualTo("gold");
    }

    @Test
    void aLatePurchaseCountsOnItsDay() {
        // Given
        club.earn("ann", "e1", "2011-03-01", 600);
        club.earn("ann", "e2", "2012-02-20", 10);

        // When: an offline till sends what would have made her silver a year ago
        club.earn("ann", "e3", "2011-03-10", 400);

        // Then: and kept her there until today
        assertThat(club.tier("ann")).isEqualTo("silver");
        assertThat(balance("ann", "sparks")).isEqualTo(10);
    }

    @Test
    void anInvitationHoldsAsLongAsItSays() {
        // Given
        club.earn("ann", "e1", "2011-03-01", 10);
        club.now = Instant.parse("2011-03-02T12:00:00Z");

        // When
        club.invite("ann", "gold", "2011-03-02", "2011-03-31");
        club.invite("new", "silver", "2011-03-02", null);
        club.night("2011-03-02");
        club.night("2011-03-31");
        String lastDay = club.tier("ann");
        club.earn("ann", "e2", "2011-03-31", 1_000);
        club.night("2011-04-01");

        // Then: no entry award for what was given
        assertThat(lastDay).isEqualTo("gold");
        assertThat(club.tier("new")).isEqualTo("silver");
        assertThat(club.story("ann"))
                .containsExactly("2011-03-02 RAISED bronze>gold", "2011-04-01 LOWERED gold>silver");
        assertThat(balance("ann", "sparks")).isEqualTo(10);
        assertThat(balance("new", "sparks")).isZero();
    }

    private long balance(String member, String wallet) {
        return club.database.number(
                "SELECT coalesce(sum(balance), 0) FROM member_account WHERE member = '%s' AND wallet = '%s'"
                        .formatted(member, wallet));
    }
}
