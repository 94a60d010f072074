package dev.laurel.crm.profiles.web;

import dev.laurel.crm.profiles.Balance;
import dev.laurel.crm.profiles.ChallengeProgress;
import dev.laurel.crm.profiles.Profile;
import dev.laurel.crm.profiles.StreakState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A profile as a caller sees it.
 *
 * @param wallets by wallet
 * @param tier {@code null} while nothing was told of it: the lowest one that takes no points, or
 *     none
 * @param badges those that the member has, by id
 * @param challenges those that the member has progress in, by id
 * @param streaks those that the member ever had activity in, by id
 * @param revision counts the changes of everything above
 */
record ProfileView(
        String program,
        String member,
        Map<String, Balance> wallets,
        @Nullable String tier,
        List<BadgeView> badges,
        List<ChallengeView> challenges,
        List<StreakView> streaks,
        @Nullable Instant lastActivity,
        long revision,
        Instant changedAt) {

    /**
     * @param since when the event happened that it was issued for
     */
    record BadgeView(String badge, Instant since) {}

    record ChallengeView(String challenge, boolean completed, List<ChallengeProgress.Step> steps) {}

    /**
     * @param length 0 when it has ended
     * @param endsAt if there is no activity before, {@code null} when it has ended
     */
    record StreakView(String streak, int length, int longest, @Nullable Instant endsAt) {

        static StreakView of(String streak, StreakState state) {
            return new StreakView(streak, state.length(), state.longest(), state.endsAt());
        }
    }

    static ProfileView of(Profile profile) {
        return new ProfileView(
                profile.member().program(),
                profile.member().id(),
                profile.wallets(),
                profile.tier().tier(),
                profile.badges().entrySet().stream()
                        .filter(badge -> badge.getValue().held())
                        .map(badge -> new BadgeView(badge.getKey(), badge.getValue().since()))
                        .toList(),
                profile.challenges().entrySet().stream()
                        .map(each ->
                                new ChallengeView(
                                        each.getKey(),
                                        each.getValue().completed(),
                                        each.getValue().steps()))
                        .toList(),
                profile.streaks().entrySet().stream()
                        .map(each -> StreakView.of(each.getKey(), each.getValue()))
                        .toList(),
                profile.lastActivity(),
                profile.revision(),
                profile.changedAt());
    }
}
