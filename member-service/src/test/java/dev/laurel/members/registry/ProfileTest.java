package dev.laurel.members.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final Instant FIRST = Instant.parse("2011-01-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2011-06-01T00:00:00Z");
    private static final Instant THIRD = Instant.parse("2011-07-01T00:00:00Z");

    @Test
    void keepsEveryTeamWithItsBeginning() {
        // When
        Profile profile = teams(new Membership("red", FIRST), new Membership(null, SECOND));

        // Then
        assertThat(profile.teamsWith("blue", THIRD))
                .containsExactly(
                        new Membership("red", FIRST),
                        new Membership(null, SECOND),
                        new Membership("blue", THIRD));
    }

    @Test
    void takesBackWhatWasSaidOfLaterTimes() {
        // When
        Profile profile = teams(new Membership("red", FIRST), new Membership("blue", THIRD));

        // Then
        assertThat(profile.teamsWith("green", SECOND))
                .containsExactly(new Membership("red", FIRST), new Membership("green", SECOND));
    }

    @Test
    void doesNotRepeatATeam() {
        // When
        Profile profile =
                teams(
                        new Membership(null, FIRST),
                        new Membership("red", SECOND),
                        new Membership("red", THIRD));

        // Then
        assertThat(profile.teams()).containsExactly(new Membership("red", SECOND));
        assertThat(profile.team()).isEqualTo("red");
    }

    @Test
    void isEnrolledFromTheFirstTime() {
        // When
        Profile profile = Profile.EMPTY.enrolled("spring", FIRST).enrolled("spring", SECOND);

        // Then
        assertThat(profile.enrolments()).isEqualTo(Map.of("spring", FIRST));
        assertThat(profile.withdrawn("spring")).isEqualTo(Profile.EMPTY);
    }

    @Test
    void aStatementWithTheSameTeamChangesNoTeam() {
        // Given
        Registration member =
                Registration.none(new MemberId("shop", "ann"))
                        .with(teams(new Membership("red", FIRST)));

        // When
        Registration after = member.saying(inTeam("red"), THIRD);

        // Then
        assertThat(after.profile().teams()).containsExactly(new Membership("red", FIRST));
        assertThat(member.saying(inTeam(null), THIRD).profile().teams())
                .containsExactly(new Membership("red", FIRST), new Membership(null, THIRD));
    }

    private static Profile teams(Membership... teams) {
        return new Profile(null, null, List.of(), List.of(teams), Map.of(), Map.of(), Map.of());
    }

    private static Statement inTeam(@Nullable String team) {
        return new Statement(null, null, null, List.of(), team, null, Map.of(), null, null);
    }
}
