package dev.laurel.rules.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.journal.MemberProgress.ChallengeProgress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamViewTest {

    private static final LocalDate MONDAY = LocalDate.of(2011, 11, 28);

    private static ChallengeProgress progress(
            double value,
            boolean completed,
            @Nullable LocalDate occurrence,
            @Nullable String team) {
        return new ChallengeProgress(Map.of("sum", value), completed, occurrence, null, team, 1);
    }

    private static MemberProgress seen(ChallengeProgress own, ChallengeProgress ofTeam) {
        MemberProgress member = new MemberProgress(Map.of("potluck", own), Map.of(), Instant.EPOCH);
        return TeamView.of("shop", member, (program, team) -> Map.of("potluck", ofTeam));
    }

    @Test
    void showsWhatTheTeamHasDoneSinceTheMemberLastDidSomething() {
        MemberProgress seen =
                seen(progress(60, false, null, "red"), progress(85, false, null, "red"));

        assertThat(seen.challenges()).containsEntry("potluck", progress(85, false, null, "red"));
    }

    @Test
    void showsAsCompleteOnlyWhatIsCompleteForTheMember() {
        MemberProgress seen =
                seen(progress(60, false, null, "red"), progress(110, true, null, "red"));

        assertThat(seen.challenges()).containsEntry("potluck", progress(110, false, null, "red"));
    }

    @Test
    void beginsAfreshWithTheTeamsNextTime() {
        MemberProgress seen =
                seen(
                        progress(110, true, MONDAY, "red"),
                        progress(5, false, MONDAY.plusWeeks(1), "red"));

        assertThat(seen.challenges())
                .containsEntry("potluck", progress(5, false, MONDAY.plusWeeks(1), "red"));
    }

    @Test
    void leavesWhatTheMemberDoesAlone() {
        MemberProgress seen =
                seen(progress(60, true, null, null), progress(85, false, null, "red"));

        assertThat(seen.challenges()).containsEntry("potluck", progress(60, true, null, null));
    }
}
